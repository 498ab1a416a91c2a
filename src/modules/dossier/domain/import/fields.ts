import { foldWords } from '#kernel/fold.ts';

/** What a file of the province's system tells of a dossier. */
export const importFields = [
  'code',
  'procedureCode',
  'procedureName',
  'field',
  'ownerName',
  'ownerNumber',
  'phone',
  'address',
  'summary',
  'receivedAt',
  'dueAt',
  'endedAt',
  'returnedAt',
  'state',
  'channel',
  'holder',
] as const;
export type ImportField = (typeof importFields)[number];

/** Without these a file cannot be read. */
export const neededFields: readonly ImportField[] = ['code', 'procedureName', 'ownerName', 'receivedAt', 'state'];

/** Headings by which a column is known, without diacritics; a profile of the source names others. */
const headings: Readonly<Record<ImportField, readonly string[]>> = {
  code: ['ma ho so', 'so ho so', 'ma bien nhan', 'so bien nhan', 'ma so ho so'],
  procedureCode: ['ma thu tuc', 'ma tthc', 'ma thu tuc hanh chinh'],
  procedureName: ['ten thu tuc', 'thu tuc', 'ten tthc', 'thu tuc hanh chinh', 'ten thu tuc hanh chinh', 'tthc'],
  field: ['linh vuc', 'ten linh vuc'],
  ownerName: [
    'chu ho so',
    'ten chu ho so',
    'ho ten chu ho so',
    'ho va ten',
    'ho ten',
    'nguoi nop',
    'to chuc ca nhan',
    'ten to chuc ca nhan',
    'nguoi nop ho so',
  ],
  ownerNumber: ['so dinh danh', 'cccd', 'so cccd', 'cmnd cccd', 'so cmnd', 'so giay to', 'so dinh danh ca nhan'],
  phone: ['dien thoai', 'so dien thoai', 'sdt'],
  address: ['dia chi', 'dia chi chu ho so'],
  summary: ['trich yeu', 'noi dung', 've viec', 'trich yeu ho so'],
  receivedAt: ['ngay tiep nhan', 'ngay nhan', 'thoi gian tiep nhan', 'ngay nhan ho so', 'tiep nhan'],
  dueAt: ['ngay hen tra', 'hen tra', 'han xu ly', 'ngay hen', 'ngay hen tra ket qua', 'han tra'],
  endedAt: ['ngay ket thuc xu ly', 'ngay xu ly xong', 'ngay co ket qua', 'ngay hoan thanh', 'xu ly xong', 'ket thuc'],
  returnedAt: ['ngay tra', 'ngay tra ket qua', 'tra ket qua', 'tra'],
  state: ['trang thai', 'tinh trang', 'trang thai ho so', 'tinh trang xu ly'],
  channel: ['hinh thuc nop', 'kenh', 'hinh thuc', 'kenh thuc hien', 'hinh thuc tiep nhan'],
  holder: ['can bo xu ly', 'nguoi xu ly', 'dang xu ly', 'can bo thu ly', 'nguoi dang xu ly'],
};

/** Fields as people read them, in previews and doubts. */
export const fieldWords: Readonly<Record<ImportField, string>> = {
  code: 'Mã hồ sơ',
  procedureCode: 'Mã thủ tục',
  procedureName: 'Tên thủ tục',
  field: 'Lĩnh vực',
  ownerName: 'Chủ hồ sơ',
  ownerNumber: 'Số định danh',
  phone: 'Điện thoại',
  address: 'Địa chỉ',
  summary: 'Trích yếu',
  receivedAt: 'Ngày tiếp nhận',
  dueAt: 'Ngày hẹn trả',
  endedAt: 'Ngày xử lý xong',
  returnedAt: 'Ngày trả',
  state: 'Trạng thái',
  channel: 'Hình thức nộp',
  holder: 'Cán bộ xử lý',
};

/** The field a heading names: by the source's own profile first, then by the headings that are known. */
export function fieldOfHeading(
  text: string,
  profile: Readonly<Partial<Record<ImportField, string>>>,
): ImportField | undefined {
  const words = foldWords(text);
  if (words === '') return undefined;
  const own = importFields.find((field) => profile[field] !== undefined && foldWords(profile[field] ?? '') === words);
  return own ?? importFields.find((field) => headings[field].includes(words));
}
