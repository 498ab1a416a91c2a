import { describe, expect, test } from 'vitest';
import { findContradictions } from './find-contradictions.ts';
import { aPlan, aTask, commune, found, only, rows } from './made-plans.ts';

test('a plan without a fault has nothing to find', () => {
  expect(found(rows(aTask()))).toEqual([]);
  expect(found(aPlan())).toEqual([]);
});

describe('deadlines', () => {
  const cases: readonly (readonly [due: string, expected: readonly string[]])[] = [
    ['', ['missingDeadline PL01/1']],
    ['Chưa xác định', ['unreadDeadline PL01/1']],
    ['Trước 31/02/2022', ['impossibleDay PL01/1']],
    ['31/9/2022', ['impossibleDay PL01/1']],
    ['Tháng 12/2021', ['deadlineBeforePlan PL01/1']],
    ['Quý IV/2020', ['deadlineBeforePlan PL01/1']],
    ['Giai đoạn 2021 - 2025', []],
    ['Trước 31/01/2023', []],
    ['Quý II', ['yearTaken PL01/1']],
    ['Hằng quý', []],
    ['Theo định kỳ', ['frequencyUnstated PL01/1']],
    ['Thường xuyên', ['openDeadline PL01/1']],
    ['Khi có yêu cầu', ['openDeadline PL01/1']],
    ['Theo hướng dẫn của Sở Nội vụ', ['openDeadline PL01/1']],
    ['Thường xuyên; báo cáo: hằng quý', []],
  ];
  test.each(cases)('%s', (due, expected) => {
    expect(found(rows(aTask({ due })))).toEqual(expected);
  });

  const both = ['Kế hoạch', 'Báo cáo'];
  test.each([
    ['Quý I/2022', both, ['oneDateForAll PL01/1']],
    ['Trước 31/3/2022', both, ['oneDateForAll PL01/1']],
    ['Trong năm 2022', both, []],
    ['Hằng quý', both, []],
    ['Quý I/2022; Quý IV/2022', both, []],
    ['Quý I/2022', ['Kế hoạch'], []],
    ['Quý I/2022', ['Báo cáo kết quả thực hiện kế hoạch'], []],
    ['Kế hoạch: Quý I/2022; Báo cáo: Quý IV/2022', both, []],
    ['Báo cáo: Quý IV/2022', both, ['outputWithoutDeadline PL01/1']],
    ['Báo cáo: Quý IV/2022; Tổ chức thực hiện: thường xuyên', both, []],
    ['Báo cáo: Quý IV/2022; Quý I/2022', both, []],
  ])('%s for %j', (due, outputs, expected) => {
    expect(found(rows(aTask({ due, outputs })))).toEqual(expected);
  });

  test('the output without a deadline is named, its place is the output', () => {
    const [one] = only('outputWithoutDeadline', rows(aTask({ due: 'Báo cáo: Quý IV/2022', outputs: both })));
    expect(one).toMatchObject({
      params: { output: 'Kế hoạch' },
      places: [{ path: '/appendices/0/tasks/0/outputs/0' }],
      proposal: 'correct',
    });
  });

  test('the figures of what was found', () => {
    const params = (due: string) => findContradictions(rows(aTask({ due })), commune)[0]?.params;
    expect(params('Trước 31/02/2022')).toEqual({ day: 31, month: 2, last: 28 });
    expect(params('Tháng 12/2021')).toEqual({ year: 2021, planYear: 2022 });
    expect(params('Quý II')).toEqual({ words: '“Quý II”', count: 1 });
  });

  test('a label under other words, gathered into one note', () => {
    const plan = rows(
      aTask({ due: 'Xây dựng kế hoạch: Quý I/2022', outputs: ['Kế hoạch tuyên truyền'] }),
      aTask({ no: 2, due: 'Báo cáo: Quý I/2022', outputs: ['báo cáo'] }),
      aTask({ no: 3, due: 'Kế hoạch: Quý I/2022', outputs: ['Kế hoạch năm'] }),
    );
    expect(found(plan)).toEqual(['looseLabel PL01/1 PL01/3']);
    expect(only('looseLabel', plan)[0]?.params.words).toBe(
      '“Xây dựng kế hoạch” → “Kế hoạch tuyên truyền”; “Kế hoạch” → “Kế hoạch năm”',
    );
  });

  test('a plan without a year is not asked for one', () => {
    expect(found({ ...rows(aTask({ due: 'Quý II' })), year: null })).toEqual([]);
  });

  test('a duty to report without a frequency', () => {
    const report = { who: 'Công chức Tư pháp', to: 'UBND huyện', about: 'kết quả', section: 'IV.2' };
    const plan = aPlan({
      recurringReports: [
        { ...report, frequency: ['quarter'] },
        { ...report, frequency: [], frequencyText: 'theo quy định' },
      ],
    });
    expect(only('reportWithoutFrequency', plan).map((one) => one.places[0]?.path)).toEqual(['/recurringReports/1']);
  });
});
