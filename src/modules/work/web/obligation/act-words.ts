import type { Act } from '../../domain/acts.ts';

/** Each act as its button says it. */
export const actWords: Readonly<Record<Act, string>> = {
  start: 'Bắt đầu làm',
  'hand-in': 'Nộp',
  withdraw: 'Rút lại',
  'not-arising': 'Báo không phát sinh',
  accept: 'Chấp nhận',
  return: 'Trả lại',
  review: 'Rà soát quý này',
  pause: 'Tạm dừng',
  'await-authority': 'Chờ cấp có thẩm quyền',
  resume: 'Tiếp tục',
  trigger: 'Đặt hạn',
  void: 'Không còn phù hợp',
  reopen: 'Mở lại',
  'ask-extension': 'Xin gia hạn',
  'decide-extension': 'Quyết định gia hạn',
  urge: 'Đôn đốc',
  'answer-urge': 'Trả lời đôn đốc',
};
