import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aReading } from '#test/a-plan-reading.ts';
import type { PlanReading } from '../reading/plan-reading.ts';
import { editReading, movePath } from './edit-reading.ts';

const reading: PlanReading = aReading({
  purposes: ['một', 'hai', 'ba'],
  tasks: [{ content: 'rà soát' }, { content: 'tuyên truyền', deadlineText: 'Quý I' }],
  places: { '/purposes/0': [1], '/purposes/1': [2], '/purposes/2': [3], '/appendices/0/tasks/1/content': [9] },
});

describe('setting a field', () => {
  test('gives what was there and keeps its lines', () => {
    const edited = editReading(reading, { op: 'set', path: '/purposes/1', value: 'khác' });
    expect(edited).toMatchObject({ before: 'hai', path: '/purposes/1' });
    expect(edited?.reading.purposes).toEqual(['một', 'khác', 'ba']);
    expect(edited?.reading.places).toEqual(reading.places);
  });

  test('does not touch the reading it was given', () => {
    editReading(reading, { op: 'set', path: '/purposes/1', value: 'khác' });
    expect(reading.purposes[1]).toBe('hai');
  });

  test.each(['title', 'year', 'issuer', 'issuerLevel', 'decision', 'qualitativeObjectives', 'funding'] as const)(
    '%s may be set',
    (part) => {
      const edited = editReading(reading, { op: 'set', path: `/${part}`, value: 'khác' });
      expect(edited).toMatchObject({ before: reading[part], path: `/${part}`, reading: { [part]: 'khác' } });
    },
  );

  test.each(['targets', 'tasksNarrative', 'responsibilities', 'recurringReports'] as const)(
    'elements may be put into %s',
    (part) =>
      expect(editReading(reading, { op: 'insert', path: `/${part}/-`, value: 'x' })).toMatchObject({
        path: `/${part}/${reading[part].length}`,
        before: undefined,
      }),
  );

  test('lines of what is no longer there go, those of what stays and of all else stay', () => {
    const places = { '/purposes': [1], '/purposes/0': [2], '/purposes/2': [3], '/purposesX/9': [4], '/title': [5] };
    const edited = editReading({ ...reading, places }, { op: 'set', path: '/purposes', value: ['chỉ một'] });
    expect(edited?.reading.places).toEqual({
      '/purposes': [1],
      '/purposes/0': [2],
      '/purposesX/9': [4],
      '/title': [5],
    });
  });

  test('rules read anew name the outputs of their row and come from no line', () => {
    const row = '/appendices/0/tasks/0';
    const edited = editReading(
      { ...reading, places: { [`${row}/deadlines/0`]: [4], [`${row}/deadlineText`]: [4], '/title': [1] } },
      { op: 'set', path: `${row}/deadlineText`, value: 'Báo cáo: quý I' },
    );
    expect(edited?.reading.appendices[0]?.tasks[0]?.deadlines).toMatchObject([{ quarter: 1, appliesTo: 'Báo cáo' }]);
    expect(edited?.reading.places).toEqual({ [`${row}/deadlineText`]: [4], '/title': [1] });
    const items = aReading({ items: [{ text: 'Rà soát', deadlineText: '' }] });
    const item = editReading(items, { op: 'set', path: '/tasksNarrative/0/deadlineText', value: 'Tháng 3' });
    expect(item?.reading.tasksNarrative[0]?.deadlines).toMatchObject([{ kind: 'month', month: 3 }]);
  });

  test('due words are read anew, against the year of the plan', () => {
    const path = '/appendices/0/tasks/1/deadlineText';
    const edited = editReading(reading, { op: 'set', path, value: 'Trước ngày 15/12' });
    expect(edited?.reading.appendices[0]?.tasks[1]?.deadlines).toMatchObject([
      { kind: 'before', month: 12, day: 15, year: 2022 },
    ]);
  });
});

describe('rows put in and taken out', () => {
  test('the lines of what stands behind follow', () => {
    const inserted = editReading(reading, { op: 'insert', path: '/purposes/1', value: 'mới' });
    expect(inserted?.reading.purposes).toEqual(['một', 'mới', 'hai', 'ba']);
    expect(inserted?.reading.places).toMatchObject({ '/purposes/0': [1], '/purposes/2': [2], '/purposes/3': [3] });
    expect(inserted?.reading.places['/purposes/1']).toBeUndefined();
    const removed = editReading(reading, { op: 'remove', path: '/purposes/0' });
    expect(removed).toMatchObject({ before: 'một' });
    expect(removed?.reading.places).toMatchObject({ '/purposes/0': [2], '/purposes/1': [3] });
  });

  test('"-" is the end of a list', () => {
    const edited = editReading(reading, { op: 'insert', path: '/purposes/-', value: 'cuối' });
    expect(edited).toMatchObject({ path: '/purposes/3', before: undefined });
    expect(edited?.reading.purposes.at(-1)).toBe('cuối');
  });

  test('a table counts its tasks', () => {
    const edited = editReading(reading, { op: 'remove', path: '/appendices/0/tasks/0' });
    expect(edited?.reading.appendices[0]).toMatchObject({ taskCount: 1 });
    expect(edited?.reading.places['/appendices/0/tasks/0/content']).toEqual([9]);
  });

  test('only the table that lost a task counts anew, and a cell gone is no task gone', () => {
    const [table] = reading.appendices;
    if (!table) throw new Error('no table');
    const two = { ...reading, appendices: [{ ...table, taskCount: 9 }, table] };
    const counts = (edit: Parameters<typeof editReading>[1]) =>
      editReading(two, edit)?.reading.appendices.map((one) => one.taskCount);
    expect(counts({ op: 'remove', path: '/appendices/1/tasks/0' })).toEqual([9, 1]);
    expect(counts({ op: 'insert', path: '/appendices/1/tasks/0', value: table.tasks[0] })).toEqual([9, 3]);
    expect(counts({ op: 'remove', path: '/appendices/0/columns/0' })).toEqual([9, 2]);
    expect(counts({ op: 'remove', path: '/appendices/0/tasks/0/outputs/0' })).toEqual([1 + 1, 2]);
  });

  test('putting in and taking out again leaves the reading as it was', () =>
    fc.assert(
      fc.property(fc.nat({ max: 3 }), fc.string(), (at, value) => {
        const inserted = editReading(reading, { op: 'insert', path: `/purposes/${at}`, value });
        const again = inserted && editReading(inserted.reading, { op: 'remove', path: inserted.path });
        expect(again?.reading).toEqual(reading);
      }),
    ));
});

test.each([
  ['set', '/unread/0'],
  ['set', '/places'],
  ['set', '/__proto__'],
  ['set', '/purposes/9'],
  ['set', '/purposes/-'],
  ['set', '/nothing/0/deep'],
  ['insert', '/purposes/9'],
  ['insert', '/title'],
  ['insert', '/title/0'],
  ['insert', '/decision/0'],
  ['insert', '/purposes/x'],
  ['insert', ''],
  ['remove', '/purposes/x'],
  ['remove', '/decision/number'],
  ['remove', ''],
  ['set', '/purposes/3'],
  ['remove', '/purposes/3'],
  ['remove', '/title'],
  ['remove', '/targets'],
] as const)('%s %s leads nowhere', (op, path) => {
  expect(editReading(reading, { op, path, value: 'x' })).toBeUndefined();
});

test.each([
  [{ op: 'insert', path: '/targets/2' }, '/targets/1/text', '/targets/1/text'],
  [{ op: 'insert', path: '/targets/2' }, '/targets/2', '/targets/3'],
  [{ op: 'remove', path: '/targets/2' }, '/targets/3/text', '/targets/2/text'],
  [{ op: 'remove', path: '/targets/2' }, '/targets/2/text', undefined],
  [{ op: 'remove', path: '/targets/2' }, '/targets/1', '/targets/1'],
  [{ op: 'remove', path: '/targets/2' }, '/targets', '/targets'],
  [{ op: 'insert', path: '/targets/2' }, '/targetsX/3', '/targetsX/3'],
  [{ op: 'remove', path: '/targets/2' }, '/purposes/3', '/purposes/3'],
  [{ op: 'set', path: '/targets/2' }, '/targets/2', '/targets/2'],
  [{ op: 'set', path: '/targets/2' }, '/targets/3', '/targets/3'],
] as const)('after %o %s is %s', (edit, path, moved) => expect(movePath(edit, path)).toBe(moved));
