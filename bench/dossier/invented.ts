/** Made-up people and procedures, as unevenly spread as real ones: few surnames, common words, some rare. */

export type Random = () => number;

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
export function makeRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

interface Weighted {
  readonly words: readonly string[];
  readonly bounds: readonly number[];
}

function weighted(text: string, weightOf: (nth: number) => number): Weighted {
  const words = text.trim().split(/\s*,\s*/);
  let sum = 0;
  const bounds = words.map((_, nth) => (sum += weightOf(nth)));
  return { words, bounds: bounds.map((bound) => bound / sum) };
}

function one({ words, bounds }: Weighted, random: Random): string {
  const at = random();
  let low = 0;
  let high = bounds.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((bounds[middle] ?? 1) > at) high = middle;
    else low = middle + 1;
  }
  return words[low] ?? '';
}

const surnameShares = [38, 11, 9.5, 7, 5, 4.5, 3.9, 2.1, 2, 1.4, 1.3, 1.3, 1, 0.5];
const surnames = weighted(
  `Nguyễn, Trần, Lê, Phạm, Hoàng, Phan, Vũ, Đặng, Bùi, Đỗ, Hồ, Ngô, Dương, Lý, Trịnh, Mai, Cao, Đinh, Lâm, Tô, Trương,
   Hà, Đoàn, Lương, Lưu, Tạ, Chu, Thái, Quách, Kiều, La, Ninh, Nghiêm, Khổng, Vi, Lò, Giàng, Âu, Cù, Mạc`,
  (nth) => surnameShares[nth] ?? 0.35,
);
const middles = weighted(
  `Thị, Văn, Thị Thu, Đức, Hữu, Thị Thanh, Minh, Quang, Thị Ngọc, Công, Thị Hồng, Xuân, Đình, Thị Kim, Ngọc, Thanh, Tiến,
   Thị Bích, Trọng, Quốc, Bá, Viết, Hoàng, Gia, Thị Mỹ, Anh, Bảo, Phương, Khánh, Tuấn, Duy, Như, Nhật, Hải, Mạnh, Thế`,
  (nth) => 30 / (nth + 1.2),
);
const givens = weighted(
  `Hương, Hùng, Anh, Dũng, Hoa, Lan, Tuấn, Hà, Thủy, Nam, Minh, Hạnh, Linh, Thảo, Sơn, Hải, Long, Mai, Nga, Phương, Thắng,
   Trang, Tùng, Yến, Bình, Cường, Dung, Đạt, Đức, Giang, Hằng, Hiền, Hiếu, Hòa, Huệ, Huy, Huyền, Khánh, Kiên, Lâm, Liên,
   Loan, Lực, Ngân, Ngọc, Nhung, Oanh, Phong, Phúc, Quân, Quang, Quỳnh, Tâm, Tân, Thành, Thanh, Thịnh, Thu, Thúy, Tiến,
   Toàn, Trung, Tú, Vân, Việt, Vinh, Vui, Xuân, Chi, Châu, Diệp, Duyên, Điệp, Đông, Hậu, Hoài, Hưng, Khoa, Khôi, Kỳ, Lộc,
   Luân, Ly, Mỹ, My, Na, Nghĩa, Nguyên, Nhân, Nhi, Như, Ninh, Phát, Phú, Phước, Quý, Sang, Sinh, Tài, Thái, Thi, Thọ,
   Thuận, Thư, Thương, Tín, Tình, Trâm, Trí, Trinh, Trúc, Tuệ, Tuyên, Tuyết, Uyên, Vy, Ý, Bảo, Bích, Cẩm, Cảnh, Cúc, Doanh,
   Gấm, Khuê, Lụa, Nhạn, Sen, Thoan, Xoan`,
  (nth) => 10 / (nth + 6),
);

/** A name that nobody need bear. */
export function inventedName(random: Random): string {
  return `${one(surnames, random)} ${one(middles, random)} ${one(givens, random)}`;
}

export interface InventedProcedure {
  readonly code: string;
  readonly name: string;
  readonly field: string;
  /** Working days; 0: solved at once. */
  readonly days: number;
}

const catalogue: readonly (readonly [string, string, number])[] = [
  ['Chứng thực', 'Chứng thực bản sao từ bản chính giấy tờ, văn bản', 0],
  ['Chứng thực', 'Chứng thực chữ ký trong các giấy tờ, văn bản', 0],
  ['Hộ tịch', 'Đăng ký khai sinh', 1],
  ['Hộ tịch', 'Cấp giấy xác nhận tình trạng hôn nhân', 3],
  ['Hộ tịch', 'Đăng ký kết hôn', 1],
  ['Hộ tịch', 'Đăng ký khai tử', 1],
  ['Hộ tịch', 'Thay đổi, cải chính, bổ sung thông tin hộ tịch', 6],
  ['Hộ tịch', 'Cấp bản sao trích lục hộ tịch', 0],
  ['Chứng thực', 'Chứng thực hợp đồng, giao dịch liên quan đến tài sản là động sản, quyền sử dụng đất', 2],
  ['Bảo trợ xã hội', 'Thực hiện trợ cấp xã hội hằng tháng', 15],
  ['Bảo trợ xã hội', 'Hỗ trợ chi phí mai táng cho đối tượng bảo trợ xã hội', 5],
  ['Người có công', 'Giải quyết chế độ mai táng phí đối với thân nhân người có công', 12],
  ['Đất đai', 'Hòa giải tranh chấp đất đai', 30],
  ['Đất đai', 'Đăng ký biến động quyền sử dụng đất, tài sản gắn liền với đất', 10],
  ['Đất đai', 'Cấp giấy chứng nhận quyền sử dụng đất lần đầu', 20],
  ['Xây dựng', 'Cấp giấy phép xây dựng nhà ở riêng lẻ', 20],
  ['Hộ kinh doanh', 'Đăng ký thành lập hộ kinh doanh', 3],
  ['Hộ kinh doanh', 'Đăng ký thay đổi nội dung hộ kinh doanh', 3],
  ['Giáo dục', 'Công nhận trường mầm non đạt kiểm định', 20],
  ['Văn hóa', 'Công nhận danh hiệu gia đình văn hóa', 5],
  ['Nông nghiệp', 'Chuyển đổi cơ cấu cây trồng trên đất trồng lúa', 5],
  ['Tôn giáo', 'Thông báo danh mục hoạt động tôn giáo', 15],
  ['Môi trường', 'Xác nhận kế hoạch bảo vệ môi trường', 10],
  ['Trẻ em', 'Đăng ký nhận chăm sóc thay thế cho trẻ em', 15],
];
const byWeight = weighted(catalogue.map((_, nth) => String(nth)).join(','), (nth) => 12 / (nth + 2));

export function inventedProcedure(random: Random): InventedProcedure {
  const nth = Number(one(byWeight, random));
  const [field = '', name = '', days = 0] = catalogue[nth] ?? [];
  return { code: `9.${String(900_000 + nth)}`, name, field, days };
}
