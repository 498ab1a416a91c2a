import { describe, expect, test } from 'vitest';
import type { PlanReading, ReadTarget, ReadTask } from '#modules/plan/domain/reading/plan-reading.ts';
import { askedByReading } from './asked-by-reading.ts';

const target = (rest: Partial<ReadTarget>): ReadTarget => ({
  ...{
    id: 'T01',
    section: 'II.1',
    measure: 'đúng hạn',
    operator: 'min',
    valuePercent: 99,
    text: 'Tối thiểu 99% đúng hạn',
  },
  ...rest,
});
const task = (rest: Partial<ReadTask>): ReadTask => ({
  ...{ no: 3, content: ' Rà soát thủ tục ', outputs: [], lead: [], coordinators: [], deadlineText: '', deadlines: [] },
  ...rest,
});
const reading = (rest: Partial<PlanReading>): PlanReading => ({
  ...{ title: 'Kế hoạch', year: 2022, issuer: 'UBND huyện', issuerLevel: 'district' as const },
  ...{ decision: { number: null, date: null }, purposes: [], qualitativeObjectives: [], funding: '' },
  ...{ targets: [], tasksNarrative: [], appendices: [], responsibilities: [], recurringReports: [] },
  ...{ places: {}, furniture: {}, unread: [] },
  ...rest,
});
const table = (tasks: readonly ReadTask[], number = '02') => ({
  ...{ number, field: '', title: 'Bảng', columns: [], taskCount: tasks.length, tasks },
});

describe('what a plan document asks', () => {
  test('are its targets with their figures, those said twice once', () => {
    const asked = askedByReading(
      reading({ targets: [target({ aspiration: true }), target({ id: 'T02', duplicateOf: 'T01' })] }),
      2022,
    );
    expect(asked).toEqual([
      {
        ...{ kind: 'target', place: 'II.1', content: 'Tối thiểu 99% đúng hạn', measure: 'đúng hạn' },
        ...{ operator: 'min', value: 99, unit: '%', aspiration: true, due: null, dueText: '' },
      },
    ]);
  });

  test('are the rows of its tables with place and last day', () => {
    const deadlines = [
      { kind: 'month', month: 3, year: 2022 },
      { kind: 'month', month: 10, year: 2022 },
    ] as unknown as ReadTask['deadlines'];
    const asked = askedByReading(
      reading({
        appendices: [
          table([task({ deadlines, deadlineText: 'Tháng 3, tháng 10' })]),
          table([task({ no: 1, noText: '1.2', content: 'Tuyên truyền' })], ''),
        ],
      }),
      2022,
    );
    expect(asked.map(({ place, content, due, dueText }) => [place, content, due, dueText])).toEqual([
      ['PL02/3', 'Rà soát thủ tục', '2022-10-31', 'Tháng 3, tháng 10'],
      ['1.2', 'Tuyên truyền', null, ''],
    ]);
    expect(asked.every(({ kind, value }) => kind === 'task' && value === null)).toBe(true);
  });

  const item = (text: string, rest: object = {}) => ({
    ...{ section: 'III.1', sectionTitle: '', letter: 'a', ordinal: 1, text },
    ...rest,
  });

  test('are the items of its text, where it has no table', () => {
    const tasksNarrative = [item('Kiểm tra công vụ'), item('Chi tiết tại phụ lục', { pointerOnly: true }), item(' a ')];
    expect(askedByReading(reading({ tasksNarrative }), 2022).map(({ place, content }) => [place, content])).toEqual([
      ['III.1', 'Kiểm tra công vụ'],
    ]);
    const both = askedByReading(reading({ tasksNarrative, appendices: [table([task({})])] }), 2022);
    expect(both.map(({ content }) => content)).toEqual(['Rà soát thủ tục']);
  });

  test('is cut where it is longer than what is kept', () => {
    const [long] = askedByReading(reading({ tasksNarrative: [item('x'.repeat(5_000))] }), 2022);
    expect(long?.content.length).toBe(4_000);
  });
});
