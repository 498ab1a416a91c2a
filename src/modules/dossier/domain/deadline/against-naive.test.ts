import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Moment, toIso } from '#kernel/moment.ts';
import { plainDate } from '#kernel/plain-date.ts';
import { writeTerm } from '#kernel/term.ts';
import { makeWorkingCalendar } from '#kernel/working-calendar.ts';
import { anyMoment, anyParts, anyTerm } from '#test/any-office.ts';
import { NaiveOffice, naiveDue, naiveMoved, naiveTransfer } from '#test/naive-deadline.ts';
import { dueOfTerm } from './due-of-term.ts';
import { figuresOf } from './figures-of.ts';
import { rulesOn } from './rules.ts';
import { transferDue } from './transfer-due.ts';
import { type LedgerEvent, pauseKinds } from './types.ts';

const rules = rulesOn(plainDate(2026, 1, 1));
const runs = 250;
const asked = 400;

test(`${runs * asked} random due dates are as counted minute by minute`, () => {
  const cases = fc.array(fc.tuple(anyMoment, anyTerm, fc.boolean()), {
    minLength: asked,
    maxLength: asked,
    size: 'max',
  });
  let compared = 0;
  fc.assert(
    fc.property(anyParts, cases, (made, list) => {
      const [calendar, office] = [makeWorkingCalendar(made), new NaiveOffice(made)];
      for (const [at, term, isHourBased] of list) {
        const counting = isHourBased ? 'hour-based' : 'day-based';
        const due = dueOfTerm({ term, counting, rules, calendar }, at);
        const expected = naiveDue(office, term, counting, at) as Moment;
        compared += 1;
        if (due !== expected)
          expect([toIso(at), writeTerm(term), toIso(due)]).toEqual([toIso(at), writeTerm(term), toIso(expected)]);
      }
    }),
    { numRuns: runs, endOnFailure: true },
  );
  expect(compared).toBe(runs * asked);
});

test('transfers are due as counted', () => {
  fc.assert(
    fc.property(anyParts, fc.array(anyMoment, { minLength: 50, maxLength: 50 }), (made, list) => {
      const [calendar, office] = [makeWorkingCalendar(made), new NaiveOffice(made)];
      for (const at of list) expect(transferDue(calendar, rules, at).due).toBe(naiveTransfer(office, at));
    }),
    { numRuns: 40 },
  );
});

const stops = fc.array(fc.tuple(anyMoment, anyMoment, fc.constantFrom(...pauseKinds), fc.boolean()), { maxLength: 4 });
const restarts = fc.array(anyMoment, { maxLength: 2 });

test('pauses move and supplements restart as counted', () => {
  const cases = fc.array(fc.tuple(anyMoment, anyTerm, stops, restarts), {
    minLength: 100,
    maxLength: 100,
    size: 'max',
  });
  fc.assert(
    fc.property(anyParts, cases, (made, list) => {
      const [calendar, office] = [makeWorkingCalendar(made), new NaiveOffice(made)];
      for (const [at, term, paused, supplements] of list) {
        const pauses = paused
          .map(([a, b, kind, excluded]) => ({
            from: Math.min(a, b) as Moment,
            to: Math.max(a, b) as Moment,
            kind,
            excluded,
          }))
          .filter(({ from }) => from >= at);
        const received = supplements.filter((one) => one > at);
        const ledger: LedgerEvent[] = [
          ...received.map((one): LedgerEvent => ({ type: 'supplement-received', at: one })),
          ...pauses.map((pause): LedgerEvent => ({ type: 'paused', basis: 'thử', ...pause })),
          { type: 'received', at },
        ];
        const now = (at + 900 * 86_400_000) as Moment;
        const start = Math.max(at, ...received) as Moment;
        const byClock = term.unit === 'hour' || (term.unit === 'day' && term.milli % 1_000 > 0);
        const still = pauses.filter(({ excluded }) => excluded);
        const expected = naiveMoved(office, naiveDue(office, term, 'day-based', start), still, start, byClock);
        const figures = figuresOf({ term, counting: 'day-based', rules, calendar, ledger, now });
        expect([figures.statutoryDue, figures.firstDue]).toEqual([expected, naiveDue(office, term, 'day-based', at)]);
      }
    }),
    { numRuns: 40 },
  );
});
