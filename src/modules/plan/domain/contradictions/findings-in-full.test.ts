import { describe, expect, test } from 'vitest';
import type { PlanReading } from '../reading/plan-reading.ts';
import { findContradictions } from './find-contradictions.ts';
import { anAppendix, anItem, aPlan, aTarget, aTask, commune, items, rows } from './made-plans.ts';

/** Key (kind and places), proposal and words of each finding. */
const told = (plan: PlanReading, issuer = commune) =>
  findContradictions(plan, issuer).map(({ key, proposal, params }) => [key, proposal, params]);

const cases: readonly (readonly [string, PlanReading, readonly unknown[]])[] = [
  [
    'a lead who coordinates too',
    rows(aTask({ lead: ['Công an xã'], coordinators: ['Trưởng thôn', 'Công an'] })),
    [
      [
        'leadIsCoordinator:/appendices/0/tasks/0/lead/0+/appendices/0/tasks/0/coordinators/1',
        'correct',
        { name: 'Công an xã' },
      ],
    ],
  ],
  ['nobody leads', rows(aTask({ lead: [] })), [['missingLead:/appendices/0/tasks/0', 'correct', {}]]],
  [
    'groups lead',
    rows(aTask({ lead: ['Các  công chức'] }), aTask({ no: 2, content: 'b', lead: ['các công chức'] })),
    [
      [
        'groupLead:/appendices/0/tasks/0/lead/0+/appendices/0/tasks/1/lead/0',
        'correct',
        { name: 'Các  công chức', count: 2 },
      ],
    ],
  ],
  [
    'two lead',
    rows(aTask({ lead: ['Công an xã', 'Chủ tịch UBND xã'] })),
    [['severalLeads:/appendices/0/tasks/0/lead', 'keep', { count: 1 }]],
  ],
  [
    'one post under two names',
    rows(aTask({ coordinators: ['Tư pháp xã'] })),
    [
      [
        'roleVariants:/appendices/0/tasks/0/lead/0+/appendices/0/tasks/0/coordinators/0',
        'keep',
        { names: 'Công chức Tư pháp - Hộ tịch; Tư pháp xã', count: 2 },
      ],
    ],
  ],
  [
    'an office',
    rows(aTask({ coordinators: ['Văn phòng UBND xã'] })),
    [['unknownOffice:/appendices/0/tasks/0/coordinators/0', 'correct', { name: 'Văn phòng UBND xã' }]],
  ],
  ['no office but a post beside one', rows(aTask({ coordinators: ['Phụ trách văn phòng UBND xã'] })), []],
  [
    'posts without a duty, duties without a post',
    {
      ...rows(aTask({ lead: ['Công chức Tài chính'] })),
      responsibilities: [{ role: 'Tư pháp', duties: ['theo dõi'] }],
    },
    [
      ['leadWithoutDuty:/appendices/0/tasks/0/lead/0', 'keep', { name: 'Công chức Tài chính' }],
      [
        'postsNotNamed:/responsibilities',
        'keep',
        { names: 'Chủ tịch UBND xã; Công chức Địa chính – xây dựng; Công an xã' },
      ],
    ],
  ],
  ['no deadline', rows(aTask({ due: ' ' })), [['missingDeadline:/appendices/0/tasks/0', 'correct', {}]]],
  [
    'no words of time',
    rows(aTask({ due: 'Chưa rõ' })),
    [['unreadDeadline:/appendices/0/tasks/0', 'correct', { words: 'Chưa rõ' }]],
  ],
  ['words of time beside others', rows(aTask({ due: 'Kế hoạch: chưa rõ; Quý I/2022' })), []],
  [
    'no rhythm named',
    rows(aTask({ due: 'Kế hoạch: Quý I/2022; Báo cáo: theo định kỳ' })),
    [['frequencyUnstated:/appendices/0/tasks/0', 'correct', { words: 'Kế hoạch: Quý I/2022; Báo cáo: theo định kỳ' }]],
  ],
  [
    'open',
    rows(aTask({ due: 'Thường xuyên' })),
    [['openDeadline:/appendices/0/tasks/0', 'keep', { words: '“Thường xuyên”', count: 1 }]],
  ],
  [
    'before the plan',
    rows(aTask({ due: '15/3/2021' }), aTask({ no: 2, content: 'b', due: '6 tháng đầu năm 2021' })),
    [
      ['deadlineBeforePlan:/appendices/0/tasks/0', 'correct', { year: 2021, planYear: 2022 }],
      ['deadlineBeforePlan:/appendices/0/tasks/1', 'correct', { year: 2021, planYear: 2022 }],
    ],
  ],
  ['standing for another year', rows(aTask({ due: 'Thường xuyên năm 2021; Quý I/2022' })), []],
  [
    'a year taken',
    rows(aTask({ due: 'Hằng quý; 15/3' }), aTask({ no: 2, content: 'b', due: '6 tháng đầu năm' })),
    [
      [
        'yearTaken:/appendices/0/tasks/0+/appendices/0/tasks/1',
        'keep',
        { words: '“Hằng quý; 15/3”; “6 tháng đầu năm”', count: 2 },
      ],
    ],
  ],
  [
    'one time for plan and report',
    rows(aTask({ due: 'Tháng 6/2022', outputs: ['Kế hoạch', 'Báo cáo'] })),
    [['oneDateForAll:/appendices/0/tasks/0', 'correct', { words: 'Tháng 6/2022' }]],
  ],
  [
    'reports without a rhythm',
    aPlan({ recurringReports: [{ who: 'Tư pháp', to: 'UBND', frequency: [], about: 'kết quả', section: 'IV' }] }),
    [['reportWithoutFrequency:/recurringReports/0', 'correct', { who: 'Tư pháp', about: 'kết quả', words: '' }]],
  ],
  [
    'reports with words for it',
    aPlan({
      recurringReports: [
        { who: 'Tư pháp', to: 'UBND', frequency: [], frequencyText: 'theo quy định', about: 'kết quả', section: 'IV' },
      ],
    }),
    [
      [
        'reportWithoutFrequency:/recurringReports/0',
        'correct',
        { who: 'Tư pháp', about: 'kết quả', words: 'theo quy định' },
      ],
    ],
  ],
  [
    'letters that repeat',
    items(anItem('a', 1, 'Rà soát'), anItem('a', 2, 'Đào tạo')),
    [['repeatedLetter:/tasksNarrative/0+/tasksNarrative/1', 'correct', { letter: 'a', should: 'b' }]],
  ],
  [
    'letters that skip',
    items(anItem('a', 1, 'Rà soát'), anItem('d', 2, 'Đào tạo')),
    [['skippedLetter:/tasksNarrative/1', 'keep', { letter: 'd', skipped: 'b, c' }]],
  ],
  ['bullets', items(anItem('', 1, 'Rà soát'), anItem('', 2, 'Đào tạo')), []],
  [
    'numbers that repeat',
    rows(aTask(), aTask({ content: 'Đào tạo' })),
    [['repeatedNumber:/appendices/0/tasks/0+/appendices/0/tasks/1', 'correct', { number: 1 }]],
  ],
  [
    'numbers that skip',
    rows(aTask(), aTask({ no: 4, content: 'Đào tạo' })),
    [['skippedNumber:/appendices/0/tasks/0+/appendices/0/tasks/1', 'keep', { from: 1, to: 4 }]],
  ],
  ['numbers of two groups', rows(aTask({ groupNo: 'A' }), aTask({ groupNo: 'B', content: 'Đào tạo' })), []],
  [
    'two figures for one measure',
    aPlan({ targets: [aTarget('T01', '90,5% văn bản ký số', 90.5), aTarget('T02', '95% văn bản ký số', 95)] }),
    [
      [
        'conflictingTargets:/targets/0+/targets/1',
        'keep',
        { first: 90.5, second: 95, firstText: '90,5% văn bản ký số', secondText: '95% văn bản ký số' },
      ],
    ],
  ],
  [
    'a figure in a task',
    {
      ...rows(aTask({ content: 'Phát hành 95,25 % văn bản ký số. Số hóa 30% hồ sơ' })),
      targets: [aTarget('T01', '90% văn bản ký số', 90)],
    },
    [
      [
        'conflictingTargets:/targets/0+/appendices/0/tasks/0',
        'keep',
        { first: 90, second: 95.25, firstText: '90% văn bản ký số', secondText: 'Phát hành 95,25 % văn bản ký số' },
      ],
    ],
  ],
  [
    'a target that is repeated',
    aPlan({ targets: [aTarget('T01', '100% a b', 100), aTarget('T02', '100% a b', 100, { duplicateOf: 'T01' })] }),
    [['repeatedTarget:/targets/0+/targets/1', 'merge', { text: '100% a b', times: 2 }]],
  ],
  [
    'two measures',
    aPlan({ targets: [aTarget('T01', 'Giảm 30,5 % giờ, 20% chi phí', 30)] }),
    [['twoMeasures:/targets/0', 'keep', { text: 'Giảm 30,5 % giờ, 20% chi phí' }]],
  ],
  [
    'the figure of another level',
    aPlan({
      targets: [
        aTarget('T01', '100% đơn vị cấp xã', 100),
        aTarget('T02', '100% đơn vị cấp xã', 100, { duplicateOf: 'T01' }),
      ],
    }),
    [
      ['repeatedTarget:/targets/0+/targets/1', 'merge', { text: '100% đơn vị cấp xã', times: 2 }],
      ['targetScope:/targets/0', 'correct', { text: '100% đơn vị cấp xã' }],
    ],
  ],
  [
    'words said twice',
    rows(aTask({ content: 'Nay  tổ chức rà soát tổ chức rà soát' })),
    [['doubledWords:/appendices/0/tasks/0/content', 'correct', { words: 'tổ chức rà soát' }]],
  ],
  [
    'words said again after a comma',
    rows(aTask({ content: 'Rà soát văn bản pháp luật, rà soát văn bản pháp' })),
    [['doubledWords:/appendices/0/tasks/0/content', 'correct', { words: 'Rà soát văn bản' }]],
  ],
  [
    'at most three words further on',
    rows(aTask({ content: 'Rà soát văn bản của xã ta, rà soát văn bản' })),
    [['doubledWords:/appendices/0/tasks/0/content', 'correct', { words: 'Rà soát văn bản' }]],
  ],
  ['not further on', rows(aTask({ content: 'Rà soát văn bản của xã ta nay, rà soát văn bản' })), []],
  [
    'a decision without number and day',
    aPlan({ decision: { number: null, date: null } }),
    [['blankDecision:/decision', 'correct', { number: '', date: '' }]],
  ],
  [
    'a decision without a number',
    aPlan({ decision: { number: null, date: '2022-01-05' } }),
    [['blankDecision:/decision', 'correct', { number: '', date: '2022-01-05' }]],
  ],
  [
    'a decision without a day',
    aPlan({ decision: { number: '1/QĐ', date: null } }),
    [['blankDecision:/decision', 'correct', { number: '1/QĐ', date: '' }]],
  ],
  [
    'a title without its year',
    aPlan({
      appendices: [
        anAppendix([aTask()]),
        anAppendix([aTask({ content: 'b' })], { number: '02' }),
        anAppendix([aTask({ content: 'c' })], { number: '03', title: 'Cải cách thể chế' }),
      ],
    }),
    [['appendixTitle:/appendices/2', 'keep', { title: 'Cải cách thể chế', missingYear: 2022, section: '' }]],
  ],
  [
    'words of a district',
    items(anItem('a', 1, 'Tuyên truyền trên địa bàn huyện Mẫu và cấp huyện')),
    [['higherLevelWords:/tasksNarrative/0/text', 'correct', { words: 'cấp huyện”, “trên địa bàn huyện Mẫu' }]],
  ],
  [
    'work of a district',
    items(anItem('a', 1, 'Thực hiện nghị quyết của HĐND huyện')),
    [['higherLevelWork:/tasksNarrative/0/text', 'ignore', { words: 'nghị quyết của HĐND huyện' }]],
  ],
  [
    'an output of a district',
    rows(aTask({ outputs: ['Báo cáo toàn huyện'] })),
    [['higherLevelWork:/appendices/0/tasks/0/outputs/0', 'ignore', { words: 'toàn huyện' }]],
  ],
  ['no output', rows(aTask({ outputs: [] })), []],
  [
    'an output of somebody',
    rows(aTask({ outputs: ['Văn bản chỉ đạo của cấp có thẩm quyền'] })),
    [['unnamedOutput:/appendices/0/tasks/0/outputs/0', 'correct', { output: 'Văn bản chỉ đạo của cấp có thẩm quyền' }]],
  ],
  [
    'a text without a row, a row without a text, and one row twice',
    {
      ...items(
        anItem('a', 1, 'Rà soát văn bản quy phạm pháp luật của xã'),
        anItem('b', 2, 'Số hóa hồ sơ thủ tục hành chính'),
        anItem('c', 3, 'Đào tạo cán bộ công chức'),
      ),
      appendices: [
        anAppendix([
          aTask({ content: 'Rà soát văn bản quy phạm pháp luật của xã' }),
          aTask({ no: 2, content: 'Rà soát văn bản quy phạm pháp luật của xã' }),
          aTask({ no: 3, content: 'Số hóa hồ sơ thủ tục hành chính' }),
          aTask({ no: 4, content: 'Tiếp công dân định kỳ' }),
        ]),
      ],
    },
    [
      ['taskWithoutRow:/tasksNarrative/2', 'createTask', {}],
      ['rowWithoutTask:/appendices/0/tasks/3', 'keep', {}],
      ['taskInSeveralRows:/tasksNarrative/0+/appendices/0/tasks/0+/appendices/0/tasks/1', 'keep', { count: 2 }],
    ],
  ],
];

describe('each finding names its places, what is proposed and its words', () => {
  test.each(cases)('%s', (_, plan, expected) => expect(told(plan)).toEqual(expected));
});
