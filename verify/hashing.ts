import { hash } from 'node:crypto';

/** SHA-256 of a text as UTF-8, in hex. */
function sha256(text: string): string {
  return hash('sha256', text, 'hex');
}

/** Hash of a leaf (RFC 9162): SHA-256 of a zero byte and the line. */
export function hashLeaf(line: string): string {
  return sha256(`\0${line}`);
}

const node = Buffer.alloc(65);
node[0] = 1;

/** Hash of an inner node (RFC 9162): SHA-256 of a one byte and both children. */
export function hashNode(left: string, right: string): string {
  node.write(left, 1, 'hex');
  node.write(right, 33, 'hex');
  return hash('sha256', node, 'hex');
}

/** Value as canonical JSON (RFC 8785): keys sorted, no white space. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = new Map(Object.entries(value));
  const keys = [...members.keys()].sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(members.get(key))}`).join(',')}}`;
}

/** Commitment to a value given as JSON text: SHA-256 of the salt's bytes and the canonical JSON. */
export function commit(saltHex: string, json: string): string {
  const salt = Buffer.from(saltHex, 'hex');
  const value = Buffer.from(canonical(JSON.parse(json)));
  return hash('sha256', Buffer.concat([salt, value], salt.length + value.length), 'hex');
}
