import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readProcess } from './read-process.ts';
import { checkCodes, readProcessFile } from './read-process-file.ts';
import type { WrittenProcess } from './written-process.ts';

type Time = readonly [unknown, unknown];

function written(
  total: Time | null,
  times: readonly (Time | null)[],
  given: { labels?: readonly unknown[]; actors?: readonly string[] } = {},
): WrittenProcess {
  const file = readProcessFile([
    {
      code: '1.000001',
      name: 'Thủ tục thử nghiệm',
      declaredTotal: total && { value: total[0], unit: total[1] },
      steps: times.map((time, index) => ({
        no: given.labels ? given.labels[index] : index + 1,
        actor: given.actors?.[index] ?? 'Công chức',
        duration: time && { value: time[0], unit: time[1] },
      })),
    },
  ]);
  const flow = file.ok ? file.processes[0] : undefined;
  if (!flow) throw new Error('no process was read');
  return flow;
}

const found = (flow: WrittenProcess) =>
  readProcess(flow).findings.map(({ kind, severity, stepNo }) =>
    [kind, severity, stepNo].filter((one) => one !== undefined).join(' '),
  );
const workingDay = 'ngày làm việc';
const workingHour = 'giờ làm việc';

describe('the sum of the steps against the declared total', () => {
  test.each<[string, Time, Time[], string[]]>([
    [
      'equal in days',
      [3, workingDay],
      [
        [1, workingDay],
        ['0,25', workingDay],
        [1.75, workingDay],
      ],
      [],
    ],
    [
      '168 working hours are 21 working days',
      [21, workingDay],
      [4, 4, 112, 24, 16, 8].map((hours): Time => [hours, workingHour]),
      [],
    ],
    [
      'hours and days mixed',
      [5, workingDay],
      [
        ['½', workingDay],
        [4, workingHour],
        [4, workingDay],
      ],
      [],
    ],
    ['too little', [5, workingDay], [[4.75, workingDay]], ['sum-mismatch error']],
    ['too much', [5, workingDay], [[41, workingHour]], ['sum-mismatch error']],
    ['12 hours of the clock', [12, 'giờ'], [0.5, 0.5, 4, 3, 2, 2].map((hours): Time => [hours, 'giờ']), []],
    [
      'days alone',
      [20, 'ngày'],
      [
        [15, 'ngày'],
        [5, 'ngày'],
      ],
      [],
    ],
    [
      'plain days and hours, 24 a day',
      [1, 'ngày'],
      [
        [12, 'giờ'],
        ['½', 'ngày'],
      ],
      [],
    ],
    [
      'plain days and hours, 8 a day',
      [5, 'day'],
      [
        [4, 'hour'],
        [4, 'hour'],
        [4, 'day'],
      ],
      [],
    ],
    [
      'plain days and hours that fit neither',
      [5, 'ngày'],
      [
        [4, 'giờ'],
        [4, 'ngày'],
      ],
      ['sum-mismatch error'],
    ],
    [
      'plain hours beside working days',
      [1, workingDay],
      [
        [4, 'giờ'],
        ['0,5', workingDay],
      ],
      [],
    ],
    [
      'a third three times',
      [1, workingDay],
      [
        ['1/3', workingDay],
        ['1/3', workingDay],
        ['1/3', workingDay],
      ],
      [],
    ],
    ['right only when “ngày” is of the office', [5, 'ngày'], [[5, workingDay]], ['unit-unclear warning']],
    ['days of the calendar against fewer working days', [20, 'ngày'], [[14, workingDay]], ['units-mixed warning']],
    ['more working days than days', [5, 'ngày'], [[6, workingDay]], ['sum-mismatch error']],
    [
      'steps that cannot be added',
      [9, workingDay],
      [
        [2, workingDay],
        [3, 'ngày lịch'],
      ],
      ['units-mixed warning'],
    ],
    [
      'sub-steps of both kinds that are surely too long',
      [4, 'ngày lịch'],
      [
        [2, workingDay],
        [3, 'ngày lịch'],
      ],
      ['units-mixed warning', 'sum-mismatch error'],
    ],
  ])('%s', (_, total, times, findings) => expect(found(written(total, times))).toEqual(findings));

  test('says both in both units', () => {
    const [finding] = readProcess(written([5, workingDay], [[4.75, workingDay]])).findings;
    expect(finding).toMatchObject({
      declared: { unit: 'working-day', milli: 5_000 },
      computed: { unit: 'working-day', milli: 4_750 },
    });
  });

  test('is not said too short while a time is missing, only too long', () => {
    const missing: Time = [null, workingDay];
    expect(found(written([5, workingDay], [[1, workingDay], missing, [1, workingDay]]))).toEqual([
      'duration-missing error 2',
    ]);
    expect(found(written([1, workingDay], [[1, workingDay], missing, [1, workingDay]]))).toEqual([
      'duration-missing error 2',
      'sum-mismatch error',
    ]);
  });

  test('holds for every way to share out a total, and for none of a changed one', () => {
    const quarter = fc.integer({ min: 1, max: 40 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(quarter, fc.boolean()), { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 1, max: 8 }),
        (parts, off) => {
          const times = parts.map(
            ([quarters, inHours]): Time =>
              inHours ? [quarters * 2, workingHour] : [String(quarters / 4).replace('.', ','), workingDay],
          );
          const days = parts.reduce((sum, [quarters]) => sum + quarters / 4, 0);
          expect(found(written([days, workingDay], times))).toEqual([]);
          expect(found(written([days + off / 4, workingDay], times))).toEqual(['sum-mismatch error']);
        },
      ),
    );
  });
});

describe('numbers, responsibles and times of steps', () => {
  const day: Time = [1, workingDay];
  test.each<[string, readonly unknown[], string[]]>([
    ['in order', [1, 2, 3], []],
    ['as words', ['Bước 1', 'B2', '3.'], []],
    ['sub-steps', ['1', '2.1', '2.2'], []],
    ['sections', ['I.1', 'I.2', 'II.1'], []],
    ['a gap', [1, 2, 4], ['number-slipped warning 4']],
    ['twice', [1, 2, 2], ['number-repeated error 2']],
    ['backwards', [1, 3, 2], ['number-slipped warning 3', 'number-slipped warning 2']],
    ['not from 1', [2, 3, 4], ['number-slipped warning 2']],
    ['none', [1, null, 2], ['number-missing warning']],
  ])('numbers %s', (_, labels, findings) => {
    expect(found(written([3, workingDay], [day, day, day], { labels }))).toEqual(findings);
  });

  test('an unknown responsible is asked about, a missing one is an error', () => {
    expect(found(written([2, workingDay], [day, day], { actors: ['Ông Tư', ''] }))).toEqual([
      'actor-unknown warning 1',
      'actor-missing error 2',
    ]);
  });

  test('a last step without a time is "không tính thời gian", another must say so', () => {
    expect(found(written([2, workingDay], [day, day, null]))).toEqual([]);
    expect(found(written([2, workingDay], [day, day, [null, 'không tính thời gian']]))).toEqual([]);
    expect(found(written([2, workingDay], [day, [null, null], day]))).toEqual(['duration-missing warning 2']);
    expect(found(written([2, workingDay], [day, null, day]))).toEqual(['duration-missing error 2']);
  });

  test('no time is guessed', () => {
    expect(found(written([1, workingDay], [day, [2, 'tuần']]))).toEqual(['duration-unread error 2']);
    expect(found(written([1, 'quý'], [day]))).toEqual(['declared-unread error']);
    expect(found(written(null, [day]))).toEqual(['declared-missing warning']);
  });
});

describe('a file', () => {
  test.each([
    [{}, 'danh sách'],
    [[], 'không có quy trình nào'],
    [[1], 'quy trình thứ 1'],
    [[{ code: 'a' }], 'không có danh sách bước'],
    [[{ steps: ['x'] }], 'bước thứ 1'],
    ['text', 'danh sách'],
  ])('%j is refused in words', (content, words) => {
    const read = readProcessFile(content);
    expect(read.ok ? '' : read.why).toContain(words);
  });

  test('may hold one flow, or a list inside', () => {
    const flow = { code: 'x', steps: [] };
    expect(readProcessFile(flow)).toMatchObject({ ok: true, processes: [{ code: 'x' }] });
    expect(readProcessFile({ processes: [flow] })).toMatchObject({ ok: true, processes: [{ code: 'x' }] });
  });

  test('a code used again for the same name is asked about', () => {
    const read = readProcessFile([
      { code: 'x', name: 'A', steps: [] },
      { code: 'x', name: 'A', steps: [] },
      { code: 'x', name: 'B', steps: [] },
      { steps: [] },
    ]);
    const kinds = read.ok ? checkCodes(read.processes).map((findings) => findings.map(({ kind }) => kind)) : [];
    expect(kinds).toEqual([[], ['code-repeated'], [], ['code-missing']]);
  });

  test('nothing given makes the reader fail', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (content) => {
        const read = readProcessFile(content);
        if (read.ok) for (const flow of read.processes) readProcess(flow);
      }),
    );
    const noText = { steps: [{ no: '', duration: { value: { toString: [] }, unit: {} } }], declaredTotal: {} };
    expect(readProcessFile([noText]).ok).toBe(true);
    const cell = fc.oneof(fc.jsonValue(), fc.string());
    fc.assert(
      fc.property(
        fc.array(fc.record({ no: cell, actor: cell, duration: fc.record({ value: cell, unit: cell }) })),
        cell,
        (steps, total) => {
          const read = readProcessFile([{ steps, declaredTotal: total }]);
          expect(read.ok).toBe(true);
          if (read.ok) for (const flow of read.processes) readProcess(flow);
        },
      ),
    );
  });
});
