import { describe, expect, test } from 'vitest';
import { type Moment, parseMoment, toIso } from '#kernel/moment.ts';
import { plainDate } from '#kernel/plain-date.ts';
import { makeWorkingCalendar } from '#kernel/working-calendar.ts';
import { type PauseFact, project, type TimeFacts } from './project.ts';

const session = [
  { from: '07:30', to: '11:30' },
  { from: '13:30', to: '17:00' },
];
const calendar = makeWorkingCalendar({
  patterns: [
    { effectiveFrom: plainDate(2020, 1, 1), week: { 1: session, 2: session, 3: session, 4: session, 5: session } },
  ],
  daysOff: [],
  workedDays: [],
  years: [{ year: 2022, announced: true, citation: 'thử' }],
});

function at(text: string): Moment {
  const found = parseMoment(text);
  if (found === undefined) throw new Error(text);
  return found;
}

const facts: TimeFacts = {
  term: { unit: 'working-day', milli: 5_000 },
  counting: 'day-based',
  rulesCode: 'nd-61-2018',
  receivedAt: at('2022-03-14T09:00'),
  pauses: [],
  extensions: [],
  endedAt: null,
};
const now = at('2022-03-16T10:00');
const supplement = (to: string | null): PauseFact => ({
  kind: 'supplement',
  from: at('2022-03-15T10:00'),
  to: to === null ? null : at(to),
  basis: 'khoản 4 Điều 19',
  restarts: true,
});

function dates(more: Partial<TimeFacts>, when = now) {
  const { firstDue, statutoryDue, due, late } = project({ ...facts, ...more }, calendar, when);
  const day = (moment: Moment | null) => (moment === null ? null : toIso(moment).slice(0, 16));
  return { first: day(firstDue), statutory: day(statutoryDue), due: day(due), late };
}

describe('project', () => {
  test('a running dossier has one date', () => {
    const date = '2022-03-21T17:00';
    expect(dates({})).toEqual({ first: date, statutory: date, due: date, late: null });
  });

  test('without a term there is none', () => {
    expect(dates({ term: null })).toEqual({ first: null, statutory: null, due: null, late: null });
  });

  test('while a supplement is awaited no date is in force, and the first stays', () => {
    expect(dates({ pauses: [supplement(null)] })).toMatchObject({ first: '2022-03-21T17:00', due: null });
  });

  test('the full supplement begins the term anew', () => {
    const after = dates({ pauses: [supplement('2022-03-17T09:00')] }, at('2022-03-18T09:00'));
    expect(after).toMatchObject({ first: '2022-03-21T17:00', statutory: '2022-03-24T17:00', due: '2022-03-24T17:00' });
  });

  test('a payment moves the date by the time it took', () => {
    const pause: PauseFact = {
      kind: 'financial-obligation',
      from: at('2022-03-15T07:30'),
      to: at('2022-03-17T07:30'),
      basis: 'Luật Đất đai',
      restarts: false,
    };
    expect(dates({ pauses: [pause] }, at('2022-03-18T09:00'))).toMatchObject({ due: '2022-03-23T17:00' });
    expect(dates({ pauses: [{ ...pause, to: null }] })).toMatchObject({ due: null });
  });

  const extension = { decidedAt: at('2022-03-18T09:00'), newDue: at('2022-03-25T17:00'), apology: '1' };
  test('an extension shows beside the first date', () => {
    const extended = dates({ extensions: [extension] }, at('2022-03-19T09:00'));
    expect(extended).toMatchObject({
      first: '2022-03-21T17:00',
      statutory: '2022-03-21T17:00',
      due: '2022-03-25T17:00',
    });
  });

  test.each([
    ['2022-03-21T17:00', { first: false, current: false, metric: false }],
    ['2022-03-22T08:00', { first: true, current: false, metric: true }],
    ['2022-03-25T17:01', { first: true, current: true, metric: true }],
  ])('ended at %s it is judged by every date', (ended, late) => {
    expect(dates({ extensions: [extension], endedAt: at(ended) }, at('2022-04-01T09:00')).late).toEqual(late);
  });

  test('a rules version nobody keeps is that of the day of receipt', () => {
    expect(dates({ rulesCode: 'không có' }).due).toBe('2022-03-21T17:00');
  });
});
