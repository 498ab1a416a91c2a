import { fold } from '#kernel/fold.ts';
import { type PlainDate, parsePlainDate } from '#kernel/plain-date.ts';
import { readDay } from '#kernel/read-day.ts';
import { codeOf } from '../portal/code-of.ts';
import { linesOf } from './line.ts';
import { LineRefusal, type SheetFault } from './line-reader.ts';
import { type CatalogueRow, type SheetColumn, stateWords } from './procedure-sheet.ts';
import {
  readCase,
  readChannels,
  readComponent,
  readFee,
  readQuestion,
  readResult,
  readTermRule,
} from './read-lists.ts';
import { findByWords, onlineWords } from './words.ts';

/** A cell that cannot be read. */
export interface CellFault extends SheetFault {
  readonly column: SheetColumn;
}

/**
 * Reads a row of the sheet; every cell that is not understood is named, and a row with one gives no procedure. An empty
 * name is a fault, other empty cells mean that nothing is said.
 */
export function readRow(cells: Readonly<Partial<Record<SheetColumn, string>>>): {
  row: CatalogueRow | undefined;
  faults: CellFault[];
} {
  const faults: CellFault[] = [];
  const text = (column: SheetColumn) => cells[column]?.trim() ?? '';
  const or = (column: SheetColumn) => (text(column) === '' ? null : text(column));
  const refuse = (column: SheetColumn, code: string, value: string) => {
    faults.push({ column, code, params: { value } });
    return undefined;
  };
  const list = <T>(column: SheetColumn, read: (line: string, index: number) => T): T[] =>
    linesOf(text(column)).flatMap((line, index) => {
      try {
        return [read(line, index)];
      } catch (error) {
        if (!(error instanceof LineRefusal)) throw error;
        faults.push({ column, ...error.fault });
        return [];
      }
    });
  const oneOf = <T>(column: SheetColumn, read: (value: string) => T | undefined, otherwise: T): T =>
    text(column) === ''
      ? otherwise
      : (read(text(column)) ?? refuse(column, 'procedure-sheet-cell', text(column)) ?? otherwise);
  const name = text('name');
  if (name.length < 2) refuse('name', 'procedure-sheet-name', name);
  const { code, localCode } = codeOf(text('code'), name);
  if (!/^[0-9A-Za-z][0-9A-Za-z.-]{1,39}$/.test(code)) refuse('code', 'procedure-sheet-code', text('code'));
  const row: CatalogueRow = {
    code,
    effectiveFrom: oneOf<PlainDate | null>('effectiveFrom', readSheetDay, null),
    abolished: oneOf('state', readState, false),
    successorCode: or('successorCode'),
    content: {
      name,
      field: or('field') ?? refuse('field', 'procedure-sheet-missing', '') ?? '',
      level: or('level') ?? 'Cấp xã',
      decision: or('decision'),
      channels: oneOf('channels', readChannels, ['counter']),
      onlineLevel: oneOf('onlineLevel', (value) => findByWords(onlineWords, value), 'unspecified'),
      isLinked: oneOf('isLinked', readYes, false),
      cases: list('cases', readCase),
      terms: list('terms', readTermRule),
      fees: list('fees', readFee),
      components: list('components', readComponent),
      results: list('results', readResult),
      questions: list('questions', readQuestion),
      localCode: or('localCode') ?? localCode,
      source: or('source') ?? 'Đơn vị nhập từ tệp',
      verified: oneOf('verified', readYes, false),
      unverifiedFields: text('unverifiedFields')
        .split(',')
        .flatMap((one) => one.trim() || []),
      note: or('note'),
    },
  };
  return { row: faults.length === 0 ? row : undefined, faults };
}

/** A day as officials type it, or as a cell of dates gives it. */
function readSheetDay(text: string): PlainDate | undefined {
  return readDay(text) ?? parsePlainDate(text);
}

function readYes(text: string): boolean | undefined {
  const folded = fold(text);
  if (['co', 'x', 'yes', '1'].includes(folded)) return true;
  return ['khong', 'no', '0'].includes(folded) ? false : undefined;
}

function readState(text: string): boolean | undefined {
  const folded = fold(text);
  if (['bai bo', 'da bai bo', 'het hieu luc'].includes(folded)) return true;
  return folded === fold(stateWords.held) ? false : undefined;
}
