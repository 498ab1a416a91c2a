import { describe, expect, test } from 'vitest';
import { aTask, contentOf } from '#test/a-plan-content.ts';
import { type LaterKind, type MergeChoices, mergeVersion } from './merge-version.ts';
import {
  type ContentNarrative,
  type ContentReportDuty,
  type ContentStatement,
  type ContentTarget,
  listOfPart,
  type Part,
  type PlanContent,
  rowsOf,
} from './plan-content.ts';

const row = (key: string) => ({ key, position: 1_000, importId: null, path: key, lines: [] });
const appendix = (key: string, number: string, title: string, fieldText: string) => ({
  ...row(key),
  number,
  title,
  fieldText,
});
const statement = (key: string, kind: ContentStatement['kind'], content: string) => ({ ...row(key), kind, content });
const target = (key: string, measure: string, content: string, given: Partial<ContentTarget> = {}): ContentTarget => ({
  ...row(key),
  section: 'II.1',
  measure,
  operator: '>=',
  value: 95,
  unit: '%',
  content,
  ours: true,
  aspiration: false,
  reduction: false,
  baseline: null,
  alsoIn: [],
  ...given,
});
const item = (key: string, content: string, given: Partial<ContentNarrative> = {}): ContentNarrative => ({
  ...row(key),
  section: '2.1',
  sectionTitle: 'Thể chế',
  letter: 'a',
  content,
  pointerOnly: false,
  taskKeys: [],
  ...given,
});
const duties = (key: string, written: string, ...list: string[]) => ({ ...row(key), written, duties: list });
const report = (key: string, given: Partial<ContentReportDuty> = {}): ContentReportDuty => ({
  ...row(key),
  written: 'Tư pháp',
  to: 'UBND huyện',
  via: null,
  frequency: ['quarter'],
  frequencyText: null,
  dueText: null,
  adHoc: false,
  about: 'kết quả cải cách hành chính',
  section: 'IV',
  ...given,
});

const plan = (given: Partial<PlanContent>): PlanContent => ({ ...contentOf(), ...given });
const merged = (before: PlanContent, incoming: PlanContent, kind: LaterKind = 'amend', choices: MergeChoices = {}) =>
  mergeVersion(before, incoming, kind, choices);

/** Rows of the plan, the row of a later decision, and the key of the row it goes on with; 'new' when with none. */
type Case<P extends Part> = readonly [
  words: string,
  before: PlanContent[(typeof listOfPart)[P]],
  later: object,
  string,
];
const cases: { readonly [P in Part]?: readonly Case<P>[] } = {
  appendix: [
    [
      'the field, whatever the number and title',
      [appendix('x', '01', 'Một', 'Thể chế'), appendix('y', '02', 'Hai', 'Thủ tục')],
      appendix('r', '01', 'Một', 'THỦ TỤC'),
      'y',
    ],
    [
      'else the number',
      [appendix('x', '01', 'Một', 'Thể chế'), appendix('y', '02', 'Hai', 'Thủ tục')],
      appendix('r', '02', 'Khác hẳn', 'Một cửa'),
      'y',
    ],
    [
      'else a title much alike',
      [appendix('x', '01', 'Nhiệm vụ cải cách thể chế', ''), appendix('y', '02', 'Tài chính công', 'a')],
      appendix('r', '05', 'Nhiệm vụ cải cách thể chế 2023', 'b'),
      'x',
    ],
  ],
  statement: [
    [
      'equal words of one kind',
      [statement('x', 'purpose', 'Nâng cao'), statement('y', 'objective', 'Nâng cao')],
      statement('r', 'objective', 'nâng cao.'),
      'y',
    ],
    [
      'half the words, of one kind',
      [statement('x', 'objective', 'Nâng cao chất lượng phục vụ'), statement('y', 'purpose', 'Nâng cao chất lượng')],
      statement('r', 'purpose', 'Nâng cao chất lượng phục vụ nhân dân'),
      'y',
    ],
    [
      'never one of another kind',
      [statement('x', 'purpose', 'Nâng cao')],
      statement('r', 'funding', 'Nâng cao'),
      'new',
    ],
  ],
  target: [
    [
      'equal words before an equal measure',
      [target('x', 'Đúng hạn', 'cũ'), target('y', 'Khác', 'Đúng hạn 95%')],
      target('r', 'Đúng hạn', 'đúng hạn 95%.'),
      'y',
    ],
    [
      'an equal measure',
      [target('x', 'Trực tuyến', 'a'), target('y', 'Đúng hạn', 'b')],
      target('r', 'đúng hạn', 'Đúng hạn 97%'),
      'y',
    ],
    [
      'a measure much alike',
      [target('x', 'Tỷ lệ hồ sơ giải quyết đúng hạn', 'a'), target('y', 'Thanh toán', 'b')],
      target('r', 'Tỷ lệ hồ sơ được giải quyết đúng hạn', 'c'),
      'x',
    ],
    ['not one less alike', [target('x', 'Tỷ lệ hồ sơ', 'a')], target('r', 'Tỷ lệ thanh toán', 'b'), 'new'],
  ],
  task: [
    [
      'equal words of one field',
      [aTask('Rà soát', { key: 'x' }), aTask('Rà soát', { key: 'y', fieldCode: 'thu-tuc' })],
      aTask('rà soát.', { fieldCode: 'thu-tuc' }),
      'y',
    ],
    [
      'equal words of another field, before words much alike',
      [aTask('Rà soát văn bản xã', { key: 'x' }), aTask('Rà soát văn bản', { key: 'y', fieldCode: 'bo-may' })],
      aTask('RÀ SOÁT VĂN BẢN', { fieldCode: 'the-che' }),
      'y',
    ],
  ],
  narrative: [
    ['equal words', [item('x', 'Rà soát văn bản xã'), item('y', 'Rà soát văn bản')], item('r', 'rà soát văn bản'), 'y'],
    ['words much alike', [item('x', 'Đào tạo'), item('y', 'Rà soát văn bản')], item('r', 'Rà soát văn bản xã'), 'y'],
  ],
  responsibility: [
    ['the same post', [duties('x', 'Công an', 'a'), duties('y', 'Tư pháp', 'b')], duties('r', 'TƯ PHÁP', 'a'), 'y'],
    [
      'else the same duties',
      [duties('x', 'Công an', 'Giữ trật tự'), duties('y', 'Tư pháp', 'Tham mưu kế hoạch', 'Tổng hợp báo cáo')],
      duties('r', 'Hộ tịch', 'Tham mưu kế hoạch', 'Tổng hợp báo cáo'),
      'y',
    ],
    ['not others', [duties('x', 'Công an', 'Giữ trật tự xã')], duties('r', 'Hộ tịch', 'Giữ trật tự chung'), 'new'],
  ],
  reportDuty: [
    [
      'who, to whom and about what',
      [report('x', { to: 'Phòng Nội vụ' }), report('y'), report('z', { about: 'khác' })],
      report('r', { to: 'UBND HUYỆN' }),
      'y',
    ],
    ['words much alike', [report('x', { about: 'tài chính' }), report('y')], report('r', { to: 'UBND xã' }), 'y'],
  ],
};

describe.each(Object.entries(cases) as [Part, readonly Case<Part>[]][])(
  'a row of the kind %s goes on with',
  (part, all) => {
    test.each(all)('%s', (_, before, later, key) => {
      const list = listOfPart[part];
      const after = merged(plan({ [list]: before }), plan({ [list]: [later] }), 'replace');
      const [only] = rowsOf(after, part);
      expect(before.some((one) => one.key === only?.key) ? only?.key : 'new').toBe(key);
    });
  },
);

describe('an amendment leaves rows in the place the plan gave them', () => {
  const rows = (part: Part, before: object, later: object) => {
    const list = listOfPart[part];
    return rowsOf(merged(plan({ [list]: [before] }), plan({ [list]: [later] })), part);
  };

  test('a table keeps its number, title and field', () =>
    expect(rows('appendix', appendix('x', '01', 'Một', 'a'), appendix('r', '09', 'Chín', 'a'))).toEqual([
      { ...appendix('x', '01', 'Một', 'a'), position: 1_000 },
    ]));

  test('a target its section, a text its letter, a report its section; the words are the new ones', () => {
    const old = target('x', 'Đúng hạn', 'a', { section: 'II.2', alsoIn: ['PL01/1'] });
    expect(rows('target', old, target('r', 'Đúng hạn', 'b', { value: 97 }))).toMatchObject([
      { key: 'x', section: 'II.2', alsoIn: ['PL01/1'], value: 97, content: 'b' },
    ]);
    expect(rows('narrative', item('x', 'a'), item('r', 'A', { section: '9', letter: 'z' }))).toMatchObject([
      { key: 'x', section: '2.1', letter: 'a', content: 'A' },
    ]);
    expect(rows('reportDuty', report('x'), report('r', { section: 'IX', adHoc: true }))).toMatchObject([
      { key: 'x', section: 'IV', adHoc: true },
    ]);
    expect(rows('statement', statement('x', 'funding', 'a'), statement('r', 'funding', 'A.'))).toMatchObject([
      { key: 'x', content: 'A.' },
    ]);
    expect(rows('responsibility', duties('x', 'Tư pháp', 'a'), duties('r', 'Tư pháp', 'b'))).toMatchObject([
      { key: 'x', duties: ['b'] },
    ]);
  });

  test('new rows stand behind the last one they belong with, others at the end', () => {
    const contents = (part: 'statement' | 'narrative' | 'target', before: object[], later: object) => {
      const list = listOfPart[part];
      const after = merged(plan({ [list]: before }), plan({ [list]: [later] }));
      return rowsOf(after, part).map((one) => one.content);
    };
    expect(
      contents(
        'statement',
        [statement('x', 'purpose', 'một'), statement('y', 'funding', 'hai')],
        statement('r', 'purpose', 'ba'),
      ),
    ).toEqual(['một', 'ba', 'hai']);
    expect(contents('narrative', [item('x', 'một'), item('y', 'hai', { section: '2.2' })], item('r', 'ba tư'))).toEqual(
      ['một', 'ba tư', 'hai'],
    );
    expect(contents('narrative', [item('x', 'một')], item('r', 'ba tư', { section: '3' }))).toEqual(['một', 'ba tư']);
    expect(contents('target', [target('x', 'a', 'một'), target('y', 'b', 'hai')], target('r', 'c', 'ba'))).toEqual([
      'một',
      'hai',
      'ba',
    ]);
  });
});

describe('links follow the keys that rows took over', () => {
  const before = plan({
    appendices: [appendix('table', '01', 'Một', 'Thể chế')],
    tasks: [
      aTask('Rà soát', { key: 'task', appendixKey: 'table', outputs: [{ key: 'out', content: 'Báo cáo' }] }),
      aTask('Đào tạo', { key: 'gone' }),
    ],
    narrative: [item('text', 'Rà soát văn bản', { taskKeys: ['gone', 'task'] })],
  });
  const due = { kind: 'standing', year: 2022, appliesTo: '' } as const;
  const incoming = plan({
    appendices: [appendix('/t', '01', 'Một', 'Thể chế'), appendix('/u', '02', 'Hai', 'Thủ tục')],
    tasks: [
      aTask('Rà soát', {
        key: '/a',
        appendixKey: '/t',
        outputs: [
          { key: '/a/0', content: 'Đề án mới hẳn' },
          { key: '/a/1', content: 'Báo cáo' },
        ],
        dues: [
          { rule: due, outputKey: '/a/1' },
          { rule: due, outputKey: '/a/0' },
          { rule: due, outputKey: null },
        ],
      }),
      aTask('Tiếp dân thường kỳ', { key: '/b', appendixKey: '/u' }),
    ],
    narrative: [item('/n', 'Rà soát văn bản', { taskKeys: ['/a', '/b', '/c'] })],
  });

  test('of a replacement', () => {
    const after = merged(before, incoming, 'replace');
    expect(after.tasks.map(({ key, appendixKey }) => [key, appendixKey])).toEqual([
      ['task', 'table'],
      ['/b', '/u'],
    ]);
    expect(after.narrative[0]?.taskKeys).toEqual(['task', '/b']);
    expect(after.tasks[0]?.outputs.map((output) => output.key)).toEqual(['/a/0', 'out']);
    expect(after.tasks[0]?.dues.map(({ outputKey }) => outputKey)).toEqual(['out', '/a/0', null]);
    expect(after.tasks[0]?.dues[0]?.rule).toEqual(due);
  });

  test('of an amendment, beside the ones that were there', () => {
    const after = merged(before, incoming, 'amend', { removals: new Set(['gone']) });
    expect(after.narrative[0]?.taskKeys).toEqual(['task', '/b']);
    expect(after.tasks[0]).toMatchObject({ key: 'task', appendixKey: 'table' });
  });
});

test('the header is the later decision’s when it replaces; an amendment only names its decision', () => {
  const header = { title: 'Mới', year: 2023, issuer: 'Phường', issuerLevel: 'ward', decisionText: 'QĐ 2' };
  const old = contentOf();
  expect(merged(old, { ...old, header }, 'replace').header).toEqual(header);
  expect(merged(old, { ...old, header }, 'amend').header).toEqual({ ...old.header, decisionText: 'QĐ 2' });
});
