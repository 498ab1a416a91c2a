import { describe, expect, test } from 'vitest';
import { aTask } from '#test/a-plan-content.ts';
import type { Part, RowOf } from './plan-content.ts';
import { labelOfRow, wordsOfRow } from './row-words.ts';
import { changeOfRow } from './version-diff.ts';

const row = { key: 'k', position: 1_000, importId: null, path: null, lines: [] };

const rows: { readonly [P in Part]: RowOf[P] } = {
  appendix: { ...row, number: '01', title: 'Nhiệm vụ thể chế', fieldText: 'Thể chế' },
  statement: { ...row, kind: 'purpose', content: 'Mục đích' },
  target: {
    ...row,
    section: 'II.1',
    measure: 'Hồ sơ đúng hạn',
    operator: '>=',
    value: 95,
    unit: '%',
    content: 'Đúng hạn 95%',
    ours: true,
    aspiration: false,
    reduction: true,
    baseline: 'năm 2021',
    alsoIn: ['III.1', 'PL01/1'],
  },
  task: aTask('Rà soát', {
    outputs: [
      { key: 'a', content: 'Kế hoạch' },
      { key: 'b', content: 'Báo cáo' },
    ],
    roles: [
      { role: 'lead', roleText: '', written: 'Tư pháp' },
      { role: 'lead', roleText: '', written: 'Văn phòng' },
      { role: 'coordinator', roleText: '', written: 'Công an' },
      { role: 'other', roleText: 'Tổng hợp', written: 'Tài chính' },
    ],
    dueText: 'Quý I',
    dues: [
      { rule: { kind: 'quarter', year: 2022, quarter: 1, appliesTo: 'Báo cáo' }, outputKey: 'b' },
      { rule: { kind: 'standing', year: null, appliesTo: '' }, outputKey: null },
      { rule: { appliesTo: '', kind: 'standing', year: 2022 }, outputKey: 'gone' },
    ],
  }),
  narrative: {
    ...row,
    section: '2.1',
    sectionTitle: 'Thể chế',
    letter: 'a',
    content: 'Rà soát',
    pointerOnly: false,
    taskKeys: ['y', 'x'],
  },
  responsibility: { ...row, written: 'Tư pháp', duties: ['Tham mưu', 'Tổng hợp'] },
  reportDuty: {
    ...row,
    written: 'Tư pháp',
    to: 'UBND huyện',
    via: 'UBND xã',
    frequency: ['quarter', 'year'],
    frequencyText: 'theo quy định',
    dueText: 'trước ngày 05',
    adHoc: true,
    about: 'cải cách',
    section: 'IV',
  },
};

test.each<[Part, Readonly<Record<string, string>>]>([
  ['appendix', { number: '01', title: 'Nhiệm vụ thể chế', fieldText: 'Thể chế' }],
  ['statement', { kind: 'purpose', content: 'Mục đích' }],
  [
    'target',
    {
      measure: 'Hồ sơ đúng hạn',
      operator: '>=',
      value: '95',
      unit: '%',
      content: 'Đúng hạn 95%',
      ours: 'có',
      aspiration: 'không',
      reduction: 'có',
      baseline: 'năm 2021',
    },
  ],
  [
    'task',
    {
      fieldCode: 'the-che',
      content: 'Rà soát',
      outputs: 'Kế hoạch\nBáo cáo',
      leads: 'Tư pháp; Văn phòng',
      coordinators: 'Công an',
      otherRoles: 'Tổng hợp: Tài chính',
      dueText: 'Quý I',
      dues:
        'appliesTo=Báo cáo, kind=quarter, quarter=1, year=2022 → 2; appliesTo=, kind=standing, year=null; ' +
        'appliesTo=, kind=standing, year=2022 → ?',
      ours: 'có',
    },
  ],
  ['narrative', { sectionTitle: 'Thể chế', content: 'Rà soát', pointerOnly: 'không' }],
  ['responsibility', { written: 'Tư pháp', duties: 'Tham mưu\nTổng hợp' }],
  [
    'reportDuty',
    {
      written: 'Tư pháp',
      to: 'UBND huyện',
      via: 'UBND xã',
      frequency: 'quarter, year',
      frequencyText: 'theo quy định',
      dueText: 'trước ngày 05',
      adHoc: 'có',
      about: 'cải cách',
    },
  ],
])('the words of one row: %s', (part, words) => expect(wordsOfRow(part, rows[part])).toEqual(words));

test('what a row leaves open is empty', () => {
  expect(wordsOfRow('task', { ...rows.task, fieldCode: null })).toMatchObject({ fieldCode: '' });
  expect(wordsOfRow('target', { ...rows.target, baseline: null })).toMatchObject({ baseline: '' });
  expect(wordsOfRow('reportDuty', { ...rows.reportDuty, via: null, frequencyText: null, dueText: null })).toMatchObject(
    { via: '', frequencyText: '', dueText: '' },
  );
});

describe('a row that only stands elsewhere is moved, not changed', () => {
  const moves: readonly (readonly [Part, object, 'moved' | 'same' | 'changed'])[] = [
    ['appendix', { position: 2 }, 'moved'],
    ['statement', { position: 2 }, 'moved'],
    ['target', { position: 2 }, 'moved'],
    ['target', { section: 'II.2' }, 'moved'],
    ['target', { alsoIn: ['III.1'] }, 'moved'],
    ['target', { alsoIn: ['III.1P', 'L01/1'] }, 'moved'],
    ['target', { section: 'II.2', value: 96 }, 'changed'],
    ['task', { groupTitle: 'Nhóm' }, 'moved'],
    ['task', { groupNumber: 'A' }, 'moved'],
    ['narrative', { section: '2.2' }, 'moved'],
    ['narrative', { letter: 'b' }, 'moved'],
    ['narrative', { taskKeys: ['x'] }, 'moved'],
    ['narrative', { taskKeys: ['x', 'y'] }, 'same'],
    ['responsibility', { position: 2 }, 'moved'],
    ['responsibility', { duties: ['Tham mưu'] }, 'changed'],
    ['reportDuty', { position: 2 }, 'moved'],
    ['reportDuty', { section: 'V' }, 'moved'],
    ['reportDuty', { path: '/x', lines: [1] }, 'same'],
  ];
  test.each(moves)('%s with %o: %s', (part, given, change) =>
    expect(changeOfRow(part, rows[part], { ...rows[part], ...given })).toBe(change),
  );

  test('one that was not there is added', () => expect(changeOfRow('task', undefined, rows.task)).toBe('added'));
});

test.each<[Part, string]>([
  ['appendix', 'Nhiệm vụ thể chế'],
  ['target', 'Đúng hạn 95%'],
  ['task', 'PL01/1 Rà soát'],
  ['responsibility', 'Tư pháp'],
])('short words for one row: %s', (part, label) => expect(labelOfRow(part, rows[part])).toBe(label));

test('long words are cut at 160 letters', () => {
  const label = (length: number) => labelOfRow('statement', { ...rows.statement, content: 'x'.repeat(length) });
  expect(label(160)).toBe('x'.repeat(160));
  expect(label(161)).toBe(`${'x'.repeat(159)}…`);
});
