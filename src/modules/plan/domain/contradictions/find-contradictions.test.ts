import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { PlanReading } from '../reading/plan-reading.ts';
import type { Contradiction, ContradictionCode } from './contradiction.ts';
import { findContradictions } from './find-contradictions.ts';
import { withConflicts } from './with-conflicts.ts';

/** What people found in the four plans, as the reading gives them. */
function planOf(path: string): PlanReading {
  return { places: {}, furniture: {}, unread: [], funding: '', ...JSON.parse(readFileSync(path, 'utf8')) };
}

const seed = planOf('starter/hoang-tien/truth.json');
const found = findContradictions(seed);

const refsOf = (list: readonly Contradiction[], code: ContradictionCode) =>
  list.filter((one) => one.code === code).map((one) => [...new Set(one.places.map((place) => place.ref))].join(' '));

describe('the oddities of the plan of Hoằng Tiến 2022', () => {
  const expected: Partial<Record<ContradictionCode, readonly string[]>> = {
    conflictingTargets: ['T01 T10'],
    repeatedTarget: ['T02 T09 PL02/2', 'T08 PL02/2', 'T10 PL02/2', 'T11 PL02/4', 'T12 PL06/7'],
    twoMeasures: ['T02'],
    targetScope: ['T12 PL06/7'],
    repeatedLetter: ['2.6.d'],
    skippedLetter: ['2.7.e'],
    missingDeadline: ['PL05/4'],
    outputWithoutDeadline: ['PL01/1', 'PL01/3', 'PL07/3'],
    frequencyUnstated: ['PL04/4'],
    openDeadline: ['PL02/6 PL03/4 PL04/2 PL06/4'],
    yearTaken: ['PL06/5'],
    looseLabel: ['PL01/1 PL01/3 PL02/7 PL04/3'],
    oneDateForAll: ['PL01/2', 'PL06/1', 'PL06/6'],
    reportWithoutFrequency: ['IV.1', 'IV.1', 'IV.1', 'IV.2', 'IV.3', 'IV.4'],
    leadIsCoordinator: ['PL02/1', 'PL03/1', 'PL06/7'],
    severalLeads: ['PL02/1 PL02/2 PL02/3 PL02/5 PL02/6 PL02/7 PL06/4 PL06/7 PL07/1 PL07/2 PL07/3 PL07/4'],
    unknownOffice: ['PL02/1 PL02/4 PL02/5 PL02/6 PL02/7 PL06/6 PL07/2'],
    leadWithoutDuty: ['PL02/2 PL02/3 PL02/6 PL02/7'],
    postsNotNamed: ['tổ chức thực hiện'],
    taskWithoutRow: ['2.3.a', '2.3.c', '2.6.d'],
    rowWithoutTask: ['PL02/3', 'PL03/1', 'PL03/2', 'PL03/3', 'PL03/4'],
    taskInSeveralRows: ['2.5.d PL05/4 PL05/5'],
    repeatedTask: ['2.2.e 2.3.b'],
    outputIsTask: ['PL02/3', 'PL04/4'],
    unnamedOutput: ['PL03/3', 'PL05/1', 'PL05/3', 'PL06/2'],
    appendixTitle: ['PL06', 'PL07'],
    blankDecision: ['quyết định ban hành'],
    bodyIsGeneral: [],
    missingLead: [],
    missingOutput: [],
    abolishedLevel: [],
    deadlineBeforePlan: [],
    impossibleDay: [],
    unreadDeadline: [],
    repeatedNumber: [],
    skippedNumber: [],
  };

  test.each(Object.entries(expected))('%s', (code, refs) => {
    expect(refsOf(found, code as ContradictionCode)).toEqual(refs);
  });

  test('words of the district and the province', () => {
    const places = new Set([...refsOf(found, 'higherLevelWords'), ...refsOf(found, 'higherLevelWork')]);
    for (const ref of [
      'T06',
      '2.5.a',
      'PL05/1',
      '2.5.b',
      'PL05/2',
      '2.6.b',
      'PL06/2',
      '2.6.đ',
      'PL06/5',
      'PL01/1',
      'PL01/2',
      'PL02/1',
      'PL03/1',
      'PL03/2',
      'PL04/3',
      'PL05/3',
      'PL06/7',
      'PL07/1',
      'PL07/2',
      'trách nhiệm 1.2',
    ]) {
      expect(places, ref).toContain(ref);
    }
    expect(places.size).toBe(20);
  });

  test('work of a higher level, not counted as ours', () => {
    expect(refsOf(found, 'higherLevelWork')).toEqual([
      '2.5.a',
      '2.5.b',
      'PL03/1',
      'PL03/2',
      'PL05/1',
      'PL05/2',
      'PL06/7',
      'PL07/2',
    ]);
    expect(found.filter((one) => one.code === 'higherLevelWork').every((one) => one.proposal === 'ignore')).toBe(true);
  });

  test('a group as lead, each name once with all its tasks', () => {
    const groups = found.filter((one) => one.code === 'groupLead');
    expect(groups.map((one) => [one.params.name, one.params.count])).toEqual([
      ['UBND xã', 12],
      ['Công chức chuyên môn UBND xã', 4],
      ['Các bộ phận chuyên môn UBND xã', 2],
      ['UBND cấp xã', 3],
      ['các bộ phận chuyên môn có liên quan', 4],
    ]);
  });

  test('one post under several names', () => {
    expect(found.filter((one) => one.code === 'roleVariants').map((one) => one.params.names)).toEqual([
      'Công chức Tư pháp – Hộ tịch; công chức Tư pháp',
      'Công chức văn hóa - xã hội; Văn hóa - TT; Công chức Văn hóa - Thông tin',
      'Công chức Tài chính - Kế toán; Kế toán',
    ]);
  });

  test('where body and row differ', () => {
    const differ = found.filter((one) => one.code === 'bodyRowDiffer');
    const of = (ref: string) => differ.find((one) => one.places[0]?.ref === ref)?.params;
    expect(of('2.1.b')).toEqual({ inBody: 'xã,', inRow: 'huyện,' });
    expect(of('2.4.a')).toEqual({ inBody: 'nghiêm', inRow: '' });
    expect(of('2.2.đ')).toBeUndefined();
    expect(differ.map((one) => one.places.map((place) => place.ref).join(' '))).toEqual([
      '2.1.a PL01/1',
      '2.1.b PL01/2',
      '2.2.a PL02/1',
      '2.2.c PL02/4',
      '2.2.e PL02/7',
      '2.4.a PL04/1',
      '2.4.c PL04/3',
      '2.5.c PL05/3',
      '2.6.c PL06/3',
      '2.6.đ PL06/5',
      '2.6.g PL06/7',
      '2.7.a PL07/1',
      '2.7.b PL07/2',
      '2.7.d PL07/4',
    ]);
  });

  test('words said twice', () => {
    expect(
      found.filter((one) => one.code === 'doubledWords').map((one) => [one.places[0]?.ref, one.params.words]),
    ).toEqual([
      ['2.3.a', 'tinh gọn bộ máy'],
      ['2.7.b', 'Ủy ban nhân dân'],
      ['PL07/2', 'Ủy ban nhân dân'],
    ]);
  });

  test('two figures are proposed to be kept, and may be merged', () => {
    const conflict = found.find((one) => one.code === 'conflictingTargets');
    expect(conflict).toMatchObject({
      proposal: 'keep',
      choices: ['keep', 'merge', 'correct', 'ignore'],
      params: { first: 95, second: 97 },
    });
    expect(found.find((one) => one.code === 'taskWithoutRow')).toMatchObject({
      proposal: 'createTask',
      choices: ['createTask', 'keep', 'correct', 'ignore'],
    });
    expect(found.find((one) => one.code === 'repeatedLetter')?.params).toEqual({ letter: 'd', should: 'e' });
  });

  test('conflicts are written to the targets', () => {
    const marked = withConflicts(
      { ...seed, targets: seed.targets.map(({ conflictsWith: _, ...target }) => target) },
      found,
    );
    expect(
      marked.targets.filter((target) => target.conflictsWith).map((target) => [target.id, target.conflictsWith]),
    ).toEqual([
      ['T01', ['T10']],
      ['T10', ['T01']],
    ]);
  });

  test('nothing more than that', () => {
    const others = new Set<string>([
      ...Object.keys(expected),
      'higherLevelWords',
      'higherLevelWork',
      'groupLead',
      'roleVariants',
      'bodyRowDiffer',
      'doubledWords',
    ]);
    expect(found.filter((one) => !others.has(one.code))).toEqual([]);
  });
});

describe('the other plans, checked by eye', () => {
  const plans: readonly (readonly [string, readonly string[]])[] = [
    [
      'src/test/plans/01-xa-dong-van-2023.truth.json',
      [
        'missingDeadline PL6/4',
        'groupLead PL2/2',
        'looseLabel PL1/1 PL2/2 PL2/3 PL2/5 PL7/4',
        'openDeadline PL1/3 PL2/1 PL2/4 PL4/2 PL6/1',
        'yearTaken PL4/3 PL6/3 PL7/4',
        'severalLeads PL2/2',
        'leadWithoutDuty PL4/3',
        'leadWithoutDuty PL6/5',
        'bodyIsGeneral phần nội dung',
      ],
    ],
    [
      'src/test/plans/03-xa-long-hai-dong-2026.truth.json',
      [
        'conflictingTargets T04 T09',
        'conflictingTargets T07 PL01/E.2',
        'twoMeasures T05',
        'missingDeadline PL01/Đ.3',
        'openDeadline PL01/A.5 PL01/C.1 PL01/C.4 PL02/3',
        'looseLabel PL01/E.2',
        'severalLeads PL01/E.4 PL02/2',
        'bodyIsGeneral phần nội dung',
      ],
    ],
    [
      'src/test/plans/06-xa-yen-thuy-2020.truth.json',
      [
        'repeatedTarget T02 III.2.b',
        'repeatedTarget T04 III.6.a',
        'missingDeadline III.5.b',
        'openDeadline III.2.c III.3.a III.4.a',
        'looseLabel III.5.a III.6.a',
        'postsNotNamed tổ chức thực hiện',
      ],
    ],
  ];
  test.each(plans)('%s', (path, expected) => {
    const list = findContradictions(planOf(path)).map(
      (one) => `${one.code} ${[...new Set(one.places.map((place) => place.ref))].join(' ')}`,
    );
    expect(list).toEqual(expected);
  });
});
