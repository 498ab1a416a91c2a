/**
 * A value as the log writes it before it is hashed: RFC 8785, keys of objects in the order of their UTF-16 code units, no
 * white space. Only for values that came as JSON. Written anew here so that a browser checks the server's own work.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${members.map(([key, one]) => `${JSON.stringify(key)}:${canonicalJson(one)}`).join(',')}}`;
  }
  return JSON.stringify(value);
}
