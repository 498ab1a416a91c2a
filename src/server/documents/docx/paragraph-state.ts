import type { ListPlace } from './numbering.ts';
import type { Attributes } from './parse-xml.ts';
import { isOn, type Styles } from './styles.ts';
import type { WordBlock, WordLine, WordParagraph } from './word-tree.ts';

interface OpenLine {
  text: string;
  plain: boolean;
}

/** Collects one paragraph while its XML is read. */
export class ParagraphState {
  /** Blocks of text boxes anchored here; they follow the paragraph. */
  readonly boxes: WordBlock[] = [];
  /** The paragraph mark was deleted by a tracked change. */
  markDeleted = false;
  readonly #styles: Styles;
  readonly #lines: OpenLine[] = [{ text: '', plain: false }];
  #style: string | undefined;
  #numId: string | undefined;
  #level: number | undefined;
  #bold: boolean | undefined;
  #hidden: boolean | undefined;
  #runStyle: string | undefined;
  #inParagraphProperties = false;

  constructor(styles: Styles) {
    this.#styles = styles;
  }

  open(name: string, attributes: Attributes): void {
    const { val } = attributes;
    if (name === 'w:pPr') this.#inParagraphProperties = true;
    else if (this.#inParagraphProperties) this.#openProperty(name, val);
    else if (name === 'w:r') this.#openRun();
    else if (name === 'w:b') this.#bold = isOn(attributes);
    else if (name === 'w:vanish') this.#hidden = isOn(attributes);
    else if (name === 'w:rStyle') this.#runStyle = val;
    else this.#openContent(name, attributes);
  }

  #openRun(): void {
    this.#bold = undefined;
    this.#hidden = undefined;
    this.#runStyle = undefined;
  }

  #openProperty(name: string, val: string | undefined): void {
    if (name === 'w:pStyle') this.#style = val;
    else if (name === 'w:numId') this.#numId = val;
    else if (name === 'w:ilvl') this.#level = Number(val);
    else if (name === 'w:del') this.markDeleted = true;
  }

  #openContent(name: string, attributes: Attributes): void {
    if (name === 'w:tab' || name === 'w:ptab') this.text('\t');
    else if (name === 'w:br' || name === 'w:cr') this.#lines.push({ text: '', plain: false });
    else if (name === 'w:noBreakHyphen') this.text('-');
    else if (name === 'w:sym') this.text(symbolOf(attributes.char));
    else if (name === 'extent' && isLarge(attributes)) this.boxes.push(notRead(pictureWords));
  }

  close(name: string): void {
    if (name === 'w:pPr') this.#inParagraphProperties = false;
  }

  text(text: string): void {
    const style = this.#styles.facts(this.#runStyle);
    if (this.#hidden ?? style.hidden) return;
    const line = this.#lines.at(-1);
    if (!line) return;
    line.text += text;
    const bold = this.#bold ?? (style.bold || this.#styles.facts(this.#style).bold);
    if (!bold && text.trim() !== '') line.plain = true;
  }

  /** Puts the lines of a paragraph whose mark was deleted before this one's. */
  continueFrom(earlier: ParagraphState): void {
    const [first, ...rest] = this.#lines;
    const last = earlier.#lines.at(-1);
    if (!first || !last) return;
    const joined = { text: last.text + first.text, plain: last.plain || first.plain };
    this.#lines.splice(0, this.#lines.length, ...earlier.#lines.slice(0, -1), joined, ...rest);
    this.boxes.unshift(...earlier.boxes);
  }

  finish(): WordParagraph {
    const lines: WordLine[] = this.#lines.map((line) => ({
      text: line.text,
      bold: !line.plain && line.text.trim() !== '',
    }));
    return { kind: 'paragraph', lines, list: this.#list() };
  }

  #list(): ListPlace | undefined {
    const style = this.#styles.facts(this.#style);
    const numId = this.#numId ?? style.numId;
    if (numId === undefined) return undefined;
    return { numId, level: this.#level ?? style.level ?? 0 };
  }
}

/** Sides of a picture in EMU (360,000 to a centimetre) from which it is taken for a page and not for a logo. */
const pageWidth = 9 * 360_000;
const pageHeight = 6 * 360_000;
const pictureWords = '(Hình ảnh trong văn bản, chưa đọc được chữ)';

function isLarge({ cx, cy }: Attributes): boolean {
  return Number(cx ?? 0) >= pageWidth && Number(cy ?? 0) >= pageHeight;
}

/** A line that stands for something that is in the document and was not read. */
export function notRead(words: string): WordParagraph {
  return { kind: 'paragraph', lines: [{ text: words, bold: false }], list: undefined };
}

/** The character of a symbol; those of picture fonts become a bullet. */
function symbolOf(code: string | undefined): string {
  const point = Number.parseInt(code ?? '', 16);
  if (!Number.isInteger(point) || point < 0x20 || (point >= 0xd800 && point <= 0xf8ff)) return '•';
  return String.fromCharCode(point);
}
