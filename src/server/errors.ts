type Params = Record<string, string | number>;

/** A refusal that people are told about: a code, which `text.ts` of a module turns into words, and its parameters. */
export class AppError extends Error {
  readonly code: string;
  readonly params: Params;
  readonly status: number;
  readonly details: unknown;

  constructor(code: string, params: Params, status: number, details?: unknown) {
    super(code);
    this.code = code;
    this.params = params;
    this.status = status;
    this.details = details;
  }
}

/** Refuses with a code (400 unless another status is named). */
export function fail(code: string, params: Params = {}, status = 400, details?: unknown): never {
  throw new AppError(code, params, status, details);
}

/** What every `text.ts` gives: words by code, whole sentences that say what to do next. */
export type ErrorTexts = Readonly<Record<string, string | ((params: Params) => string)>>;

const known: Record<string, string | ((params: Params) => string)> = {
  invalid: 'Một số ô chưa đúng. Xin xem lại các ô được đánh dấu rồi gửi lại.',
  'not-signed-in': 'Phiên làm việc đã hết hoặc chưa đăng nhập. Xin đăng nhập lại; phần đang nhập vẫn còn nguyên.',
  forbidden: 'Tài khoản này không có quyền làm việc đó. Nếu cần, xin liên hệ người quản trị của đơn vị.',
  'not-found': 'Không tìm thấy nội dung này, hoặc nó thuộc đơn vị khác.',
  'cross-site': 'Yêu cầu đến từ một trang khác nên bị từ chối. Xin mở lại trang của hệ thống và thử lại.',
  'must-change-password': 'Xin đổi mật khẩu trước khi làm việc tiếp.',
  'must-enrol-totp':
    'Vai trò này cần xác thực hai lớp. Xin cài mã xác thực trong mục Tài khoản trước khi làm việc tiếp.',
  'idempotency-key-missing': 'Yêu cầu thiếu mã chống gửi trùng (Idempotency-Key). Xin tải lại trang rồi thử lại.',
  'idempotency-key-reused': 'Mã chống gửi trùng này đã dùng cho một nội dung khác. Xin tải lại trang rồi gửi lại.',
  'stale-version': 'Người khác vừa sửa nội dung này. Xin xem thay đổi của họ rồi quyết định giữ bản nào.',
  'too-many-requests': 'Quá nhiều yêu cầu trong thời gian ngắn. Xin chờ một phút rồi thử lại.',
  'body-too-large': 'Nội dung gửi lên quá lớn.',
  'file-too-large': ({ limitMb }) => `Tệp lớn hơn mức cho phép (${limitMb} MB). Xin giảm dung lượng hoặc chia tệp.`,
  'file-missing': 'Chưa chọn tệp. Xin chọn tệp rồi gửi lại.',
  'file-type': 'Loại tệp này không được nhận. Xin dùng PDF, Word, Excel, ảnh hoặc văn bản thuần.',
  'sheet-unreadable':
    'Không đọc được bảng tính này. Xin mở tệp bằng Excel, lưu lại dạng .xlsx không đặt mật khẩu rồi gửi lại.',
  'sheet-too-large': ({ mostRows, mostColumns }) =>
    `Bảng tính vượt quá ${mostRows} dòng hoặc ${mostColumns} cột. Xin bỏ các dòng, cột trống hoặc chia tệp.`,
  busy: 'Hệ thống đang bận. Xin thử lại sau ít phút; nội dung đã nhập không mất.',
  'database-away': 'Chưa nối được cơ sở dữ liệu. Xin thử lại sau ít phút; nội dung đã nhập không mất.',
  internal: ({ support }) => `Có lỗi ngoài ý muốn. Xin thử lại; nếu vẫn lỗi, báo người quản trị mã ${support}.`,
};

/** Adds a module's words; a code said twice is a mistake. */
export function addErrorTexts(texts: ErrorTexts): void {
  for (const [code, text] of Object.entries(texts)) {
    if (known[code] !== undefined && known[code] !== text) throw new Error(`two texts for the code ${code}`);
    known[code] = text;
  }
}

/** Vietnamese words of a code. A code without words is a mistake that shows itself. */
export function textOf(code: string, params: Params = {}): string {
  const text = known[code];
  if (text === undefined) return `Yêu cầu bị từ chối (${code}).`;
  return typeof text === 'string' ? text : text(params);
}
