import { type Moment, minute, wholeDay, writeMoment } from '#kernel/moment.ts';
import type { TermUnit } from '#kernel/term.ts';
import type { WorkingCalendar } from '#kernel/working-calendar.ts';
import { workSpanBetween } from '#kernel/working-hours.ts';
import { leftWords } from './deadline/left-words.ts';
import type { TimeLeft } from './deadline/types.ts';
import type { ListMoments } from './list-moments.ts';
import type { DossierState } from './states.ts';

/** What of a dossier's row says how its time stands. */
export interface DueFacts {
  readonly state: DossierState;
  readonly live: boolean;
  readonly termUnit: TermUnit | null;
  readonly firstDue: Moment | null;
  readonly current: Moment | null;
  /** While it waits for the applicant: until when. */
  readonly answerDue: Moment | null;
  readonly endedAt: Moment | null;
  readonly lateFirst: boolean | null;
  readonly lateCurrent: boolean | null;
  readonly extended: boolean;
}

export type DueTone =
  | 'none'
  | 'running'
  | 'soon'
  | 'last-day-to-apologise'
  | 'late'
  | 'paused'
  | 'ended-in-time'
  | 'ended-late';

/** How a due date stands: for its colour, and in words. */
export interface DueStanding {
  readonly tone: DueTone;
  readonly words: string;
}

function spanOf(from: Moment, to: Moment, unit: TermUnit | null, calendar: WorkingCalendar): TimeLeft {
  const side = from <= to ? 'left' : 'over';
  const [start, end] = side === 'left' ? [from, to] : [to, from];
  if (unit !== 'hour') return { ...workSpanBetween(calendar, start, end), side, unit: 'worked' };
  const minutes = Math.floor((end - start) / minute);
  const days = Math.floor((end - start) / wholeDay);
  return { days, minutes: minutes - days * 24 * 60, totalMinutes: minutes, side, unit: 'clock' };
}

function ended(facts: DueFacts, endedAt: Moment, calendar: WorkingCalendar): DueStanding {
  const due = facts.current ?? facts.firstDue;
  if (due === null) return { tone: 'none', words: '' };
  const left = spanOf(endedAt, due, facts.termUnit, calendar);
  const late = facts.lateFirst ?? left.side === 'over';
  const said = leftWords({ state: 'ended', left });
  const againstFirst = late && facts.extended && left.side === 'left' ? `${said} so với ngày hẹn lại` : said;
  return { tone: late ? 'ended-late' : 'ended-in-time', words: againstFirst };
}

function waiting({ state, answerDue }: DueFacts, now: Moment): DueStanding {
  const what = state === 'wait-payment' ? 'thực hiện nghĩa vụ tài chính' : 'bổ sung';
  const isAsked = state === 'wait-payment' || state === 'wait-supplement' || state === 'intake-supplement';
  if (!isAsked) return { tone: 'paused', words: 'tạm dừng' };
  if (answerDue === null) return { tone: 'paused', words: `tạm dừng, chờ ${what}` };
  const passed = answerDue < now ? `, quá hạn ${what} từ` : `, chờ ${what} đến`;
  return { tone: 'paused', words: `tạm dừng${passed} ${writeMoment(answerDue)}` };
}

/**
 * How the time of a dossier stands, from what its row keeps: in time, soon due, on the last day for an apology, late,
 * standing still, or ended and how. Exact to the minute for dossiers that run; the whole reckoning is `deadlineOf`'s.
 */
export function dueStanding(facts: DueFacts, moments: ListMoments, calendar: WorkingCalendar): DueStanding {
  if (facts.endedAt !== null) return ended(facts, facts.endedAt, calendar);
  if (!facts.live || facts.state === 'submitted') return { tone: 'none', words: '' };
  if (facts.current === null) {
    const isStill = facts.firstDue !== null || facts.answerDue !== null;
    return isStill ? waiting(facts, moments.now) : { tone: 'none', words: '' };
  }
  const { now, soonUntil, apologyFrom, apologyUntil } = moments;
  const words = leftWords({ state: 'running', left: spanOf(now, facts.current, facts.termUnit, calendar) });
  if (facts.current < now) return { tone: 'late', words };
  const mayStillApologise = !facts.extended && facts.current >= apologyFrom && facts.current < apologyUntil;
  if (mayStillApologise) return { tone: 'last-day-to-apologise', words };
  return { tone: facts.current < soonUntil ? 'soon' : 'running', words };
}
