import { hash } from 'node:crypto';

/** The leaves `begin … end - 1` of a tree. */
export interface Range {
  readonly begin: number;
  readonly end: number;
}

const pair = Buffer.alloc(65, 1);

/** The hash of an inner node as RFC 9162 §2.1.1 defines it: SHA-256 of 0x01 and both children. */
export function nodeHash(left: Buffer, right: Buffer): Buffer {
  pair.set(left, 1);
  pair.set(right, 33);
  return hash('sha256', pair, 'buffer');
}

/** The root of the tree without leaves: SHA-256 of nothing. */
export const emptyRoot: Buffer = hash('sha256', '', 'buffer');

/** The largest power of two smaller than `n` (n ≥ 2): where RFC 9162 splits a tree of n leaves. */
export function splitOf(n: number): number {
  let k = 1;
  while (k * 2 < n) k *= 2;
  return k;
}

/** The root over hashes that are already hashed leaves (or nodes), in order. */
export function rootOf(hashes: readonly Buffer[]): Buffer {
  if (hashes.length === 0) return emptyRoot;
  let level = [...hashes];
  while (level.length > 1) {
    const above: Buffer[] = [];
    for (let i = 0; i + 1 < level.length; i += 2) above.push(nodeHash(at(level, i), at(level, i + 1)));
    if (level.length % 2 === 1) above.push(at(level, level.length - 1));
    level = above;
  }
  return at(level, 0);
}

/**
 * Cuts a range that is a node of an RFC 9162 tree into complete subtrees, left to right, each half the size of the
 * one before or smaller. Folding their hashes from the right gives the node's hash.
 */
export function completeSubtrees(range: Range): Range[] {
  const parts: Range[] = [];
  let begin = range.begin;
  while (begin < range.end) {
    let size = 1;
    while (size * 2 <= range.end - begin) size *= 2;
    parts.push({ begin, end: begin + size });
    begin += size;
  }
  return parts;
}

/** The hash of a node from the hashes of its complete subtrees, as `completeSubtrees` orders them. */
export function foldSubtrees(hashes: readonly Buffer[]): Buffer {
  let root: Buffer | undefined;
  for (let i = hashes.length - 1; i >= 0; i--) root = root ? nodeHash(at(hashes, i), root) : at(hashes, i);
  return root ?? emptyRoot;
}

function at(hashes: readonly Buffer[], index: number): Buffer {
  const found = hashes[index];
  if (!found) throw new Error('a hash of the tree is missing');
  return found;
}
