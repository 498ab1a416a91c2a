const form = /^bytes=(\d*)-(\d*)$/;

/**
 * The one part of a file that a `Range` header asks for, both ends included; undefined when the whole file is to be sent
 * (no header, or several parts), `none` when there is no such part.
 */
export function findRange(
  header: string | undefined,
  size: number,
): { start: number; end: number } | 'none' | undefined {
  const match = header === undefined ? undefined : form.exec(header.trim());
  if (!match) return undefined;
  const [, from = '', to = ''] = match;
  if (from === '' && to === '') return undefined;
  const start = from === '' ? Math.max(0, size - Number(to)) : Number(from);
  const end = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1);
  return start > end || start >= size ? 'none' : { start, end };
}
