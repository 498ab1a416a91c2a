import { describe, expect, test } from 'vitest';
import { clausesOf, targetsOfText } from './target-sentence.ts';

/** What a sentence of a plan binds to: measure, operator, per cent. */
test.each([
  ['Mức độ hài lòng của người dân đạt tối thiểu 95%', [['Mức độ hài lòng của người dân', 'min', 95]]],
  ['100% các báo cáo định kỳ được gửi đúng hạn', [['Báo cáo định kỳ được gửi đúng hạn', '=', 100]]],
  ['Từ 98% trở lên hồ sơ được giải quyết đúng hạn', [['Hồ sơ được giải quyết đúng hạn', '>=', 98]]],
  ['97% hồ sơ trở lên giải quyết đúng hạn', [['Hồ sơ giải quyết đúng hạn', '>=', 97]]],
  ['Giải quyết đúng hạn từ 97% hồ sơ trở lên', [['Hồ sơ được giải quyết đúng hạn', '>=', 97]]],
  ['Duy trì tỷ lệ giải quyết đúng hạn từ 99% trở lên', [['Tỷ lệ giải quyết đúng hạn', '>=', 99]]],
  ['Tỷ lệ hồ sơ được tiếp nhận trực tuyến đạt từ 80% trở lên', [['Hồ sơ được tiếp nhận trực tuyến', '>=', 80]]],
  ['Tỷ lệ hài lòng đạt 96%', [['Tỷ lệ hài lòng', '=', 96]]],
  ['Nâng mức độ hài lòng của người dân lên 96%', [['Mức độ hài lòng của người dân', '=', 96]]],
  ['Số hóa 100% kết quả giải quyết thủ tục', [['Kết quả giải quyết thủ tục được số hóa', '=', 100]]],
  ['Thực hiện ký số 100% văn bản đi', [['Văn bản đi được ký số', '=', 100]]],
  ['UBND huyện và 100% đơn vị cấp xã áp dụng ISO 9001:2015', [['Đơn vị cấp xã áp dụng ISO 9001:2015', '=', 100]]],
  ['Giải ngân vốn đầu tư công đạt từ 95% kế hoạch trở lên', [['Giải ngân vốn đầu tư công', '>=', 95]]],
  ['Ít nhất 80,5% hồ sơ xử lý trên mạng (trừ hồ sơ mật)', [['Hồ sơ xử lý trên mạng (trừ hồ sơ mật)', 'min', 80.5]]],
  ['Hồ sơ xử lý trên mạng đạt 90% (trừ hồ sơ mật)', [['Hồ sơ xử lý trên mạng (trừ hồ sơ mật)', '=', 90]]],
  ['Số hồ sơ trễ hạn dưới 1%', [['Số hồ sơ trễ hạn', '<', 1]]],
  ['Tỷ lệ văn bản chậm ban hành không quá 2%', [['Văn bản chậm ban hành', 'max', 2]]],
  ['Tỷ lệ hồ sơ trễ hạn từ 1% trở xuống', [['Hồ sơ trễ hạn', '<=', 1]]],
  ['Mức độ hài lòng ≥ 96%', [['Mức độ hài lòng', '>=', 96]]],
  ['Tỷ lệ hồ sơ trễ hạn ≤ 2%', [['Hồ sơ trễ hạn', '<=', 2]]],
  ['Trên 95% hồ sơ đúng hạn', [['Hồ sơ đúng hạn', '>', 95]]],
  ['Không dưới 95% hồ sơ đúng hạn', [['Hồ sơ đúng hạn', '>=', 95]]],
  ['Tối đa 5% hồ sơ phải bổ sung', [['Hồ sơ phải bổ sung', 'max', 5]]],
  ['Tỷ lệ hài lòng từ 95% đến 98%', [['Tỷ lệ hài lòng', '>=', 95]]],
  ['Đạt 90 phần trăm hồ sơ trực tuyến', [['Hồ sơ trực tuyến', '=', 90]]],
  [
    '98% hồ sơ đúng hạn và 95% người dân hài lòng',
    [
      ['Hồ sơ đúng hạn', '=', 98],
      ['Người dân hài lòng', '=', 95],
    ],
  ],
  [
    '100% TTHC được công khai; 98% hồ sơ đúng hạn.',
    [
      ['TTHC được công khai', '=', 100],
      ['Hồ sơ đúng hạn', '=', 98],
    ],
  ],
  [
    '60% hồ sơ nộp trực tuyến, trong đó cấp xã đạt tối thiểu 50%',
    [
      ['Hồ sơ nộp trực tuyến', '=', 60],
      ['Hồ sơ nộp trực tuyến (cấp xã)', 'min', 50],
    ],
  ],
  [
    '100% TTHC trực tuyến, trong đó 50% TTHC toàn trình',
    [
      ['TTHC trực tuyến', '=', 100],
      ['TTHC toàn trình', '=', 50],
    ],
  ],
  ['Cắt giảm ít nhất 30% thời gian và 30% chi phí so với năm 2024', [['Cắt giảm thời gian và chi phí', 'min', 30]]],
  ['Áp dụng Hệ thống quản lý chất lượng ISO 9001:2015', []],
  ['Mức độ hài lòng đạt 95/100 điểm', []],
  ['Tỷ lệ hồ sơ đạt 250%', []],
  ['Tăng 120% số hồ sơ trực tuyến', [['Tăng số hồ sơ trực tuyến', '=', 120]]],
])('%s', (sentence, expected) => {
  expect(
    targetsOfText(sentence).map(({ measure, operator, valuePercent }) => [measure, operator, valuePercent]),
  ).toEqual(expected);
});

describe('what a target says besides', () => {
  test('an aspiration', () => {
    const [target] = targetsOfText('Phấn đấu 30% giao dịch được thanh toán trực tuyến');
    expect(target).toMatchObject({
      measure: 'Giao dịch được thanh toán trực tuyến',
      aspiration: true,
      reduction: false,
    });
    expect(targetsOfText('30% giao dịch')[0]?.aspiration).toBe(false);
  });

  test('a reduction and what it is compared with', () => {
    expect(targetsOfText('Giảm 5% chi phí tuân thủ so với năm 2023.')[0]).toMatchObject({
      measure: 'Giảm chi phí tuân thủ',
      reduction: true,
      baseline: 'năm 2023',
      text: 'Giảm 5% chi phí tuân thủ so với năm 2023',
    });
  });

  test('what is done to all of it', () => {
    expect(targetsOfText('Tự kiểm tra 100% văn bản')[0]?.act).toBe('Tự kiểm tra');
    expect(targetsOfText('100% văn bản được kiểm tra')[0]?.act).toBeUndefined();
  });
});

test('cuts clauses at stops, not inside brackets or numbers', () => {
  expect(clausesOf('Đạt 80,5% (trừ hồ sơ mật; hồ sơ cũ); giữ 9001:2015. Hết.')).toEqual([
    'Đạt 80,5% (trừ hồ sơ mật; hồ sơ cũ)',
    'giữ 9001:2015',
    'Hết',
  ]);
});
