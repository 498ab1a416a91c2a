import { sql } from 'kysely';
import { hour, momentOn, toIso } from '#kernel/moment.ts';
import { addDays, formatDate, type PlainDate } from '#kernel/plain-date.ts';
import { type Term, writeTerm } from '#kernel/term.ts';
import { unknownYears } from '#kernel/working-calendar.ts';
import { loadWorkingCalendar } from '#modules/calendar/queries.ts';
import type { Context } from '#server/context.ts';
import { dueOfTerm } from '../domain/deadline/due-of-term.ts';
import { rulesOn } from '../domain/deadline/rules.ts';
import { dateWords, weekdayWords } from '../domain/forms/form-moments.ts';
import type { PrintableSlip } from './find-slip.ts';
import { unitHeadOn } from './slip-head.ts';

const day = (count: number): Term => ({ unit: 'working-day', milli: count * 1_000 });
const calendarDay = (count: number): Term => ({ unit: 'day', milli: count * 1_000 });

/** The terms of most procedures of a commune. */
const terms: readonly Term[] = [
  { unit: 'immediate', milli: 0 },
  ...[1, 2, 3, 4, 5, 7, 8, 10, 12, 15, 20, 25, 30].map(day),
  ...[15, 20, 30].map(calendarDay),
];

const morning = 8 * hour;
const looksAhead = 120;
const mostCodes = 300;
const supplementForms = 5;

/** The reserve of a day, ready to be printed: due dates of what is received that morning, the register, blank forms. */
export async function makeSpareSet(ctx: Context, on: PlainDate): Promise<PrintableSlip> {
  const { rows } = await sql<{ code: string }>`select code from reserved_code
    where unit_id = ${ctx.unitId} and day = ${on} and state = 'open' order by code limit ${mostCodes}`.execute(ctx.db);
  const calendar = await loadWorkingCalendar(ctx.db, ctx.unitId);
  const rules = rulesOn(on);
  const at = momentOn(on, morning);
  const dues = terms.map((term) => ({
    term: writeTerm(term),
    due: weekdayWords(dueOfTerm({ term, counting: 'day-based', rules, calendar }, at)),
  }));
  const data = {
    ...(await unitHeadOn(ctx.db, ctx.unitId, on)),
    title: `Bộ dự phòng ngày ${formatDate(on)}`,
    dateWords: dateWords(on),
    dayWords: formatDate(on),
    cutoff: rules.cutoff.value.replace(':', ' giờ '),
    dues,
    unannounced: unknownYears(calendar, on, addDays(on, looksAhead)).length > 0,
    codes: rows.map((row) => row.code),
    supplementForms,
  };
  return { template: 'forms/spare-set.typ', data, fileName: `Bộ dự phòng ${on}.pdf`, issuedAt: Date.parse(toIso(at)) };
}
