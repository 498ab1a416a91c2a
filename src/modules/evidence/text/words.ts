import { formatDate, parsePlainDate } from '#kernel/plain-date.ts';

/** What the permissions of this module allow. */
export const permissions = {
  'evidence.read': 'Xem mọi minh chứng của đơn vị.',
  'evidence.add': 'Nhập văn bản, tệp minh chứng; tra cứu văn bản đã ban hành.',
  'evidence.correct': 'Sửa thông tin và thêm phiên bản tệp cho minh chứng do người khác nhập.',
};

/** Events this module leaves. */
export const topics = {
  'evidence.file-added': 'Một minh chứng có tệp mới, chờ quét vi-rút.',
  'evidence.file-safe': 'Tệp mới của một minh chứng đã được phép mở.',
  'evidence.changed': 'Thông tin của một minh chứng đã thay đổi.',
  'evidence.infected': 'Một tệp minh chứng có mã độc, đã bị giữ lại.',
};

/** Acts in the log: what follows "ai, lúc nào". */
export const actions = {
  'evidence.entered': 'nhập minh chứng',
  'evidence.corrected': 'sửa thông tin minh chứng',
  'evidence.file-added': 'thêm phiên bản tệp minh chứng',
  'evidence.quarantined': 'giữ lại tệp minh chứng có mã độc',
};

const dayWords = (value: unknown) => {
  const day = typeof value === 'string' ? parsePlainDate(value) : undefined;
  return day ? formatDate(day) : String(value ?? '');
};

/** Fields of a piece of evidence, in words. */
export const fields = {
  kind: { name: 'Loại', value: (value: unknown) => (value === 'document' ? 'văn bản' : 'tệp') },
  level: { name: 'Mức độ', value: (value: unknown) => (value === 'secret' ? 'mật' : 'thường') },
  title: 'Trích yếu, tên',
  number: 'Số',
  symbol: 'Ký hiệu',
  issuedOn: { name: 'Ngày ban hành', value: dayWords },
  documentType: 'Loại văn bản',
  issuer: 'Cơ quan ban hành',
  signer: 'Người ký',
  fileNumber: 'Phiên bản tệp',
  fileName: 'Tệp',
  size: 'Dung lượng (byte)',
  sha256: 'Mã băm SHA-256',
  found: 'Mã độc',
};

/** What checking a file found. */
export const checkWords = {
  same: 'Tệp đúng như khi được ghi vào nhật ký.',
  different: 'Tệp trên máy chủ KHÁC với tệp đã ghi trong nhật ký. Xin báo ngay người quản trị, không dùng tệp này.',
  missing: 'Không còn tệp trên máy chủ. Xin báo người quản trị khôi phục từ bản sao lưu.',
  unlogged: 'Tệp không đổi so với cơ sở dữ liệu; chi tiết trong nhật ký đã được xóa theo quy định nên không so được.',
};

/** Why a Word or Excel file is not shown in the page. */
export const renderingRefused = 'Không dựng được bản xem của tệp này. Xin tải về rồi mở bằng Word hoặc Excel.';

type Params = Readonly<Record<string, string | number>>;

/** Notices of this module. */
export const notices = {
  'evidence.infected': {
    label: 'Tệp minh chứng có mã độc',
    title: ({ fileName }: Params) => `Tệp “${fileName}” có mã độc`,
    text: ({ fileName, found, name }: Params) =>
      `Tệp “${fileName}” của minh chứng “${name}” có mã độc (${found}) nên đã bị giữ lại. Xin quét vi-rút máy đang dùng, rồi gửi lại bản sạch thành phiên bản mới.`,
    path: ({ id }: { id: string }) => `/minh-chung/${id}`,
    email: true,
    required: true,
  },
};
