import { once } from 'node:events';
import { open } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { toIso } from '#kernel/moment.ts';
import type { WorkingCalendar } from '#kernel/working-calendar.ts';
import { dueOf, readAsked } from './due-of-row.ts';

/** What became of a table: rows written, and rows that could not be. */
export interface TableResult {
  readonly written: number;
  readonly refused: number;
}

/** A table without the two columns that are needed. */
export class MissingColumns extends Error {}

const mostPending = 65_536;

/** A cell of CSV, in quotes where it needs them. */
function cell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

interface Columns {
  readonly separator: string;
  readonly received: number;
  readonly term: number;
  readonly count: number;
}

/** The cells of one line; undefined where its quotes are not in order. A cell of this table never runs over a line. */
function cellsOf(line: string, separator: string): readonly string[] | undefined {
  if (!line.includes('"')) return line.split(separator);
  try {
    const [cells] = parse(line, { delimiter: separator });
    return cells;
  } catch {
    return undefined;
  }
}

/** Reads the first line; semicolons where it has no comma: Excel of Vietnamese settings writes them. */
function columnsOf(line: string): Columns {
  const separator = line.includes(';') && !line.includes(',') ? ';' : ',';
  const names = (cellsOf(line, separator) ?? []).map((name) => name.trim().toLowerCase());
  const [received, term] = [names.indexOf('received'), names.indexOf('term')];
  if (received === -1 || term === -1) throw new MissingColumns();
  return { separator, received, term, count: names.length };
}

/** One row with its due date, or what is wrong with it. */
function rowOf(calendar: WorkingCalendar, columns: Columns, line: string): string | { readonly problem: string } {
  const cells = cellsOf(line, columns.separator);
  if (!cells) return { problem: 'dấu ngoặc kép không đúng chỗ hoặc không được đóng' };
  if (cells.length !== columns.count) {
    const hint = 'ô có dấu phẩy (như 0,25) phải để trong dấu ngoặc kép';
    return { problem: `có ${cells.length} cột, dòng đầu có ${columns.count}; ${hint}` };
  }
  const [received, term] = [cells[columns.received]?.trim() ?? '', cells[columns.term]?.trim() ?? ''];
  const asked = readAsked(received, term);
  if ('problem' in asked) return asked;
  return `${cell(received)},${cell(term)},${toIso(dueOf(calendar, asked))}\n`;
}

/**
 * Reads a CSV file with the columns `received` and `term` (quotes, byte-order mark, CRLF, also semicolons) and writes
 * `received,term,due`. A row that cannot be read is said with its line and left out; the others are written. Throws
 * MissingColumns when the first line does not name the two columns.
 */
export async function writeDues(
  path: string,
  calendar: WorkingCalendar,
  write: (text: string) => Promise<void>,
  complain: (line: number, problem: string) => void,
): Promise<TableResult> {
  const file = await open(path);
  let columns: Columns | undefined;
  let [number, written, refused] = [0, 0, 0];
  let pending = '';
  try {
    for await (const text of file.readLines()) {
      number += 1;
      const line = number === 1 ? text.replace(/^\uFEFF/, '') : text;
      if (line.trim() === '') continue;
      if (!columns) {
        columns = columnsOf(line);
        pending = 'received,term,due\n';
        continue;
      }
      const row = rowOf(calendar, columns, line);
      if (typeof row === 'string') {
        written += 1;
        pending += row;
      } else {
        refused += 1;
        complain(number, row.problem);
      }
      if (pending.length < mostPending) continue;
      await write(pending);
      pending = '';
    }
  } finally {
    await file.close();
  }
  if (!columns) throw new MissingColumns();
  await write(pending);
  return { written, refused };
}

/** Writes to standard output and waits while it is full; ends quietly when nobody reads any more. */
export async function toOutput(text: string): Promise<void> {
  if (process.stdout.listenerCount('error') === 0) {
    process.stdout.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
      process.exit(0);
    });
  }
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}
