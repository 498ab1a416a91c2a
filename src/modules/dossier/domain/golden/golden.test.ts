import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { dayOf, hour, type Moment, minute, momentOn, writeClock } from '#kernel/moment.ts';
import { formatDate, type PlainDate } from '#kernel/plain-date.ts';
import { readDay } from '#kernel/read-day.ts';
import { readTerm, type Term } from '#kernel/term.ts';
import type { WorkingCalendar } from '#kernel/working-calendar.ts';
import {
  type DayKind,
  type KnownDays,
  overridden,
  workingCalendarOf,
} from '#modules/calendar/domain/calendar-entry.ts';
import { readShippedDays } from '#server/cli/due-calendar.ts';
import { deadlineOf } from '../deadline/deadline-of.ts';
import { apologyStanding } from '../deadline/may-extend.ts';
import { deadlineRules, rulesOn } from '../deadline/rules.ts';
import { transferDue } from '../deadline/transfer-due.ts';
import type { Counting, DeadlineRules, LedgerEvent } from '../deadline/types.ts';
import { officesOf } from './made-offices.ts';

const folder = new URL('./', import.meta.url);
const national = await readShippedDays();
const usual = workingCalendarOf(national);
type Row = Readonly<Record<string, string>>;

function read(text: string | undefined): Moment {
  const [day = '', clock = ''] = (text ?? '').split(' ');
  const date = readDay(day);
  if (!date) throw new Error(`no moment: ${text}`);
  return momentOn(date, Number(clock.slice(0, 2)) * hour + Number(clock.slice(3)) * minute);
}

const write = (at: Moment) => `${formatDate(dayOf(at))} ${writeClock(at)}`;

function termOf(row: Row): Term {
  const term = readTerm(row['thời hạn'] ?? '');
  if (!term) throw new Error(`no term: ${row['thời hạn']}`);
  return term;
}

type More = { rules?: DeadlineRules; counting?: Counting; now?: Moment; events?: readonly LedgerEvent[] };

function inputOf(row: Row, calendar: WorkingCalendar, more: More = {}) {
  const at = read(row['nhận lúc']);
  return {
    term: termOf(row),
    counting: more.counting ?? 'day-based',
    rules: more.rules ?? rulesOn(dayOf(at)),
    calendar,
    ledger: [{ type: 'received' as const, at }, ...(more.events ?? [])],
    now: more.now ?? momentOn('2030-01-01' as PlainDate, 0),
  };
}

const due = (row: Row, calendar: WorkingCalendar, more?: More) =>
  write(deadlineOf(inputOf(row, calendar, more)).currentDue);

function stops(row: Row): LedgerEvent[] {
  return (row['tạm dừng'] ?? '').split('; ').map((text) => {
    const [from, to] = text.split(' – ');
    return {
      type: 'paused',
      kind: 'external-consultation',
      from: read(from),
      to: read(to),
      basis: 'Luật chuyên ngành',
      excluded: true,
    };
  });
}

function supplement(row: Row): LedgerEvent[] {
  const asked = row['yêu cầu bổ sung lúc'] ?? row['nhận lúc'];
  if (row['nhận đủ bổ sung lúc'] === '') return [];
  return [
    { type: 'paused', kind: 'supplement', from: read(asked), basis: 'Phiếu số 1', excluded: true },
    { type: 'supplement-received', at: read(row['nhận đủ bổ sung lúc']) },
  ];
}

const changeKinds: Readonly<Record<string, DayKind>> = { nghỉ: 'special', làm: 'worked', thường: 'ordinary' };

function edited(row: Row): KnownDays {
  const entries = (row['sửa lịch'] ?? '').split('; ').map((text) => {
    const [word = '', written = ''] = text.split(' ');
    const [day, kind] = [readDay(written), changeKinds[word]];
    if (!day || !kind) throw new Error(`no change: ${text}`);
    return { day, kind, name: 'Sửa lịch', citation: 'Thông báo sửa' };
  });
  return { ...national, entries: overridden(national.entries, entries) };
}

const [first] = deadlineRules;
if (!first) throw new Error('no rules');
const versions: readonly DeadlineRules[] = [
  { ...first, version: '1' },
  {
    ...first,
    version: '2',
    validFrom: '2025-07-01' as PlainDate,
    cutoff: { value: '16:00', citation: 'giả định' },
    workingHoursPerDay: { value: 7, citation: 'giả định' },
  },
];

const offices = new Map([...officesOf(national)].map(([name, days]) => [name, workingCalendarOf(days)]));

function standing(row: Row): string {
  const { verdict, isLastDay } = apologyStanding(inputOf(row, usual, { now: read(row['hỏi lúc']) }));
  return verdict.ok ? (isLastDay ? 'ngày cuối' : 'được') : 'không';
}

/** What the engine says in the columns that a table answers. */
const answers: Readonly<Record<string, (row: Row) => Row>> = {
  '09': (row) => ({
    'chậm nhất': write(transferDue(usual, rulesOn(dayOf(read(row['nhận lúc']))), read(row['nhận lúc'])).due),
  }),
  '10': (row) => ({ hạn: due(row, usual, { events: stops(row) }) }),
  '11': (row) => ({ 'hạn lần đầu': due(row, usual), hạn: due(row, usual, { events: supplement(row) }) }),
  '12': (row) => ({
    'hạn trước khi sửa': due(row, usual),
    'hạn sau khi sửa': due(row, workingCalendarOf(edited(row))),
  }),
  '13': (row) => ({ hạn: due(row, offices.get(row['đơn vị'] ?? '') ?? usual) }),
  '14': (row) => {
    const rules = rulesOn(dayOf(read(row['nhận lúc'])), versions);
    return { 'bản áp dụng': rules.version, hạn: due(row, usual, { rules, events: supplement(row) }) };
  },
  '15': (row) => ({ hạn: due(row, usual, { counting: 'hour-based' }) }),
  '16': (row) => ({ hạn: due(row, usual), 'được hẹn lại': standing(row) }),
};

const files = readdirSync(folder).filter((name) => name.endsWith('.csv'));
const rowsOf = (name: string): Row[] => parse(readFileSync(new URL(name, folder)), { columns: true });

test.each(files)('%s', (name) => {
  const rows = rowsOf(name);
  const answer = answers[name.slice(0, 2)] ?? ((row: Row) => ({ hạn: due(row, usual) }));
  expect(rows.map((row) => ({ ...row, ...answer(row) }))).toEqual(rows);
});

test('there are more than 500 rows, none twice in a table', () => {
  const tables = files.map(rowsOf);
  expect(tables.flat().length).toBeGreaterThan(500);
  for (const rows of tables) expect(new Set(rows.map((row) => JSON.stringify(row))).size).toBe(rows.length);
});
