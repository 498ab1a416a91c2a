import { describe, expect, test } from 'vitest';
import { aReading } from '#test/a-plan-reading.ts';
import type { Contradiction } from '../contradictions/contradiction.ts';
import { makeContradiction } from '../contradictions/make-contradiction.ts';
import { carryOut, needsReason, type Settling } from './carry-out.ts';
import { moveContradiction, moveDecision, openCounts } from './decisions.ts';
import { higherRows } from './higher-rows.ts';
import { obstaclesOf } from './may-accept.ts';
import { rebaseEdits } from './rebase-edits.ts';
import { mergeTargets, taskFromText, textFromLines, withLines } from './settle-reading.ts';

const reading = aReading({
  purposes: ['Mục đích một'],
  targets: [
    { valuePercent: 95, section: 'II.1' },
    { valuePercent: 97, section: 'II.2.b', alsoIn: ['PL02/2'] },
  ],
  tasks: [{ content: 'Rà soát', lead: ['UBND xã'], coordinators: ['UBND xã', 'Công an xã'] }],
  items: [{ letter: 'd' }, { letter: 'd', text: 'Lập đề án' }],
});

const place = (path: string, ref = path) => ({ path, ref, lines: [] });
const found = (code: Contradiction['code'], paths: readonly string[], params = {}) =>
  makeContradiction(
    code,
    paths.map((path) => place(path)),
    'keep',
    params,
  );
const settle = (contradiction: Contradiction, settling: Settling, corrected = false) =>
  carryOut(reading, contradiction, settling, (a, b) => a === b, corrected);

describe('what a choice changes', () => {
  const conflict = found('conflictingTargets', ['/targets/0', '/targets/1']);

  test('keeping changes nothing', () => expect(settle(conflict, { choice: 'keep' })).toEqual({ ok: true, edits: [] }));

  test('merging two figures needs a reason', () => {
    expect(needsReason(conflict, 'merge')).toBe(true);
    expect(settle(conflict, { choice: 'merge', reason: '  ' })).toEqual({ ok: false, code: 'doubt-reason' });
  });

  test('merged, the first target keeps its figure and gets the places of the other', () =>
    expect(settle(conflict, { choice: 'merge', reason: 'Cùng một chỉ tiêu' })).toMatchObject({
      ok: true,
      edits: [
        { op: 'set', path: '/targets/0', value: { valuePercent: 95, alsoIn: ['II.2.b', 'PL02/2'] } },
        { op: 'remove', path: '/targets/1' },
      ],
    }));

  test('a choice that is not offered is refused', () =>
    expect(settle(conflict, { choice: 'createTask' })).toEqual({ ok: false, code: 'doubt-choice' }));

  test('a figure in a task: its place is added to the target', () =>
    expect(
      settle(found('conflictingTargets', ['/targets/0', '/appendices/0/tasks/0']), {
        choice: 'merge',
        reason: 'như nhau',
      }),
    ).toMatchObject({ ok: true, edits: [{ path: '/targets/0', value: { alsoIn: ['/appendices/0/tasks/0'] } }] }));

  test('an item of the text becomes a row of the table of its field', () =>
    expect(settle(found('taskWithoutRow', ['/tasksNarrative/1']), { choice: 'createTask' })).toMatchObject({
      ok: true,
      edits: [{ op: 'insert', path: '/appendices/0/tasks/-', value: { no: 2, content: 'Lập đề án', lead: [] } }],
    }));

  test('the correction a contradiction names is made without asking', () => {
    const letter = found('repeatedLetter', ['/tasksNarrative/0', '/tasksNarrative/1'], { letter: 'd', should: 'đ' });
    expect(settle(letter, { choice: 'correct' })).toEqual({
      ok: true,
      edits: [{ op: 'set', path: '/tasksNarrative/1/letter', value: 'đ' }],
    });
    const both = found('leadIsCoordinator', ['/appendices/0/tasks/0/lead/0', '/appendices/0/tasks/0/coordinators/0']);
    expect(settle(both, { choice: 'correct' })).toEqual({
      ok: true,
      edits: [{ op: 'remove', path: '/appendices/0/tasks/0/coordinators/0' }],
    });
  });

  test('where none is named, "correct" needs the new words, or that they were set before', () => {
    const missing = found('missingDeadline', ['/appendices/0/tasks/0']);
    const path = '/appendices/0/tasks/0/deadlineText';
    expect(settle(missing, { choice: 'correct' })).toEqual({ ok: false, code: 'doubt-correction' });
    expect(settle(missing, { choice: 'correct' }, true)).toEqual({ ok: true, edits: [] });
    expect(settle(missing, { choice: 'correct', path, value: 'Quý I' })).toMatchObject({
      edits: [{ op: 'set', path, value: 'Quý I' }],
    });
  });

  test('repeats that are kept become targets of their own', () => {
    const repeated = aReading({ targets: [{}, { duplicateOf: 'T01' }] });
    const contradiction = found('repeatedTarget', ['/targets/0', '/targets/1']);
    const kept = carryOut(repeated, contradiction, { choice: 'keep' }, () => false, false);
    expect(kept).toMatchObject({ ok: true, edits: [{ op: 'set', path: '/targets/1' }] });
    expect(kept.ok && kept.edits[0]?.value).not.toHaveProperty('duplicateOf');
    expect(carryOut(repeated, contradiction, { choice: 'merge' }, () => false, false)).toEqual({ ok: true, edits: [] });
  });
});

describe('decisions when rows move', () => {
  const decision = {
    key: 'twoMeasures:/targets/3',
    code: 'twoMeasures',
    choice: 'keep' as const,
    places: ['/targets/3'],
  };

  test.each([
    [{ op: 'remove', path: '/targets/1' }, 'twoMeasures:/targets/2'],
    [{ op: 'insert', path: '/targets/1' }, 'twoMeasures:/targets/4'],
    [{ op: 'remove', path: '/targets/3' }, 'twoMeasures:/targets/3#'],
    [{ op: 'set', path: '/targets/3' }, 'twoMeasures:/targets/3'],
  ] as const)('after %o', (edit, key) => {
    expect(moveDecision(decision, edit).key).toBe(key);
    expect(moveContradiction(found('twoMeasures', ['/targets/3']), edit).key).toBe(key);
  });

  test('open are those without a decision; notes do not block', () => {
    const all = [
      found('twoMeasures', ['/targets/3']),
      found('yearTaken', ['/targets/1']),
      found('missingLead', ['/x']),
    ];
    expect(openCounts(all, new Set([decision.key]))).toEqual({ all: 2, blocking: 1 });
  });
});

test.each([
  [['/appendices/0/tasks/0/content'], ['/appendices/0/tasks/0']],
  [['/appendices/0/tasks/0'], ['/appendices/0/tasks/0']],
  [['/appendices/0/tasks/0/outputs/1'], []],
  [['/tasksNarrative/4/text'], ['/tasksNarrative/4']],
  [['/targets/2'], ['/targets/2']],
])('work of a higher level at %o is the rows %o', (places, rows) => {
  const decided = (choice: 'ignore' | 'keep') => higherRows([{ code: 'higherLevelWork', choice, places }]);
  expect([...decided('ignore')]).toEqual(rows);
  expect([...decided('keep')]).toEqual([]);
  expect([...higherRows([{ code: 'twoMeasures', choice: 'ignore', places }])]).toEqual([]);
});

test.each([
  ['nothing', aReading({ tasks: [{}] }), { blocking: 0, unread: 0 }, []],
  ['no title', aReading({ title: ' ', tasks: [{}] }), { blocking: 0, unread: 0 }, ['import-no-title']],
  ['no year', aReading({ year: null, tasks: [{}] }), { blocking: 0, unread: 0 }, ['import-no-year']],
  ['a year that is none', aReading({ year: 202, tasks: [{}] }), { blocking: 0, unread: 0 }, ['import-no-year']],
  ['no rows', aReading(), { blocking: 0, unread: 0 }, ['import-empty']],
  ['a target only', aReading({ targets: [{}] }), { blocking: 0, unread: 0 }, []],
  ['items only', aReading({ items: [{}] }), { blocking: 0, unread: 0 }, []],
  [
    'questions and lines',
    aReading({ tasks: [{}] }),
    { blocking: 2, unread: 3 },
    ['import-open-doubts', 'import-open-lines'],
  ],
])('in the way of accepting: %s', (_, given, open, codes) => {
  expect(obstaclesOf(given, open).map((one) => one.code)).toEqual(codes);
});

describe('lines nobody knew', () => {
  test('are added to a text', () =>
    expect(textFromLines(reading, '/purposes/0', [' thêm ', '', 'nữa'])).toEqual({
      op: 'set',
      path: '/purposes/0',
      value: 'Mục đích một thêm nữa',
    }));
  test('become a new element of a list of texts', () =>
    expect(textFromLines(reading, '/purposes/-', ['mới'])).toEqual({
      op: 'insert',
      path: '/purposes/-',
      value: 'mới',
    }));
  test.each(['/targets/-', '/targets/0', '/nowhere'])('cannot become %s', (path) =>
    expect(textFromLines(reading, path, ['x'])).toBeUndefined(),
  );
  test('join the lines a field came from', () => {
    const once = withLines(reading, '/purposes/0', [7, 3]);
    expect(withLines(once, '/purposes/0', [3, 9]).places['/purposes/0']).toEqual([3, 7, 9]);
  });
});

test('two targets can only be merged when they are two targets', () => {
  expect(mergeTargets(reading, '/targets/0', '/targets/0')).toBeUndefined();
  expect(mergeTargets(reading, '/targets/0', '/purposes/0')).toBeUndefined();
  expect(mergeTargets(reading, '/targets/1', '/targets/0')?.[1]).toEqual({ op: 'remove', path: '/targets/1' });
});

test('without a table no row can be made', () => {
  expect(taskFromText(aReading({ items: [{}] }), '/tasksNarrative/0', () => true)).toBeUndefined();
  expect(taskFromText(reading, '/targets/0', () => true)).toBeUndefined();
});

describe('reading the same document again', () => {
  const edit = { id: '1', op: 'set' as const, path: '/purposes/0', before: 'Mục đích một', after: 'Đã sửa' };

  test('makes the corrections again', () => {
    const { reading: again, left } = rebaseEdits(reading, [edit]);
    expect(again.purposes).toEqual(['Đã sửa']);
    expect([...left]).toEqual([]);
  });
  test('does not make one that is no longer needed', () => {
    const { reading: again, left } = rebaseEdits(aReading({ purposes: ['Đã sửa'] }), [edit]);
    expect(again.purposes).toEqual(['Đã sửa']);
    expect([...left]).toEqual([]);
  });
  test('names those whose place says something else now', () => {
    const { reading: again, left } = rebaseEdits(aReading({ purposes: ['Đọc khác hẳn'] }), [edit]);
    expect(again.purposes).toEqual(['Đọc khác hẳn']);
    expect([...left]).toEqual(['1']);
  });
});
