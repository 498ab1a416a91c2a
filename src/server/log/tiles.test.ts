import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { leafHash } from './leaf.ts';
import { consistencyPath, findRootByInclusion, inclusionPath, isConsistent } from './proof.ts';
import { Tiles } from './tiles.ts';
import { rootOf } from './tree.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lien-mach-tiles-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const leaves = Array.from({ length: 66_500 }, (_, i) => leafHash(`leaf ${i}`));

it('give roots and proofs at every size, however the leaves were written', async () => {
  const tiles = new Tiles(folder);
  const ends = [1, 2, 255, 256, 257, 511, 513, 4_000, 20_000, 65_535, 65_537, 66_500];
  for (const [i, end] of ends.entries()) await tiles.write(ends[i - 1] ?? 0, leaves.slice(ends[i - 1] ?? 0, end));
  expect(await tiles.size()).toBe(66_500);
  const roots = new Map<number, Buffer>();
  for (const size of [1, 2, 3, 255, 256, 257, 300, 511, 512, 4_097, 65_535, 65_536, 65_537, 66_048, 66_500]) {
    const root = await tiles.root(size);
    expect(root.equals(rootOf(leaves.slice(0, size)))).toBe(true);
    roots.set(size, root);
  }
  for (const [size, root] of roots) {
    for (const index of new Set([0, size >> 1, Math.max(0, size - 2), size - 1])) {
      const proof = await tiles.nodes(inclusionPath(index, size));
      const leaf = leaves[index] ?? Buffer.alloc(32);
      expect(findRootByInclusion(leaf, index, size, proof)?.equals(root), `${index} in ${size}`).toBe(true);
    }
    for (const [earlier, earlierRoot] of roots) {
      if (earlier > size) continue;
      const proof = await tiles.nodes(consistencyPath(earlier, size));
      expect(isConsistent({ size: earlier, root: earlierRoot }, { size, root }, proof)).toBe(true);
    }
  }
});

it('are the same when leaves are written again', async () => {
  const tiles = new Tiles(folder);
  await tiles.write(0, leaves.slice(0, 1_000));
  await tiles.write(200, leaves.slice(200, 900));
  expect((await tiles.root(1_000)).equals(rootOf(leaves.slice(0, 1_000)))).toBe(true);
  await expect(tiles.root(1_001)).rejects.toThrow(/shorter than its tree/);
});
