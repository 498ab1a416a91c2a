import type { Passage } from './passage.ts';

/** Notes for each field of the reading, by JSON pointer, which lines it came from. */
export class PlaceRecorder {
  readonly #places: Record<string, readonly number[]> = {};

  /** The text of a passage, its lines noted at the pointer. */
  text(pointer: string, passage: Passage): string {
    this.note(pointer, passage.lines);
    return passage.text;
  }

  /** The texts of passages, the lines of each noted at its position under the pointer. */
  texts(pointer: string, passages: readonly Passage[]): string[] {
    return passages.map((passage, index) => this.text(`${pointer}/${index}`, passage));
  }

  note(pointer: string, lines: readonly number[]): void {
    if (lines.length > 0) this.#places[pointer] = [...new Set(lines)];
  }

  get places(): Readonly<Record<string, readonly number[]>> {
    return this.#places;
  }
}
