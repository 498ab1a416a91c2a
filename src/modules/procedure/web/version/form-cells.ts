import type { SheetColumn } from '../../domain/sheet/procedure-sheet.ts';

/** The cells of a procedure as a form edits them. */
export type FormCells = Readonly<Partial<Record<SheetColumn, string>>>;

interface CellField {
  readonly column: SheetColumn;
  readonly description?: string;
  readonly isRequired?: boolean;
}

/** Short fields, in the order they are asked for. */
export const textFields: readonly CellField[] = [
  { column: 'code', description: 'Mã quốc gia hoặc mã của tỉnh. Để trống nếu chưa có mã.' },
  { column: 'name', isRequired: true },
  { column: 'field', isRequired: true },
  { column: 'level', description: 'Ví dụ: Cấp xã.' },
  { column: 'decision', description: 'Số quyết định công bố.' },
  { column: 'channels', description: 'Trực tiếp, trực tuyến, bưu chính; cách nhau bằng dấu phẩy.' },
  { column: 'onlineLevel', description: 'Không trực tuyến; một phần; toàn trình; trực tuyến, chưa rõ mức độ.' },
  { column: 'isLinked', description: 'Có hoặc không.' },
  { column: 'source', description: 'Nội dung này lấy từ đâu.' },
];

/** Lists, a line an item. */
export const lineFields: readonly CellField[] = [
  { column: 'terms', description: 'Mỗi dòng một thời hạn: 3 ngày làm việc | kênh: trực tuyến | căn cứ: …' },
  { column: 'fees', description: 'Mỗi dòng một khoản: Lệ phí | mức: 8000 | tính theo: bản | miễn giảm: hộ nghèo = 0' },
  {
    column: 'components',
    description: 'Mỗi dòng một giấy tờ: Tờ khai | chính: 1 | bắt buộc | có mẫu | kênh: trực tiếp | khi: uy-quyen = co',
  },
  { column: 'results', description: 'Mỗi dòng một kết quả: Giấy khai sinh | mã: KQ.G15.000031' },
  { column: 'cases', description: 'Mỗi dòng một trường hợp: Tên trường hợp | mã: th-1' },
  {
    column: 'questions',
    description: 'Mỗi dòng một câu hỏi: Có ủy quyền không? | mã: uy-quyen | co: Có | khong: Không',
  },
  { column: 'note', description: 'Ghi chú chung.' },
];
