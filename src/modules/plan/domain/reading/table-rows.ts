import type { SourceCell } from '../source-document.ts';
import type { Column } from './columns.ts';
import type { RowLine, TableRow, TaskTable } from './found.ts';
import { cellsOfRow, type Grid } from './grid.ts';
import type { Passage } from './passage.ts';
import { repeatsHeader, type TableHeader } from './table-header.ts';

/** A table's rows below its heading: groups, tasks, and rows that carry a task on. */
export function tableOf(grid: Grid, header: TableHeader, paragraphs: boolean): TaskTable {
  const rows: TableRow[] = [];
  const headerLines = [...header.lines];
  let open: OpenRow | undefined;
  const close = () => {
    if (open) rows.push(closeRow(open, header.columns, grid.wrapped));
    open = undefined;
  };
  for (let row = header.from; row < grid.rowCount; row += 1) {
    const cells = cellsOfRow(grid, row);
    if (cells.every((cell) => grid.linesOf(cell).length === 0)) continue;
    if (repeatsHeader(grid, row, header.columns)) {
      headerLines.push(...cells.flatMap((cell) => grid.linesOf(cell).map((line) => line.id)));
      continue;
    }
    const group = groupOf(grid, row, header.columns);
    if (group) {
      close();
      rows.push(group);
    } else if (open && carriesOn(grid, row, header.columns, open)) addRow(open, grid, row, header.columns);
    else {
      close();
      open = newRow(grid, row, header.columns);
    }
  }
  close();
  return { columns: header.columns, rows, headerLines, paragraphs };
}

interface OpenRow {
  no: string;
  noCell: SourceCell | undefined;
  contentCell: SourceCell | undefined;
  content: string;
  page: number | undefined;
  pageSplit: boolean;
  /** Cells of each column in order, a merged one once. */
  cells: { cell: SourceCell; lines: readonly RowLine[] }[][];
}

function columnAt(columns: readonly Column[], kind: Column['kind']): number {
  return columns.findIndex((column) => column.kind === kind);
}

function newRow(grid: Grid, row: number, columns: readonly Column[]): OpenRow {
  const noCell = grid.at(row, columnAt(columns, 'no'));
  const contentCell = grid.at(row, columnAt(columns, 'content'));
  const open: OpenRow = {
    no: grid.textOf(noCell).text,
    noCell,
    contentCell,
    content: grid.textOf(contentCell).text,
    page: pageOf(grid, row),
    pageSplit: false,
    cells: columns.map(() => []),
  };
  addCells(open, grid, row, columns);
  return open;
}

function addRow(open: OpenRow, grid: Grid, row: number, columns: readonly Column[]): void {
  const page = pageOf(grid, row);
  if (page !== undefined && page !== open.page) open.pageSplit = true;
  addCells(open, grid, row, columns);
}

function addCells(open: OpenRow, grid: Grid, row: number, columns: readonly Column[]): void {
  columns.forEach((_, column) => {
    const cell = grid.at(row, column);
    const list = open.cells[column];
    if (!cell || !list || cell.column !== column || list.some((known) => known.cell === cell)) return;
    list.push({ cell, lines: grid.linesOf(cell) });
  });
}

function pageOf(grid: Grid, row: number): number | undefined {
  return cellsOfRow(grid, row)
    .flatMap((cell) => grid.linesOf(cell))
    .at(-1)?.page;
}

/** Whether a row belongs to the task above: the same merged cell, or nothing but the rest of torn cells. */
function carriesOn(grid: Grid, row: number, columns: readonly Column[], open: OpenRow): boolean {
  const contentCell = grid.at(row, columnAt(columns, 'content'));
  const noCell = grid.at(row, columnAt(columns, 'no'));
  if (contentCell && contentCell === open.contentCell) return true;
  if (grid.textOf(noCell).text !== '') return false;
  const content = grid.textOf(contentCell).text;
  if (content === '' || (grid.wrapped && open.no !== '')) return true;
  if (/^\p{Ll}/u.test(content)) return true;
  const numbered = columnAt(columns, 'no') >= 0 && open.no !== '';
  const newPage = pageOf(grid, row) !== open.page;
  return numbered && newPage && !/[.;]$/u.test(open.content);
}

/**
 * One task of the rows it covers. Where a content cell spans several rows that each have an output and a time, the
 * time is written with its output, as a cell with labels would have it.
 */
function closeRow(open: OpenRow, columns: readonly Column[], wrapped: boolean): TableRow {
  const outputs = open.cells[columnAt(columns, 'outputs')] ?? [];
  const due = open.cells[columnAt(columns, 'deadline')] ?? [];
  const paired =
    outputs.length > 1 && outputs.length === due.length && !open.pageSplit && !wrapped && sameRows(outputs, due);
  const cells = open.cells.map((list) =>
    paired && list === due
      ? list.flatMap(({ lines }, index) => labelled(lines, outputs[index]?.lines ?? []))
      : list.flatMap(({ lines }, index) => (paired && list === outputs && index > 0 ? bulleted(lines) : lines)),
  );
  const noLines = open.noCell && columns.some(({ kind }) => kind === 'no') ? open.noCell.lines : [];
  return { kind: 'task', no: open.no, noLines, cells, pageSplit: open.pageSplit };
}

function sameRows(left: readonly { cell: SourceCell }[], right: readonly { cell: SourceCell }[]): boolean {
  return left.every(({ cell }, index) => right[index]?.cell.row === cell.row);
}

function bulleted(lines: readonly RowLine[]): RowLine[] {
  return lines.map((line, index) =>
    index === 0 && !/^[-–+•]/u.test(line.text) ? { id: line.id, text: `- ${line.text}` } : line,
  );
}

function labelled(lines: readonly RowLine[], output: readonly RowLine[]): RowLine[] {
  const label = output
    .map((line) => line.text)
    .join(' ')
    .replace(/^[-–+•]\s*/u, '')
    .replace(/[.;]$/u, '');
  const text = lines.map((line) => line.text).join(' ');
  if (text === '' || label === '' || text.includes(':')) return bulleted(lines);
  return lines.slice(0, 1).map((line) => ({ id: line.id, text: `- ${label}: ${text}` }));
}

const groupNumber = /^(?:[A-ZĐ]|[IVX]+|\d{1,2})[.)]?$/u;

/** A row that only names the field of the rows under it ("A. Công tác chỉ đạo"), or undefined. */
function groupOf(grid: Grid, row: number, columns: readonly Column[]): TableRow | undefined {
  const filled = cellsOfRow(grid, row).filter((cell) => cell.row === row && grid.linesOf(cell).length > 0);
  const noColumn = columnAt(columns, 'no');
  const numbered = filled.find((cell) => cell.column === noColumn && cell.columnSpan === 1);
  const rest = filled.filter((cell) => cell !== numbered);
  const title = rest[0];
  if (rest.length !== 1 || !title) return undefined;
  const text = grid.textOf(title);
  const no = grid.textOf(numbered).text;
  const wide = title.columnSpan >= Math.max(2, grid.columnCount - 2);
  const merged = cellsOfRow(grid, row).some((cell) => cell.row < row);
  if (!wide && (merged || title.column !== columnAt(columns, 'content') || !groupNumber.test(no))) return undefined;
  if (!wide && /^\d/u.test(no) && !opensGroup(grid, row, columns, no)) return undefined;
  const inline = /^(?<no>[A-ZĐ]|[IVX]+|\d{1,2})\s*[.)/-]\s*(?<title>\S.*)$/u.exec(text.text)?.groups;
  const named: Passage = { text: inline && no === '' ? (inline.title ?? '') : text.text, lines: text.lines };
  const label = no === '' ? (inline?.no ?? '') : no.replace(/[.)]$/u, '');
  return { kind: 'group', no: label, noLines: numbered?.lines ?? [], title: named };
}

/** "1 | Cải cách thể chế" opens a group when the next row is "1.1", begins again at 1, or is lettered. */
function opensGroup(grid: Grid, row: number, columns: readonly Column[], no: string): boolean {
  const next = grid.textOf(grid.at(row + 1, columnAt(columns, 'no'))).text.replace(/[.)]$/u, '');
  const own = no.replace(/[.)]$/u, '');
  return next.startsWith(`${own}.`) || next === '1' || /^[a-z-]/u.test(next);
}
