import type { WorkList } from '../contract/reads.ts';

/** Lists as their screens and exports are headed. */
export const listWords: Readonly<Record<WorkList, string>> = {
  'wait-intake': 'Hồ sơ chờ tiếp nhận',
  'wait-intake-supplement': 'Hồ sơ chờ bổ sung để tiếp nhận',
  'wait-transfer': 'Hồ sơ chờ chuyển xử lý',
  mine: 'Hồ sơ tôi đang giữ',
  'wait-assign': 'Hồ sơ chờ phân công',
  running: 'Hồ sơ đang giải quyết',
  'due-soon': 'Hồ sơ sắp đến hạn',
  'last-day-to-apologise': 'Hồ sơ hôm nay là ngày cuối được gửi phiếu xin lỗi',
  overdue: 'Hồ sơ quá hạn',
  'overdue-supplement': 'Hồ sơ quá hạn bổ sung',
  'wait-supplement': 'Hồ sơ chờ bổ sung',
  'wait-payment': 'Hồ sơ chờ thực hiện nghĩa vụ tài chính',
  drafts: 'Hồ sơ có dự thảo chờ duyệt',
  'wait-signature': 'Hồ sơ chờ ký',
  'wait-hand-over': 'Hồ sơ chờ trả kết quả',
  'apologies-owed': 'Hồ sơ nợ phiếu xin lỗi',
  'slow-digitisation': 'Hồ sơ chậm số hóa',
  afterwards: 'Hồ sơ nhập bù chờ xác nhận',
  ended: 'Hồ sơ đã giải quyết',
  all: 'Hồ sơ thủ tục hành chính',
};

/** Who holds what nobody holds, and what a post that is no longer there held. */
export const holderWords = { nobody: 'Chưa có người giữ', gone: 'Vị trí không còn trong danh mục' };

/** Lists as their buttons name them. */
export const shortListWords: Readonly<Record<WorkList, string>> = {
  'wait-intake': 'Chờ tiếp nhận',
  'wait-intake-supplement': 'Chờ bổ sung đầu vào',
  'wait-transfer': 'Chờ chuyển xử lý',
  mine: 'Tôi đang giữ',
  'wait-assign': 'Chờ phân công',
  running: 'Đang giải quyết',
  'due-soon': 'Sắp đến hạn',
  'last-day-to-apologise': 'Ngày cuối gửi phiếu xin lỗi',
  overdue: 'Quá hạn',
  'overdue-supplement': 'Quá hạn bổ sung',
  'wait-supplement': 'Chờ bổ sung',
  'wait-payment': 'Chờ nghĩa vụ tài chính',
  drafts: 'Dự thảo chờ duyệt',
  'wait-signature': 'Chờ ký',
  'wait-hand-over': 'Chờ trả kết quả',
  'apologies-owed': 'Nợ phiếu xin lỗi',
  'slow-digitisation': 'Chậm số hóa',
  afterwards: 'Nhập bù chờ xác nhận',
  ended: 'Đã giải quyết',
  all: 'Tất cả',
};
