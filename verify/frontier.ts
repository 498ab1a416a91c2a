import { hashNode } from './hashing.ts';

/** Called for every complete subtree of 256ⁿ leaves: level n, its number from the left, its hash. */
export type OnTile = (level: number, index: number, hash: string) => void;

/**
 * A Merkle tree (RFC 9162) that leaves are added to one after the other. Keeps only the roots of the complete
 * subtrees, of which there are as many as the size has ones in binary.
 */
export class Frontier {
  #size = 0;
  #peaks: string[] = [];
  readonly #onTile: OnTile | undefined;

  constructor(onTile?: OnTile) {
    this.#onTile = onTile;
  }

  get size(): number {
    return this.#size;
  }

  push(leaf: string): void {
    let hash = leaf;
    let height = 0;
    let rest = this.#size;
    while (rest % 2 === 1) {
      hash = hashNode(this.#peaks.pop() ?? '', hash);
      rest = (rest - 1) / 2;
      height++;
      if (height % 8 === 0) this.#onTile?.(height / 8, rest, hash);
    }
    this.#peaks.push(hash);
    this.#size++;
  }

  /** Root of what was added so far. */
  root(): string {
    let root: string | undefined;
    for (let i = this.#peaks.length - 1; i >= 0; i--) {
      const peak = this.#peaks[i] ?? '';
      root = root === undefined ? peak : hashNode(peak, root);
    }
    return root ?? 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
  }

  /** A second tree that goes on from here by itself. */
  fork(): Frontier {
    const copy = new Frontier();
    copy.#size = this.#size;
    copy.#peaks = [...this.#peaks];
    return copy;
  }
}
