import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type NameAlias, type NamedDepartment, type NamedPost, type Resolution, resolvePost } from './resolve-post.ts';

const post = (id: string, title: string, more: Partial<NamedPost> = {}): NamedPost => ({
  id,
  title,
  departmentId: null,
  leader: false,
  duties: [],
  ...more,
});

/** A commune as communes were to 30/06/2025. */
const before2025: readonly NamedPost[] = [
  post('chair', 'Chủ tịch UBND xã', { leader: true }),
  post('vice', 'Phó Chủ tịch UBND xã'),
  post('office', 'Công chức Văn phòng – thống kê', { duties: ['cchc', 'van-phong-thong-ke', 'cntt'] }),
  post('justice', 'Công chức Tư pháp – hộ tịch', { duties: ['tu-phap'] }),
  post('money', 'Công chức Tài chính – kế toán', { duties: ['tai-chinh'] }),
  post('culture', 'Công chức Văn hóa – xã hội', { duties: ['van-hoa-xa-hoi'] }),
  post('land', 'Công chức Địa chính – xây dựng', { duties: ['dia-chinh-xay-dung'] }),
  post('counter', 'Phụ trách một cửa', { departmentId: 'one-stop', leader: true, duties: ['mot-cua'] }),
  post('police', 'Trưởng Công an xã', { duties: ['cong-an'] }),
  post('army', 'Chỉ huy trưởng Ban Chỉ huy Quân sự xã', { duties: ['quan-su'] }),
];
const oneStop: readonly NamedDepartment[] = [{ id: 'one-stop', name: 'Bộ phận Tiếp nhận và Trả kết quả' }];

/** A commune of two tiers, since 01/07/2025. */
const since2025: readonly NamedPost[] = [
  post('chair', 'Chủ tịch UBND xã', { leader: true }),
  post('chief', 'Chánh Văn phòng HĐND và UBND', { departmentId: 'office', leader: true, duties: ['tu-phap'] }),
  post('economy-head', 'Trưởng phòng Kinh tế', { departmentId: 'economy', leader: true, duties: ['tai-chinh'] }),
  post('culture-head', 'Trưởng phòng Văn hóa – Xã hội', { departmentId: 'culture', leader: true, duties: ['cchc'] }),
  post('director', 'Giám đốc Trung tâm', { departmentId: 'centre', leader: true, duties: ['mot-cua'] }),
  post('police', 'Trưởng Công an xã', { duties: ['cong-an'] }),
];
const divisions: readonly NamedDepartment[] = [
  { id: 'office', name: 'Văn phòng HĐND và UBND' },
  { id: 'economy', name: 'Phòng Kinh tế' },
  { id: 'culture', name: 'Phòng Văn hóa – Xã hội' },
  { id: 'centre', name: 'Trung tâm Phục vụ hành chính công' },
];

function short(found: Resolution): string {
  if (found.kind === 'post') return found.positionId;
  if (found.kind === 'department') return `${found.departmentId}/${found.positionId ?? '-'}`;
  if (found.kind === 'group') return `group:${found.group}`;
  if (found.kind === 'empty-duty') return `empty:${found.dutyCode}`;
  if (found.kind === 'ambiguous') return `ambiguous:${found.positionIds.join(',')}`;
  return found.kind;
}

const old = (name: string, aliases: readonly NameAlias[] = []) =>
  short(resolvePost(name, before2025, aliases, { departments: oneStop, unitNames: ['xã Hoằng Tiến'] }));
const twoTier = (name: string) => short(resolvePost(name, since2025, [], { departments: divisions }));

describe('names of the plans of 2020 to 2023', () => {
  test.each([
    ['Công chức Tư pháp – Hộ tịch', 'justice'],
    ['Công chức Tư pháp', 'justice'],
    ['Tư pháp – Hộ tịch', 'justice'],
    ['công chức Tư pháp - hộ tịch', 'justice'],
    ['công chức Tư pháp', 'justice'],
    ['CÔNG CHỨC TƯ PHÁP-HỘ TỊCH', 'justice'],
    ['Công chức Tư pháp – Hộ tịch UBND xã Hoằng Tiến', 'justice'],
    ['Cán bộ tư pháp xã', 'justice'],
    ['Văn hóa - TT', 'culture'],
    ['Công chức Văn hóa - Thông tin', 'culture'],
    ['văn hóa – xã hội', 'culture'],
    ['Văn hóa – xã hội', 'culture'],
    ['Công chức văn hóa - xã hội', 'culture'],
    ['Công chức văn hóa – xã hội', 'culture'],
    ['Công chức Văn hoá - Xã hội', 'culture'],
    ['Kế toán', 'money'],
    ['Tài chính - Kế toán', 'money'],
    ['Công chức Tài chính - Kế toán', 'money'],
    ['Công chức Văn phòng – thống kê', 'office'],
    ['Công chức Văn phòng - Thống kê', 'office'],
    ['văn phòng – thống kê', 'office'],
    ['Văn phòng UBND xã', 'office'],
    ['Văn phòng', 'office'],
    ['Công chức Địa chính - Xây dựng - Nông nghiệp và Môi trường', 'land'],
    ['Địa chính', 'land'],
    ['Chủ tịch UBND xã', 'chair'],
    ['Chủ tịch Ủy ban nhân dân xã', 'chair'],
    ['Phó Chủ tịch UBND xã', 'vice'],
    ['Công an xã', 'police'],
    ['Ban Chỉ huy Quân sự xã', 'army'],
    ['Bộ phận tiếp nhận và trả kết quả UBND xã', 'one-stop/counter'],
    ['Bộ phận Tiếp nhận và Trả kết quả', 'one-stop/counter'],
    ['Bộ phận TN&TKQ', 'counter'],
    ['Bộ phận một cửa', 'counter'],
    ['UBND xã', 'group:committee'],
    ['UBND cấp xã', 'group:committee'],
    ['UBND xã Hoằng Tiến', 'group:committee'],
    ['Ủy ban nhân dân xã Hoằng Tiến', 'group:committee'],
    ['UBND các xã, thị trấn', 'group:bodies'],
    ['Các công chức chuyên môn', 'group:officers'],
    ['Công chức chuyên môn', 'group:officers'],
    ['Công chức chuyên môn UBND xã', 'group:officers'],
    ['Các Công chức chuyên môn UBND xã', 'group:officers'],
    ['Các công chức chuyên môn UBND xã', 'group:officers'],
    ['Các công chức chuyên môn có liên quan', 'group:officers'],
    ['Các bộ phận chuyên môn UBND xã', 'group:divisions'],
    ['các bộ phận chuyên môn có liên quan', 'group:divisions'],
    ['Các thôn', 'group:villages'],
    ['Cơ quan liên quan', 'group:bodies'],
    ['Các cơ quan liên quan', 'group:bodies'],
    ['Các ban, ngành, đoàn thể xã', 'group:divisions'],
    ['Tổ công nghệ số cộng đồng', 'group:bodies'],
    ['Phòng Nội vụ', 'external'],
    ['Phòng Nội vụ và UBND huyện', 'external'],
    ['Văn phòng UBND huyện', 'external'],
    ['UBND huyện (qua Phòng Nội vụ)', 'external'],
    ['Chủ tịch UBND huyện', 'external'],
    ['Công an huyện', 'external'],
    ['HĐND huyện', 'external'],
    ['Đoàn Thanh niên xã', 'external'],
    ['Ủy ban Mặt trận Tổ quốc Việt Nam xã', 'external'],
    ['Đề nghị Ủy ban MTTQ xã và các đoàn thể', 'external'],
    ['Bưu điện văn hóa xã', 'external'],
    ['Công chức Thú y', 'unknown'],
    ['', 'unknown'],
  ])('%s → %s', (name, expected) => {
    expect(old(name)).toBe(expected);
  });
});

describe('names of the two-tier plan of 2026', () => {
  test.each([
    ['Phòng Kinh tế', 'economy/economy-head'],
    ['Phòng Văn hóa - Xã hội', 'culture/culture-head'],
    ['Văn phòng HĐND và UBND xã', 'office/chief'],
    ['Trung tâm Phục vụ hành chính công xã', 'centre/director'],
    ['Công an xã', 'police'],
    ['Công chức Tư pháp – Hộ tịch', 'chief'],
    ['Các phòng, đơn vị thuộc UBND xã', 'group:divisions'],
    ['Các phòng, đơn vị, các thôn', 'group:divisions'],
    ['Các trường học', 'group:bodies'],
    ['Trung tâm Cung ứng dịch vụ sự nghiệp công', 'external'],
    ['UBND tỉnh (qua Sở Nội vụ)', 'external'],
    ['Văn phòng UBND tỉnh', 'external'],
    ['Sở Nội vụ', 'external'],
    ['Ban Chỉ huy Quân sự xã', 'empty:quan-su'],
    ['Địa chính – xây dựng', 'empty:dia-chinh-xay-dung'],
  ])('%s → %s', (name, expected) => expect(twoTier(name)).toBe(expected));
});

test('every name of the four plans that were read is told apart from the unknown', () => {
  const folder = new URL('../../../test/plans/', import.meta.url);
  const seed = readNames(new URL('../../../../starter/hoang-tien/truth.json', import.meta.url));
  const others = ['01-xa-dong-van-2023', '06-xa-yen-thuy-2020'].flatMap((name) =>
    readNames(new URL(`${name}.truth.json`, folder)),
  );
  const unresolved = [...seed, ...others].filter((name) =>
    ['unknown', 'ambiguous'].includes(old(name).split(':')[0] ?? ''),
  );
  expect([...new Set(unresolved)]).toEqual([]);
  const later = readNames(new URL('03-xa-long-hai-dong-2026.truth.json', folder)).filter((name) =>
    ['unknown', 'ambiguous'].includes(twoTier(name).split(':')[0] ?? ''),
  );
  expect([...new Set(later)]).toEqual([]);
});

test('what the unit says of a name goes before everything else', () => {
  expect(old('Văn phòng', [{ written: 'văn phòng', kind: 'position', positionId: 'vice' }])).toBe('vice');
  expect(old('Tổ một cửa', [{ written: 'Tổ một cửa', kind: 'duty', dutyCode: 'mot-cua' }])).toBe('counter');
  expect(old('Tổ nào đó', [{ written: 'Tổ nào đó', kind: 'group' }])).toBe('group:null');
  expect(old('Kế toán', [{ written: 'Kế toán', kind: 'external' }])).toBe('external');
  expect(old('Một cửa', [{ written: 'một cửa', kind: 'department', departmentId: 'one-stop' }])).toBe(
    'one-stop/counter',
  );
  expect(old('Công chức thú y', [{ written: 'Thú y', kind: 'duty', dutyCode: 'thu-y' }])).toBe('empty:thu-y');
  expect(old('Kế toán', [{ written: 'Kế toán', kind: 'position', positionId: 'ended' }])).toBe('unknown');
  expect(old('Kế toán', [{ written: 'Kế toán', kind: 'department', departmentId: 'ended' }])).toBe('unknown');
});

test('two posts that fit equally are told, never chosen', () => {
  const two = [post('a', 'Phó Chủ tịch phụ trách kinh tế'), post('b', 'Phó Chủ tịch phụ trách văn hóa')];
  expect(short(resolvePost('Phó Chủ tịch UBND xã', two, []))).toBe('ambiguous:a,b');
  const same = [post('a', 'Văn thư'), post('b', 'Công chức Văn thư')];
  expect(short(resolvePost('Văn thư', same, []))).toBe('ambiguous:a,b');
});

test('an unknown name comes with the nearest posts', () => {
  const found = resolvePost('Tư phap hộ tich xa hoi', before2025, []);
  expect(found.kind === 'unknown' ? found.suggestions[0] : found.kind).toBe('justice');
  expect(resolvePost('zzz', before2025, [])).toEqual({ kind: 'unknown', suggestions: [] });
});

test('case, marks and spaces never change what a name means', () => {
  const names = [
    'Công chức Tư pháp – Hộ tịch',
    'Văn hóa - TT',
    'UBND xã',
    'Phòng Nội vụ',
    'Công chức Thú y',
    'Kế toán',
  ];
  const forms = fc.constantFrom<(text: string) => string>(
    (text) => text.toUpperCase(),
    (text) => text.normalize('NFD'),
    (text) => text.replaceAll(' ', '  '),
    (text) => text.replaceAll('–', '-'),
    (text) => ` ${text} `,
  );
  fc.assert(fc.property(fc.constantFrom(...names), forms, (name, form) => old(form(name)) === old(name)));
});

test('any text has an answer', () => {
  fc.assert(fc.property(fc.string(), (name) => old(name) !== ''));
});

function readNames(file: URL): readonly string[] {
  const names: string[] = [];
  const collect = (value: unknown, key: string): void => {
    if (typeof value === 'string' && ['lead', 'coordinators', 'who', 'units', 'to'].includes(key)) names.push(value);
    else if (Array.isArray(value)) for (const each of value) collect(each, key);
    else if (value && typeof value === 'object') for (const [name, each] of Object.entries(value)) collect(each, name);
  };
  collect(JSON.parse(readFileSync(file, 'utf8')), '');
  return names;
}
