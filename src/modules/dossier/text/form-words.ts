import type { FormKind } from '../domain/states.ts';

/** Slips as staff name them; the title a slip bears follows from its regime (domain/forms/form-names.ts). */
export const formKindWords: Readonly<Record<FormKind, string>> = {
  receipt: 'Giấy tiếp nhận và hẹn trả',
  supplement: 'Phiếu yêu cầu bổ sung',
  refusal: 'Phiếu từ chối',
  apology: 'Phiếu xin lỗi',
  stop: 'Thông báo dừng giải quyết',
  control: 'Phiếu kiểm soát',
  register: 'Sổ theo dõi',
  transfer: 'Phiếu bàn giao',
  'fee-receipt': 'Phiếu thu phí, lệ phí',
  'result-hand-over': 'Giấy biên nhận trả kết quả',
};
