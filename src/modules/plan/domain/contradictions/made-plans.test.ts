import { describe, expect, test } from 'vitest';
import { parseDueText } from '../due-rule/parse-due-text.ts';
import type { PlanReading, ReadAppendix, ReadNarrativeTask, ReadTarget, ReadTask } from '../reading/plan-reading.ts';
import type { SourceLine } from '../source-document.ts';
import {
  type Contradiction,
  type ContradictionCode,
  contradictionWeights,
  type IssuerContext,
} from './contradiction.ts';
import { findContradictions, issuerOf } from './find-contradictions.ts';
import { choiceLabel, contradictionWords } from './text.ts';

const commune: IssuerContext = { level: 'commune', twoTier: false };

/** A plan of a commune without a fault; what a test is about is put over it. */
function aPlan(more: Partial<PlanReading> = {}): PlanReading {
  return {
    title: 'Kế hoạch cải cách hành chính năm 2022',
    year: 2022,
    issuer: 'Ủy ban nhân dân xã Mẫu',
    issuerLevel: 'commune',
    decision: { number: '01/QĐ-UBND', date: '2022-01-05' },
    purposes: ['Nâng cao chất lượng'],
    qualitativeObjectives: [],
    funding: '',
    targets: [],
    tasksNarrative: [],
    appendices: [],
    responsibilities: [],
    recurringReports: [],
    places: {},
    furniture: {},
    unread: [],
    ...more,
  };
}

function aTask(more: Partial<ReadTask> & { readonly due?: string } = {}): ReadTask {
  const { due = 'Trước ngày 15/12/2022', ...rest } = more;
  const { outputs = ['Báo cáo'] } = more;
  return {
    no: 1,
    content: 'Rà soát văn bản',
    outputs,
    lead: ['Công chức Tư pháp - Hộ tịch'],
    coordinators: [],
    deadlineText: due,
    deadlines: parseDueText(due, { year: 2022, outputs }),
    ...rest,
  };
}

function anAppendix(tasks: readonly ReadTask[], more: Partial<ReadAppendix> = {}): ReadAppendix {
  return {
    number: '01',
    field: 'Cải cách thể chế',
    title: 'Cải cách thể chế năm 2022',
    columns: [],
    taskCount: tasks.length,
    tasks,
    ...more,
  };
}

function anItem(
  letter: string,
  ordinal: number,
  text: string,
  more: Partial<ReadNarrativeTask> = {},
): ReadNarrativeTask {
  return { section: '2.1', sectionTitle: 'Cải cách thể chế', letter, ordinal, text, ...more };
}

function aTarget(id: string, text: string, valuePercent: number, more: Partial<ReadTarget> = {}): ReadTarget {
  return { id, section: 'II.1', measure: text, operator: '=', valuePercent, text, ...more };
}

const rows = (...tasks: ReadTask[]) => aPlan({ appendices: [anAppendix(tasks)] });
const items = (...tasksNarrative: ReadNarrativeTask[]) => aPlan({ tasksNarrative });
const shown = (list: readonly Contradiction[]) =>
  list.map((one) => `${one.code} ${one.places.map((place) => place.ref).join(' ')}`);
const found = (plan: PlanReading, issuer = commune) => shown(findContradictions(plan, issuer));
const only = (code: ContradictionCode, plan: PlanReading, issuer = commune) =>
  findContradictions(plan, issuer).filter((one) => one.code === code);

test('a plan without a fault has nothing to find', () => {
  expect(found(rows(aTask()))).toEqual([]);
  expect(found(aPlan())).toEqual([]);
});

describe('deadlines', () => {
  const cases: readonly (readonly [due: string, expected: readonly string[]])[] = [
    ['', ['missingDeadline PL01/1']],
    ['Chưa xác định', ['unreadDeadline PL01/1']],
    ['Trước 31/02/2022', ['impossibleDay PL01/1']],
    ['31/9/2022', ['impossibleDay PL01/1']],
    ['Tháng 12/2021', ['deadlineBeforePlan PL01/1']],
    ['Quý IV/2020', ['deadlineBeforePlan PL01/1']],
    ['Giai đoạn 2021 - 2025', []],
    ['Trước 31/01/2023', []],
    ['Quý II', ['yearTaken PL01/1']],
    ['Hằng quý', []],
    ['Theo định kỳ', ['frequencyUnstated PL01/1']],
    ['Thường xuyên', ['openDeadline PL01/1']],
    ['Khi có yêu cầu', ['openDeadline PL01/1']],
    ['Theo hướng dẫn của Sở Nội vụ', ['openDeadline PL01/1']],
    ['Thường xuyên; báo cáo: hằng quý', []],
  ];
  test.each(cases)('%s', (due, expected) => {
    expect(found(rows(aTask({ due })))).toEqual(expected);
  });

  const both = ['Kế hoạch', 'Báo cáo'];
  test.each([
    ['Quý I/2022', both, ['oneDateForAll PL01/1']],
    ['Trước 31/3/2022', both, ['oneDateForAll PL01/1']],
    ['Trong năm 2022', both, []],
    ['Hằng quý', both, []],
    ['Quý I/2022; Quý IV/2022', both, []],
    ['Quý I/2022', ['Kế hoạch'], []],
    ['Quý I/2022', ['Báo cáo kết quả thực hiện kế hoạch'], []],
    ['Kế hoạch: Quý I/2022; Báo cáo: Quý IV/2022', both, []],
    ['Báo cáo: Quý IV/2022', both, ['outputWithoutDeadline PL01/1']],
    ['Báo cáo: Quý IV/2022; Tổ chức thực hiện: thường xuyên', both, []],
    ['Báo cáo: Quý IV/2022; Quý I/2022', both, []],
  ])('%s for %j', (due, outputs, expected) => {
    expect(found(rows(aTask({ due, outputs })))).toEqual(expected);
  });

  test('the output without a deadline is named, its place is the output', () => {
    const [one] = only('outputWithoutDeadline', rows(aTask({ due: 'Báo cáo: Quý IV/2022', outputs: both })));
    expect(one).toMatchObject({
      params: { output: 'Kế hoạch' },
      places: [{ path: '/appendices/0/tasks/0/outputs/0' }],
      proposal: 'correct',
    });
  });

  test('the figures of what was found', () => {
    const params = (due: string) => findContradictions(rows(aTask({ due })), commune)[0]?.params;
    expect(params('Trước 31/02/2022')).toEqual({ day: 31, month: 2, last: 28 });
    expect(params('Tháng 12/2021')).toEqual({ year: 2021, planYear: 2022 });
    expect(params('Quý II')).toEqual({ words: '“Quý II”', count: 1 });
  });

  test('a label under other words, gathered into one note', () => {
    const plan = rows(
      aTask({ due: 'Xây dựng kế hoạch: Quý I/2022', outputs: ['Kế hoạch tuyên truyền'] }),
      aTask({ no: 2, due: 'Báo cáo: Quý I/2022', outputs: ['báo cáo'] }),
      aTask({ no: 3, due: 'Kế hoạch: Quý I/2022', outputs: ['Kế hoạch năm'] }),
    );
    expect(found(plan)).toEqual(['looseLabel PL01/1 PL01/3']);
    expect(only('looseLabel', plan)[0]?.params.words).toBe(
      '“Xây dựng kế hoạch” → “Kế hoạch tuyên truyền”; “Kế hoạch” → “Kế hoạch năm”',
    );
  });

  test('a plan without a year is not asked for one', () => {
    expect(found({ ...rows(aTask({ due: 'Quý II' })), year: null })).toEqual([]);
  });

  test('a duty to report without a frequency', () => {
    const report = { who: 'Công chức Tư pháp', to: 'UBND huyện', about: 'kết quả', section: 'IV.2' };
    const plan = aPlan({
      recurringReports: [
        { ...report, frequency: ['quarter'] },
        { ...report, frequency: [], frequencyText: 'theo quy định' },
      ],
    });
    expect(only('reportWithoutFrequency', plan).map((one) => one.places[0]?.path)).toEqual(['/recurringReports/1']);
  });
});

describe('who does it', () => {
  test.each([
    ['none', { lead: [] }, ['missingLead PL01/1']],
    ['none, but a part of another name', { lead: [], otherRoles: [{ role: 'thực hiện', units: ['Công an xã'] }] }, []],
    [
      'also coordinator',
      { coordinators: ['công chức tư pháp – hộ tịch UBND xã'] },
      ['leadIsCoordinator PL01/1 PL01/1'],
    ],
    ['another coordinates', { coordinators: ['Công chức Tài chính - Kế toán'] }, []],
    ['two', { lead: ['Công an xã', 'Chủ tịch UBND xã'] }, ['severalLeads PL01/1']],
    ['a group', { lead: ['Các công chức chuyên môn'] }, ['groupLead PL01/1']],
    ['the committee', { lead: ['UBND xã'] }, ['groupLead PL01/1']],
    ['an office that communes did not have', { coordinators: ['Văn phòng UBND xã'] }, ['unknownOffice PL01/1']],
  ])('%s', (_, more, expected) => {
    expect(found(rows(aTask(more)))).toEqual(expected);
  });

  test('the office exists since the two-tier government', () => {
    const plan = rows(aTask({ coordinators: ['Văn phòng UBND xã'] }));
    expect(found(plan, { level: 'commune', twoTier: true })).toEqual([]);
  });

  test('names of one post are told apart only by other words, not by marks and case', () => {
    const named = (...names: string[]) =>
      only('roleVariants', rows(...names.map((name, index) => aTask({ no: index + 1, lead: [name] }))));
    expect(named('Công chức Tư pháp – Hộ tịch', 'công chức tư pháp - hộ tịch')).toEqual([]);
    expect(named('Công chức Tư pháp – Hộ tịch', 'Tư pháp')[0]?.params).toEqual({
      names: 'Công chức Tư pháp – Hộ tịch; Tư pháp',
      count: 2,
    });
    expect(named('Bưu điện xã', 'Bưu điện')).toEqual([]);
  });

  test('who leads without a duty, and who has nothing at all', () => {
    const plan = (role: string) =>
      aPlan({
        appendices: [anAppendix([aTask(), aTask({ no: 2, lead: ['Công an xã'] })])],
        responsibilities: [{ role, duties: ['theo dõi'] }],
      });
    expect(found(plan('Công chức Tư pháp - Hộ tịch'))).toEqual([
      'leadWithoutDuty PL01/2',
      'postsNotNamed tổ chức thực hiện',
    ]);
    expect(only('postsNotNamed', plan('Công chức Tư pháp - Hộ tịch'))[0]?.params.names).toBe(
      'Chủ tịch UBND xã; Công chức Địa chính – xây dựng',
    );
    expect(found(plan('Các công chức chuyên môn'))).toEqual(['postsNotNamed tổ chức thực hiện']);
    expect(found(plan('Công chức Tư pháp - Hộ tịch'), { level: 'district', twoTier: false })).toEqual([
      'leadWithoutDuty PL01/2',
    ]);
    expect(only('postsNotNamed', plan('Công chức Tư pháp - Hộ tịch'), { level: 'commune', twoTier: true })).toEqual([]);
  });

  test('an item of the body that names who and when is looked at like a row', () => {
    const { outputs, coordinators, deadlineText, deadlines } = aTask({ due: '' });
    expect(
      found(items(anItem('a', 1, 'Rà soát', { lead: ['UBND xã'], outputs, coordinators, deadlineText, deadlines }))),
    ).toEqual(['missingDeadline 2.1.a', 'groupLead 2.1.a']);
    expect(found(items(anItem('a', 1, 'Rà soát')))).toEqual([]);
    const due = { deadlineText: 'Quý I/2022', deadlines: aTask().deadlines };
    expect(found(items(anItem('', 3, 'Rà soát', { outputs: ['Báo cáo'], ...due })))).toEqual(['missingLead 2.1.(3)']);
  });
});

describe('letters and numbers', () => {
  const texts = [
    'Rà soát văn bản',
    'Tuyên truyền pháp luật',
    'Số hóa hồ sơ',
    'Đào tạo công chức',
    'Khảo sát người dân',
  ];
  const lettered = (...letters: string[]) =>
    items(...letters.map((letter, index) => anItem(letter, index + 1, texts[index] ?? '')));
  test.each([
    ['a b c d đ', []],
    ['a b c d e', ['skippedLetter 2.1.e']],
    ['a b d', ['skippedLetter 2.1.d']],
    ['a b b c', ['repeatedLetter 2.1.b 2.1.b']],
    ['d đ d e g', ['repeatedLetter 2.1.d 2.1.d']],
  ])('%s', (letters, expected) => {
    expect(found(lettered(...letters.split(' ')))).toEqual(expected);
  });

  test('bullets have no letters; sections count for themselves; a pointer counts too', () => {
    expect(found(lettered('', '', ''))).toEqual([]);
    expect(found(items(anItem('a', 1, 'Rà soát'), anItem('a', 1, 'Số hóa', { section: '2.2' })))).toEqual([]);
    expect(found(items(anItem('a', 1, 'Rà soát'), anItem('c', 2, 'xem phụ lục', { pointerOnly: true })))).toEqual([
      'skippedLetter 2.1.c',
    ]);
  });

  test('what the letter should be', () => {
    expect(only('repeatedLetter', lettered('a', 'b', 'b'))[0]?.params).toEqual({ letter: 'b', should: 'c' });
    expect(only('skippedLetter', lettered('a', 'd'))[0]?.params).toEqual({ letter: 'd', skipped: 'b, c' });
  });

  const numbered = (...numbers: number[]) => rows(...numbers.map((no) => aTask({ no })));
  test.each([
    [[1, 2, 3], []],
    [[1, 2, 2], ['repeatedNumber PL01/2 PL01/2']],
    [[1, 2, 4], ['skippedNumber PL01/2 PL01/4']],
    [[3, 1], []],
  ])('%j', (numbers, expected) => {
    expect(found(numbered(...numbers))).toEqual(expected);
  });

  test('groups count for themselves, numbers with parts are left alone', () => {
    const grouped = (no: number, groupNo: string) => aTask({ no, group: 'Nhóm', groupNo });
    expect(found(rows(grouped(1, 'A'), grouped(2, 'A'), grouped(1, 'B')))).toEqual([]);
    expect(found(rows(aTask({ no: 1 }), aTask({ no: 1, noText: '1.2' })))).toEqual([]);
    expect(found(aPlan({ appendices: [anAppendix([aTask()]), anAppendix([aTask()], { number: '02' })] }))).toEqual([]);
  });

  test('markers unlike the others', () => {
    const lines = ['a) một', 'b) hai', 'c. ba', '1.', '2.', '3'].map((text, id): SourceLine => ({ id, text }));
    const plan = aPlan({
      tasksNarrative: ['a', 'b', 'c'].map((letter, index) => anItem(letter, index + 1, texts[index] ?? '')),
      appendices: [anAppendix([1, 2, 3].map((no) => aTask({ no, content: texts[no - 1] ?? '' })))],
      places: {
        '/tasksNarrative/0/text': [0],
        '/tasksNarrative/1/text': [1],
        '/tasksNarrative/2/text': [2],
        '/appendices/0/tasks/0/no': [3],
        '/appendices/0/tasks/1/no': [4],
        '/appendices/0/tasks/2/no': [5],
      },
    });
    const mixed = findContradictions(plan, commune, lines).filter((one) => one.code === 'mixedMarkers');
    expect(shown(mixed)).toEqual(['mixedMarkers 2.1.c', 'mixedMarkers PL01/3']);
    expect(mixed.map((one) => one.params)).toEqual([
      { kind: 'mục', usual: ')', count: 1 },
      { kind: 'số thứ tự', usual: '.', count: 1 },
    ]);
    expect(mixed[0]?.places[0]?.lines).toEqual([2]);
  });
});

describe('targets', () => {
  const target = (text: string, value: number, more: Partial<ReadTarget> = {}) =>
    aTarget(`T0${value}`, text, value, more);
  const plan = (...targets: ReadTarget[]) => aPlan({ targets });
  test.each([
    ['Mức độ hài lòng của người dân đạt 95%', 'Tỷ lệ người dân hài lòng 97%', true],
    ['95% hồ sơ giải quyết đúng hạn', '98% hồ sơ giải quyết trước hạn và đúng hạn', true],
    ['80% hồ sơ công việc xử lý trên môi trường mạng', '90% hồ sơ công việc xử lý dạng điện tử', true],
    ['Giải ngân vốn đầu tư công 95%', 'Giải ngân 100% kế hoạch', true],
    ['100% cán bộ được bồi dưỡng kỹ năng số trong năm', '90% cán bộ được bồi dưỡng kỹ năng số trong năm', true],
    ['100% cán bộ đạt chuẩn', '90% hồ sơ trực tuyến', false],
    ['Mức độ hài lòng của người dân đạt 95%', 'Mức độ hài lòng của doanh nghiệp đạt 95%', false],
  ])('%s / %s', (first, second, conflict) => {
    const value = (text: string) => Number(/\d+/.exec(text)?.[0]);
    const list = only(
      'conflictingTargets',
      plan(aTarget('T01', first, value(first)), aTarget('T02', second, value(second))),
    );
    expect(list.length > 0).toBe(conflict);
  });

  test('a figure in a task that is no target', () => {
    const hundred = {
      ...plan(target('90% văn bản được ký số', 90)),
      appendices: [anAppendix([aTask({ content: 'Phát hành 100% văn bản có ký số; tuyên truyền' })])],
    };
    expect(only('conflictingTargets', hundred)).toMatchObject([
      { params: { first: 90, second: 100 }, proposal: 'keep' },
    ]);
    const same = { ...hundred, appendices: [anAppendix([aTask({ content: 'Phát hành 90% văn bản có ký số' })])] };
    expect(only('conflictingTargets', same)).toEqual([]);
    const reduced = plan(
      target('Cắt giảm 30% thời gian chờ hài lòng', 30, { kind: 'reduction' }),
      target('95% hài lòng', 95),
    );
    expect(only('conflictingTargets', reduced)).toEqual([]);
  });

  test('repeats are joined, with the places of the copies', () => {
    const first = aTarget('T01', '100% hồ sơ', 100, { alsoIn: ['PL01/1'] });
    const copy = aTarget('T02', '100% hồ sơ', 100, { duplicateOf: 'T01', alsoIn: ['PL01/1', 'II.2.1.a'] });
    const whole = {
      ...plan(first, copy),
      tasksNarrative: [anItem('a', 1, 'Giải quyết hồ sơ')],
      appendices: [anAppendix([aTask({ content: 'Tiếp nhận' })])],
    };
    expect(shown(only('repeatedTarget', whole))).toEqual(['repeatedTarget T01 T02 PL01/1 2.1.a']);
    expect(only('repeatedTarget', whole)[0]?.params).toEqual({ text: '100% hồ sơ', times: 4 });
    expect(only('repeatedTarget', plan(first))).toEqual([]);
  });

  test.each([
    ['100% hồ sơ được giải quyết trực tuyến và được số hóa kết quả', true],
    ['Giảm 30% thời gian và 20% chi phí', true],
    ['95% cơ sở dữ liệu được hoàn thành và kết nối', false],
    ['Mức độ hài lòng đạt 95%', false],
  ])('two in one: %s', (text, double) => {
    expect(only('twoMeasures', plan(target(text, 100))).length > 0).toBe(double);
  });

  test.each([
    ['100% đơn vị cấp xã duy trì hệ thống', true],
    ['100% UBND các xã đạt chuẩn', true],
    ['100% xã, phường công khai', true],
    ['100% cán bộ cấp xã đạt chuẩn', false],
  ])('of many units: %s', (text, many) => {
    const scoped = plan(target(text, 100));
    expect(only('targetScope', scoped).length > 0).toBe(many);
    expect(only('targetScope', scoped, { level: 'district', twoTier: false })).toEqual([]);
    expect(only('targetScope', scoped, { level: 'ward', twoTier: false }).length > 0).toBe(many);
  });
});

describe('words of another level', () => {
  const words = (text: string, issuer = commune) =>
    findContradictions(items(anItem('a', 1, text)), issuer).map((one) => `${one.code}: ${one.params.words}`);
  test.each([
    ['Rà soát hồ sơ công việc cấp huyện, xã', ['higherLevelWords: cấp huyện']],
    ['Đào tạo cán bộ trên địa bàn huyện Hoằng Hóa năm 2022', ['higherLevelWords: trên địa bàn huyện Hoằng Hóa']],
    ['Chống lãng phí huyện Hoằng Hóa năm 2022', ['higherLevelWords: huyện Hoằng Hóa']],
    ['Văn bản do các cơ quan từ huyện đến xã ban hành', ['higherLevelWords: từ huyện đến xã']],
    ['Ứng dụng tại sở, ngành, địa phương', ['higherLevelWords: sở, ngành, địa phương']],
    ['Các cơ quan, đơn vị, địa phương xây dựng kế hoạch', ['higherLevelWords: Các cơ quan, đơn vị, địa phương']],
    ['Xếp loại các xã, thị trấn', ['higherLevelWords: các xã, thị trấn']],
    ['Báo cáo tổng hợp toàn huyện', ['higherLevelWork: toàn huyện']],
    ['Trình Nghị quyết của HĐND huyện', ['higherLevelWork: Nghị quyết của HĐND huyện']],
    ['Sắp xếp các đơn vị hành chính cấp xã', ['higherLevelWork: Sắp xếp các đơn vị hành chính cấp xã']],
    ['Theo Kế hoạch của UBND huyện Hoằng Hóa', []],
    ['Báo cáo Chủ tịch UBND huyện', []],
    ['Xếp trong nhóm 05 xã dẫn đầu toàn huyện', []],
    ['Hệ thống thông tin báo cáo của huyện', []],
    ['Phòng Nội vụ huyện Tam Giang', []],
    ['Chống lãng phí Huyện Hoằng Hóa', ['higherLevelWords: Huyện Hoằng Hóa']],
    ['Nhân viên huyện thoại', []],
  ])('%s', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  test('since 01/07/2025 every district is a leftover', () => {
    const twoTier: IssuerContext = { level: 'commune', twoTier: true };
    expect(words('Báo cáo UBND huyện theo quy định', twoTier)).toEqual(['abolishedLevel: UBND huyện']);
    expect(words('Các phòng, ban, UBND các xã phối hợp', twoTier)).toEqual([]);
  });

  test('a district may speak of districts', () => {
    expect(words('Đào tạo cán bộ trên địa bàn huyện', { level: 'district', twoTier: false })).toEqual([]);
    expect(words('Đào tạo cán bộ trên địa bàn huyện', { level: 'township', twoTier: false })).toHaveLength(1);
  });

  test('a task and its outputs are one finding', () => {
    const plan = rows(aTask({ content: 'Đào tạo trên địa bàn huyện', outputs: ['Danh sách cấp huyện'] }));
    expect(only('higherLevelWords', plan)).toMatchObject([{ params: { words: 'trên địa bàn huyện”, “cấp huyện' } }]);
    expect(only('higherLevelWords', plan)[0]?.places.map((place) => place.path)).toEqual([
      '/appendices/0/tasks/0/content',
      '/appendices/0/tasks/0/outputs/0',
    ]);
  });

  test('a repeated target is not looked at twice; duties are, for words only', () => {
    const plan = aPlan({
      targets: [
        aTarget('T01', '100% hồ sơ cấp huyện', 100),
        aTarget('T02', '100% hồ sơ cấp huyện', 100, { duplicateOf: 'T01' }),
      ],
      responsibilities: [
        { role: 'Công chức Tư pháp', duties: ['Sắp xếp đơn vị hành chính cấp xã trên địa bàn huyện'] },
      ],
    });
    expect(shown(only('higherLevelWords', plan))).toEqual(['higherLevelWords T01', 'higherLevelWords trách nhiệm 1.1']);
    expect(only('higherLevelWork', plan)).toEqual([]);
  });
});

describe('body and rows', () => {
  const texts = [
    'Rà soát, hệ thống hóa văn bản quy phạm pháp luật do xã ban hành',
    'Tuyên truyền, phổ biến, giáo dục pháp luật cho cán bộ và người dân',
    'Số hóa kết quả giải quyết thủ tục hành chính còn hiệu lực của xã',
    'Đào tạo, bồi dưỡng kỹ năng số cho cán bộ, công chức toàn xã',
  ];
  const plan = (body: readonly string[], content: readonly string[]) =>
    aPlan({
      tasksNarrative: body.map((text, index) => anItem('', index + 1, text)),
      appendices: [anAppendix(content.map((text, index) => aTask({ no: index + 1, content: text })))],
    });
  const [first = '', second = '', third = '', fourth = ''] = texts;

  test('one to one', () => {
    expect(found(plan(texts, texts.toReversed()))).toEqual([]);
  });

  test('an item without a row and a row without an item', () => {
    expect(found(plan([first, second, third], [first, second, fourth]))).toEqual([
      'taskWithoutRow 2.1.(3)',
      'rowWithoutTask PL01/3',
    ]);
  });

  test('an item in two rows', () => {
    const both = 'Rà soát, hệ thống hóa văn bản và tuyên truyền, phổ biến, giáo dục pháp luật';
    const list = found(
      plan([both, third], ['Rà soát, hệ thống hóa văn bản', 'Tuyên truyền, phổ biến, giáo dục pháp luật', third]),
    );
    expect(list).toEqual(['taskInSeveralRows 2.1.(1) PL01/1 PL01/2']);
  });

  test('other words', () => {
    const list = findContradictions(plan([first, second], [first.replace('xã', 'huyện'), second]), commune);
    expect(list.filter((one) => one.code === 'bodyRowDiffer').map((one) => one.params)).toEqual([
      { inBody: 'xã', inRow: 'huyện' },
    ]);
  });

  test('an abbreviation and a mark are no other words', () => {
    const list = found(
      plan(
        ['Giải quyết thủ tục hành chính tại bộ phận một cửa của xã'],
        ['Giải quyết TTHC tại bộ phận một cửa của xã'],
      ),
    );
    expect(list).toEqual(['bodyRowDiffer 2.1.(1) PL01/1']);
    expect(found(plan([`${first}.`], [first.toUpperCase()]))).toEqual([]);
  });

  test('a body that speaks in general is told once', () => {
    expect(found(plan([first, second, third], [fourth, 'Công khai ngân sách xã theo quy định']))).toEqual([
      'bodyIsGeneral phần nội dung',
    ]);
    expect(only('bodyIsGeneral', plan([first, second, third], [first]))[0]?.params).toEqual({ items: 3, covered: 1 });
  });

  test('the same item twice', () => {
    expect(
      found(items(anItem('a', 1, first), anItem('b', 2, second), anItem('a', 1, `${first} nữa`, { section: '2.2' }))),
    ).toEqual(['repeatedTask 2.1.a 2.2.a']);
  });

  test('a pointer is no task', () => {
    const pointer = anItem('e', 3, 'Nhiệm vụ cụ thể tại các phụ lục', { pointerOnly: true });
    const whole = plan([first, second], [first, second]);
    expect(found({ ...whole, tasksNarrative: [...whole.tasksNarrative, pointer] })).toEqual([]);
  });
});

describe('outputs, wording and form', () => {
  test.each([
    [[], ['missingOutput PL01/1']],
    [['Xây dựng kế hoạch'], ['outputIsTask PL01/1']],
    [['Tuyên truyền pháp luật'], ['outputIsTask PL01/1']],
    [['Quyết định của cơ quan có thẩm quyền'], ['unnamedOutput PL01/1']],
    [['Văn bản của cấp có thẩm quyền'], ['unnamedOutput PL01/1']],
    [['Quyết định của UBND xã'], []],
    [['Hội nghị tuyên truyền'], []],
  ])('%j', (outputs, expected) => {
    expect(found(rows(aTask({ outputs, due: 'Quý I/2022' }), aTask({ no: 2, content: 'Số hóa' })))).toEqual(expected);
  });

  test('a table without a column of outputs is not asked for them', () => {
    expect(found(rows(aTask({ outputs: [] })))).toEqual([]);
    const item = anItem('a', 1, 'Rà soát', {
      lead: ['Công an xã'],
      deadlineText: 'Quý I/2022',
      deadlines: aTask().deadlines,
    });
    expect(found(items(item))).toEqual(['missingOutput 2.1.a']);
  });

  test.each([
    ['Sắp xếp, tinh gọn bộ máy tổ chức, tinh gọn bộ máy theo quy định', 'tinh gọn bộ máy'],
    ['Nhiệm vụ của Ủy ban nhân dân UBND cấp xã', 'Ủy ban nhân dân'],
    ['Cổng dịch vụ công tỉnh và Cổng dịch vụ công quốc gia', undefined],
    ['Quyết định 16/2020/QĐ-UBND của UBND tỉnh', undefined],
    ['Dự toán ngân sách năm 2020, quyết toán ngân sách năm 2019', undefined],
    ['mức độ 3, mức độ 4', undefined],
  ])('said twice: %s', (text, expected) => {
    expect(only('doubledWords', items(anItem('a', 1, text)))[0]?.params.words).toBe(expected);
  });

  test('titles of appendices', () => {
    const titled = (...titles: string[]) =>
      only(
        'appendixTitle',
        aPlan({
          appendices: titles.map((title, index) => anAppendix([aTask()], { number: String(index + 1), title })),
        }),
      );
    expect(titled('A năm 2022', 'B năm 2022', 'C')).toMatchObject([{ params: { title: 'C', missingYear: 2022 } }]);
    expect(titled('A', 'B', 'C năm 2022')).toEqual([]);
    const other = aPlan({
      tasksNarrative: [anItem('', 1, 'Rà soát văn bản', { sectionTitle: 'Thể chế' })],
      appendices: [anAppendix([aTask()])],
    });
    expect(only('appendixTitle', other)).toMatchObject([{ params: { section: 'Thể chế', missingYear: '' } }]);
  });

  test.each([
    [{ number: null, date: null }, 1],
    [{ number: '01/QĐ-UBND', date: null }, 1],
    [{ number: null, date: '2022-01-05' }, 1],
    [{ number: '01/QĐ-UBND', date: '2022-01-05' }, 0],
  ])('%j', (decision, count) => {
    expect(only('blankDecision', aPlan({ decision }))).toHaveLength(count);
  });
});

describe('findings as a whole', () => {
  const plan = aPlan({
    decision: { number: null, date: null },
    tasksNarrative: [anItem('a', 1, 'Rà soát trên địa bàn huyện'), anItem('c', 2, 'Số hóa cấp huyện')],
    appendices: [
      anAppendix([
        aTask({ due: '', lead: [] }),
        aTask({ no: 3, due: 'Thường xuyên', lead: ['UBND xã', 'Công an xã'] }),
      ]),
    ],
    places: {
      '/tasksNarrative/0/text': [7, 5],
      '/tasksNarrative/1/text': [9],
      '/appendices/0/tasks/0/content': [20],
      '/appendices/0/tasks/0/no': [19],
    },
  });

  test('decisions before notes, each in the order of the document', () => {
    const list = findContradictions(plan, commune);
    const ranks = list.map((one) => contradictionWeights[one.code]);
    expect(ranks).toEqual([...ranks].sort());
    const first = list
      .filter((one) => contradictionWeights[one.code] === 'decide')
      .map((one) => one.places[0]?.lines[0] ?? Infinity);
    expect(first).toEqual([...first].sort((a, b) => a - b));
  });

  test('lines of a field, of what it holds, or of what it is part of', () => {
    const list = findContradictions(plan, commune);
    const linesOf = (code: ContradictionCode) => list.find((one) => one.code === code)?.places[0]?.lines;
    expect(linesOf('higherLevelWords')).toEqual([5, 7]);
    expect(linesOf('missingDeadline')).toEqual([19, 20]);
    expect(linesOf('blankDecision')).toEqual([]);
  });

  test('keys tell findings apart and stay the same', () => {
    const list = findContradictions(plan, commune);
    expect(new Set(list.map((one) => one.key)).size).toBe(list.length);
    expect(findContradictions(structuredClone(plan), commune)).toEqual(list);
    expect(list.find((one) => one.code === 'missingDeadline')?.key).toBe('missingDeadline:/appendices/0/tasks/0');
  });

  test('the proposal is one of the choices, and all have words', () => {
    for (const one of findContradictions(plan, commune)) {
      expect(one.choices).toContain(one.proposal);
      expect(one.choices.map(choiceLabel)).not.toContain(undefined);
      const { title, finding, proposal } = contradictionWords(one);
      for (const text of [title, finding, proposal]) expect(text).not.toMatch(/[{}]|undefined/);
      expect(finding.endsWith('.'), finding).toBe(true);
    }
  });

  test('many places are counted', () => {
    const many = rows(
      ...Array.from({ length: 15 }, (_, index) =>
        aTask({ no: index + 1, content: `Việc ${index}`, due: 'Thường xuyên' }),
      ),
    );
    const [one] = only('openDeadline', many);
    expect(one && contradictionWords(one).finding).toBe(
      '15 nhiệm vụ không có mốc ngày cụ thể (“Thường xuyên”): PL01/1, PL01/2, PL01/3, PL01/4, PL01/5, PL01/6, PL01/7, PL01/8, PL01/9, PL01/10, PL01/11, PL01/12 và 3 nơi khác.',
    );
  });

  test('whose plan it is, when nobody else says', () => {
    expect(issuerOf(aPlan())).toEqual(commune);
    expect(issuerOf(aPlan({ twoTier: true, issuerLevel: 'ward' }))).toEqual({ level: 'ward', twoTier: true });
    expect(findContradictions(items(anItem('a', 1, 'Đào tạo trên địa bàn huyện')))).toHaveLength(1);
  });

  test.each(Object.keys(contradictionWeights))('%s has words', (code) => {
    const { title, finding, proposal } = contradictionWords({
      key: '',
      code: code as ContradictionCode,
      places: [{ path: '', ref: 'PL01/1', lines: [] }],
      params: {},
      proposal: 'keep',
      choices: [],
    });
    expect(title).toMatch(/^\p{Lu}/u);
    expect(finding.length).toBeGreaterThan(10);
    expect(proposal).toMatch(/\.$/);
  });
});
