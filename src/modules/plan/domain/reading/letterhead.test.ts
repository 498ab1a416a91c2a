import { expect, test } from 'vitest';
import { documentOf } from './cases/document-of.ts';
import { readPlan } from './read-plan.ts';

const read = (text: string) => readPlan(documentOf(text, 'txt'));

/** The head of a document, and who issues it. */
test.each([
  [['ỦY BAN NHÂN DÂN', 'XÃ HOẰNG TIẾN'], 'Ủy ban nhân dân xã Hoằng Tiến', 'commune'],
  [['UBND HUYỆN SÔNG TRÀ', 'UBND XÃ LONG SƠN'], 'Ủy ban nhân dân xã Long Sơn', 'commune'],
  [['UBND HUYỆN SÔNG TRÀ', 'XÃ PHÚ LỘC'], 'Ủy ban nhân dân xã Phú Lộc', 'commune'],
  [['UBND THỊ XÃ BA ĐỒN', 'PHƯỜNG QUẢNG LONG'], 'Ủy ban nhân dân phường Quảng Long', 'ward'],
  [['ỦY BAN NHÂN DÂN THỊ TRẤN VÔI'], 'Ủy ban nhân dân thị trấn Vôi', 'township'],
  [['ỦY BAN NHÂN DÂN ĐẶC KHU CÔN ĐẢO'], 'Ủy ban nhân dân đặc khu Côn Đảo', 'commune'],
  [['ỦY BAN NHÂN DÂN', 'THỊ XÃ BA ĐỒN'], 'Ủy ban nhân dân thị xã Ba Đồn', 'district'],
  [['ỦY BAN NHÂN DÂN', 'QUẬN 12'], 'Ủy ban nhân dân quận 12', 'district'],
  [['ỦY BAN NHÂN DÂN THÀNH PHỐ HẢI LONG'], 'Ủy ban nhân dân thành phố Hải Long', 'district'],
  [['ỦY BAN NHÂN DÂN THÀNH PHỐ HÀ NỘI'], 'Ủy ban nhân dân thành phố Hà Nội', 'province'],
  [['UBND TỈNH BÌNH SƠN'], 'Ủy ban nhân dân tỉnh Bình Sơn', 'province'],
  [['UBND HUYỆN TAM GIANG', 'PHÒNG NỘI VỤ'], 'Phòng Nội vụ huyện Tam Giang', 'department'],
  [['UBND TỈNH BÌNH SƠN', 'SỞ TÀI NGUYÊN VÀ MÔI TRƯỜNG'], 'Sở Tài nguyên và Môi trường tỉnh Bình Sơn', 'department'],
])('%j', (head, issuer, level) => {
  const reading = read(
    [
      ...head,
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'Số:   /KH-UBND',
      'KẾ HOẠCH',
      'Cải cách hành chính năm 2024',
      'Sở Tài nguyên và Môi trường ban hành kế hoạch.',
    ].join('\n'),
  );
  expect([reading.issuer, reading.issuerLevel]).toEqual([issuer, level]);
});

test('takes the issuer from the decision, the title or the opening where there is no letterhead', () => {
  expect(
    read(
      'KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH NĂM 2022\n(Ban hành kèm theo Quyết định số 5/QĐ-UBND ngày 03/01/2022 của UBND xã Đồng Vân)',
    ).issuer,
  ).toBe('Ủy ban nhân dân xã Đồng Vân');
  expect(read('KẾ HOẠCH\nCải cách hành chính năm 2023 của phường An Thới').issuer).toBe(
    'Ủy ban nhân dân phường An Thới',
  );
  expect(
    read('KẾ HOẠCH\nCải cách hành chính năm 2023\n\nUBND huyện Tam Giang ban hành Kế hoạch như sau:').issuerLevel,
  ).toBe('district');
  expect(read('KẾ HOẠCH\nCải cách hành chính')).toMatchObject({ issuer: '', issuerLevel: 'unknown', year: null });
});

test.each([
  ['KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH NĂM 2022', 'Kế hoạch cải cách hành chính năm 2022', 2022],
  [
    'KẾ HOẠCH\nCải cách hành chính năm 2023 của xã Đồng Vân',
    'Kế hoạch Cải cách hành chính năm 2023 của xã Đồng Vân',
    2023,
  ],
  ['KẾ HOẠCH\nCẢI CÁCH HÀNH CHÍNH\nXÃ LONG SƠN NĂM 2021', 'Kế hoạch cải cách hành chính xã Long Sơn năm 2021', 2021],
  [
    'KẾ HOẠCH\nThực hiện công tác cải cách hành chính năm 2024\nThực hiện Kế hoạch số 3/KH-UBND của huyện',
    'Kế hoạch Thực hiện công tác cải cách hành chính năm 2024',
    2024,
  ],
  ['Kế hoạch cải cách hành chính năm 2020\nI. MỤC ĐÍCH', 'Kế hoạch cải cách hành chính năm 2020', 2020],
  [
    'KẾ HOẠCH\nCải cách hành chính 6 tháng cuối năm 2025\ntrên địa bàn phường Bình Minh\n-----',
    'Kế hoạch Cải cách hành chính 6 tháng cuối năm 2025 trên địa bàn phường Bình Minh',
    2025,
  ],
  ['QUYẾT ĐỊNH\nBan hành Kế hoạch năm 2026\nI. MỤC ĐÍCH\n- Một.', '', null],
])('title of %j', (text, title, year) => {
  expect(read(text)).toMatchObject({ title, year });
});

test.each([
  ['Số: 08/KH-UBND\nĐồng Vân, ngày 12 tháng 01 năm 2023\nKẾ HOẠCH\nCải cách năm 2023', '08/KH-UBND', '2023-01-12'],
  ['Số:      /KH-UBND\nĐồng Vân, ngày     tháng 01 năm 2023\nKẾ HOẠCH\nCải cách năm 2023', null, null],
  ['Số: 5a/KH-UBND\tĐồng Vân, ngày 31 tháng 02 năm 2023\nKẾ HOẠCH\nCải cách năm 2023', '5a/KH-UBND', null],
  [
    'KẾ HOẠCH\nCải cách năm 2023\n(Ban hành kèm theo Quyết định số 15/2023/QĐ-UBND ngày 02 tháng 3\nnăm 2023 của Chủ tịch UBND xã A Ngo)',
    '15/2023/QĐ-UBND',
    '2023-03-02',
  ],
  [
    'KẾ HOẠCH\nCải cách năm 2023\n(Kèm theo Quyết định số 7/QĐ-UBND ngày 4/1/2023 của UBND xã A Ngo)',
    '7/QĐ-UBND',
    '2023-01-04',
  ],
])('number and date of %j', (text, number, date) => {
  expect(read(text).decision).toMatchObject({ number, date });
});

test('keeps the words of the decision, its year and who signed it', () => {
  const { decision, furniture, unread } = read(
    'KẾ HOẠCH\nCải cách năm 2022\n(Ban hành kèm theo Quyết định số /QĐ-UBND ngày tháng\nnăm 2021 của Chủ tịch UBND xã A Ngo)',
  );
  expect(decision).toEqual({
    number: null,
    date: null,
    text: 'Ban hành kèm theo Quyết định số /QĐ-UBND ngày tháng năm 2021 của Chủ tịch UBND xã A Ngo',
    year: 2021,
    signerRole: 'Chủ tịch UBND xã A Ngo',
  });
  expect([furniture, unread]).toEqual([{}, []]);
});

test('names the district and province that the text names most, not the issuer', () => {
  const text =
    'ỦY BAN NHÂN DÂN XÃ A NGO\nKẾ HOẠCH\nCải cách năm 2022\n- Theo UBND huyện A Lưới, tỉnh Thừa Sơn.\n- huyện A Lưới, huyện Phú Lộc.\n- UBND huyện Phòng Nội vụ.';
  expect(read(text).parentUnits).toEqual({ district: 'A Lưới', province: 'Thừa Sơn' });
  expect(read('ỦY BAN NHÂN DÂN HUYỆN A LƯỚI\nKẾ HOẠCH\nnăm 2022\n- huyện A Lưới.').parentUnits).toBeUndefined();
});

test.each([
  ['ỦY BAN NHÂN DÂN XÃ A NGO\nKẾ HOẠCH\nCải cách năm 2026', true],
  ['ỦY BAN NHÂN DÂN XÃ A NGO\nKẾ HOẠCH\nCải cách năm 2025\n- chính quyền địa phương 02 cấp.', true],
  ['ỦY BAN NHÂN DÂN XÃ A NGO\nKẾ HOẠCH\nCải cách năm 2025', undefined],
  ['ỦY BAN NHÂN DÂN TỈNH A NGO\nKẾ HOẠCH\nCải cách năm 2026', undefined],
])('%j is of two tiers: %s', (text, twoTier) => {
  expect(read(text).twoTier).toBe(twoTier);
});
