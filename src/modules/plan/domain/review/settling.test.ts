import { describe, expect, test } from 'vitest';
import { aReading } from '#test/a-plan-reading.ts';
import { found, place, reading } from '#test/made-findings.ts';
import { moveContradiction, moveDecision, openCounts } from './decisions.ts';
import { higherRows } from './higher-rows.ts';
import { obstaclesOf } from './may-accept.ts';
import { rebaseEdits, sameValue } from './rebase-edits.ts';
import { mergeTargets, taskFromText, textFromLines, withLines } from './settle-reading.ts';

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
    [{ op: 'set', path: '/targets/1' }, 'twoMeasures:/targets/3'],
  ] as const)('after %o', (edit, key) => {
    expect(moveDecision(decision, edit).key).toBe(key);
    expect(moveContradiction(found('twoMeasures', ['/targets/3']), edit).key).toBe(key);
  });

  test('all their places move; what is history stays as it was', () => {
    const both = found('conflictingTargets', ['/targets/1', '/targets/3']);
    const edit = { op: 'remove', path: '/targets/2' } as const;
    const moved = moveContradiction(both, edit);
    expect(moved.key).toBe('conflictingTargets:/targets/1+/targets/2');
    expect(moved.places).toEqual([place('/targets/1'), { ...place('/targets/2'), ref: '/targets/3' }]);
    expect(moveDecision({ ...decision, places: ['/targets/1', '/targets/3'] }, edit)).toMatchObject({
      key: 'twoMeasures:/targets/1+/targets/2',
      places: ['/targets/1', '/targets/2'],
    });
    const gone = moveContradiction(both, { op: 'remove', path: '/targets/3' });
    expect(gone).toMatchObject({ key: `${both.key}#`, places: both.places });
    expect(moveContradiction(gone, { op: 'remove', path: '/targets/0' })).toEqual(gone);
    const history = { ...decision, key: `${decision.key}#` };
    expect(moveDecision(history, { op: 'remove', path: '/targets/0' })).toEqual(history);
  });

  test('open are those without a decision; notes do not block', () => {
    const all = [
      found('twoMeasures', ['/targets/3']),
      found('yearTaken', ['/targets/1']),
      found('missingLead', ['/x']),
    ];
    expect(openCounts(all, new Set([decision.key]))).toEqual({ all: 2, blocking: 1 });
    expect(openCounts(all.slice(1), new Set(['missingLead:/x']))).toEqual({ all: 1, blocking: 0 });
  });
});

test.each([
  [['/appendices/0/tasks/0/content'], ['/appendices/0/tasks/0']],
  [['/appendices/0/tasks/0'], ['/appendices/0/tasks/0']],
  [['/appendices/0/tasks/0/outputs/1'], []],
  [['/tasksNarrative/4/text'], ['/tasksNarrative/4']],
  [['/targets/2'], ['/targets/2']],
  [['/appendices/10/tasks/11'], ['/appendices/10/tasks/11']],
  [
    ['/targets/12', '/tasksNarrative/12'],
    ['/targets/12', '/tasksNarrative/12'],
  ],
  [['/x/targets/2'], []],
  [['/targets/2/measure'], []],
])('work of a higher level at %o is the rows %o', (places, rows) => {
  const decided = (choice: 'ignore' | 'keep') => higherRows([{ code: 'higherLevelWork', choice, places }]);
  expect([...decided('ignore')]).toEqual(rows);
  expect([...decided('keep')]).toEqual([]);
  expect([...higherRows([{ code: 'targetScope', choice: 'ignore', places }])]).toEqual(rows);
  expect([...higherRows([{ code: 'twoMeasures', choice: 'ignore', places }])]).toEqual([]);
});

test.each([
  ['nothing', aReading({ tasks: [{}] }), { blocking: 0, unread: 0 }, []],
  ['no title', aReading({ title: ' ', tasks: [{}] }), { blocking: 0, unread: 0 }, ['import-no-title']],
  ['no year', aReading({ year: null, tasks: [{}] }), { blocking: 0, unread: 0 }, ['import-no-year']],
  ['a year that is none', aReading({ year: 202, tasks: [{}] }), { blocking: 0, unread: 0 }, ['import-no-year']],
  ['the year before', aReading({ year: 1989, tasks: [{}] }), { blocking: 0, unread: 0 }, ['import-no-year']],
  ['the first year', aReading({ year: 1990, tasks: [{}] }), { blocking: 0, unread: 0 }, []],
  ['the last year', aReading({ year: 2200, tasks: [{}] }), { blocking: 0, unread: 0 }, []],
  ['the year after', aReading({ year: 2201, tasks: [{}] }), { blocking: 0, unread: 0 }, ['import-no-year']],
  ['a row and an item', aReading({ tasks: [{}], items: [{}] }), { blocking: 0, unread: 0 }, []],
  ['an item and a target', aReading({ items: [{}], targets: [{}] }), { blocking: 0, unread: 0 }, []],
  ['as many of each', aReading({ tasks: [{}], targets: [{}], items: [{}] }), { blocking: 0, unread: 0 }, []],
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
  test('begin an empty field', () =>
    expect(textFromLines(reading, '/funding', ['Ngân sách xã'])?.value).toBe('Ngân sách xã'));
  test.each(['/targets/-', '/targets/0', '/nowhere', '/nowhere/-'])('cannot become %s', (path) =>
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
  expect(mergeTargets(reading, '/purposes/0', '/targets/0')).toBeUndefined();
  expect(mergeTargets(reading, '/purposes/1', '/targets/0')).toBeUndefined();
  expect(mergeTargets(reading, '/targets', '/targets/0')).toBeUndefined();
  const three = aReading({ targets: [{ conflictsWith: ['T02', 'T03'], alsoIn: ['PL01/1'] }, {}, {}] });
  expect(mergeTargets(three, '/targets/0', '/targets/1')?.[0]?.value).toMatchObject({
    conflictsWith: ['T03'],
    alsoIn: ['PL01/1', 'II.1'],
  });
});

test('without a table no row can be made', () => {
  expect(taskFromText(aReading({ items: [{}] }), '/tasksNarrative/0', () => true)).toBeUndefined();
  expect(taskFromText(reading, '/targets/0', () => true)).toBeUndefined();
  expect(taskFromText(reading, '/tasksNarrative/7', () => true)).toBeUndefined();
});

describe('a row made of an item of the text', () => {
  const [table] = reading.appendices;
  const tables = ['Thủ tục', 'Thể chế', 'Tài chính'].map((field) => ({
    ...table,
    field,
    tasks: [{ no: 3 }, { no: 2 }],
  }));
  const given = {
    text: 'Lập đề án',
    sectionTitle: 'Thể chế',
    outputs: ['Đề án'],
    lead: ['Tư pháp'],
    coordinators: ['Công an'],
    otherRoles: [{ role: 'Tổng hợp', units: ['Văn phòng'] }],
    deadlineText: 'Quý I',
    deadlines: [{ kind: 'quarter' as const, year: 2022, quarter: 1, appliesTo: '' }],
  };
  const rowOf = (item: object) =>
    taskFromText(
      { ...aReading({ items: [item] }), appendices: tables as unknown as typeof reading.appendices },
      '/tasksNarrative/0',
      (heading, other) => heading === other,
    );

  test('goes to the table of its field with all that the text says', () => {
    const { text: content, sectionTitle: _, ...said } = given;
    expect(rowOf(given)).toEqual({ op: 'insert', path: '/appendices/1/tasks/-', value: { no: 4, content, ...said } });
  });

  test('goes to the last table when no table is of its field; what the text does not say is open', () =>
    expect(rowOf({ text: 'Lập đề án', sectionTitle: 'Khác' })).toEqual({
      op: 'insert',
      path: '/appendices/2/tasks/-',
      value: {
        no: 4,
        content: 'Lập đề án',
        outputs: [],
        lead: [],
        coordinators: [],
        deadlineText: '',
        deadlines: [{ kind: 'unspecified', appliesTo: '' }],
      },
    }));

  test('goes to the first table when that is of its field', () =>
    expect(rowOf({ ...given, sectionTitle: 'Thủ tục' })?.path).toBe('/appendices/0/tasks/-'));
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
  test('puts in and takes out again what it put in and took out', () => {
    const made = [
      { id: '1', op: 'insert' as const, path: '/purposes/-', before: undefined, after: 'Mới' },
      { id: '2', op: 'remove' as const, path: '/purposes/0', before: 'Mục đích một', after: undefined },
      { id: '3', op: 'remove' as const, path: '/purposes/5', before: undefined, after: undefined },
    ];
    const { reading: again, left } = rebaseEdits(reading, made);
    expect(again.purposes).toEqual(['Mới']);
    expect([...left]).toEqual(['3']);
  });
  test('does not care about the order of fields', () => {
    const target = reading.targets[0];
    const turned = Object.fromEntries(Object.entries(target ?? {}).toReversed());
    const made = { id: '1', op: 'set' as const, path: '/targets/0', before: turned, after: { ...turned, value: 1 } };
    expect(rebaseEdits(reading, [made]).left.size).toBe(0);
  });
  test('puts in before what stands there', () =>
    expect(
      rebaseEdits(reading, [{ id: '1', op: 'insert', path: '/purposes/0', before: undefined, after: 'Mới' }]).reading
        .purposes,
    ).toEqual(['Mới', 'Mục đích một']));
  test.each([
    [{ a: 1, b: [{ c: 2, d: 3 }] }, { b: [{ d: 3, c: 2 }], a: 1 }, true],
    [{ a: 1, b: undefined }, { a: 1 }, true],
    [undefined, null, true],
    [{ a: 1 }, { a: 2 }, false],
    [{ a: 1 }, { b: 1 }, false],
    [{ a: 1 }, {}, false],
    [[1], { 0: 1 }, false],
    [[1, 2], [2, 1], false],
    ['1', 1, false],
    [null, {}, false],
  ])('%o and %o are the same: %s', (a, b, same) => expect(sameValue(a, b)).toBe(same));
  test('names those whose place says something else now', () => {
    const { reading: again, left } = rebaseEdits(aReading({ purposes: ['Đọc khác hẳn'] }), [edit]);
    expect(again.purposes).toEqual(['Đọc khác hẳn']);
    expect([...left]).toEqual(['1']);
  });
});
