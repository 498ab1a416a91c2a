import type { BodyPart } from './body-parts.ts';
import { roleOfChapter } from './chapter-roles.ts';
import type { Column } from './columns.ts';
import type { FoundAppendix, RowLine, TableRow, TaskTable } from './found.ts';
import { cellsOfRow, type Grid, gridOf } from './grid.ts';
import { guessColumns } from './guessed-columns.ts';
import { findAppendixHeading, type Paragraph } from './paragraphs.ts';
import { capitalise, isUpperCase, joinPassages, type Passage, sentenceCase, withText } from './passage.ts';
import type { FurnitureKind } from './plan-reading.ts';
import type { ReadingLine } from './reading-line.ts';
import type { DutyTable } from './responsibilities.ts';
import { tasksOf } from './row-tasks.ts';
import { findTableHeader, isTargetHeader, type TableHeader } from './table-header.ts';
import { tableOf } from './table-rows.ts';

/** What the walk over the body's parts leaves: paragraphs of the text, tables by appendix, tables of targets. */
export interface BodyTables {
  readonly paragraphs: readonly Paragraph[];
  readonly appendices: readonly FoundAppendix[];
  readonly targetTables: readonly PlacedTable[];
  readonly dutyTables: readonly DutyTable[];
  readonly furniture: ReadonlyMap<number, FurnitureKind>;
}

/** A table of the text with the label of the heading it stands under. */
export interface PlacedTable {
  readonly table: TaskTable;
  readonly section: string;
}

interface OpenAppendix {
  readonly number: string;
  readonly title: Passage[];
  readonly tables: TaskTable[];
  /** Headings read since the last table: each stands above the next one as a group. */
  pending: Passage[];
}

const signatureStart =
  /^(?:[Nn]ơi nhận|NƠI NHẬN|(?:TM|KT|TL|TUQ|Q)\.\s*\p{Lu}|(?:PHÓ )?(?:CHỦ TỊCH|GIÁM ĐỐC|TRƯỞNG PHÒNG|THỦ TRƯỞNG)$)/u;

/** Puts each table under its appendix ("Phụ lục số 02: …"), or under the heading of the text it stands below. */
export function appendicesOf(parts: readonly BodyPart[], lines: ReadonlyMap<number, ReadingLine>): BodyTables {
  const walk = new Walk(lines);
  for (const part of parts) {
    if (part.kind === 'paragraph') walk.paragraph(part.paragraph);
    else if (part.kind === 'torn') walk.table(part.table);
    else if (part.kind === 'aligned') walk.cells(part.grid, false);
    else
      walk.cells(
        gridOf(part.table, lines),
        !part.table.cells.some((cell) => cell.lines.some((id) => lines.get(id)?.box)),
      );
  }
  return walk.finish();
}

class Walk {
  readonly #lines: ReadonlyMap<number, ReadingLine>;
  readonly #paragraphs: Paragraph[] = [];
  readonly #appendices: OpenAppendix[] = [];
  readonly #targetTables: PlacedTable[] = [];
  readonly #dutyTables: DutyTable[] = [];
  readonly #furniture = new Map<number, FurnitureKind>();
  #zone: 'body' | 'signature' | 'appendix' = 'body';
  #tableAbove = false;

  constructor(lines: ReadonlyMap<number, ReadingLine>) {
    this.#lines = lines;
  }

  paragraph(paragraph: Paragraph): void {
    const heading = findAppendixHeading(paragraph.text);
    if (heading) this.#open(heading, paragraph);
    else if (this.#zone !== 'body' && opensTables(paragraph.text))
      this.#open({ number: '', title: paragraph.text }, paragraph);
    else if (this.#zone === 'appendix') this.#appendixText(paragraph);
    else if (this.#zone === 'body' && !signatureStart.test(paragraph.text)) this.#paragraphs.push(paragraph);
    else this.#signature(paragraph);
    this.#tableAbove = false;
  }

  table(table: TaskTable): void {
    for (const id of table.headerLines) this.#furniture.set(id, 'tableHeader');
    const heading = this.#zone === 'body' ? this.#paragraphs.findLast(isHeadingLine) : undefined;
    const section = heading?.marked.label ?? '';
    if (isTargetHeader(table.columns)) this.#targetTables.push({ table, section });
    else if (heading && isDutyTable(table, heading)) this.#dutyTables.push({ table, section });
    else this.#appendixOfTable().tables.push(this.#grouped(table));
    this.#tableAbove = true;
  }

  /** `paragraphs`: each line of a cell is a paragraph, as a word processor has it. */
  cells(grid: Grid, paragraphs: boolean): void {
    const found = findTableHeader(grid) ?? this.#continued(grid) ?? guessed(guessColumns(grid));
    const ids = idsOf(grid);
    if (found) this.table(tableOf(grid, found, paragraphs));
    else if (ids.some((id) => signatureStart.test(this.#lines.get(id)?.text ?? ''))) {
      if (this.#zone === 'body') this.#zone = 'signature';
      this.#signatureCells(ids);
    }
  }

  finish(): BodyTables {
    return {
      paragraphs: this.#paragraphs,
      appendices: this.#appendices.flatMap(closeAppendix),
      targetTables: this.#targetTables,
      dutyTables: this.#dutyTables,
      furniture: this.#furniture,
    };
  }

  #open(heading: { number: string; title: string }, paragraph: Paragraph): void {
    this.#zone = 'appendix';
    const title = heading.title.replace(/^\(.*\)$/u, '');
    const inline = title === '' ? [] : [withText(paragraph, title)];
    this.#appendices.push({ number: heading.number, title: inline, tables: [], pending: [] });
    for (const id of paragraph.lines) this.#furniture.set(id, 'heading');
  }

  #appendixText(paragraph: Paragraph): void {
    const appendix = this.#appendices.at(-1);
    if (!appendix) return;
    if (
      /^\(?(?:ban hành\s+)?(?:kèm|đính kèm) /iu.test(paragraph.text) ||
      /^\((?:ban hành )?kèm/iu.test(paragraph.text)
    ) {
      for (const id of paragraph.lines) this.#furniture.set(id, 'heading');
    } else if (appendix.tables.length > 0 && signatureStart.test(paragraph.text)) {
      this.#zone = 'signature';
      this.#signature(paragraph);
    } else if (isCaption(paragraph)) {
      (appendix.tables.length === 0 ? appendix.title : appendix.pending).push(paragraph);
    }
  }

  #signature(paragraph: Paragraph): void {
    this.#zone = 'signature';
    this.#signatureCells(paragraph.lines);
  }

  #signatureCells(ids: readonly number[]): void {
    for (const id of ids) {
      const kind = signatureKind(this.#lines.get(id)?.text ?? '');
      if (kind) this.#furniture.set(id, kind);
    }
  }

  #appendixOfTable(): OpenAppendix {
    const last = this.#appendices.at(-1);
    if (last && (this.#zone === 'appendix' || this.#tableAbove)) return last;
    const heading = this.#paragraphs.findLast(isHeadingLine);
    const title = heading ? [withText(heading, heading.marked.rest)] : [];
    const opened: OpenAppendix = { number: '', title, tables: [], pending: [] };
    this.#appendices.push(opened);
    return opened;
  }

  #grouped(table: TaskTable): TaskTable {
    const appendix = this.#appendices.at(-1);
    const titles = appendix?.pending ?? [];
    if (!appendix || titles.length === 0) return table;
    appendix.pending = [];
    const whole = joinPassages(titles);
    const match = /^(?<no>[A-ZĐ]|[IVX]+|\d{1,2})[.)/]\s*(?<title>.*)$/u.exec(whole.text)?.groups;
    const group: TableRow = {
      kind: 'group',
      no: match?.no ?? '',
      noLines: [],
      title: withText(whole, match?.title ?? whole.text),
    };
    return { ...table, rows: [group, ...table.rows] };
  }

  #continued(grid: Grid): TableHeader | undefined {
    const columns = this.#appendices.at(-1)?.tables.at(-1)?.columns;
    return columns && columns.length === grid.columnCount ? { columns, from: 0, lines: [] } : undefined;
  }
}

function idsOf(grid: Grid): number[] {
  const ids = new Set<number>();
  for (let row = 0; row < grid.rowCount; row += 1) {
    for (const cell of cellsOfRow(grid, row)) for (const line of grid.linesOf(cell)) ids.add(line.id);
  }
  return [...ids];
}

/** A table under "Tổ chức thực hiện" that says neither what comes out of it nor when. */
function isDutyTable(table: TaskTable, heading: Paragraph): boolean {
  const kinds = table.columns.map(({ kind }) => kind);
  return roleOfChapter(heading.text) === 'organisation' && !kinds.includes('outputs') && !kinds.includes('deadline');
}

function guessed(columns: readonly Column[] | undefined): TableHeader | undefined {
  return columns && { columns, from: 0, lines: [] };
}

/** "BIỂU PHÂN CÔNG NHIỆM VỤ" after the signature or another table. */
function opensTables(text: string): boolean {
  return isUpperCase(text) && /^(?:BIỂU|BẢNG|DANH MỤC|PHÂN CÔNG|TỔNG HỢP)(?=\s)/u.test(text);
}

/** A heading of the text: marked or in capitals. */
function isHeadingLine(paragraph: Paragraph): boolean {
  return isCaption(paragraph) && (paragraph.marked.kind !== 'none' || isUpperCase(paragraph.text));
}

/** A short paragraph that names what stands below it. */
function isCaption(paragraph: Paragraph): boolean {
  const { text } = paragraph;
  if (text.length > 250 || /[.;:]$/u.test(text) || text.startsWith('(')) return false;
  return isUpperCase(text) || paragraph.marked.kind !== 'none' || /^\p{Lu}/u.test(text);
}

function signatureKind(text: string): FurnitureKind | undefined {
  if (/^nơi nhận/iu.test(text)) return 'recipients';
  if (/^[-–+•]/u.test(text) && text.length < 120) return 'recipients';
  if (isUpperCase(text) && text.length < 80) return 'signature';
  if (/^\(?(?:đã ký|ký tên|ký, )/iu.test(text)) return 'signature';
  return /^(?:\p{Lu}[\p{L}]*\s*){2,5}$/u.test(text) ? 'signature' : undefined;
}

function closeAppendix(open: OpenAppendix): FoundAppendix[] {
  const [first, ...rest] = open.tables;
  if (!first) return [];
  const columns = first.columns;
  let rows = first.rows;
  for (const table of rest) rows = sameKinds(table.columns, columns) ? joinRows(rows, table.rows) : rows;
  const title = joinPassages(open.title);
  const written = isUpperCase(title.text) ? capitalise(sentenceCase(title.text)) : title.text;
  const tasks = tasksOf({ ...first, rows });
  const others = rest.filter((table) => !sameKinds(table.columns, columns));
  const own = { number: open.number, title: withText(title, written), columns, tasks };
  return [own, ...others.map((table) => ({ ...own, columns: table.columns, tasks: tasksOf(table) }))];
}

function sameKinds(left: readonly Column[], right: readonly Column[]): boolean {
  return left.length === right.length && left.every((column, index) => column.kind === right[index]?.kind);
}

/** Rows of a table that goes on after a page break: a first row without number carries on the last one. */
function joinRows(rows: readonly TableRow[], next: readonly TableRow[]): TableRow[] {
  const last = rows.at(-1);
  const first = next[0];
  if (last?.kind !== 'task' || first?.kind !== 'task' || first.no !== '') return [...rows, ...next];
  const cells = last.cells.map((cell, column): RowLine[] => [...cell, ...(first.cells[column] ?? [])]);
  return [...rows.slice(0, -1), { ...last, cells, pageSplit: true }, ...next.slice(1)];
}
