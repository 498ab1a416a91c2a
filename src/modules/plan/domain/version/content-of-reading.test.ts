import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { aReading } from '#test/a-plan-reading.ts';
import type { PlanReading } from '../reading/plan-reading.ts';
import { contentOfReading } from './content-of-reading.ts';
import { linkText } from './link-text.ts';
import { contentForYear } from './next-year.ts';
import { taskOfForm } from './task-of-form.ts';

const fields = [
  { code: 'the-che', words: ['the che'] },
  { code: 'thu-tuc', words: ['thu tuc hanh chinh'] },
];
const context = { importId: 'import', fields, higher: new Set<string>(), links: new Map<string, string[]>() };

function truth(path: string): PlanReading {
  const file = new URL(`../../../../../${path}`, import.meta.url);
  const whole = JSON.parse(readFileSync(file, 'utf8'));
  return { funding: '', qualitativeObjectives: [], places: {}, furniture: {}, unread: [], ...whole };
}

describe('real plans', () => {
  const seed = truth('starter/hoang-tien/truth.json');

  test('the plan of 2022 has 34 tasks; its repeated target is joined with its places', () => {
    const content = contentOfReading(seed, { ...context, links: linkText(seed) });
    expect(content.tasks).toHaveLength(34);
    expect(content.targets).toHaveLength(11);
    expect(content.targets[1]?.alsoIn).toEqual(expect.arrayContaining(['II.2.2.b', 'PL02/2']));
    expect(content.narrative.filter((item) => item.taskKeys.length > 0).length).toBeGreaterThan(20);
    expect(content.tasks[0]).toMatchObject({ place: 'PL01/1', fieldCode: 'the-che', number: '1' });
  });

  test('each due rule is of the output that its label names', () => {
    const [task] = contentOfReading(seed, context).tasks;
    expect(task?.dues.map((due) => due.outputKey)).toEqual([task?.outputs[0]?.key, task?.outputs[2]?.key]);
  });

  test('a plan without tables has its tasks in the text', () => {
    const content = contentOfReading(truth('src/test/plans/06-xa-yen-thuy-2020.truth.json'), context);
    expect(content.appendices).toEqual([]);
    expect(content.tasks.length).toBeGreaterThanOrEqual(15);
    expect(content.tasks[0]).toMatchObject({ appendixKey: null, place: 'III.1.a', fieldCode: 'the-che' });
    expect(content.narrative[0]?.taskKeys).toEqual([content.tasks[0]?.key]);
    const keys = [...content.tasks, ...content.narrative].map((row) => row.key);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('rows of one table with groups are of the field of their group', () => {
    const content = contentOfReading(truth('src/test/plans/03-xa-long-hai-dong-2026.truth.json'), context);
    const groups = Map.groupBy(content.tasks, (task) => task.groupNumber);
    expect(groups.get('B')?.every((task) => task.fieldCode === 'the-che')).toBe(true);
    expect(groups.get('C')?.[0]?.place).toBe('PL01/C.1');
  });
});

test('work of a higher level is there and not ours', () => {
  const reading = aReading({ tasks: [{}, {}], targets: [{}] });
  const content = contentOfReading(reading, { ...context, higher: new Set(['/appendices/0/tasks/1', '/targets/0']) });
  expect(content.tasks.map((task) => task.ours)).toEqual([true, false]);
  expect(content.targets.map((target) => target.ours)).toEqual([false]);
});

test('a row knows the lines of all its fields', () => {
  const places = {
    '/appendices/0/tasks/0/content': [4, 5],
    '/appendices/0/tasks/0/outputs/0': [6],
    '/appendices/0': [3],
  };
  expect(contentOfReading(aReading({ tasks: [{}], places }), context).tasks[0]?.lines).toEqual([4, 5, 6]);
});

test('a plan without a year is none', () => {
  expect(() => contentOfReading(aReading({ year: null }), context)).toThrow(RangeError);
});

describe('next year', () => {
  const content = () =>
    contentOfReading(
      aReading({
        title: 'Kế hoạch cải cách hành chính năm 2022',
        tasks: [
          {
            content: 'Thực hiện Nghị định 15/2022/NĐ-CP trong năm 2022, giai đoạn 2022 - 2026, trước 31/12/2022',
            deadlineText: 'Quý IV/2022',
          },
        ],
      }),
      context,
    );
  const copied = () => contentForYear(content(), 2023);

  test('years move on, but for those of documents and periods', () => {
    expect(copied().header).toMatchObject({ title: 'Kế hoạch cải cách hành chính năm 2023', year: 2023 });
    expect(copied().tasks[0]?.content).toBe(
      'Thực hiện Nghị định 15/2022/NĐ-CP trong năm 2023, giai đoạn 2022 - 2026, trước 31/12/2023',
    );
    expect(copied().tasks[0]).toMatchObject({ dueText: 'Quý IV/2023', dues: [{ rule: { year: 2023, quarter: 4 } }] });
  });

  test('its rows are rows of their own, written and not read', () => {
    expect(copied().tasks[0]?.key).not.toBe(content().tasks[0]?.key);
    expect(copied().tasks[0]).toMatchObject({ importId: null, path: null, lines: [] });
    expect(copied().tasks[0]?.appendixKey).toBe(copied().appendices[0]?.key);
    const keys = [...copied().tasks, ...copied().narrative, ...copied().targets, ...copied().statements].map(
      (row) => row.key,
    );
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('each part moves on, and its links with it', () => {
    const source = contentOfReading(
      {
        ...aReading({
          purposes: ['Mục tiêu năm 2022'],
          targets: [{ measure: 'Đúng hạn năm 2022', text: 'Năm 2022 đạt 95%' }],
          tasks: [
            {
              outputs: ['Báo cáo năm 2022'],
              deadlines: [
                { kind: 'year', year: 2021, toYear: 2025, appliesTo: 'Báo cáo' },
                { kind: 'standing', year: null, appliesTo: '' },
                { kind: 'asGuided', by: 'Sở', appliesTo: '' },
              ],
            },
          ],
          items: [{ text: 'Rà soát năm 2022', lead: ['Tư pháp'] }],
        }),
        responsibilities: [{ role: 'Tư pháp', duties: ['Tham mưu năm 2022'] }],
      },
      context,
    );
    const later = contentForYear(source, 2024, 'Tên mới');
    expect(later.header).toMatchObject({ title: 'Tên mới', year: 2024, decisionText: null });
    expect(later.appendices[0]?.title).toContain('2024');
    expect(later.statements[0]?.content).toBe('Mục tiêu năm 2024');
    expect(later.targets[0]).toMatchObject({ measure: 'Đúng hạn năm 2024', content: 'Năm 2024 đạt 95%' });
    const [row, item] = later.tasks;
    expect(row?.outputs).toMatchObject([{ content: 'Báo cáo năm 2024' }]);
    expect(row?.dues).toEqual([
      { rule: { kind: 'year', year: 2023, toYear: 2027, appliesTo: 'Báo cáo' }, outputKey: row?.outputs[0]?.key },
      { rule: { kind: 'standing', year: null, appliesTo: '' }, outputKey: null },
      { rule: { kind: 'asGuided', by: 'Sở', appliesTo: '' }, outputKey: null },
    ]);
    expect(item?.appendixKey).toBeNull();
    expect(later.narrative[0]).toMatchObject({ content: 'Rà soát năm 2024', taskKeys: [item?.key] });
    expect(later.responsibilities[0]?.duties).toEqual(['Tham mưu năm 2024']);
  });
});

describe('a task from a form', () => {
  const form = {
    fieldCode: null,
    content: 'Rà soát',
    ours: true,
    outputs: [
      { id: 'kept', text: 'Kế hoạch', dueText: 'Tháng 01' },
      { id: 'strange', text: 'Báo cáo', dueText: '' },
    ],
    leads: ['Công chức Tư pháp'],
    coordinators: ['Công an xã'],
    otherRoles: [{ role: 'Tổng hợp', holders: ['Văn phòng'] }],
    dueText: 'Báo cáo: trước ngày 15/12',
  };
  const task = () => taskOfForm(form, 2022, new Set(['kept']));

  test('keeps outputs that it had and takes others for new', () =>
    expect(task().outputs.map((output) => output.key)).toEqual(['kept', 'new/1']));
  test('reads the words of an output for it, those of the task for what they name', () => {
    expect(task().dues).toMatchObject([
      { rule: { kind: 'before', month: 12, day: 15 }, outputKey: 'new/1' },
      { rule: { kind: 'month', month: 1, appliesTo: '' }, outputKey: 'kept' },
    ]);
    expect(task().dueText).toBe('Báo cáo: trước ngày 15/12; Kế hoạch: Tháng 01');
  });
  test('without words of time there are no rules; the year is the plan’s, the outputs are those of the form', () => {
    const bare = taskOfForm(
      { ...form, outputs: [{ text: 'Kế hoạch', dueText: 'Quý I' }], dueText: '' },
      2024,
      new Set(),
    );
    expect(bare.outputs).toEqual([{ key: 'new/0', content: 'Kế hoạch' }]);
    expect(bare.dues).toMatchObject([{ rule: { kind: 'quarter', year: 2024 }, outputKey: 'new/0' }]);
    expect(bare.dueText).toBe('Kế hoạch: Quý I');
    const open = taskOfForm({ ...form, outputs: [], otherRoles: undefined, dueText: 'Quý I' }, 2023, new Set());
    expect(open).toMatchObject({ dueText: 'Quý I', dues: [{ rule: { year: 2023 }, outputKey: null }] });
    expect(open.roles).toHaveLength(2);
  });
  test('names everybody in their part', () =>
    expect(task().roles.map((role) => [role.role, role.roleText, role.written])).toEqual([
      ['lead', '', 'Công chức Tư pháp'],
      ['coordinator', '', 'Công an xã'],
      ['other', 'Tổng hợp', 'Văn phòng'],
    ]));
});
