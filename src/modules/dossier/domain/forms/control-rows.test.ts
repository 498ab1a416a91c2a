import { describe, expect, test } from 'vitest';
import { type Moment, parseMoment } from '#kernel/moment.ts';
import { controlRows, type HandOverAct, stepResult } from './control-rows.ts';

function at(text: string): Moment {
  return parseMoment(text) ?? expect.fail(text);
}

describe('how a step was done', () => {
  test.each([
    ['2022-01-10T16:00', '2022-01-11T11:00', 'early'],
    ['2022-01-11T09:00', '2022-01-11T11:00', 'in-time'],
    ['2022-01-11T11:00', '2022-01-11T11:00', 'in-time'],
    ['2022-01-11T11:01', '2022-01-11T11:00', 'late'],
  ])('done %s, due %s: %s', (done, due, result) => expect(stepResult(at(done), at(due))).toBe(result));

  test('is not said without a norm', () => expect(stepResult(at('2022-01-10T16:00'), null)).toBeNull());
});

describe('the control slip', () => {
  const act = (one: Partial<HandOverAct> & Pick<HandOverAct, 'act' | 'at'>): HandOverAct => ({
    byName: 'Người Mẫu',
    toName: '',
    toStepName: '',
    takenAt: null,
    stepDueAt: null,
    reason: null,
    ...one,
  });
  const acts = [
    act({ act: 'receive', at: at('2022-01-10T08:00'), byName: 'Clerk Mẫu' }),
    act({ act: 'lock', at: at('2022-01-10T08:05') }),
    act({
      act: 'transfer',
      at: at('2022-01-10T09:00'),
      toName: 'Tư pháp',
      takenAt: at('2022-01-10T09:30'),
      stepDueAt: at('2022-01-11T17:00'),
    }),
    act({ act: 'forward', at: at('2022-01-12T08:00'), toName: 'Chủ tịch', toStepName: 'Ký' }),
    act({ act: 'hand-over', at: at('2022-01-12T10:00') }),
  ];

  test('has a row for each hand-over, in order, each from whom the one before gave it to', () => {
    const rows = controlRows(acts, 'Một cửa');
    expect(rows.map(({ from, to }) => [from, to])).toEqual([
      ['Người nộp hồ sơ', 'Một cửa'],
      ['Một cửa', 'Tư pháp'],
      ['Tư pháp', 'Chủ tịch'],
      ['Chủ tịch', 'Người nhận kết quả'],
    ]);
    expect(rows.map(({ result }) => result)).toEqual([null, null, 'late', null]);
    expect(rows[1]).toMatchObject({ giver: 'Người Mẫu', taker: 'Tư pháp' });
    expect(rows[2]).toMatchObject({ taker: '', note: 'Ký' });
  });
});
