import { hour, type Moment, minute, momentOn } from '#kernel/moment.ts';
import { addDays, plainDate } from '#kernel/plain-date.ts';
import { readTerm, type Term } from '#kernel/term.ts';
import { changedDays } from '#kernel/working-hours.ts';
import { overridden, workingCalendarOf } from '#modules/calendar/domain/calendar-entry.ts';
import { deadlineOf } from '#modules/dossier/domain/deadline/deadline-of.ts';
import { dueOfTerm } from '#modules/dossier/domain/deadline/due-of-term.ts';
import { figuresOf } from '#modules/dossier/domain/deadline/figures-of.ts';
import { rulesOn } from '#modules/dossier/domain/deadline/rules.ts';
import type { DeadlineInput, LedgerEvent } from '#modules/dossier/domain/deadline/types.ts';
import { readShippedDays } from '#server/cli/due-calendar.ts';
import { type BenchRow, median } from './bench-row.ts';

/** Due dates a second on one core, by the shipped calendar, over four years and every kind of term. */
export const title = 'Thời hạn giải quyết: số hạn tính được mỗi giây trên một lõi';

const days = await readShippedDays();
const calendar = workingCalendarOf(days);
const rules = rulesOn(plainDate(2026, 1, 1));
const count = 200_000;
const runs = 5;
const least = 200_000;

const terms = [
  '3 ngày làm việc',
  '15 ngày làm việc',
  '8 giờ làm việc',
  '0,25 ngày làm việc',
  '15 ngày',
  '12 giờ',
  'ngay',
]
  .map(readTerm)
  .filter((term): term is Term => term !== undefined);
const first = plainDate(2023, 1, 1);
const receipts = Array.from({ length: count }, (_, index) =>
  momentOn(addDays(first, (index * 7) % 1_400), ((index * 13) % 24) * hour + ((index * 37) % 60) * minute),
);

function inputOf(at: Moment, index: number, events: readonly LedgerEvent[] = []): DeadlineInput {
  const term = terms[index % terms.length];
  if (!term) throw new Error('no term');
  const ledger: LedgerEvent[] = [{ type: 'received', at }, ...events];
  return { term, counting: 'day-based', rules, calendar, ledger, now: (at + 26 * hour) as Moment };
}

function paused(at: Moment): LedgerEvent {
  const [from, to] = [(at + 2 * hour) as Moment, (at + 25 * hour) as Moment];
  return { type: 'paused', kind: 'financial-obligation', from, to, basis: 'Luật Đất đai', excluded: true };
}

/** The middle of a few runs over all receipts, in due dates a second; the first warms up and does not count. */
function perSecond(reckon: (at: Moment, index: number) => number, share = 1): number {
  const some = receipts.slice(0, count * share);
  const speeds: number[] = [];
  let sum = 0;
  for (let run = 0; run <= runs; run += 1) {
    const start = performance.now();
    for (const [index, at] of some.entries()) sum += reckon(at, index);
    if (run > 0) speeds.push((some.length / (performance.now() - start)) * 1_000);
  }
  if (!Number.isFinite(sum)) throw new Error('no due dates');
  return median(speeds);
}

const shown = (value: number) => `${Math.round(value).toLocaleString('vi-VN')}/s`;

function speedRow(name: string, asked: number, measured: number): BenchRow {
  return { name, asked: `≥ ${shown(asked)}`, measured: shown(measured), pass: measured >= asked };
}

/** 100,000 open dossiers reckoned again after a day became a day off: what an edit of the calendar costs to reckon. */
function reprojected(): BenchRow {
  const off = { day: plainDate(2024, 6, 5), kind: 'special' as const, name: 'Nghỉ vì bão', citation: 'Quyết định thử' };
  const edited = workingCalendarOf({ ...days, entries: overridden(days.entries, [off]) });
  const open = receipts.slice(0, 100_000).map((at, index) => inputOf(at, index, [paused(at)]));
  const start = performance.now();
  const { length: changed } = changedDays(calendar, edited, first, addDays(first, 1_400));
  let moved = 0;
  for (const input of open) {
    if (figuresOf(input).currentDue !== figuresOf({ ...input, calendar: edited }).currentDue) moved += 1;
  }
  const seconds = (performance.now() - start) / 1_000;
  return {
    name: `Tính lại 100.000 hồ sơ khi sửa lịch (${changed} ngày đổi, ${moved.toLocaleString('vi-VN')} hạn dời), chưa kể ghi dữ liệu`,
    asked: '≤ 10 s',
    measured: `${seconds.toLocaleString('vi-VN', { maximumFractionDigits: 2 })} s`,
    pass: seconds <= 10 && changed === 1 && moved > 0,
  };
}

/** Measures due dates alone, with a ledger, and with their explanation. */
export async function run(): Promise<readonly BenchRow[]> {
  const due = perSecond((at, index) => dueOfTerm(inputOf(at, index), at));
  const figures = perSecond((at, index) => figuresOf(inputOf(at, index, [paused(at)])).currentDue);
  const explained = perSecond((at, index) => deadlineOf(inputOf(at, index, [paused(at)])).explanation.length, 0.25);
  return [
    speedRow('Hạn từ lúc tiếp nhận và thời hạn', least, due),
    speedRow('Mọi số liệu của hồ sơ có một lần tạm dừng', 50_000, figures),
    speedRow('Như trên, kèm giải thích từng bước', 5_000, explained),
    reprojected(),
  ];
}

if (import.meta.main) {
  for (const row of await run())
    console.log(`${row.pass ? 'PASS' : 'MISS'} ${row.name}: ${row.measured} (${row.asked})`);
}
