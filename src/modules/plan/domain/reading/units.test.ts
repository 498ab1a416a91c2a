import { expect, test } from 'vitest';
import { looksLikeUnit, rolesOf, unitsOf } from './units.ts';

const textsOf = (items: readonly { text: string }[]) => items.map(({ text }) => text);

/** Whether words name a unit, a post or a group of them. */
test.each([
  ['Công chức Tư pháp – Hộ tịch', true],
  ['UBND các xã, thị trấn', true],
  ['các bộ phận chuyên môn', true],
  ['Đề nghị Ủy ban MTTQ xã', true],
  ['Trưởng các thôn', true],
  ['Tổ công nghệ số', true],
  ['TỔ CHỨC THỰC HIỆN', false],
  ['Báo cáo kết quả', false],
  ['Phòngthí nghiệm', false],
  ['Thường xuyên', false],
])('%s: %s', (text, expected) => {
  expect(looksLikeUnit(text)).toBe(expected);
});

test.each([
  ['UBND cấp xã; các bộ phận chuyên môn có liên quan', ['UBND cấp xã', 'các bộ phận chuyên môn có liên quan']],
  ['Văn phòng HĐND và UBND xã, Công an xã', ['Văn phòng HĐND và UBND xã', 'Công an xã']],
  ['Các phòng, đơn vị thuộc UBND xã', ['Các phòng, đơn vị thuộc UBND xã']],
  ['Các ban, ngành, đoàn thể xã', ['Các ban, ngành, đoàn thể xã']],
  ['Phòng Lao động, Thương binh và Xã hội, Công an huyện', ['Phòng Lao động, Thương binh và Xã hội', 'Công an huyện']],
  [
    'Văn phòng UBND xã, công chức Tư pháp, Kế toán, Văn hóa - TT',
    ['Văn phòng UBND xã', 'công chức Tư pháp', 'Kế toán', 'Văn hóa - TT'],
  ],
  ['Công chức Tư pháp và Công chức Văn phòng', ['Công chức Tư pháp', 'Công chức Văn phòng']],
  ['Ban Chỉ huy Quân sự xã', ['Ban Chỉ huy Quân sự xã']],
  [
    'Trung tâm Cung ứng dịch vụ, Ủy ban Mặt trận Tổ quốc Việt Nam xã, Các thôn',
    ['Trung tâm Cung ứng dịch vụ', 'Ủy ban Mặt trận Tổ quốc Việt Nam xã', 'Các thôn'],
  ],
  ['', []],
  ['Phòng Văn hóa, các bộ phận liên quan', ['Phòng Văn hóa, các bộ phận liên quan']],
  ['Công chức Tư pháp, Địa chính và Xây dựng', ['Công chức Tư pháp', 'Địa chính và Xây dựng']],
  ['Sở Văn hóa, Thể thao', ['Sở Văn hóa', 'Thể thao']],
])('%s', (text, units) => {
  expect(textsOf(unitsOf({ text, lines: [1] }))).toEqual(units);
});

/** A cell's lines, and who leads, coordinates or has another part in it. */
test.each([
  ['lead', ['- Bộ phận Một cửa;', '- UBND xã.'], ['Bộ phận Một cửa', 'UBND xã'], [], []],
  ['coordinators', ['Các thôn'], [], ['Các thôn'], []],
  [
    'lead',
    ['- Cơ quan thực hiện: UBND xã; các bộ phận liên quan;', '- Cơ quan tổng hợp; kiểm tra: Công chức Văn phòng'],
    ['UBND xã', 'các bộ phận liên quan'],
    [],
    ['Cơ quan tổng hợp; kiểm tra: Công chức Văn phòng'],
  ],
  [
    'lead',
    ['Chủ trì: Phòng Nội vụ; Phối hợp: Phòng Tư pháp, Công an huyện'],
    ['Phòng Nội vụ'],
    ['Phòng Tư pháp', 'Công an huyện'],
    [],
  ],
  ['lead', ['- Chủ trì: Phòng Nội vụ', '- Thực hiện: Các xã'], ['Phòng Nội vụ'], [], ['Thực hiện: Các xã']],
  ['lead', ['- Chủ trì:', '- Phòng Nội vụ', '- Phối hợp:', '- Công an'], ['Phòng Nội vụ'], ['Công an'], []],
  ['lead', ['- Đơn vị hỗ trợ: Đoàn Thanh niên'], [], ['Đoàn Thanh niên'], []],
] as const)('%s cell %j', (column, lines, lead, coordinators, others) => {
  const roles = rolesOf(
    lines.map((text, id) => ({ id, text })),
    column,
    false,
  );
  expect(textsOf(roles.lead)).toEqual(lead);
  expect(textsOf(roles.coordinators)).toEqual(coordinators);
  expect(roles.others.map(({ role, units }) => `${role}: ${textsOf(units).join(', ')}`)).toEqual(others);
});
