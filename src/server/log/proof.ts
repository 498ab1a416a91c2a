import { nodeHash, type Range, splitOf } from './tree.ts';

/**
 * The nodes whose hashes prove that leaf `index` is in the tree of `size` leaves, from the leaf up
 * (RFC 9162 §2.1.3.1). Throws when there is no such leaf.
 */
export function inclusionPath(index: number, size: number): Range[] {
  if (!Number.isSafeInteger(index) || index < 0 || index >= size) throw new RangeError('no such leaf in the tree');
  return pathWithin(index, { begin: 0, end: size });
}

function pathWithin(index: number, { begin, end }: Range): Range[] {
  if (end - begin === 1) return [];
  const middle = begin + splitOf(end - begin);
  return index < middle
    ? [...pathWithin(index, { begin, end: middle }), { begin: middle, end }]
    : [...pathWithin(index, { begin: middle, end }), { begin, end: middle }];
}

/**
 * The nodes whose hashes prove that the tree of `first` leaves is the beginning of the tree of `second` leaves
 * (RFC 9162 §2.1.4.1); none when both are the same. Throws unless 0 < first ≤ second.
 */
export function consistencyPath(first: number, second: number): Range[] {
  if (!Number.isSafeInteger(first) || first < 1 || first > second) throw new RangeError('no such trees to compare');
  return first === second ? [] : subProof(first, { begin: 0, end: second }, true);
}

function subProof(first: number, { begin, end }: Range, whole: boolean): Range[] {
  if (first === end) return whole ? [] : [{ begin, end }];
  const middle = begin + splitOf(end - begin);
  return first <= middle
    ? [...subProof(first, { begin, end: middle }, whole), { begin: middle, end }]
    : [...subProof(first, { begin: middle, end }, false), { begin, end: middle }];
}

/** The root that a leaf hash and its inclusion proof lead to, or undefined when the proof has the wrong length. */
export function findRootByInclusion(
  leaf: Buffer,
  index: number,
  size: number,
  proof: readonly Buffer[],
): Buffer | undefined {
  if (index < 0 || index >= size) return undefined;
  let node = index;
  let last = size - 1;
  let root = leaf;
  for (const sibling of proof) {
    if (last === 0) return undefined;
    if (node % 2 === 1 || node === last) {
      root = nodeHash(sibling, root);
      while (node % 2 === 0 && node !== 0) {
        node = Math.floor(node / 2);
        last = Math.floor(last / 2);
      }
    } else {
      root = nodeHash(root, sibling);
    }
    node = Math.floor(node / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 ? root : undefined;
}

/** True when the proof shows that the tree with `firstRoot` is the beginning of the tree with `secondRoot`. */
export function isConsistent(
  first: { readonly size: number; readonly root: Buffer },
  second: { readonly size: number; readonly root: Buffer },
  proof: readonly Buffer[],
): boolean {
  if (first.size < 1 || first.size > second.size) return false;
  if (first.size === second.size) return proof.length === 0 && first.root.equals(second.root);
  const path = isPowerOfTwo(first.size) ? [first.root, ...proof] : [...proof];
  let node = first.size - 1;
  let last = second.size - 1;
  while (node % 2 === 1) {
    node = Math.floor(node / 2);
    last = Math.floor(last / 2);
  }
  const start = path.shift();
  if (!start) return false;
  let older = start;
  let newer = start;
  for (const sibling of path) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      older = nodeHash(sibling, older);
      newer = nodeHash(sibling, newer);
      while (node % 2 === 0 && node !== 0) {
        node = Math.floor(node / 2);
        last = Math.floor(last / 2);
      }
    } else {
      newer = nodeHash(newer, sibling);
    }
    node = Math.floor(node / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 && older.equals(first.root) && newer.equals(second.root);
}

function isPowerOfTwo(n: number): boolean {
  return splitOf(n * 2) === n;
}
