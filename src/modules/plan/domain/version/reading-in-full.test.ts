import { describe, expect, test } from 'vitest';
import { aReading } from '#test/a-plan-reading.ts';
import type { PlanReading } from '../reading/plan-reading.ts';
import { contentOfReading } from './content-of-reading.ts';

const fields = [
  { code: 'the-che', words: ['the che'] },
  { code: 'thu-tuc', words: ['thu tuc hanh chinh'] },
];
const context = { importId: 'import', fields, higher: new Set<string>(), links: new Map<string, readonly string[]>() };

const quarter = { kind: 'quarter', year: 2022, quarter: 4, appliesTo: '' } as const;

const whole: PlanReading = {
  ...aReading({
    purposes: ['Mục đích'],
    targets: [
      { text: 'Đúng hạn 95%', alsoIn: ['III.1.a', 'II.1'] },
      { section: 'II.2', kind: 'reduction', valuePercent: 30, aspiration: true, baseline: 'năm 2021', measure: 'Họp' },
      { section: 'II.3', duplicateOf: 'T01', alsoIn: ['PL01/1'] },
    ],
    tasks: [
      {
        noText: '1.2',
        group: 'Cải cách thủ tục hành chính',
        groupNo: 'A',
        outputs: ['Kế hoạch', 'Báo cáo'],
        coordinators: ['Công an xã'],
        otherRoles: [{ role: 'Tổng hợp', units: ['Văn phòng', 'Tư pháp'] }],
        deadlines: [
          { ...quarter, appliesTo: 'Báo cáo' },
          { kind: 'unspecified', appliesTo: '' },
          { kind: 'unspecified', appliesTo: '', note: 'theo tình hình' },
        ],
      },
    ],
    items: [
      { text: 'Có người làm', lead: ['Tư pháp'], deadlineText: 'Quý IV', deadlines: [quarter] },
      { text: 'Có sản phẩm', outputs: ['Đề án'], letter: '', section: '2.2', sectionTitle: 'Thủ tục hành chính' },
      { text: 'Đã có dòng', lead: ['Tư pháp'] },
      { text: 'Chỉ dẫn sang phụ lục', lead: ['Tư pháp'], pointerOnly: true },
      { text: 'Không ai làm' },
    ],
    places: { '/funding': [30, 4], '/purposes/0': [2], '/recurringReports/0/about': [41] },
  }),
  decision: { number: '1/QĐ-UBND', date: '2022-01-04', text: 'Quyết định số 1/QĐ-UBND' },
  qualitativeObjectives: ['Mục tiêu'],
  funding: 'Ngân sách xã',
  responsibilities: [{ role: 'Công chức Tư pháp', duties: ['Tham mưu', 'Tổng hợp'] }],
  recurringReports: [
    { who: 'Tư pháp', to: 'UBND huyện', frequency: ['quarter'], about: 'cải cách', section: 'IV' },
    {
      who: 'Văn phòng',
      to: 'Phòng Nội vụ',
      via: 'UBND xã',
      frequency: [],
      frequencyText: 'theo quy định',
      dueText: 'trước ngày 05',
      adHoc: true,
      about: 'chung',
      section: 'V',
    },
  ],
};
const content = () =>
  contentOfReading(whole, {
    ...context,
    higher: new Set(['/tasksNarrative/1', '/targets/1']),
    links: new Map([['/tasksNarrative/2', ['/appendices/0/tasks/0', '/appendices/9/tasks/9']]]),
  });
const from = (path: string, position: number, lines: readonly number[] = []) => ({
  key: path,
  path,
  position,
  lines,
  importId: 'import',
});

describe('every part of a reading becomes rows with their source', () => {
  test('the header', () =>
    expect(content().header).toEqual({
      title: 'Kế hoạch thử năm 2022',
      year: 2022,
      issuer: 'Ủy ban nhân dân xã Thử Nghiệm',
      issuerLevel: 'commune',
      decisionText: 'Quyết định số 1/QĐ-UBND',
    }));

  test('statements, the money last', () =>
    expect(content().statements).toEqual([
      { ...from('/purposes/0', 1_000, [2]), kind: 'purpose', content: 'Mục đích' },
      { ...from('/qualitativeObjectives/0', 2_000), kind: 'objective', content: 'Mục tiêu' },
      { ...from('/funding', 3_000, [4, 30]), kind: 'funding', content: 'Ngân sách xã' },
    ]));

  test('targets, a repeat joined with the one it repeats', () =>
    expect(content().targets).toEqual([
      {
        ...from('/targets/0', 1_000),
        section: 'II.1',
        measure: 'Hồ sơ đúng hạn',
        operator: '>=',
        value: 95,
        unit: '%',
        content: 'Đúng hạn 95%',
        ours: true,
        aspiration: false,
        reduction: false,
        baseline: null,
        alsoIn: ['III.1.a', 'II.3', 'PL01/1'],
      },
      {
        ...from('/targets/1', 2_000),
        section: 'II.2',
        measure: 'Họp',
        operator: '>=',
        value: 30,
        unit: '%',
        content: 'Hồ sơ đúng hạn từ 95% trở lên',
        ours: false,
        aspiration: true,
        reduction: true,
        baseline: 'năm 2021',
        alsoIn: [],
      },
    ]));

  test('tasks: rows, then items of the text that somebody is to do and no row carries out', () => {
    const row = '/appendices/0/tasks/0';
    expect(content().tasks).toEqual([
      {
        ...from(row, 1_000),
        appendixKey: '/appendices/0',
        fieldCode: 'thu-tuc',
        number: '1.2',
        place: 'PL01/A.1.2',
        groupNumber: 'A',
        groupTitle: 'Cải cách thủ tục hành chính',
        content: 'Nhiệm vụ thứ 1',
        ours: true,
        outputs: [
          { key: `${row}/outputs/0`, content: 'Kế hoạch' },
          { key: `${row}/outputs/1`, content: 'Báo cáo' },
        ],
        roles: [
          { role: 'lead', roleText: '', written: 'Công chức Tư pháp – Hộ tịch' },
          { role: 'coordinator', roleText: '', written: 'Công an xã' },
          { role: 'other', roleText: 'Tổng hợp', written: 'Văn phòng' },
          { role: 'other', roleText: 'Tổng hợp', written: 'Tư pháp' },
        ],
        dueText: 'Quý IV/2022',
        dues: [
          { rule: { ...quarter, appliesTo: 'Báo cáo' }, outputKey: `${row}/outputs/1` },
          { rule: { kind: 'unspecified', appliesTo: '', note: 'theo tình hình' }, outputKey: null },
        ],
      },
      {
        ...from('/tasksNarrative/0', 2_000),
        appendixKey: null,
        fieldCode: 'the-che',
        number: 'a',
        place: '2.1.a',
        groupNumber: null,
        groupTitle: null,
        content: 'Có người làm',
        ours: true,
        outputs: [],
        roles: [{ role: 'lead', roleText: '', written: 'Tư pháp' }],
        dueText: 'Quý IV',
        dues: [{ rule: quarter, outputKey: null }],
      },
      {
        ...from('/tasksNarrative/1', 3_000),
        appendixKey: null,
        fieldCode: 'thu-tuc',
        number: '2',
        place: '2.2 (2)',
        groupNumber: null,
        groupTitle: null,
        content: 'Có sản phẩm',
        ours: false,
        outputs: [{ key: '/tasksNarrative/1/outputs/0', content: 'Đề án' }],
        roles: [],
        dueText: '',
        dues: [],
      },
    ]);
  });

  test('items of the text, with the tasks that are there to carry them out', () =>
    expect(
      content().narrative.map(({ content: words, pointerOnly, taskKeys }) => [words, pointerOnly, taskKeys]),
    ).toEqual([
      ['Có người làm', false, ['/tasksNarrative/0']],
      ['Có sản phẩm', false, ['/tasksNarrative/1']],
      ['Đã có dòng', false, ['/appendices/0/tasks/0']],
      ['Chỉ dẫn sang phụ lục', true, []],
      ['Không ai làm', false, []],
    ]));

  test('responsibilities and reporting duties', () => {
    expect(content().responsibilities).toEqual([
      { ...from('/responsibilities/0', 1_000), written: 'Công chức Tư pháp', duties: ['Tham mưu', 'Tổng hợp'] },
    ]);
    expect(content().reportDuties).toEqual([
      {
        ...from('/recurringReports/0', 1_000, [41]),
        written: 'Tư pháp',
        to: 'UBND huyện',
        via: null,
        frequency: ['quarter'],
        frequencyText: null,
        dueText: null,
        adHoc: false,
        about: 'cải cách',
        section: 'IV',
      },
      {
        ...from('/recurringReports/1', 2_000),
        written: 'Văn phòng',
        to: 'Phòng Nội vụ',
        via: 'UBND xã',
        frequency: [],
        frequencyText: 'theo quy định',
        dueText: 'trước ngày 05',
        adHoc: true,
        about: 'chung',
        section: 'V',
      },
    ]);
  });
});

test('a table that is no appendix is named by its order, and a plan that names no money has no statement of it', () => {
  const reading = aReading({ tasks: [{}] });
  const appendices = reading.appendices.map((appendix) => ({ ...appendix, number: '' }));
  const bare = contentOfReading({ ...reading, appendices, funding: ' ' }, context);
  expect(bare.tasks[0]).toMatchObject({ place: 'Bảng 1/1', groupNumber: null, groupTitle: null });
  expect(bare.statements).toEqual([]);
  expect(bare.header.decisionText).toBeNull();
});

test('without tables every item of the text but pointers is a task', () => {
  const items = [{ text: 'Rà soát' }, { text: 'Xem phụ lục', pointerOnly: true }];
  const bare = contentOfReading(aReading({ items }), context);
  expect(bare.tasks).toMatchObject([{ content: 'Rà soát', roles: [], outputs: [], dues: [], dueText: '' }]);
});
