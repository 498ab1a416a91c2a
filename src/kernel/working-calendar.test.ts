import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, fromEpochDay, type PlainDate, plainDate, weekdayOf } from './plain-date.ts';
import {
  addWorkingDays,
  type CalendarParts,
  type DayOff,
  explainDay,
  firstWorkingDayOnOrAfter,
  isWorkingDay,
  knowsYear,
  lastWorkingDayOnOrBefore,
  makeWorkingCalendar,
  unknownYears,
  type WeekHours,
  type WorkedDay,
  workingDaysBetween,
} from './working-calendar.ts';

const date = (text: string) => text as PlainDate;
const hours = [
  { from: '07:00', to: '11:30' },
  { from: '13:30', to: '17:00' },
];
const fiveDays: WeekHours = { 1: hours, 2: hours, 3: hours, 4: hours, 5: hours };

const off = (kind: DayOff['kind'], name: string, citation: string, days: string): DayOff[] =>
  days.split(' ').map((day) => ({ day: date(day), kind, name, citation }));
const worked = (day: string, name: string): WorkedDay => ({ day: date(day), name, citation: 'CV 12729' });

const parts: CalendarParts = {
  patterns: [{ effectiveFrom: date('2000-01-01'), week: fiveDays }],
  daysOff: [
    ...off('compensatory', 'Nghỉ bù Tết Dương lịch', '119/TB', '2022-01-03'),
    ...off('holiday', 'Tết Nguyên đán', '119/TB', '2022-01-31 2022-02-01 2022-02-02 2022-02-03 2022-02-04'),
    ...off('compensatory', 'Nghỉ bù Giỗ Tổ', '119/TB', '2022-04-11'),
    ...off('swapped', 'Nghỉ hoán đổi', 'CV 2450', '2024-04-29'),
    ...off('holiday', 'Ngày Chiến thắng, Quốc tế lao động', '5015/TB', '2024-04-30 2024-05-01'),
    ...off('holiday', 'Giỗ Tổ Hùng Vương', '6150/TB', '2025-04-07'),
    ...off('holiday', 'Ngày Chiến thắng, Quốc tế lao động', '6150/TB', '2025-04-30 2025-05-01'),
    ...off('swapped', 'Nghỉ hoán đổi', 'CV 8726', '2025-05-02'),
    ...off('holiday', 'Quốc khánh', '6150/TB', '2025-09-01 2025-09-02'),
    ...off('holiday', 'Tết Dương lịch', '9441/TB', '2026-01-01'),
    ...off('swapped', 'Nghỉ hoán đổi', 'CV 12729', '2026-01-02 2026-08-31'),
    ...off('holiday', 'Tết Nguyên đán', '9441/TB', '2026-02-16 2026-02-17 2026-02-18 2026-02-19 2026-02-20'),
    ...off('compensatory', 'Nghỉ bù Giỗ Tổ', '9441/TB', '2026-04-27'),
    ...off('holiday', 'Ngày Chiến thắng, Quốc tế lao động', '9441/TB', '2026-04-30 2026-05-01'),
    ...off('holiday', 'Quốc khánh', '9441/TB', '2026-09-01 2026-09-02'),
    ...off('holiday', 'Ngày Văn hóa Việt Nam', 'NQ 28/2026/QH16', '2026-11-24'),
    ...off('holiday', 'Tết Dương lịch', 'BLLĐ', '2027-01-01'),
  ],
  workedDays: [
    { ...worked('2024-05-04', 'Làm bù ngày 29/04'), citation: 'CV 2450' },
    worked('2025-04-26', 'Làm bù ngày 02/05'),
    worked('2026-01-10', 'Làm bù ngày 02/01'),
    worked('2026-08-22', 'Làm bù ngày 31/08'),
  ],
  years: [
    ...[2022, 2024, 2025, 2026].map((year) => ({ year, announced: true, citation: `Thông báo năm ${year}` })),
    { year: 2027, announced: false, citation: 'Bộ luật Lao động 2019' },
  ],
};
const calendar = makeWorkingCalendar(parts);

test.each([
  ['2026-04-24', 3, '2026-05-04', '27/04, 30/04 và 01/05 nghỉ'],
  ['2026-08-21', 5, '2026-08-27', 'thứ Bảy 22/08 làm bù'],
  ['2026-08-27', 3, '2026-09-04', 'nghỉ 31/08 đến 02/09'],
  ['2026-11-23', 2, '2026-11-26', 'Ngày Văn hóa Việt Nam'],
  ['2025-12-30', 5, '2026-01-08', 'qua năm mới'],
  ['2025-04-24', 3, '2025-04-28', 'thứ Bảy 26/04 làm bù'],
  ['2024-04-26', 3, '2024-05-04', 'ngày làm bù là ngày hẹn'],
  ['2025-08-28', 3, '2025-09-04', 'Quốc khánh'],
  ['2026-02-13', 3, '2026-02-25', 'Tết'],
  ['2022-01-28', 5, '2022-02-11', 'Tết'],
  ['2026-02-25', -3, '2026-02-13', 'lùi qua Tết'],
  ['2026-08-24', -1, '2026-08-22', 'lùi về thứ Bảy làm bù'],
  ['2026-05-01', 0, '2026-05-01', 'không ngày nào'],
  ['2026-05-01', 1, '2026-05-04', 'từ một ngày nghỉ'],
])('%s and %i working days make %s (%s)', (from, n, to) => {
  expect(addWorkingDays(calendar, date(from), n)).toBe(to);
});

test.each([
  ['2022-01-31', '2022-01-28', '2022-02-07'],
  ['2022-12-31', '2022-12-30', '2023-01-02'],
  ['2022-03-31', '2022-03-31', '2022-03-31'],
  ['2026-04-27', '2026-04-24', '2026-04-28'],
  ['2026-08-22', '2026-08-22', '2026-08-22'],
  ['2024-02-29', '2024-02-29', '2024-02-29'],
])('%s rolls back to %s and on to %s', (day, before, after) => {
  expect(lastWorkingDayOnOrBefore(calendar, date(day))).toBe(before);
  expect(firstWorkingDayOnOrAfter(calendar, date(day))).toBe(after);
});

test.each([
  ['2026-04-24', '2026-05-04', 3],
  ['2026-05-04', '2026-04-24', -3],
  ['2026-04-24', '2026-04-24', 0],
  ['2026-04-25', '2026-04-27', 0],
  ['2026-05-01', '2026-05-04', 1],
  ['2026-05-03', '2026-05-01', 0],
])('from %s to %s it takes %i working days', (from, to, count) => {
  expect(workingDaysBetween(calendar, date(from), date(to))).toBe(count);
});

test.each([
  ['2022-02-01', { working: false, reason: 'holiday', name: 'Tết Nguyên đán', citation: '119/TB', announced: true }],
  ['2022-01-03', { working: false, reason: 'compensatory', name: 'Nghỉ bù Tết Dương lịch', citation: '119/TB' }],
  ['2024-04-29', { working: false, reason: 'swapped', name: 'Nghỉ hoán đổi', citation: 'CV 2450' }],
  ['2024-05-04', { working: true, reason: 'worked-rest-day', name: 'Làm bù ngày 29/04', citation: 'CV 2450' }],
  ['2024-05-05', { working: false, reason: 'weekend', announced: true }],
  ['2024-05-06', { working: true, reason: 'weekday', announced: true }],
  ['2027-01-01', { working: false, reason: 'holiday', name: 'Tết Dương lịch', announced: false }],
  ['2027-02-08', { working: true, reason: 'weekday', announced: false }],
  ['2028-01-01', { working: false, reason: 'weekend', announced: false }],
])('%s explains itself', (day, explanation) => {
  expect(explainDay(calendar, date(day))).toMatchObject({ day, ...explanation });
});

test('a year without a notice is told, never assumed', () => {
  expect([2026, 2027, 2028].map((year) => knowsYear(calendar, year))).toEqual([true, false, false]);
  expect(unknownYears(calendar, date('2025-12-31'), date('2026-01-01'))).toEqual([]);
  expect(unknownYears(calendar, date('2026-12-31'), date('2028-01-01'))).toEqual([2027, 2028]);
  expect(unknownYears(calendar, date('2028-01-01'), date('2026-12-31'))).toEqual([2027, 2028]);
  expect(unknownYears(calendar, date('2023-06-01'), date('2023-06-01'))).toEqual([2023]);
});

test('the week in force on a day counts, the earliest one also before its day of effect', () => {
  const sixDays = { ...fiveDays, 6: [{ from: '07:00', to: '11:00' }] };
  const changing = makeWorkingCalendar({
    ...parts,
    daysOff: [],
    workedDays: [],
    patterns: [
      { effectiveFrom: date('2022-07-02'), week: sixDays },
      { effectiveFrom: date('2022-01-01'), week: fiveDays },
      { effectiveFrom: date('2023-01-01'), week: { ...fiveDays, 6: [] } },
    ],
  });
  const saturdays = ['2021-12-25', '2022-06-25', '2022-07-02', '2022-12-31', '2023-01-07'];
  expect(saturdays.map((day) => isWorkingDay(changing, date(day)))).toEqual([false, false, true, true, false]);
  expect(isWorkingDay(changing, date('2021-12-24'))).toBe(true);
});

test('a worked day that is a weekday anyway needs no reason', () => {
  const unneeded = makeWorkingCalendar({ ...parts, workedDays: [worked('2026-06-01', 'thừa')] });
  expect(explainDay(unneeded, date('2026-06-01'))).toEqual({
    day: '2026-06-01',
    announced: true,
    working: true,
    reason: 'weekday',
  });
});

test('of two entries for one day or year the later holds', () => {
  const twice = makeWorkingCalendar({
    ...parts,
    daysOff: [...parts.daysOff, ...off('special', 'Nghỉ vì bão', 'QĐ của xã', '2026-01-01')],
    years: [...parts.years, { year: 2027, announced: true, citation: 'Thông báo' }],
  });
  expect(explainDay(twice, date('2026-01-01'))).toMatchObject({ reason: 'special', name: 'Nghỉ vì bão' });
  expect(knowsYear(twice, 2027)).toBe(true);
});

test('calendars that contradict themselves are refused', () => {
  const summer = { from: '04-16', to: '10-15', week: { ...fiveDays, 5: [] } };
  const refusals: [Partial<CalendarParts>, string][] = [
    [{ patterns: [] }, 'a calendar needs a week pattern'],
    [{ patterns: [{ effectiveFrom: date('2000-01-01'), week: { 1: [] } }] }, 'no weekday is worked from 2000-01-01'],
    [{ workedDays: [worked('2026-02-16', 'nhầm')] }, '2026-02-16 is both off and worked'],
    [
      { patterns: [{ effectiveFrom: date('2000-01-01'), week: fiveDays, seasons: [summer] }] },
      'the season from 04-16 works other weekdays than its pattern',
    ],
  ];
  for (const [part, message] of refusals) {
    expect(() => makeWorkingCalendar({ ...parts, ...part })).toThrow(new RangeError(message));
  }
  expect(() => addWorkingDays(calendar, date('2026-01-05'), 0.5)).toThrow(
    new RangeError('not a whole number of working days: 0.5'),
  );
});

test('hours by season leave the working days as they are', () => {
  const summer = { from: '04-16', to: '10-15', week: fiveDays };
  const seasonal = makeWorkingCalendar({
    ...parts,
    patterns: parts.patterns.map((p) => ({ ...p, seasons: [summer] })),
  });
  expect(isWorkingDay(seasonal, date('2026-06-05'))).toBe(true);
  expect(isWorkingDay(seasonal, date('2026-06-06'))).toBe(false);
});

const days = fc.integer({ min: 15_000, max: 25_000 }).map(fromEpochDay);
const anyCalendar = fc
  .record({
    week: fc.subarray([1, 2, 3, 4, 5, 6, 7] as const, { minLength: 1 }),
    off: fc.uniqueArray(days, { maxLength: 40 }),
    worked: fc.uniqueArray(days, { maxLength: 40 }),
  })
  .map(({ week, off: offDays, worked: workedDays }) => ({
    worksOn: (day: PlainDate) =>
      !offDays.includes(day) && (workedDays.includes(day) || week.some((weekday) => weekday === weekdayOf(day))),
    calendar: makeWorkingCalendar({
      patterns: [
        { effectiveFrom: plainDate(2000, 1, 1), week: Object.fromEntries(week.map((weekday) => [weekday, hours])) },
      ],
      daysOff: offDays.map((day) => ({ day, kind: 'holiday', name: 'Nghỉ', citation: 'thử' })),
      workedDays: workedDays.filter((day) => !offDays.includes(day)).map((day) => worked(day, 'Làm bù')),
      years: [],
    }),
  }));

test('a day is worked exactly when the plain rule says so, and its explanation agrees', () => {
  fc.assert(
    fc.property(anyCalendar, days, ({ calendar: made, worksOn }, day) => {
      expect(isWorkingDay(made, day)).toBe(worksOn(day));
      expect(explainDay(made, day).working).toBe(worksOn(day));
    }),
  );
});

test('rolling meets the nearest working day on its side', () => {
  fc.assert(
    fc.property(anyCalendar, days, ({ calendar: made, worksOn }, day) => {
      const before = lastWorkingDayOnOrBefore(made, day);
      const after = firstWorkingDayOnOrAfter(made, day);
      expect([worksOn(before), worksOn(after)]).toEqual([true, true]);
      for (let between = addDays(before, 1); between < after; between = addDays(between, 1)) {
        expect(worksOn(between)).toBe(false);
      }
      expect(before <= day && day <= after).toBe(true);
    }),
  );
});

test('adding working days and counting them are inverse', () => {
  fc.assert(
    fc.property(anyCalendar, days, fc.integer({ min: -60, max: 60 }), ({ calendar: made }, day, n) => {
      const end = addWorkingDays(made, day, n);
      expect(workingDaysBetween(made, day, end)).toBe(n);
      if (n !== 0) expect(isWorkingDay(made, end)).toBe(true);
    }),
  );
});

test('counting splits at any day in between', () => {
  fc.assert(
    fc.property(anyCalendar, fc.tuple(days, days, days), ({ calendar: made }, three) => {
      const [a, b, c] = three.toSorted() as [PlainDate, PlainDate, PlainDate];
      expect(workingDaysBetween(made, a, b) + workingDaysBetween(made, b, c)).toBe(workingDaysBetween(made, a, c));
      expect(workingDaysBetween(made, c, b) + workingDaysBetween(made, b, a)).toBe(workingDaysBetween(made, c, a));
    }),
    { numRuns: 30 },
  );
});
