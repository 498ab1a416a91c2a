import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aTask, contentOf, drawnContent, kept } from '#test/a-plan-content.ts';
import { mergeVersion } from './merge-version.ts';
import { wordsOfRow } from './row-words.ts';
import { diffContents } from './version-diff.ts';

const told = (content: ReturnType<typeof contentOf>) => content.tasks.map((task) => wordsOfRow('task', task));

describe('a replacement', () => {
  test('says word for word what the new document says, in its order', () =>
    fc.assert(
      fc.property(drawnContent, drawnContent, (before, incoming) => {
        const after = mergeVersion(kept(before), incoming, 'replace');
        expect(told(after)).toEqual(told(incoming));
      }),
    ));

  test('by the same document changes nothing, and every row keeps its key', () =>
    fc.assert(
      fc.property(drawnContent, (content) => {
        const before = kept(content);
        const after = mergeVersion(before, content, 'replace');
        expect(after.tasks).toEqual(before.tasks.map((task) => ({ ...task })));
        expect(diffContents(before, after)).toMatchObject({ added: 0, changed: 0, removed: 0 });
      }),
    ));

  test('never gives one key to two rows or outputs', () =>
    fc.assert(
      fc.property(drawnContent, drawnContent, (before, incoming) => {
        const after = mergeVersion(kept(before), incoming, 'replace');
        const keys = after.tasks.flatMap((task) => [task.key, ...task.outputs.map((output) => output.key)]);
        expect(new Set(keys).size).toBe(keys.length);
      }),
    ));

  test('keeps positions in order', () =>
    fc.assert(
      fc.property(drawnContent, drawnContent, (before, incoming) => {
        const positions = mergeVersion(kept(before), incoming, 'replace').tasks.map((task) => task.position);
        expect(positions).toEqual([...positions].sort((a, b) => a - b));
        expect(new Set(positions).size).toBe(positions.length);
      }),
    ));
});

describe('an amendment', () => {
  test('leaves every row that it does not name as it was', () =>
    fc.assert(
      fc.property(drawnContent, drawnContent, (content, incoming) => {
        const before = kept(content);
        const after = mergeVersion(before, incoming, 'amend');
        const named = new Set(diffContents(before, after).changes.map((change) => change.key));
        const later = new Map(after.tasks.map((task) => [task.key, task]));
        for (const task of before.tasks) {
          if (!named.has(task.key))
            expect(wordsOfRow('task', later.get(task.key) ?? task)).toEqual(wordsOfRow('task', task));
          expect(later.get(task.key)).toMatchObject({ number: task.number, place: task.place });
        }
      }),
    ));

  test('holds everything the document says', () =>
    fc.assert(
      fc.property(drawnContent, drawnContent, (before, incoming) => {
        const after = told(mergeVersion(kept(before), incoming, 'amend')).map((words) => JSON.stringify(words));
        for (const words of told(incoming)) expect(after).toContain(JSON.stringify(words));
      }),
    ));

  test('ends the rows it is told to end, and no others', () =>
    fc.assert(
      fc.property(drawnContent, fc.nat(), (content, chosen) => {
        const before = kept(content);
        const gone = before.tasks[chosen % Math.max(1, before.tasks.length)]?.key;
        const removals = new Set(gone === undefined ? [] : [gone]);
        const after = mergeVersion(before, contentOf(), 'amend', { removals });
        expect(after.tasks.map((task) => task.key)).toEqual(
          before.tasks.map((task) => task.key).filter((key) => key !== gone),
        );
      }),
    ));

  test('puts a new task behind the last of its field', () => {
    const before = kept(
      contentOf(aTask('rà soát văn bản của xã'), aTask('tiếp nhận hồ sơ một cửa', { fieldCode: 'thu-tuc' })),
    );
    const after = mergeVersion(before, contentOf(aTask('theo dõi thi hành pháp luật')), 'amend');
    expect(after.tasks.map((task) => task.content)).toEqual([
      'rà soát văn bản của xã',
      'theo dõi thi hành pháp luật',
      'tiếp nhận hồ sơ một cửa',
    ]);
    expect(after.tasks.map((task) => task.position)).toEqual([1_000, 1_500, 2_000]);
  });
});

describe('which row goes on with which', () => {
  const before = kept(
    contentOf(
      aTask('Tổ chức tuyên truyền, phổ biến pháp luật cho cán bộ và nhân dân', {
        number: '3',
        place: 'PL01/3',
        outputs: [
          { key: 'a', content: 'Kế hoạch tuyên truyền' },
          { key: 'b', content: 'Báo cáo kết quả' },
        ],
      }),
      aTask('Số hóa kết quả giải quyết thủ tục hành chính', { fieldCode: 'thu-tuc' }),
    ),
  );
  const [first, second] = before.tasks;

  test('slightly other words are the same task, changed; its outputs keep their keys', () => {
    const incoming = contentOf(
      aTask('Tổ chức tuyên truyền, phổ biến, giáo dục pháp luật cho cán bộ và nhân dân', {
        outputs: [
          { key: 'x', content: 'Báo cáo kết quả' },
          { key: 'y', content: 'Kế hoạch tuyên truyền năm' },
        ],
      }),
    );
    const after = mergeVersion(before, incoming, 'amend');
    const task = after.tasks.find((one) => one.key === first?.key);
    expect(task?.content).toContain('giáo dục');
    expect(task?.outputs.map((output) => output.key)).toEqual([first?.outputs[1]?.key, first?.outputs[0]?.key]);
    expect(diffContents(before, after)).toMatchObject({ added: 0, changed: 1, removed: 0, untouched: 1 });
  });

  test('the officer may say that a row goes on with another, or is new', () => {
    const incoming = contentOf(aTask('Công việc viết hoàn toàn khác', { path: '/x' }));
    const matched = mergeVersion(before, incoming, 'amend', { matches: new Map([['/x', second?.key ?? '']]) });
    expect(matched.tasks.find((task) => task.key === second?.key)?.content).toBe('Công việc viết hoàn toàn khác');
    const same = contentOf(aTask('Số hóa kết quả giải quyết thủ tục hành chính', { fieldCode: 'thu-tuc', path: '/y' }));
    const added = mergeVersion(before, same, 'amend', { matches: new Map([['/y', null]]) });
    expect(diffContents(before, added)).toMatchObject({ added: 1, changed: 0, removed: 0 });
  });
});
