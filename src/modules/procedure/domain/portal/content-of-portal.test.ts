import { describe, expect, test } from 'vitest';
import { codeOf } from './code-of.ts';
import { contentOfPortal } from './content-of-portal.ts';
import type { PortalEntry } from './portal-entry.ts';

const entry: PortalEntry = {
  code: '1.000001',
  name: 'Thủ tục thử',
  field: 'Thử',
  level: 'Cấp xã',
  timeLimit: { value: 3, unit: 'workingDay' },
  fees: [],
  components: [],
  result: 'Giấy thử',
  onlineLevel: 'offline',
  lienThong: false,
  source: 'Thử',
  verified: true,
};
const paper = (name: string, more: object = {}) => ({ name, originals: 1, copies: 0, required: true, ...more });
const terms = (part: Partial<PortalEntry>) =>
  contentOfPortal({ ...entry, ...part }).terms.map((one) => [one.channel, one.case, one.term?.milli, one.bareMilli]);

describe('terms', () => {
  test('one for all', () => expect(terms({})).toEqual([[null, null, 3_000, null]]));
  test('a channel with another one', () =>
    expect(
      terms({
        timeByChannel: [
          { channel: 'counter', value: 3, unit: 'workingDay' },
          { channel: 'online', value: 2, unit: 'workingDay' },
        ],
      }),
    ).toEqual([
      [null, null, 3_000, null],
      ['online', null, 2_000, null],
    ]));
  test('two for one channel: the further one is a case that says so', () => {
    const timeByChannel = [
      { channel: 'counter' as const, value: 3, unit: 'workingDay' },
      { channel: 'counter' as const, value: 7, unit: 'workingDay' },
    ];
    expect(terms({ timeByChannel })).toEqual([
      [null, null, 3_000, null],
      ['counter', 'han-7', 7_000, null],
    ]);
    expect(contentOfPortal({ ...entry, timeByChannel }).cases[0]?.name).toContain('không nói rõ');
  });
  test('a number without its unit stays one', () => {
    const timeByChannel = [{ channel: 'counter' as const, value: 1, unit: null }];
    expect(terms({ timeLimit: { value: null, unit: null }, timeByChannel })).toEqual([[null, null, undefined, 1_000]]);
    expect(terms({ timeByChannel, unverifiedFields: ['timeLimit'] })).toEqual([[null, null, undefined, 1_000]]);
  });
  test('nothing said', () =>
    expect(terms({ timeLimit: { value: null, unit: null } })).toEqual([[null, null, undefined, null]]));
  test('immediate', () =>
    expect(contentOfPortal({ ...entry, timeLimit: { value: 0, unit: 'immediate' } }).terms[0]?.term).toEqual({
      unit: 'immediate',
      milli: 0,
    }));
});

describe('papers', () => {
  const read = (...components: PortalEntry['components']) => contentOfPortal({ ...entry, components });
  test('headings of two cases are cases, one alone is a question', () => {
    const two = read(paper('A', { case: 'a) Trường hợp bị mất' }), paper('B', { case: 'b) Trường hợp bị hỏng' }));
    expect(two.cases.map((one) => one.name)).toEqual(['Trường hợp bị mất', 'Trường hợp bị hỏng']);
    expect(two.components.map((one) => one.case)).toEqual(['th-1', 'th-2']);
    const one = read(paper('A'), paper('B', { case: 'Trường hợp bị hỏng' }));
    expect([one.cases.length, one.questions.map((each) => each.code)]).toEqual([0, ['truong-hop']]);
  });
  test('authorisation is one question, online a channel, a title nothing', () => {
    const all = read(
      paper('Giấy ủy quyền', { case: 'Trường hợp ủy quyền thực hiện thủ tục' }),
      paper('Văn bản ủy quyền', { required: false }),
      paper('Tệp', { case: 'Trường hợp đăng ký trên môi trường điện tử' }),
      paper('Tờ khai', { case: 'Thành phần hồ sơ', channelOnly: 'counter/postal' }),
    );
    expect(all.questions.map((one) => one.code)).toEqual(['uy-quyen']);
    expect(all.components.map((one) => [one.channels, one.condition !== null, one.hasForm])).toEqual([
      [null, true, false],
      [null, true, false],
      [['online'], false, false],
      [['counter', 'postal'], false, true],
    ]);
  });
  test('a required paper is never made to depend on a question by its words', () =>
    expect(read(paper('Trường hợp bị mất thì nộp đơn')).components[0]?.condition).toBeNull());
  test('a count that can only be misread is one copy, and said', () => {
    const odd = read(paper('Đơn', { originals: 20_240 }));
    expect([odd.components[0]?.originals, odd.unverifiedFields, odd.note !== null]).toEqual([1, ['components'], true]);
  });
  test.each([
    ['Thẻ căn cước', 'population'],
    ['Giấy khai sinh của trẻ', 'civil-status'],
    ['Giấy chứng nhận quyền sử dụng đất', 'land'],
    ['Tờ khai cấp bản sao giấy khai sinh', null],
  ])('%s may be replaced by %s', (name, database) =>
    expect(read(paper(name)).components[0]?.replaceableBy).toBe(database),
  );
});

test('fields nobody compared are named', () => {
  const { unverifiedFields } = contentOfPortal({ ...entry, verified: false, verifiedFields: ['code', 'name'] });
  expect(unverifiedFields).toContain('components');
  expect(unverifiedFields).not.toContain('name');
});

test.each([
  ['1.001776.000.00.00.H56', '1.001776', '1.001776.000.00.00.H56'],
  ['1.003901.H42', '1.003901', '1.003901.H42'],
  ['2.000815', '2.000815', null],
  [' 2.000815 ', '2.000815', null],
  [null, 'CM-thu-tuc-thu', null],
])('the code %s is kept under %s', (given, code, localCode) => {
  expect(codeOf(given, 'Thủ tục thử')).toEqual({ code, localCode });
});
