/**
 * An answer that a handler may give again: it is parsed and written as JSON once, and sent as those bytes from then on.
 * Whoever keeps one sees to it that it is still true and that this person may read it.
 */
export class LastingAnswer<A> {
  #answer: A | undefined;
  #bytes: Buffer | undefined;

  constructor(answer: A) {
    this.#answer = answer;
  }

  /** What is sent; `write` makes it of the answer the first time. */
  bytesBy(write: (answer: A) => string): Buffer {
    if (!this.#bytes) {
      this.#bytes = Buffer.from(write(this.#answer as A));
      this.#answer = undefined;
    }
    return this.#bytes;
  }

  /** How many bytes it keeps; 0 before it was sent. */
  get size(): number {
    return this.#bytes?.length ?? 0;
  }
}
