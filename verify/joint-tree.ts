import { hashNode } from './hashing.ts';

/** The tree over the newest heads of all units, in the order of unit ids; a change costs one path. */
export class JointTree {
  #order: string[] = [];
  #levels: string[][] = [[]];

  get units(): number {
    return this.#order.length;
  }

  set(unit: string, leaf: string): void {
    const place = this.#order.indexOf(unit);
    if (place >= 0) this.#change(place, leaf);
    else this.#insert(unit, leaf);
  }

  root(): string {
    return this.#levels.at(-1)?.[0] ?? '';
  }

  #change(place: number, leaf: string): void {
    const leaves = this.#levels[0] ?? [];
    leaves[place] = leaf;
    let at = place;
    for (let level = 0; level + 1 < this.#levels.length; level++) {
      at = Math.floor(at / 2);
      const below = this.#levels[level] ?? [];
      const above = this.#levels[level + 1] ?? [];
      above[at] = parent(below, at);
    }
  }

  #insert(unit: string, leaf: string): void {
    const leaves = [...(this.#levels[0] ?? [])];
    const place = this.#order.filter((other) => other < unit).length;
    this.#order.splice(place, 0, unit);
    leaves.splice(place, 0, leaf);
    this.#levels = [leaves];
    for (let below = leaves; below.length > 1; ) {
      const above = Array.from({ length: Math.ceil(below.length / 2) }, (_, i) => parent(below, i));
      this.#levels.push(above);
      below = above;
    }
  }
}

/** Node `i` above `below`; the last one without a neighbour goes up unchanged. */
function parent(below: readonly string[], i: number): string {
  const left = below[2 * i] ?? '';
  const right = below[2 * i + 1];
  return right === undefined ? left : hashNode(left, right);
}
