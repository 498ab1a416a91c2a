import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { aTask, contentOf, drawnContent, kept } from '#test/a-plan-content.ts';
import { mergeVersion } from './merge-version.ts';
import { changeOfRow, diffContents } from './version-diff.ts';

test('a version differs from itself in nothing', () =>
  fc.assert(
    fc.property(drawnContent, (content) => {
      expect(diffContents(content, content)).toEqual({
        added: 0,
        changed: 0,
        removed: 0,
        untouched: content.tasks.length,
        changes: [],
      });
    }),
  ));

test('what is added, changed and untouched makes up the later version; what is removed is missing in it', () =>
  fc.assert(
    fc.property(drawnContent, drawnContent, (content, incoming) => {
      const before = kept(content);
      const after = mergeVersion(before, incoming, 'replace');
      const diff = diffContents(before, after);
      expect(diff.added + diff.changed + diff.untouched).toBe(after.tasks.length);
      expect(diff.removed + diff.changed + diff.untouched).toBe(before.tasks.length);
    }),
  ));

test('back again is the same with before and after exchanged', () =>
  fc.assert(
    fc.property(drawnContent, drawnContent, (content, incoming) => {
      const before = kept(content);
      const after = mergeVersion(before, incoming, 'replace');
      const [there, back] = [diffContents(before, after), diffContents(after, before)];
      expect([back.added, back.removed, back.changed]).toEqual([there.removed, there.added, there.changed]);
      const changed = there.changes.filter((change) => change.kind === 'changed');
      for (const change of changed) {
        const other = back.changes.find((one) => one.key === change.key);
        expect(other?.fields).toEqual(
          change.fields.map(({ name, before: was, after: is }) => ({ name, before: is, after: was })),
        );
      }
    }),
  ));

const task = aTask('Rà soát văn bản', {
  roles: [{ role: 'lead', roleText: '', written: 'Công chức Tư pháp' }],
  dueText: 'Quý I',
  outputs: [{ key: 'a', content: 'Báo cáo' }],
});

test.each([
  ['nothing', {}, 'same'],
  ['its number and place', { number: '2', place: 'PL01/2', position: 2 }, 'moved'],
  ['the table', { appendixKey: 'x' }, 'moved'],
  ['its words', { content: 'Rà soát văn bản quy phạm' }, 'changed'],
  ['its lead', { roles: [{ role: 'lead' as const, roleText: '', written: 'Công chức Địa chính' }] }, 'changed'],
  ['its due words', { dueText: 'Quý II' }, 'changed'],
  ['an output', { outputs: [{ key: 'a', content: 'Báo cáo năm' }] }, 'changed'],
  ['whose it is', { ours: false }, 'changed'],
  ['its source', { path: '/other', lines: [1, 2] }, 'same'],
])('a row with %s other is %#', (_, given, change) => {
  expect(changeOfRow('task', task, { ...task, ...given })).toBe(change);
});

test('the fields of a change are told with their words', () => {
  const before = contentOf(task);
  const after = contentOf({ ...task, dueText: 'Quý II', ours: false });
  expect(diffContents(before, after).changes).toEqual([
    {
      part: 'task',
      kind: 'changed',
      key: task.key,
      path: task.path,
      label: 'PL01/1 Rà soát văn bản',
      fields: [
        { name: 'dueText', before: 'Quý I', after: 'Quý II' },
        { name: 'ours', before: 'có', after: 'không' },
      ],
    },
  ]);
});

test('another title is a change of the header', () => {
  const before = contentOf();
  const after = { ...before, header: { ...before.header, title: 'Tên mới' } };
  expect(diffContents(before, after)).toMatchObject({
    changed: 1,
    changes: [{ part: 'header', fields: [{ name: 'title', before: 'Kế hoạch thử', after: 'Tên mới' }] }],
  });
});
