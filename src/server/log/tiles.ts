import { closeSync, openSync, readSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { writeDurably } from './durable.ts';
import { completeSubtrees, foldSubtrees, type Range, rootOf } from './tree.ts';

const hashBytes = 32;
/** Hashes in a tile: a tile of level n + 1 holds one hash for each full tile of level n. */
const width = 256;
/** Hashes in one file of a level: 256 tiles, 2 MiB. */
const perFile = width * width;

/**
 * The hashes of one unit's tree on disk: `tiles/0/000000` holds leaf hashes 0 … 65,535 one after the other, `tiles/1`
 * the root over every 256 leaves, `tiles/2` over every 65,536, and so on. Full files never change again. Any proof
 * reads a few tiles of 8 KiB, whatever the size of the tree.
 */
export class Tiles {
  readonly #folder: string;

  constructor(unitFolder: string) {
    this.#folder = join(unitFolder, 'tiles');
  }

  /** How many leaf hashes are on disk. */
  async size(): Promise<number> {
    const level = join(this.#folder, '0');
    const names = await readdir(level).catch(() => []);
    const last = names.sort().at(-1);
    if (last === undefined) return 0;
    const { size } = await stat(join(level, last));
    return Number(last) * perFile + Math.floor(size / hashBytes);
  }

  /** True when the disk has all hashes of the tree of the first `size` leaves, right or wrong. */
  async holds(size: number): Promise<boolean> {
    if ((await this.size()) < size) return false;
    return (
      size === 0 ||
      this.root(size).then(
        () => true,
        () => false,
      )
    );
  }

  /** Writes leaf hashes from place `from` on, and the hashes above them that this completes; synced when it is back. */
  async write(from: number, leaves: readonly Buffer[]): Promise<void> {
    const to = from + leaves.length;
    await this.#writeLevel(0, from, leaves);
    for (let level = 1, span = width; span <= to; level++, span *= width) {
      const first = Math.floor(from / span);
      const above: Buffer[] = [];
      for (let node = first; node < Math.floor(to / span); node++) {
        const tile = this.#read([{ level: level - 1, tile: node }]);
        above.push(rootOf(slices(tile[0] ?? Buffer.alloc(0), 0, width)));
      }
      if (above.length > 0) await this.#writeLevel(level, first, above);
    }
  }

  /** The root of the tree of the first `size` leaves. */
  async root(size: number): Promise<Buffer> {
    const [root] = await this.nodes([{ begin: 0, end: size }]);
    if (!root) throw new Error('no root');
    return root;
  }

  /** The hashes of nodes of RFC 9162 trees, e.g. of a path of proof. Throws when the disk does not hold them. */
  async nodes(ranges: readonly Range[]): Promise<Buffer[]> {
    const parts = ranges.map((range) => completeSubtrees(range).map(placeOf));
    const wanted = new Map(parts.flat().map((place) => [`${place.level}/${place.tile}`, place]));
    const keys = [...wanted.keys()];
    const read = this.#read([...wanted.values()]);
    const tiles = new Map(keys.map((key, i) => [key, read[i] ?? Buffer.alloc(0)]));
    return parts.map((places) =>
      foldSubtrees(
        places.map(({ level, tile, offset, count }) =>
          rootOf(slices(tiles.get(`${level}/${tile}`) ?? Buffer.alloc(0), offset, count)),
        ),
      ),
    );
  }

  /** Reads at once, not by the thread pool: a tile is 8 KiB, and handing it over takes longer than reading it. */
  #read(places: readonly { level: number; tile: number }[]): Buffer[] {
    const files = new Map<string, number>();
    try {
      return places.map(({ level, tile }) => {
        const path = this.#path(level, tile * width);
        const file = files.get(path) ?? openSync(path, 'r');
        files.set(path, file);
        const bytes = Buffer.allocUnsafe(width * hashBytes);
        const length = readSync(file, bytes, 0, bytes.length, (tile % width) * bytes.length);
        return bytes.subarray(0, length);
      });
    } finally {
      for (const file of files.values()) closeSync(file);
    }
  }

  async #writeLevel(level: number, from: number, hashes: readonly Buffer[]): Promise<void> {
    let done = 0;
    while (done < hashes.length) {
      const at = (from + done) % perFile;
      const part = hashes.slice(done, done + perFile - at);
      const bytes = Buffer.concat(part);
      await writeDurably(this.#path(level, from + done), (file) =>
        file.write(bytes, 0, bytes.length, at * hashBytes).then(() => undefined),
      );
      done += part.length;
    }
  }

  #path(level: number, index: number): string {
    const name = String(Math.floor(index / perFile)).padStart(6, '0');
    return join(this.#folder, String(level), name);
  }
}

/** Where the hashes under a complete subtree lie: a subtree of 2^h leaves in 2^(h mod 8) hashes of level ⌊h/8⌋. */
function placeOf({ begin, end }: Range): { level: number; tile: number; offset: number; count: number } {
  let level = 0;
  let first = begin;
  let count = end - begin;
  while (count >= width) {
    level++;
    first /= width;
    count /= width;
  }
  return { level, tile: Math.floor(first / width), offset: first % width, count };
}

function slices(bytes: Buffer, offset: number, count: number): Buffer[] {
  if (bytes.length < (offset + count) * hashBytes) throw new Error('a tile of the log is shorter than its tree');
  return Array.from({ length: count }, (_, i) =>
    bytes.subarray((offset + i) * hashBytes, (offset + i + 1) * hashBytes),
  );
}
