import type { SourceCell, SourceLine } from '#modules/plan/domain/source-document.ts';
import type { DocumentBuilder } from '../document-builder.ts';
import { findColumns, sidesOf } from './columns.ts';
import type { PageFurniture } from './furniture.ts';
import type { LayoutRow, LayoutTable, PageLayout } from './page-layout.ts';
import { type BodyLine, measure, paragraphsOf } from './paragraphs.ts';
import type { Segment } from './text-rows.ts';

/** Column edges nearer than this are the same column on the next page. */
const sameEdge = 4;

interface OpenTable {
  xs: readonly number[];
  rowCount: number;
  cells: SourceCell[];
  page: number;
}

type NumberedLine = BodyLine & { readonly id: number };

/** Writes page layouts as source lines and blocks; paragraphs and tables go on over page ends. */
export class PdfWriter {
  readonly #builder: DocumentBuilder;
  readonly #furniture: PageFurniture;
  #table: OpenTable | undefined;
  #body: NumberedLine[] = [];

  constructor(builder: DocumentBuilder, furniture: PageFurniture) {
    this.#builder = builder;
    this.#furniture = furniture;
  }

  writePage(page: PageLayout): void {
    if (page.isPicture) {
      this.finish();
      const text = `(Trang ${page.number} chỉ có hình ảnh, chưa đọc được chữ)`;
      this.#builder.addParagraph([this.#builder.addLine({ text, page: page.number })]);
      return;
    }
    for (let index = 0; index < page.items.length; index += 1) {
      const item = page.items[index];
      if (!item) continue;
      if (item.kind === 'table') {
        this.#flushBody();
        this.#addTable(item, page.number);
      } else if (this.#furniture.has(item)) {
        const ids = item.segments.map((segment) => this.#line(segment, page.number, true));
        this.#builder.addParagraph(ids);
      } else {
        index += this.#addRows(page, index) - 1;
      }
    }
  }

  /** Ends the table and the paragraphs that were open. */
  finish(): void {
    this.#flushTable();
    this.#flushBody();
  }

  #line({ text, x, right, y, size, bold }: Segment, page: number, furniture = false): number {
    const round = (value: number) => Math.round(value * 10) / 10;
    const box: SourceLine['box'] = { x: round(x), right: round(right), y: round(y), size: round(size) };
    return this.#builder.addLine({
      text,
      page,
      box,
      ...(bold ? { bold } : {}),
      ...(furniture ? { furniture } : {}),
    });
  }

  /** Writes the row at `index`, or the column block that begins there, and returns how many items that were. */
  #addRows(page: PageLayout, index: number): number {
    this.#flushTable();
    const rows: LayoutRow[] = [];
    for (const item of page.items.slice(index)) {
      if (item.kind === 'table' || this.#furniture.has(item)) break;
      rows.push(item);
    }
    const columns = findColumns(rows);
    if (columns) {
      this.#flushBody();
      this.#addColumns(columns.rows, columns.gutter, page.number);
      return columns.rows.length;
    }
    for (const segment of rows[0]?.segments ?? []) {
      this.#body.push({ ...segment, page: page.number, id: this.#line(segment, page.number) });
    }
    return 1;
  }

  #addColumns(rows: readonly LayoutRow[], gutter: number, page: number): void {
    const cells = rows.flatMap((row, index): SourceCell[] =>
      sidesOf(row, gutter).map((side, column) => ({
        row: index,
        column,
        rowSpan: 1,
        columnSpan: 1,
        lines: side.map((segment) => this.#line(segment, page)),
      })),
    );
    this.#builder.addTable(2, rows.length, cells);
  }

  #addTable(table: LayoutTable, page: number): void {
    const open = this.#table;
    const joined = open && page <= open.page + 1 ? joinEdges(open.xs, table.xs) : undefined;
    if (!joined) this.#flushTable();
    const target: OpenTable =
      open && joined
        ? { ...open, xs: joined.xs, cells: open.cells.map(joined.first) }
        : { xs: table.xs, rowCount: 0, cells: [], page };
    for (const cell of table.cells) {
      const placed = {
        row: cell.row + target.rowCount,
        column: cell.column,
        rowSpan: cell.rowSpan,
        columnSpan: cell.columnSpan,
        lines: cell.segments.map((segment) => this.#line(segment, page)),
      };
      target.cells.push(joined ? joined.second(placed) : placed);
    }
    target.rowCount += table.rowCount;
    target.page = page;
    this.#table = target;
  }

  #flushTable(): void {
    const table = this.#table;
    if (table) this.#builder.addTable(table.xs.length - 1, table.rowCount, table.cells);
    this.#table = undefined;
  }

  #flushBody(): void {
    for (const paragraph of paragraphsOf(this.#body, measure(this.#body))) {
      this.#builder.addParagraph(paragraph.map((line) => line.id));
    }
    this.#body = [];
  }
}

interface JoinedEdges {
  readonly xs: readonly number[];
  readonly first: (cell: SourceCell) => SourceCell;
  readonly second: (cell: SourceCell) => SourceCell;
}

function moveTo(xs: readonly number[], from: readonly number[]): (cell: SourceCell) => SourceCell {
  const indexOf = (edge: number) => xs.findIndex((x) => Math.abs(x - (from[edge] ?? Number.NaN)) <= sameEdge);
  return (cell) => {
    const column = indexOf(cell.column);
    return { ...cell, column, columnSpan: indexOf(cell.column + cell.columnSpan) - column };
  };
}

/** The edges of two parts of one table, when each edge of the poorer part is one of the richer part. */
function joinEdges(first: readonly number[], second: readonly number[]): JoinedEdges | undefined {
  const [richer, poorer] = first.length >= second.length ? [first, second] : [second, first];
  const shared = poorer.every((edge) => richer.some((x) => Math.abs(x - edge) <= sameEdge));
  const sameEnds = Math.abs((first[0] ?? 0) - (second[0] ?? 0)) <= sameEdge;
  if (!shared || !sameEnds || Math.abs((first.at(-1) ?? 0) - (second.at(-1) ?? 0)) > sameEdge) return undefined;
  return { xs: richer, first: moveTo(richer, first), second: moveTo(richer, second) };
}
