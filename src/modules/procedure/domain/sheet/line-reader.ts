import { fold } from '#kernel/fold.ts';
import { readLine } from './line.ts';

/** Why a line cannot be read, by code, with the words that are wrong. */
export interface SheetFault {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** Thrown by readers of a line and caught where the line's cell is known. */
export class LineRefusal extends Error {
  readonly fault: SheetFault;

  constructor(code: string, params: SheetFault['params'] = {}) {
    super(code);
    this.fault = { code, params };
  }
}

/** A line being read: values are taken by key, and what nobody took is refused at the end. */
export class LineReader {
  readonly head: string;
  readonly #parts: { readonly key: string; readonly value: string }[];

  constructor(line: string) {
    const { head, parts } = readLine(line);
    this.head = head;
    this.#parts = [...parts];
  }

  /** The value under a key, with or without diacritics; null when it is not there. */
  take(key: string): string | null {
    const at = this.#parts.findIndex((part) => fold(part.key) === fold(key));
    if (at < 0) return null;
    const [part] = this.#parts.splice(at, 1);
    return part && part.value !== '' ? part.value : null;
  }

  /** Every value under a key. */
  takeAll(key: string): string[] {
    const values: string[] = [];
    for (let value = this.take(key); value !== null; value = this.take(key)) values.push(value);
    return values;
  }

  /** Whether a word stands alone on the line. */
  takeWord(word: string): boolean {
    const at = this.#parts.findIndex((part) => fold(part.key) === fold(word) && part.value === '');
    if (at < 0) return false;
    this.#parts.splice(at, 1);
    return true;
  }

  /** All that is left, in order. */
  takeRest(): readonly { readonly key: string; readonly value: string }[] {
    return this.#parts.splice(0);
  }

  /** A value of a closed list under a key; null when it is not there, refused when it is none of the list. */
  takeOne<V>(key: string, read: (text: string) => V | undefined): V | null {
    const text = this.take(key);
    if (text === null) return null;
    const value = read(text);
    if (value === undefined) throw new LineRefusal('procedure-sheet-value', { part: key, value: text });
    return value;
  }

  /** Refuses what nobody took. */
  end(): void {
    const [left] = this.#parts;
    if (left) throw new LineRefusal('procedure-sheet-part', { part: left.key });
  }
}
