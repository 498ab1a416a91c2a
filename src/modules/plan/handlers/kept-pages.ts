import type { LastingAnswer } from '#server/http/lasting-answer.ts';

const mostBytes = 16 * 1_048_576;
const mostPages = 1_000;

/** A page of a list as it was answered, and what it rests on. */
export interface KeptPage<A> {
  readonly answer: LastingAnswer<A>;
  /** What may change under a page of an issued version; the page holds while this is the same. */
  readonly basis: string;
  /** Words of the holders on the page, by which its basis is asked for. */
  readonly words: readonly string[];
}

/**
 * Pages that were asked for lately, so that a list which many look at is gathered once. The key holds unit, plan and all
 * that was asked; whoever takes a page first asks the database for its basis, in the transaction of the request. Within
 * its bounds of number and size, the page that was not asked for longest leaves first.
 */
export class KeptPages<A> {
  readonly #pages = new Map<string, KeptPage<A>>();

  find(key: string): KeptPage<A> | undefined {
    const page = this.#pages.get(key);
    if (page) this.#putLast(key, page);
    return page;
  }

  keep(key: string, page: KeptPage<A>): void {
    this.#putLast(key, page);
    let bytes = 0;
    for (const one of this.#pages.values()) bytes += one.answer.size;
    for (const [oldest, one] of this.#pages) {
      if (bytes <= mostBytes && this.#pages.size <= mostPages) return;
      this.#pages.delete(oldest);
      bytes -= one.answer.size;
    }
  }

  #putLast(key: string, page: KeptPage<A>): void {
    this.#pages.delete(key);
    this.#pages.set(key, page);
  }
}
