import { foldWords } from '#kernel/fold.ts';
import { type Moment, momentOn, parseMoment } from '#kernel/moment.ts';
import { findPlainDate } from '#kernel/plain-date.ts';
import type { DossierState } from '../states.ts';
import type { ImportField } from './fields.ts';
import { looksLikeCode } from './find-table.ts';
import { readState } from './read-state.ts';

/** A dossier as a file tells it; what the file does not tell is null. */
export interface ImportedDossier {
  readonly code: string;
  readonly procedureCode: string | null;
  readonly procedureName: string;
  readonly field: string | null;
  readonly ownerName: string;
  readonly ownerNumber: string | null;
  readonly phone: string | null;
  readonly address: string | null;
  readonly summary: string | null;
  readonly receivedAt: Moment;
  readonly dueAt: Moment | null;
  readonly endedAt: Moment | null;
  readonly returnedAt: Moment | null;
  readonly state: DossierState;
  readonly channel: 'counter' | 'postal' | 'online';
  readonly holder: string | null;
}

/** What is doubtful in a row, by field, with the value as it stands. */
export interface RowDoubt {
  readonly field: ImportField;
  readonly value: string;
  readonly why:
    | 'missing'
    | 'not-a-code'
    | 'not-a-moment'
    | 'unknown-state'
    | 'too-long'
    | 'before-receipt'
    | 'no-end'
    | 'twice';
}

const minuteMs = 60_000;
const hourMs = 3_600_000;
const longest: Readonly<Partial<Record<ImportField, number>>> = {
  ownerName: 300,
  ownerNumber: 40,
  phone: 40,
  address: 500,
  summary: 1_000,
};
const clockFirst = /^(\d{1,2})[:hg](\d{2})(?::\d{2})?[\s,]+(?:ngày\s+)?(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/i;
const dayFirst = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:[\s,]+(\d{1,2})[:hg](\d{2})(?::\d{2})?)?$/i;

/**
 * Reads a moment as systems export it: `13/01/2022 17:00`, `17:00 13/01/2022`, `13/01/2022`, ISO text. A day without
 * hours is its beginning for a receipt and its end of office hours (17:00) for a due date: `endOfDay` says which.
 */
export function readImportMoment(text: string, endOfDay: boolean): Moment | undefined {
  const trimmed = text.trim();
  const clock = clockFirst.exec(trimmed);
  if (clock) return momentFrom(clock[5], clock[4], clock[3], clock[1], clock[2]);
  const day = dayFirst.exec(trimmed);
  if (day) return momentFrom(day[3], day[2], day[1], day[4] ?? (endOfDay ? '17' : '7'), day[5] ?? '0');
  if (/^\d{4}-\d{2}-\d{2}$/.test(trimmed)) return parseMoment(`${trimmed}T${endOfDay ? '17' : '07'}:00`);
  return parseMoment(trimmed);
}

function momentFrom(year?: string, month?: string, day?: string, hours?: string, minutes?: string): Moment | undefined {
  const date = findPlainDate(Number(year), Number(month), Number(day));
  if (!date || Number(hours) > 23 || Number(minutes) > 59) return undefined;
  return momentOn(date, Number(hours) * hourMs + Number(minutes) * minuteMs);
}

function readChannel(text: string): ImportedDossier['channel'] {
  const words = foldWords(text);
  if (words.includes('buu chinh') || words === '2') return 'postal';
  return words.includes('truc tuyen') || words.includes('online') || words === '3' ? 'online' : 'counter';
}

const ended: readonly DossierState[] = ['result-ready', 'returned'];

/** A row of the file as a dossier, or what is doubtful in it; both when it can be taken in spite of the doubt. */
export function readImportRow(cell: (field: ImportField) => string): {
  dossier: ImportedDossier | undefined;
  doubts: RowDoubt[];
} {
  const doubts: RowDoubt[] = [];
  const doubt = (field: ImportField, why: RowDoubt['why']) => void doubts.push({ field, value: cell(field), why });
  const text = (field: ImportField) => cell(field).trim() || null;
  const moment = (field: ImportField, endOfDay: boolean): Moment | null => {
    if (cell(field).trim() === '') return null;
    const read = readImportMoment(cell(field), endOfDay);
    if (read === undefined) doubt(field, 'not-a-moment');
    return read ?? null;
  };
  for (const field of ['code', 'procedureName', 'ownerName', 'receivedAt', 'state'] as const) {
    if (cell(field).trim() === '') doubt(field, 'missing');
  }
  for (const [field, most] of Object.entries(longest)) {
    if (cell(field as ImportField).length > most) doubt(field as ImportField, 'too-long');
  }
  if (text('code') && !looksLikeCode(cell('code'))) doubt('code', 'not-a-code');
  const state = readState(cell('state'));
  if (text('state') && !state) doubt('state', 'unknown-state');
  const receivedAt = moment('receivedAt', false);
  const [dueAt, endedAt, returnedAt] = [moment('dueAt', true), moment('endedAt', true), moment('returnedAt', true)];
  if (receivedAt !== null && dueAt !== null && dueAt < receivedAt) doubt('dueAt', 'before-receipt');
  if (receivedAt !== null && endedAt !== null && endedAt < receivedAt) doubt('endedAt', 'before-receipt');
  if (state && ended.includes(state) && endedAt === null && returnedAt === null) doubt('endedAt', 'no-end');
  const [code, procedureName, ownerName] = [text('code'), text('procedureName'), text('ownerName')];
  if (doubts.length > 0 || !code || !procedureName || !ownerName || !state || receivedAt === null)
    return { dossier: undefined, doubts };
  const dossier = {
    ...{ code, procedureName, ownerName, state, receivedAt, dueAt, returnedAt },
    endedAt: endedAt ?? (ended.includes(state) ? returnedAt : null),
    ...{ procedureCode: text('procedureCode'), field: text('field'), ownerNumber: text('ownerNumber') },
    ...{ phone: text('phone'), address: text('address'), summary: text('summary'), holder: text('holder') },
    channel: readChannel(cell('channel')),
  };
  return { dossier, doubts };
}
