import type { SourceBlock, SourceCell, SourceDocument, SourceLine } from '#modules/plan/domain/source-document.ts';
import { DocumentRefusal } from './document-refusal.ts';
import { limits } from './limits.ts';

type LineParts = Omit<SourceLine, 'id'>;

/** Letters without a shape: soft hyphens, joiners, marks of direction and of byte order, control signs but the tab. */
const unseen = /[\u0000-\u0008\u000A-\u001F\u007F\u00AD\u200B-\u200F\u2060\uFEFF]/gu;
const otherSpaces = /[\u00A0\u2000-\u200A\u202F\u3000]/gu;

/** Collects numbered lines and blocks in reading order, within the limits of length. */
export class DocumentBuilder {
  readonly #format: SourceDocument['format'];
  readonly #lines: SourceLine[] = [];
  readonly #blocks: SourceBlock[] = [];
  #characters = 0;
  #tables = 0;

  constructor(format: SourceDocument['format']) {
    this.#format = format;
  }

  /** Adds a line (its text becomes NFC, without unseen letters) and returns its id. Throws `tooLong` past the limits. */
  addLine(parts: LineParts): number {
    const id = this.#lines.length;
    const text = parts.text.replace(unseen, '').replace(otherSpaces, ' ').normalize('NFC');
    this.#characters += text.length;
    if (id >= limits.lines) throw new DocumentRefusal('tooLong', { limit: limits.lines, unit: 'dòng' });
    if (this.#characters > limits.characters) {
      throw new DocumentRefusal('tooLong', { limit: limits.characters, unit: 'ký tự' });
    }
    this.#lines.push({ ...parts, id, text });
    return id;
  }

  addParagraph(lines: readonly number[]): void {
    if (lines.length > 0) this.#blocks.push({ kind: 'paragraph', lines });
  }

  addTable(columnCount: number, rowCount: number, cells: readonly SourceCell[]): void {
    this.#blocks.push({ kind: 'table', table: this.#tables, columnCount, rowCount, cells });
    this.#tables += 1;
  }

  finish(): SourceDocument {
    return { format: this.#format, lines: this.#lines, blocks: this.#blocks };
  }
}
