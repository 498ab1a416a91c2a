import { dayOf, hour, type Moment, minute, momentOn, parseMoment } from '#kernel/moment.ts';
import { readDay } from '#kernel/read-day.ts';
import { readTerm, type Term } from '#kernel/term.ts';
import type { WorkingCalendar } from '#kernel/working-calendar.ts';
import { deadlineOf } from '#modules/dossier/domain/deadline/deadline-of.ts';
import { dueOfTerm } from '#modules/dossier/domain/deadline/due-of-term.ts';
import { rulesOn } from '#modules/dossier/domain/deadline/rules.ts';
import type { Deadline } from '#modules/dossier/domain/deadline/types.ts';

/** What one asks a due date of, both read. */
export interface Asked {
  readonly at: Moment;
  readonly term: Term;
}

const written = /^(\S+)\s+(\d{1,2}):(\d{2})$/;

/** Reads when something was received: ISO, or as officials write it, `24/04/2026 09:00`. */
export function readReceived(text: string): Moment | undefined {
  const [, day = '', hours, minutes] = written.exec(text.trim()) ?? [];
  const date = readDay(day);
  if (!date) return parseMoment(text);
  const isTime = Number(hours) < 24 && Number(minutes) < 60;
  return isTime ? momentOn(date, Number(hours) * hour + Number(minutes) * minute) : undefined;
}

/** Reads both, or says in Vietnamese what cannot be read and how to write it. */
export function readAsked(received: string, termText: string): Asked | { readonly problem: string } {
  const at = readReceived(received);
  const term = readTerm(termText);
  const problems = [
    ...(at === undefined
      ? [`không đọc được thời điểm tiếp nhận “${received}” (viết 2026-04-24T09:00 hoặc 24/04/2026 09:00)`]
      : []),
    ...(term === undefined
      ? [
          `không đọc được thời hạn “${termText}” (viết 3 ngày làm việc, 0,25 ngày làm việc, 8 giờ làm việc, 15 ngày, 12 giờ hoặc ngay)`,
        ]
      : []),
  ];
  return at === undefined || term === undefined ? { problem: problems.join('; ') } : { at, term };
}

/** The due date of a term received at a moment, under the rules of that day. */
export function dueOf(calendar: WorkingCalendar, { at, term }: Asked): Moment {
  return dueOfTerm({ term, counting: 'day-based', rules: rulesOn(dayOf(at)), calendar }, at);
}

/** The same with its explanation, as seen at the moment of receipt. */
export function explainedDue(calendar: WorkingCalendar, { at, term }: Asked): Deadline {
  const rules = rulesOn(dayOf(at));
  return deadlineOf({ term, counting: 'day-based', rules, calendar, ledger: [{ type: 'received', at }], now: at });
}
