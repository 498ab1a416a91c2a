import { expect, test } from 'vitest';
import { cutBracketRoles, rolesOfSentence } from './bracket-roles.ts';
import { cellParts } from './cell-labels.ts';
import { cutAtLabels, type Labelled, opensWithLabel, separateLabels } from './labels.ts';

const shown = (labelled: readonly Labelled[]) => labelled.map(({ kind, value }) => `${kind}: ${value.text}`);

test.each([
  ['- Đơn vị chủ trì: Công chức Tư pháp.', '', ['lead: Công chức Tư pháp']],
  [
    '(Chủ trì: Công chức Tài chính - Kế toán; phối hợp: Các thôn; thời gian: Chậm nhất ngày 15/01 (dự toán) và 31/7 (quyết toán); kết quả: Quyết định)',
    '',
    [
      'lead: Công chức Tài chính - Kế toán',
      'coordinators: Các thôn',
      'deadline: Chậm nhất ngày 15/01 (dự toán) và 31/7 (quyết toán)',
      'outputs: Quyết định',
    ],
  ],
  [
    'Rà soát văn bản. Chủ trì: Phòng Tư pháp; thời hạn: Quý I',
    'Rà soát văn bản.',
    ['lead: Phòng Tư pháp', 'deadline: Quý I'],
  ],
  ['[Cơ quan thực hiện: UBND xã; Sản phẩm, kết quả: Báo cáo]', '', ['lead: UBND xã', 'outputs: Báo cáo']],
])('%s', (text, before, labelled) => {
  const cut = cutAtLabels({ text, lines: [3] });
  expect(cut?.before).toBe(before);
  expect(shown(cut?.labelled ?? [])).toEqual(labelled);
  expect(cut?.labelled[0]?.value.lines).toEqual([3]);
});

test.each(['Nâng cao kết quả: xem phụ lục', 'Rà soát văn bản; kết quả: tốt', 'Không có nhãn'])(
  'no labels in %s',
  (text) => {
    expect(cutAtLabels({ text, lines: [] })).toBeUndefined();
    expect(opensWithLabel(text)).toBe(false);
  },
);

test('sets labels apart that begin with a capital in mid-line', () => {
  expect(separateLabels('Chủ trì: Phòng A Phối hợp: Phòng B Thời gian: Quý I')).toBe(
    'Chủ trì: Phòng A; Phối hợp: Phòng B; Thời gian: Quý I',
  );
  expect(separateLabels('báo cáo kết quả: tốt')).toBe('báo cáo kết quả: tốt');
});

test.each([
  [
    'Rà soát văn bản (Công chức Tư pháp chủ trì, phối hợp với các thôn; hoàn thành trong quý I).',
    'Rà soát văn bản.',
    ['lead: Công chức Tư pháp', 'coordinators: các thôn', 'deadline: hoàn thành trong quý I'],
  ],
  [
    'Công khai (do Văn phòng thực hiện; thời gian: tháng 3; sản phẩm: Báo cáo)',
    'Công khai',
    ['lead: Văn phòng', 'deadline: tháng 3', 'outputs: Báo cáo'],
  ],
])('%s', (text, before, labelled) => {
  const cut = cutBracketRoles({ text, lines: [1] });
  expect(cut?.before).toBe(before);
  expect(shown(cut?.labelled ?? [])).toEqual(labelled);
});

test.each(['Xử lý hồ sơ (trừ hồ sơ mật).', 'Áp dụng (nếu có)', 'Rà soát (hoàn thành trong quý I)', 'Không ngoặc'])(
  '%s has no lead in brackets',
  (text) => {
    expect(cutBracketRoles({ text, lines: [] })).toBeUndefined();
  },
);

test('reads who and when from a closing sentence', () => {
  const text =
    'Sắp xếp tổ dân phố. Giao Phòng Nội vụ chủ trì, phối hợp với các khu phố thực hiện, hoàn thành trước ngày 30/9.';
  expect(shown(rolesOfSentence({ text, lines: [1] }))).toEqual([
    'lead: Phòng Nội vụ',
    'coordinators: các khu phố',
    'deadline: hoàn thành trước ngày 30/9',
  ]);
  expect(rolesOfSentence({ text: 'Giao chỉ tiêu cho các phòng.', lines: [1] })).toEqual([]);
});

test('takes a cell apart at its labels, and leaves one without labels whole', () => {
  const lines = ['- Chủ trì: Phòng A.', '- Thời gian:', '+ Đợt 1: tháng 5', '- Sản phẩm: Kế hoạch; Báo cáo.'].map(
    (text, id) => ({ id, text }),
  );
  const parts = cellParts([{ id: 9, text: 'Mở đầu' }, ...lines], 'other', true);
  expect(parts.plain).toEqual([{ id: 9, text: '- Mở đầu' }]);
  expect(parts.labelled).toEqual([
    { kind: 'lead', lines: [{ id: 0, text: 'Phòng A' }] },
    {
      kind: 'deadline',
      lines: [
        { id: 1, text: '' },
        { id: 2, text: '- Đợt 1: tháng 5' },
      ],
    },
    { kind: 'outputs', lines: [{ id: 3, text: 'Kế hoạch; Báo cáo' }] },
  ]);
  const plain = [{ id: 1, text: '- Kế hoạch: quý I' }];
  expect(cellParts(plain, 'deadline', true)).toEqual({ plain, labelled: [] });
});

test('takes a label before a time, in a column of times, for the name of an output', () => {
  const lines = [
    { id: 1, text: '- Kết quả: tháng 12;' },
    { id: 2, text: '- Thời gian: tháng 1.' },
  ];
  expect(cellParts(lines, 'deadline', true)).toEqual({
    plain: [{ id: 1, text: '- Kết quả: tháng 12' }],
    labelled: [{ kind: 'deadline', lines: [{ id: 2, text: 'tháng 1' }] }],
  });
});
