/**
 * The smallest id of version 7 made `milliseconds` before the given one: ids that are greater were made later.
 * Throws RangeError for what is no such id.
 */
export function earlierId(id: string, milliseconds: number): string {
  const time = Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);
  if (!/^[0-9a-f]{8}-[0-9a-f]{4}-7/.test(id)) throw new RangeError('not an id of version 7');
  const hex = Math.max(0, time - milliseconds)
    .toString(16)
    .padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}
