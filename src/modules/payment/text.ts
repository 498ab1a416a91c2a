import { formatDate, parsePlainDate } from '#kernel/plain-date.ts';

type Params = Readonly<Record<string, string | number>>;

const on = (value: string | number | undefined) => {
  const day = parsePlainDate(String(value ?? ''));
  return day === undefined ? String(value ?? '') : formatDate(day);
};

export const permissions = {
  'payment.take': 'Thu, hoàn phí, lệ phí; kiểm quỹ và khóa sổ cuối ngày.',
  'payment.read': 'Xem sổ quỹ và phí, lệ phí của hồ sơ.',
} as const;

export const topics = {
  'payment.taken': 'Đã thu phí, lệ phí.',
  'payment.refunded': 'Đã hoàn phí, lệ phí.',
  'payment.day-closed': 'Đã khóa sổ quỹ một ngày.',
} as const;

export const actions = {
  'fee.taken': 'thu phí, lệ phí',
  'fee.refunded': 'hoàn phí, lệ phí',
  'cash-day.closed': 'kiểm quỹ, khóa sổ ngày',
} as const;

export const fields = {
  amount: 'Số tiền',
  payer: 'Người nộp tiền',
  booked: 'Theo sổ',
  counted: 'Đếm thực tế',
} as const;

export const records = {
  fee: { name: 'Khoản thu', permission: 'payment.read' },
  'cash-day': { name: 'Sổ quỹ ngày', permission: 'payment.read' },
} as const;

export const errors = {
  'cash-day-closed': ({ day }: Params) =>
    `Sổ quỹ ngày ${on(day)} đã khóa nên không ghi thêm được. Xin ghi vào ngày làm việc tiếp theo.`,
  'cash-day-to-come': 'Ngày này chưa đến nên chưa khóa sổ được.',
  'cash-difference-unexplained': ({ difference }: Params) =>
    `Tiền đếm được lệch ${Number(difference).toLocaleString('vi-VN')} đ so với sổ. Xin ghi lý do lệch, ít nhất 5 ký tự.`,
  'fee-refunded': 'Khoản này đã được hoàn trả.',
  'fee-is-refund': 'Đây là một lần hoàn trả nên không hoàn tiếp được.',
  'fee-after-correction': 'Hồ sơ đính chính do cơ quan làm sai nên không thu phí, lệ phí.',
} as const;
