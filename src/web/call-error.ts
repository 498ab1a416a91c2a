/**
 * A call the server refused or that never reached it. `message` is Vietnamese and says what to do next;
 * `status` is 0 when there was no answer at all. `details` is what the route adds, e.g. the other's version on 409.
 */
export class CallError extends Error {
  override readonly name = 'CallError';
  readonly status: number;
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly details: unknown;
  /** What the user tells support, so that the server's log line is found. */
  readonly supportCode: string | undefined;

  constructor(told: {
    status: number;
    code: string;
    message: string;
    params?: Record<string, string | number>;
    details?: unknown;
    supportCode?: string | undefined;
  }) {
    super(told.message);
    this.status = told.status;
    this.code = told.code;
    this.params = told.params ?? {};
    this.details = told.details;
    this.supportCode = told.supportCode;
  }
}

const byStatus: Record<number, string> = {
  0: 'Không kết nối được máy chủ. Nội dung đang nhập vẫn còn trên màn hình; hãy kiểm tra mạng rồi thử lại.',
  401: 'Phiên làm việc đã hết. Hãy đăng nhập lại.',
  403: 'Tài khoản của bạn không có quyền làm việc này. Hãy liên hệ người quản trị của đơn vị.',
  404: 'Không tìm thấy nội dung này. Có thể nó đã được chuyển hoặc xóa; hãy quay lại danh sách.',
  409: 'Người khác vừa sửa nội dung này. Hãy xem thay đổi của họ rồi lưu lại.',
  413: 'Tệp lớn hơn mức cho phép. Hãy chọn tệp nhỏ hơn.',
  429: 'Bạn thao tác quá nhanh. Hãy chờ một phút rồi thử lại.',
  503: 'Máy chủ đang bận. Hãy chờ một phút rồi thử lại.',
};

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function paramsOf(value: unknown): Record<string, string | number> {
  const params: Record<string, string | number> = {};
  if (!isRecord(value)) return params;
  for (const [name, one] of Object.entries(value)) {
    if (typeof one === 'string' || typeof one === 'number') params[name] = one;
  }
  return params;
}

function supportOf(params: unknown): string | undefined {
  const code = paramsOf(params).support;
  return code === undefined ? undefined : String(code);
}

/** Makes the error of an answer that is not 2xx, also when a proxy answered with something that is not ours. */
export function callErrorOf(status: number, answer: unknown, supportCode?: string): CallError {
  const told = isRecord(answer) && isRecord(answer.error) ? answer.error : {};
  const fallback =
    byStatus[status] ?? 'Máy chủ gặp lỗi khi xử lý. Nội dung đang nhập vẫn còn trên màn hình; hãy thử lại sau ít phút.';
  return new CallError({
    status,
    code: typeof told.code === 'string' ? told.code : status === 0 ? 'unreachable' : `http-${status}`,
    message: typeof told.message === 'string' && told.message !== '' ? told.message : fallback,
    params: paramsOf(told.params),
    details: told.details,
    supportCode: supportCode ?? supportOf(told.params),
  });
}
