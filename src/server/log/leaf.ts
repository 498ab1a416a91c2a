import { hash } from 'node:crypto';
import { canonicalJson } from './canonical-json.ts';

/** What a leaf of the log says. Hashes are lower-case hex; `at` is ISO 8601 with milliseconds in UTC. */
export interface Leaf {
  readonly unit: string;
  readonly id: string;
  readonly at: string;
  readonly actor: string | null;
  readonly action: string;
  readonly recordType: string;
  readonly recordId: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly context: string | null;
}

/**
 * The exact text of a leaf, version 1: canonical JSON (RFC 8785) of its ten members and `"v":1`, in the order
 * action, actor, after, at, before, context, id, recordId, recordType, unit, v. Every text is quoted, so no two
 * different leaves are written alike. This form never changes; another one would be another `v`.
 */
export function leafText(leaf: Leaf): string {
  return canonicalJson({ ...leaf, v: 1 });
}

/** The hash of a leaf as RFC 9162 §2.1.1 defines it: SHA-256 of 0x00 and the bytes of the leaf. */
export function leafHash(text: string): Buffer {
  return hash('sha256', `\u0000${text}`, 'buffer');
}

/**
 * Binds a value without telling it: SHA-256 of the salt (16 random bytes) and the value's canonical JSON, in hex.
 * Once salt and value are erased, nobody can find the value by guessing.
 */
export function commitment(salt: Buffer, value: unknown): string {
  return hash('sha256', Buffer.concat([salt, Buffer.from(canonicalJson(value))]), 'hex');
}
