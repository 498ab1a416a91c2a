import { foldWords } from '#kernel/fold.ts';

/**
 * Names under which documents of communes write the standard duties, besides the names a unit adds of its own.
 * Titles of commune officials: Nghị định 112/2011/NĐ-CP, Thông tư 06/2012/TT-BNV, Nghị định 33/2023/NĐ-CP;
 * divisions since 01/07/2025: Nghị định 150/2025/NĐ-CP.
 */
const standardNames: Readonly<Record<string, readonly string[]>> = {
  'van-phong-thong-ke': ['Văn phòng – thống kê', 'Văn phòng thống kê', 'VP – TK', 'Văn phòng UBND', 'Văn phòng'],
  'tu-phap': ['Tư pháp – hộ tịch', 'Tư pháp hộ tịch', 'TP – HT', 'Tư pháp', 'Hộ tịch'],
  'tai-chinh': ['Tài chính – kế toán', 'Tài chính kế toán', 'TC – KT', 'Kế toán', 'Tài chính', 'Kế toán ngân sách'],
  'van-hoa-xa-hoi': [
    'Văn hóa – xã hội',
    'Văn hóa – thông tin',
    'Văn hóa – TT',
    'VH – XH',
    'VH – TT',
    'Văn hóa – thông tin – xã hội',
    'Văn hóa',
  ],
  'dia-chinh-xay-dung': [
    'Địa chính – xây dựng',
    'Địa chính – xây dựng – đô thị và môi trường',
    'Địa chính – nông nghiệp – xây dựng và môi trường',
    'Địa chính – xây dựng – nông nghiệp và môi trường',
    'ĐC – XD',
    'Địa chính',
  ],
  'mot-cua': [
    'Bộ phận tiếp nhận và trả kết quả',
    'Bộ phận TN&TKQ',
    'Bộ phận TN và TKQ',
    'Bộ phận một cửa',
    'Một cửa',
    'Trung tâm Phục vụ hành chính công',
    'Trung tâm PVHCC',
  ],
  'cong-an': ['Công an', 'Trưởng Công an'],
  'quan-su': ['Ban Chỉ huy Quân sự', 'Chỉ huy trưởng Quân sự', 'Chỉ huy trưởng Ban Chỉ huy Quân sự', 'Xã đội trưởng'],
  'chu-tich': ['Chủ tịch', 'Chủ tịch Ủy ban nhân dân'],
};

const codesByName = new Map<string, string>(
  Object.entries(standardNames).flatMap(([code, names]) => names.map((name) => [foldWords(name), code] as const)),
);

/** The code of the standard duty that a name without rank and place words means; undefined for every other name. */
export function findStandardDuty(bareName: string): string | undefined {
  return codesByName.get(bareName);
}
