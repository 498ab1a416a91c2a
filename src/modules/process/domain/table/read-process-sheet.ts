import { foldWords } from '#kernel/fold.ts';
import type { Finding } from '../finding.ts';
import { readDuration, readWords, type WrittenDuration } from './read-duration.ts';
import { findLayout, type Layout, type SheetColumn } from './sheet-columns.ts';
import type { WrittenProcess, WrittenStep } from './written-process.ts';

/** Cells of a sheet that are one; rows and columns from 0, all included. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** A process of a sheet, with what is to be said of its cells alone. */
export interface SheetProcess {
  readonly written: WrittenProcess;
  readonly cellFindings: readonly Finding[];
}

interface Open {
  code: string;
  caseCode: string;
  name: string;
  declared: WrittenDuration;
  declaredCell: string | undefined;
  readonly steps: WrittenStep[];
  readonly cellFindings: Finding[];
}

const codePattern = /(?<![\d.])\d\.\d{6}(?:\.[0-9A-Z.]+)*/;
const none: WrittenDuration = { is: 'missing', said: false };

/**
 * Reads the tables of processes in a sheet: rows under headings such as "STT | Nội dung | Trách nhiệm | Thời gian | Sản
 * phẩm", each table under a line with the name and code of its procedure and ended by its total; or one long table with a
 * column of codes. Cells that are merged read as one: a time for several steps is counted once, and that is said.
 */
export function readProcessSheet(rows: readonly (readonly string[])[], merges: readonly Merge[]): SheetProcess[] {
  const done: Open[] = [];
  let layout: Layout | undefined;
  let open = newTable();
  for (const [index, row] of rows.entries()) {
    const texts = row.map((cell) => cell.trim()).filter((cell) => cell !== '');
    if (texts.length === 0) continue;
    const found = findLayout(row);
    if (found) {
      layout = found;
      if (open.steps.length > 0) open = next(open, done);
    } else if (isTotal(texts)) readTotal(open, row, index, layout?.unit ?? '');
    else if (!layout || isTitle(texts, row, layout)) {
      if (open.steps.length > 0) open = next(open, done);
      readTitle(open, texts, index, row);
    } else if (!isColumnNumbers(texts)) open = readStep(open, done, { row, index, layout, merges });
  }
  next(open, done);
  return done.map(({ cellFindings, declaredCell, ...written }) => ({
    written: { ...written, ...(declaredCell !== undefined && { declaredCell }) },
    cellFindings,
  }));
}

function newTable(): Open {
  return { code: '', caseCode: '', name: '', declared: none, declaredCell: undefined, steps: [], cellFindings: [] };
}

function next(open: Open, done: Open[]): Open {
  if (open.steps.length > 0) done.push(open);
  return newTable();
}

const isTotal = (texts: readonly string[]) => /^(tong( cong| thoi gian| so)?|cong)\b/.test(foldWords(texts[0] ?? ''));

/** "(1) (2) (3)" under the headings. */
const isColumnNumbers = (texts: readonly string[]) =>
  texts.length > 2 && texts.every((text, index) => text.replace(/[()[\]]/g, '') === String(index + 1));

/** One text across the table that is no step. */
function isTitle(texts: readonly string[], row: readonly string[], { at }: Layout): boolean {
  if (new Set(texts).size > 1) return false;
  const time = row[at.get('duration') ?? -1]?.trim() ?? '';
  return texts.length > 1 || time === '';
}

function readTitle(open: Open, texts: readonly string[], index: number, row: readonly string[]): void {
  const [title = ''] = texts;
  const code = codePattern.exec(title)?.[0];
  if (code !== undefined) open.code = code;
  const [, words] = /(?:thời hạn|thời gian|tổng)[^:]*:\s*(.+)$/i.exec(title) ?? [];
  if (words !== undefined)
    setDeclared(
      open,
      readWords(words),
      index,
      row.findIndex((cell) => cell.trim() !== ''),
    );
  else if (code !== undefined || open.name === '') open.name = nameOf(title, code) || open.name;
}

/** The title without the code and what introduces it. */
function nameOf(title: string, code: string | undefined): string {
  const [line = ''] = title.split('\n');
  return line
    .replace(code ?? '', '')
    .replace(/\(?\s*mã( số)?( thủ tục| tthc)?\s*:?\s*\)?/gi, '')
    .replace(/^[\s\dIVX.)(:–-]*((quy trình|thủ tục)( số)?\s*\d*\s*[:.–-])?/i, '')
    .replace(/[\s():;,–-]+$/, '')
    .trim();
}

function readTotal(open: Open, row: readonly string[], index: number, unit: string): void {
  for (const [column, cell] of [...row.entries()].reverse()) {
    const words = cell.replace(/^[^:]*:/, '').trim();
    if (!/\d|[½¼¾]/.test(words)) continue;
    const read = durationOf(words, unit);
    setDeclared(open, read, index, column);
    if (read.is === 'time') return;
  }
}

function setDeclared(open: Open, read: WrittenDuration, row: number, column: number): void {
  open.declared = read;
  open.declaredCell = cellName(row, column);
}

interface Place {
  readonly row: readonly string[];
  readonly index: number;
  readonly layout: Layout;
  readonly merges: readonly Merge[];
}

function readStep(before: Open, done: Open[], place: Place): Open {
  const { row, index, layout, merges } = place;
  const cell = (column: SheetColumn) => row[layout.at.get(column) ?? -1]?.trim() ?? '';
  const name = (column: SheetColumn) => cellName(index, layout.at.get(column) ?? 0);
  let open = before;
  const code = cell('code');
  const isOther = code !== '' && (code !== open.code || cell('caseCode') !== open.caseCode);
  if (layout.at.has('code') && (isOther || (open.steps.length > 0 && startsAnew(open, cell('process'))))) {
    open = next(open, done);
    Object.assign(open, { code, caseCode: cell('caseCode'), name: cell('process') });
  }
  if (open.declared.is === 'missing' && cell('total') !== '')
    setDeclared(open, readWords(cell('total')), index, layout.at.get('total') ?? 0);
  const merge = merges.find(
    (one) =>
      one.left <= (layout.at.get('duration') ?? -1) &&
      one.right >= (layout.at.get('duration') ?? -1) &&
      one.top <= index &&
      one.bottom >= index,
  );
  const isShared = merge !== undefined && merge.bottom > merge.top;
  if (isShared && merge.top === index)
    open.cellFindings.push({ kind: 'cell-merged', severity: 'warning', cell: name('duration') });
  open.steps.push({
    label: cell('no'),
    name: cell('name'),
    actorWords: cell('actor'),
    duration:
      isShared && merge.top < index ? { is: 'not-counted' } : durationOf(cell('duration'), cell('unit') || layout.unit),
    product: cell('product'),
    ...(layout.at.has('next') && {
      ways: {
        role: cell('role'),
        level: cell('level'),
        joint: cell('joint'),
        next: cell('next'),
        returns: cell('returns'),
        recallable: cell('recallable'),
      },
    }),
    cells: { label: name('no'), actor: name(layout.at.has('actor') ? 'actor' : 'role'), duration: name('duration') },
  });
  return open;
}

/** Another name of a procedure under the same code begins another one. */
function startsAnew(open: Open, name: string): boolean {
  return name !== '' && open.name !== '' && foldWords(name) !== foldWords(open.name);
}

function durationOf(cell: string, unit: string): WrittenDuration {
  if (cell === '') return none;
  return /\p{L}/u.test(cell) ? readWords(cell) : readDuration(cell, unit);
}

/** `D7` for the fourth column of the seventh row. */
export function cellName(row: number, column: number): string {
  let letters = '';
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1)
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
  return `${letters}${row + 1}`;
}
