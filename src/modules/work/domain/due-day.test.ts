import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type PlainDate, plainDate } from '#kernel/plain-date.ts';
import { isWorkingDay } from '#kernel/working-calendar.ts';
import { parseDueText } from '#modules/plan/domain/due-rule/parse-due-text.ts';
import type { DueRule } from '#modules/plan/domain/due-rule.ts';
import { dueDaysOfRule, firstReview } from './due-day.ts';
import { rollBack } from './due-steps.ts';
import { calendar } from './made-calendar.ts';

function daysOf(text: string, year = 2022) {
  return parseDueText(text, { year, outputs: [] }).flatMap((rule) => dueDaysOfRule(rule, year, calendar));
}

describe('a named time is met by the last working day of it', () => {
  test.each([
    ['Tháng 01/2022', '2022-01-28'],
    ['Tháng 02/2024', '2024-02-29'],
    ['Tháng 2/2022', '2022-02-28'],
    ['Quý I/2022', '2022-03-31'],
    ['Quý IV/2022', '2022-12-30'],
    ['6 tháng đầu năm 2022', '2022-06-30'],
    ['Trong năm 2022', '2022-12-30'],
    ['Trong năm 2023', '2023-12-26'],
    ['Chậm nhất tháng 12/2022', '2022-12-30'],
    ['Trước 10/12/2022', '2022-12-09'],
    ['Trước ngày 09/12/2022', '2022-12-08'],
    ['trước 25/12/2022', '2022-12-23'],
    ['Trước 05/01/2022', '2022-01-04'],
    ['Trước ngày 04/01/2022', '2021-12-31'],
    ['Trước ngày 01/01/2022', '2021-12-31'],
    ['Chậm nhất ngày 15/12/2022', '2022-12-15'],
    ['Chậm nhất ngày 10/12/2022', '2022-12-09'],
    ['Đến hết ngày 30/6/2022', '2022-06-30'],
    ['Trước tháng 6/2022', '2022-05-31'],
    ['31/12/2022', '2022-12-30'],
    ['Ngày 12/02/2022', '2022-02-12'],
    ['Ngày 05/02/2022', '2022-01-28'],
    ['Từ 01/3 đến 15/3/2022', '2022-03-15'],
    ['Tuần thứ 2 tháng 6', '2022-06-14'],
    ['Đầu tháng 6', '2022-06-10'],
    ['Từ tháng 11/2022 đến tháng 02/2023', '2023-02-28'],
  ])('%s → %s', (text, due) => {
    const days = daysOf(text, Number(/\d{4}/.exec(text)?.[0] ?? 2022) === 2024 ? 2024 : 2022);
    expect(days.map((one) => one.due)).toEqual([due]);
    expect(days[0]?.kind).toBe('dated');
  });
});

describe('periodic work has a day for each period', () => {
  test.each([
    ['Định kỳ hằng quý', ['Q1=2022-03-31', 'Q2=2022-06-30', 'Q3=2022-09-30', 'Q4=2022-12-30']],
    ['Định kỳ quý, 6 tháng, 9 tháng, năm', ['Q1=2022-03-31', '6M=2022-06-30', '9M=2022-09-30', 'Y=2022-12-30']],
    ['Định kỳ 6 tháng', ['6M=2022-06-30', 'H2=2022-12-30']],
    ['Định kỳ 6 tháng, năm', ['6M=2022-06-30', 'Y=2022-12-30']],
  ])('%s', (text, expected) => {
    expect(daysOf(text).map(({ period, due }) => `${period.slice(5)}=${due}`)).toEqual(expected);
  });

  const periodic: DueRule = { kind: 'periodic', year: 2022, frequency: ['month'], appliesTo: '' };
  test.each([
    [{ dueDay: 20 }, '2022-02-18', '2022-12-19'],
    [{ dueDay: 5, dueInNextMonth: true }, '2022-03-04', '2023-01-04'],
    [{ dueDay: 31 }, '2022-02-28', '2022-12-30'],
    [{ dueDay: 31, dueInNextMonth: true }, '2022-03-31', '2023-01-31'],
    [{ dueDay: 30 }, '2022-02-25', '2022-12-29'],
  ] as const)('a day of each month: %o', (more, february, december) => {
    const days = dueDaysOfRule({ ...periodic, ...more }, 2022, calendar);
    expect(days).toHaveLength(12);
    expect([days[1]?.due, days[11]?.due]).toEqual([february, december]);
    expect(days[1]?.period).toBe('2022-02');
    expect(days[1]?.startsOn).toBe('2022-02-01');
  });

  test('a quarter may name a day of its last month', () => {
    const rule: DueRule = { ...periodic, frequency: ['quarter'], dueDay: 10, dueInLastMonth: true };
    expect(dueDaysOfRule(rule, 2022, calendar).map(({ due }) => due)).toEqual([
      '2022-03-09',
      '2022-06-09',
      '2022-09-09',
      '2022-12-09',
    ]);
  });

  test('weeks end on their last working day, and the week of Tết before it', () => {
    const days = dueDaysOfRule({ ...periodic, frequency: ['week'] }, 2022, calendar);
    expect(days).toHaveLength(52);
    expect(days[0]).toMatchObject({ period: '2022-W01', startsOn: '2022-01-03', due: '2022-01-07' });
    expect(days[4]).toMatchObject({ period: '2022-W05', startsOn: null, due: '2022-01-28' });
    expect(days[5]).toMatchObject({ period: '2022-W06', due: '2022-02-12' });
  });
});

describe('what has no day says what it waits for', () => {
  test.each([
    ['Thường xuyên', 'standing', 'waits', 'Việc thường xuyên, không có hạn; mỗi quý được rà soát một lần.'],
    [
      'Theo hướng dẫn của Văn phòng UBND huyện',
      'guided',
      'waits',
      'Chờ văn bản hướng dẫn; khi có, đầu mối đặt hạn theo văn bản đó.',
    ],
    ['Khi có yêu cầu', 'triggered', 'waits', 'Chờ sự kiện: có yêu cầu. Khi xảy ra, đầu mối đặt hạn.'],
    ['Theo định kỳ', 'undated', 'open', 'Văn bản nêu “định kỳ” mà chưa nêu kỳ nào. Đầu mối xem lại và đặt hạn.'],
    [
      'Từ tháng 02/2022',
      'undated',
      'open',
      'Văn bản chỉ nêu khi nào bắt đầu, chưa nêu hạn. Đầu mối xem lại và đặt hạn.',
    ],
  ])('%s', (text, kind, code, words) => {
    const [day, ...more] = daysOf(text);
    expect(more).toEqual([]);
    expect(day).toMatchObject({ kind, due: null, period: '' });
    expect(day?.steps.at(-1)).toEqual({ code, day: null, words });
  });

  test('nothing said', () => {
    const [day] = dueDaysOfRule({ kind: 'unspecified', appliesTo: '' }, 2022, calendar);
    expect(day).toMatchObject({ kind: 'undated', due: null, dueWords: 'Chưa nêu thời hạn' });
    expect(day?.steps.at(-1)?.words).toBe('Văn bản chưa nêu thời hạn. Đầu mối xem lại và đặt hạn.');
  });

  test('on demand only', () => {
    const rule: DueRule = { kind: 'periodic', year: 2022, frequency: [], adHoc: true, appliesTo: '' };
    const [day] = dueDaysOfRule(rule, 2022, calendar);
    expect(day?.kind).toBe('triggered');
    expect(day?.steps.at(-1)?.words).toBe('Chỉ làm khi có yêu cầu đột xuất; khi đó đầu mối đặt hạn.');
  });

  test('where it begins is kept', () => {
    expect(daysOf('Từ tháng 02/2022')[0]?.startsOn).toBe('2022-02-01');
    expect(daysOf('Thường xuyên')[0]?.startsOn).toBe('2022-01-01');
    expect(daysOf('Quý II/2022')[0]?.startsOn).toBe('2022-04-01');
    expect(daysOf('Trước 10/12/2022')[0]?.startsOn).toBeNull();
    expect(daysOf('31/12/2022')[0]?.startsOn).toBeNull();
    expect(daysOf('Ngày 12/02/2022')[0]?.startsOn).toBeNull();
    expect(daysOf('Từ 01/3 đến 15/3/2022')[0]?.startsOn).toBe('2022-03-01');
    expect(daysOf('Từ ngày 28/01 đến ngày 03/02/2022')[0]).toMatchObject({ startsOn: '2022-01-28', due: '2022-01-28' });
    expect(daysOf('Từ ngày 31/01 đến ngày 03/02/2022')[0]).toMatchObject({ startsOn: null, due: '2022-01-28' });
  });

  test('a report due before its period begins has no beginning', () => {
    const rule: DueRule = { kind: 'periodic', year: 2022, frequency: ['month'], dueDay: 1, appliesTo: '' };
    const days = dueDaysOfRule(rule, 2022, calendar);
    expect(days[5]).toMatchObject({ startsOn: null, due: '2022-05-31' });
  });
});

describe('each day explains itself', () => {
  const wordsOf = (text: string, year?: number) => daysOf(text, year)[0]?.steps.map((one) => one.words);

  test('a day that is worked', () => {
    expect(wordsOf('Chậm nhất ngày 15/12/2022')).toEqual([
      'Thời hạn theo văn bản: “Chậm nhất ngày 15/12/2022”.',
      'Ngày văn bản nêu là thứ Năm, 15/12/2022.',
      'Hạn là thứ Năm, 15/12/2022, một ngày làm việc.',
    ]);
  });

  test('before a day', () => {
    expect(daysOf('Trước 10/12/2022')[0]?.steps).toEqual([
      { code: 'words', day: null, words: 'Thời hạn theo văn bản: “Trước ngày 10/12/2022”.' },
      {
        code: 'day-before',
        day: '2022-12-09',
        words: 'Trước ngày 10/12/2022 nghĩa là chậm nhất thứ Sáu, 09/12/2022.',
      },
      { code: 'due', day: '2022-12-09', words: 'Hạn là thứ Sáu, 09/12/2022, một ngày làm việc.' },
    ]);
  });

  test('a report names its period', () => {
    expect(wordsOf('Định kỳ hằng quý')?.slice(0, 3)).toEqual([
      'Thời hạn theo văn bản: “Định kỳ hằng quý”.',
      'Kỳ báo cáo: Quý I/2022.',
      'Ngày cuối của kỳ là thứ Năm, 31/03/2022.',
    ]);
  });

  test('many days off in a row are told at once', () => {
    expect(daysOf('Trong năm 2023', 2023)[0]?.steps.slice(2)).toEqual([
      {
        code: 'day-off',
        day: '2023-12-31',
        words: 'Từ 27/12/2023 đến 31/12/2023 đều là ngày nghỉ; 31/12/2023 là ngày nghỉ hằng tuần.',
      },
      { code: 'due', day: '2023-12-26', words: 'Hạn lùi về ngày làm việc liền trước: thứ Ba, 26/12/2023.' },
    ]);
  });

  test('a few days off are told one by one, with what makes them so', () => {
    const steps = (text: string) => rollBack(calendar, text as PlainDate).steps.map(({ words }) => words);
    expect(steps('2022-02-01')).toEqual([
      'thứ Ba, 01/02/2022 là ngày nghỉ: Tết Nguyên đán (Thông báo thử).',
      'thứ Hai, 31/01/2022 là ngày nghỉ: Tết Nguyên đán (Thông báo thử).',
      'Chủ nhật, 30/01/2022 là ngày nghỉ hằng tuần.',
      'thứ Bảy, 29/01/2022 là ngày nghỉ hằng tuần.',
      'Hạn lùi về ngày làm việc liền trước: thứ Sáu, 28/01/2022.',
    ]);
    expect(steps('2022-02-02')).toEqual([
      'Từ 29/01/2022 đến 02/02/2022 đều là ngày nghỉ; 02/02/2022 là ngày nghỉ: Tết Nguyên đán (Thông báo thử).',
      'Hạn lùi về ngày làm việc liền trước: thứ Sáu, 28/01/2022.',
    ]);
  });

  test.each([
    ['Ngày 12/02/2022', 'Ngày văn bản nêu là thứ Bảy, 12/02/2022.'],
    ['Từ 01/3 đến 15/3/2022', 'Ngày cuối của khoảng thời gian văn bản nêu là thứ Ba, 15/03/2022.'],
    ['Tháng 6/2022', 'Ngày cuối của khoảng thời gian văn bản nêu là thứ Năm, 30/06/2022.'],
  ])('%s: what is rolled back from', (text, words) => {
    expect(daysOf(text)[0]?.steps[1]).toEqual({ code: 'calendar-day', day: expect.any(String), words });
  });

  test.each([
    [{ frequency: ['week'] }, 'Ngày cuối của tuần là Chủ nhật, 09/01/2022.'],
    [{ frequency: ['month'], dueDay: 31, dueInNextMonth: true }, 'Ngày cuối của tháng sau kỳ là thứ Hai, 28/02/2022.'],
    [{ frequency: ['month'], dueDay: 31 }, 'Ngày cuối của kỳ là thứ Hai, 31/01/2022.'],
    [{ frequency: ['month'], dueInNextMonth: true }, 'Ngày cuối của kỳ là thứ Hai, 31/01/2022.'],
    [{ frequency: ['month'], dueDay: 20 }, 'Trước ngày 20/01/2022 nghĩa là chậm nhất thứ Tư, 19/01/2022.'],
  ] as const)('the first report of %o', (more, words) => {
    const [first] = dueDaysOfRule({ kind: 'periodic', year: null, appliesTo: '', ...more }, 2022, calendar);
    expect(first?.steps[2]?.words).toBe(words);
    expect(first?.dueWords).not.toBe('');
  });

  test('both years are said when the day rolls back over the turn of a year', () => {
    const doubts = rollBack(calendar, plainDate(2028, 1, 1)).steps.filter(({ code }) => code === 'year-not-announced');
    expect(doubts.map(({ words }) => /\d{4}/.exec(words)?.[0])).toEqual(['2027', '2028']);
  });

  test('a year whose days off are not announced is said, once', () => {
    const doubts = daysOf('Tháng 6/2024', 2024)[0]?.steps.filter(({ code }) => code === 'year-not-announced');
    expect(doubts?.map(({ words }) => words)).toEqual([
      'Lịch nghỉ lễ, Tết năm 2024 chưa được công bố; khi có thông báo, hạn này được tính lại.',
    ]);
    expect(daysOf('Tháng 6/2022')[0]?.steps.some(({ code }) => code === 'year-not-announced')).toBe(false);
  });
});

test('a due day is always worked, not after the named one, with only days off between', () => {
  const days = fc.integer({ min: 0, max: 1_460 }).map((n) => addDays(plainDate(2021, 1, 1), n));
  fc.assert(
    fc.property(days, (named) => {
      const { due, steps } = rollBack(calendar, named);
      expect(isWorkingDay(calendar, due)).toBe(true);
      expect(due <= named).toBe(true);
      for (let one = addDays(due, 1); one <= named; one = addDays(one, 1))
        expect(isWorkingDay(calendar, one)).toBe(false);
      expect(steps.find(({ code }) => code === 'due')?.day).toBe(due);
    }),
  );
});

describe('standing work is looked at on the last working day of each quarter', () => {
  test.each([
    ['2021-06-01', '2022-03-31'],
    ['2022-01-10', '2022-03-31'],
    ['2022-03-31', '2022-03-31'],
    ['2022-04-01', '2022-06-30'],
    ['2022-10-01', '2022-12-30'],
    ['2022-12-30', '2022-12-30'],
    ['2022-12-31', null],
  ])('from %s on: %s', (from, day) => {
    expect(firstReview(2022, from as PlainDate, calendar)).toBe(day);
  });
});
