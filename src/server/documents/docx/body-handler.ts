import { notRead, ParagraphState } from './paragraph-state.ts';
import type { Attributes, XmlHandler } from './parse-xml.ts';
import { isOn, type Styles } from './styles.ts';
import type { WordBlock, WordCell, WordRow } from './word-tree.ts';

interface CellState {
  span: number;
  continued: boolean;
  deleted: boolean;
}

interface RowState {
  before: number;
  deleted: boolean;
  readonly cells: WordCell[];
}

interface TableState {
  readonly grid: number[];
  readonly rows: WordRow[];
}

/** A run of blocks that is being read: the body, a cell, a text box or a note. */
interface Flow {
  readonly blocks: WordBlock[];
  paragraph: ParagraphState | undefined;
  /** Text of a paragraph whose mark was deleted: it goes on in the next paragraph. */
  carried: ParagraphState | undefined;
}

/** Parts whose content is left out: deleted text, earlier formatting, field codes, what only old programs show. */
const leftOut = new Set([
  'w:del',
  'w:moveFrom',
  'w:delText',
  'w:instrText',
  'w:delInstrText',
  'w:pPrChange',
  'w:rPrChange',
  'w:tblPrChange',
  'w:tblPrExChange',
  'w:trPrChange',
  'w:tcPrChange',
  'w:tblGridChange',
  'w:sectPrChange',
  'w:numberingChange',
  'w:sectPr',
  'w:sdtPr',
  'w:rt',
]);

/** Builds the tree of paragraphs and tables of one Word part from its XML events. */
export class BodyHandler implements XmlHandler {
  readonly #styles: Styles;
  readonly #path: string[] = [];
  readonly #flows: Flow[] = [{ blocks: [], paragraph: undefined, carried: undefined }];
  readonly #tables: TableState[] = [];
  readonly #rows: RowState[] = [];
  readonly #cells: CellState[] = [];
  readonly #choices: boolean[] = [];
  #skipped = 0;

  constructor(styles: Styles) {
    this.#styles = styles;
  }

  /** The blocks read, once the part has ended. */
  finish(): readonly WordBlock[] {
    this.#endCarried(this.#flow);
    return this.#flow.blocks;
  }

  get #flow(): Flow {
    const flow = this.#flows.at(-1);
    if (!flow) throw new Error('flow stack is empty');
    return flow;
  }

  open(name: string, attributes: Attributes): void {
    if (this.#skipped > 0 || this.#isLeftOut(name, attributes)) {
      this.#skipped += 1;
      return;
    }
    const parent = this.#path.at(-1);
    this.#path.push(name);
    if (this.#openStructure(name) || this.#openProperty(name, parent, attributes)) return;
    this.#flow.paragraph?.open(name, attributes);
  }

  #isLeftOut(name: string, attributes: Attributes): boolean {
    const parent = this.#path.at(-1);
    if (name === 'mc:AlternateContent') this.#choices.push(false);
    if (name === 'mc:Choice') this.#choices.splice(-1, 1, true);
    if (name === 'mc:Fallback') return this.#choices.at(-1) === true;
    if (name === 'w:del' && parent === 'w:rPr') return false;
    if (name === 'w:del' && parent === 'w:trPr') return false;
    if ((name === 'w:footnote' || name === 'w:endnote') && attributes['type'] !== undefined) {
      return attributes['type'] !== 'normal';
    }
    return leftOut.has(name);
  }

  #openStructure(name: string): boolean {
    switch (name) {
      case 'w:p':
        this.#flow.paragraph = new ParagraphState(this.#styles);
        return true;
      case 'w:tbl':
        this.#endCarried(this.#flow);
        this.#tables.push({ grid: [], rows: [] });
        return true;
      case 'w:tr':
        this.#rows.push({ before: 0, deleted: false, cells: [] });
        return true;
      case 'w:tc':
        this.#cells.push({ span: 1, continued: false, deleted: false });
        this.#flows.push({ blocks: [], paragraph: undefined, carried: undefined });
        return true;
      case 'w:altChunk':
        this.#flow.blocks.push(notRead('(Tệp nhúng trong văn bản, chưa đọc được)'));
        return true;
      case 'w:txbxContent':
        this.#flows.push({ blocks: [], paragraph: undefined, carried: undefined });
        return true;
      default:
        return false;
    }
  }

  #openProperty(name: string, parent: string | undefined, attributes: Attributes): boolean {
    const row = this.#rows.at(-1);
    const cell = this.#cells.at(-1);
    const value = Number(attributes['val'] ?? 1);
    if (name === 'w:gridCol') this.#tables.at(-1)?.grid.push(Number(attributes['w'] ?? 0) || 0);
    else if (parent === 'w:trPr' && row) {
      if (name === 'w:gridBefore') row.before = Math.max(0, value);
      else if (name === 'w:del') row.deleted = true;
    } else if (parent === 'w:tcPr' && cell) {
      if (name === 'w:gridSpan') cell.span = Math.min(Math.max(1, value), 1_000);
      else if (name === 'w:vMerge') cell.continued = attributes['val'] !== 'restart';
      else if (name === 'w:hMerge') cell.span = attributes['val'] === 'restart' ? 1 : 0;
      else if (name === 'w:cellDel') cell.deleted = isOn(attributes);
    } else return false;
    return true;
  }

  close(name: string): void {
    if (this.#skipped > 0) {
      this.#skipped -= 1;
      return;
    }
    this.#path.pop();
    if (name === 'w:p') this.#closeParagraph();
    else if (name === 'w:tc') this.#closeCell();
    else if (name === 'w:tr') this.#closeRow();
    else if (name === 'w:tbl') this.#closeTable();
    else if (name === 'w:txbxContent') this.#closeTextBox();
    else if (name === 'mc:AlternateContent') this.#choices.pop();
    else this.#flow.paragraph?.close(name);
  }

  text(text: string): void {
    if (this.#skipped > 0) return;
    const within = this.#path.at(-1);
    if (within === 'w:t' || within === 'm:t') this.#flow.paragraph?.text(text);
  }

  #closeParagraph(): void {
    const flow = this.#flow;
    const { paragraph, carried } = flow;
    if (!paragraph) return;
    if (carried) paragraph.continueFrom(carried);
    flow.carried = undefined;
    flow.paragraph = undefined;
    if (paragraph.markDeleted) flow.carried = paragraph;
    else flow.blocks.push(paragraph.finish(), ...paragraph.boxes);
  }

  #endCarried(flow: Flow): void {
    if (!flow.carried) return;
    flow.blocks.push(flow.carried.finish(), ...flow.carried.boxes);
    flow.carried = undefined;
  }

  #closeTextBox(): void {
    const box = this.#flows.pop();
    if (!box) return;
    this.#endCarried(box);
    const { paragraph, blocks } = this.#flow;
    if (paragraph) paragraph.boxes.push(...box.blocks);
    else blocks.push(...box.blocks);
  }

  #closeCell(): void {
    const flow = this.#flows.pop();
    const state = this.#cells.pop();
    if (!flow || !state) return;
    this.#endCarried(flow);
    const blocks = state.deleted ? [] : flow.blocks;
    this.#rows.at(-1)?.cells.push({ span: state.span, continued: state.continued, flow: blocks });
  }

  #closeRow(): void {
    const row = this.#rows.pop();
    if (row && !row.deleted) this.#tables.at(-1)?.rows.push({ before: row.before, cells: row.cells });
  }

  #closeTable(): void {
    const table = this.#tables.pop();
    if (table) this.#flow.blocks.push({ kind: 'table', grid: table.grid, rows: table.rows });
  }
}
