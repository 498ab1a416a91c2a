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
  [{ op: 'remove', path: '/targets/2' }, '/purposes/3', '/purposes/3'],
  [{ op: 'set', path: '/targets/2' }, '/targets/2', '/targets/2'],
] as const)('after %o %s is %s', (edit, path, moved) => expect(movePath(edit, path)).toBe(moved));
