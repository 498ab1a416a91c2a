import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leafHash } from './leaf.ts';
import { consistencyPath, findRootByInclusion, inclusionPath, isConsistent } from './proof.ts';
import { completeSubtrees, emptyRoot, foldSubtrees, nodeHash, type Range, rootOf } from './tree.ts';

const known = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'].map(
  (hex) => leafHash(Buffer.from(hex, 'hex').toString('latin1')),
);

const knownRoots = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

/** The definition of RFC 9162 §2.1.1 word for word, against which everything faster is measured. */
function plainRoot(leaves: readonly Buffer[]): Buffer {
  const [only] = leaves;
  if (only === undefined) return emptyRoot;
  if (leaves.length === 1) return only;
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  return nodeHash(plainRoot(leaves.slice(0, k)), plainRoot(leaves.slice(k)));
}

const leavesOf = (size: number): Buffer[] => Array.from({ length: size }, (_, i) => leafHash(`leaf ${i}`));
const hashesOf = (leaves: readonly Buffer[], path: readonly Range[]): Buffer[] =>
  path.map(({ begin, end }) => plainRoot(leaves.slice(begin, end)));
const hex = (hashes: readonly Buffer[]): string[] => hashes.map((hash) => hash.toString('hex'));

describe('the known vectors of RFC 6962', () => {
  it.each(knownRoots.map((root, size) => [size, root] as const))('root of %i leaves', (size, root) => {
    expect(rootOf(known.slice(0, size)).toString('hex')).toBe(root);
  });

  it.each([
    [0, 1, []],
    [
      0,
      8,
      [
        '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
      ],
    ],
    [
      5,
      8,
      [
        'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
        'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
        'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
      ],
    ],
    [2, 3, ['fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125']],
    [
      1,
      5,
      [
        '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      ],
    ],
  ])('inclusion of leaf %i in %i', (index, size, path) => {
    expect(hex(hashesOf(known, inclusionPath(index, size)))).toEqual(path);
  });

  it.each([
    [1, 1, []],
    [
      1,
      8,
      [
        '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
      ],
    ],
    [
      6,
      8,
      [
        '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
        'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
        'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
      ],
    ],
    [
      2,
      5,
      [
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      ],
    ],
  ])('consistency of %i and %i', (first, second, path) => {
    expect(hex(hashesOf(known, consistencyPath(first, second)))).toEqual(path);
  });
});

const places = fc.integer({ min: 1, max: 300 }).chain((size) => fc.tuple(fc.constant(size), fc.nat({ max: size - 1 })));
const flip = (hash: Buffer, bit: number): Buffer => {
  const copy = Buffer.from(hash);
  copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return copy;
};

describe('trees of up to 300 leaves', () => {
  it('have the root of the definition, whole and cut into complete subtrees', () => {
    for (let size = 0; size <= 300; size++) {
      const leaves = leavesOf(size);
      const root = plainRoot(leaves);
      expect(rootOf(leaves).equals(root)).toBe(true);
      expect(foldSubtrees(hashesOf(leaves, completeSubtrees({ begin: 0, end: size }))).equals(root)).toBe(true);
    }
  });

  it('prove each leaf, and no other leaf, place, size or root', () => {
    fc.assert(
      fc.property(places, fc.nat(), ([size, index], other) => {
        const leaves = leavesOf(size);
        const root = rootOf(leaves);
        const proof = hashesOf(leaves, inclusionPath(index, size));
        const leaf = leafHash(`leaf ${index}`);
        expect(findRootByInclusion(leaf, index, size, proof)?.equals(root)).toBe(true);
        const elsewhere = other % size;
        if (elsewhere !== index) expect(findRootByInclusion(leaf, elsewhere, size, proof)?.equals(root)).not.toBe(true);
        expect(findRootByInclusion(leaf, index, size, [...proof, root])).toBeUndefined();
        if (proof.length > 0) expect(findRootByInclusion(leaf, index, size, proof.slice(1))).toBeUndefined();
      }),
    );
  });

  it('fail for any flipped bit of leaf or proof', () => {
    fc.assert(
      fc.property(places, fc.nat({ max: 255 }), fc.nat(), ([size, index], bit, which) => {
        const leaves = leavesOf(size);
        const root = rootOf(leaves);
        const parts = [leafHash(`leaf ${index}`), ...hashesOf(leaves, inclusionPath(index, size))];
        const broken = parts.map((part, i) => (i === which % parts.length ? flip(part, bit) : part));
        const [leaf = emptyRoot, ...proof] = broken;
        expect(findRootByInclusion(leaf, index, size, proof)?.equals(root)).toBe(false);
      }),
    );
  });

  it('prove that each smaller tree is their beginning, and fail for any flipped bit', () => {
    fc.assert(
      fc.property(places, fc.nat({ max: 255 }), fc.nat(), ([size, index], bit, which) => {
        const leaves = leavesOf(size);
        const first = { size: index + 1, root: rootOf(leaves.slice(0, index + 1)) };
        const second = { size, root: rootOf(leaves) };
        const proof = hashesOf(leaves, consistencyPath(first.size, size));
        expect(isConsistent(first, second, proof)).toBe(true);
        expect(isConsistent({ ...first, root: flip(first.root, bit) }, second, proof)).toBe(false);
        expect(isConsistent(first, { ...second, root: flip(second.root, bit) }, proof)).toBe(false);
        const broken = proof.map((part, i) => (i === which % proof.length ? flip(part, bit) : part));
        if (proof.length > 0) expect(isConsistent(first, second, broken)).toBe(false);
        expect(isConsistent(first, second, [...proof, second.root])).toBe(false);
      }),
    );
  });

  it('refuse to prove what is not there', () => {
    expect(() => inclusionPath(3, 3)).toThrow(RangeError);
    expect(() => inclusionPath(-1, 3)).toThrow(RangeError);
    expect(() => consistencyPath(4, 3)).toThrow(RangeError);
    expect(() => consistencyPath(0, 3)).toThrow(RangeError);
  });
});
