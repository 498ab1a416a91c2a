/**
 * The one way a value is written as JSON before it is hashed: as JSON.stringify would, with the keys of every object
 * sorted by UTF-16 code units and no white space (RFC 8785). Characters that PostgreSQL cannot store (NUL and halves
 * of surrogate pairs) become U+FFFD, so that what is hashed is what is stored. Throws on what JSON cannot hold.
 */
export function canonicalJson(value: unknown): string {
  const text = write(value);
  if (text === undefined) throw new Error('a value that JSON cannot hold cannot be logged');
  return text;
}

function write(value: unknown): string | undefined {
  if (value === null) return 'null';
  switch (typeof value) {
    case 'string':
      return writeText(value);
    case 'number':
      return Number.isFinite(value) ? JSON.stringify(value) : 'null';
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object':
      return writeObject(value);
    case 'bigint':
      throw new Error('a bigint cannot be logged: write it as text');
    default:
      return undefined;
  }
}

function writeObject(value: object): string | undefined {
  if ('toJSON' in value && typeof value.toJSON === 'function') return write(value.toJSON());
  if (Array.isArray(value)) return `[${value.map((item) => write(item) ?? 'null').join(',')}]`;
  const parts: string[] = [];
  for (const [key, item] of Object.entries(value).sort(byKey)) {
    const text = write(item);
    if (text !== undefined) parts.push(`${writeText(key)}:${text}`);
  }
  return `{${parts.join(',')}}`;
}

function byKey(a: readonly [string, unknown], b: readonly [string, unknown]): number {
  return a[0] < b[0] ? -1 : 1;
}

function writeText(text: string): string {
  return JSON.stringify(text.toWellFormed().replaceAll('\u0000', '\ufffd'));
}
