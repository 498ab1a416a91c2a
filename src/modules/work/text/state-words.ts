import type { JournalAct } from '../domain/acts.ts';
import type { Stage, WorkState } from '../domain/states.ts';

/** States as people read them. */
export const stateWords: Readonly<Record<WorkState, string>> = {
  overdue: 'Quá hạn chưa hoàn thành',
  'due-soon': 'Sắp đến hạn',
  doing: 'Đang thực hiện',
  'in-time': 'Trong hạn',
  submitted: 'Đang chờ duyệt',
  'awaiting-guidance': 'Chờ hướng dẫn',
  'awaiting-authority': 'Chờ cấp có thẩm quyền',
  paused: 'Tạm dừng',
  'done-in-time': 'Hoàn thành đúng hạn',
  'done-late': 'Hoàn thành quá hạn',
  'not-arising': 'Không phát sinh',
  void: 'Không còn phù hợp',
  'higher-level': 'Việc của cấp trên',
};

/** What was done last, as people read it. */
export const stageWords: Readonly<Record<Stage, string>> = {
  open: 'Chưa bắt đầu',
  started: 'Đang thực hiện',
  submitted: 'Đã nộp, chờ duyệt',
  returned: 'Bị trả lại, cần làm lại',
  accepted: 'Đã được chấp nhận',
  paused: 'Tạm dừng',
  'awaiting-guidance': 'Chờ hướng dẫn',
  'awaiting-authority': 'Chờ cấp có thẩm quyền',
  'not-arising': 'Không phát sinh',
  void: 'Không còn phù hợp',
};

/** Predicate of each entry of an obligation's journal: what follows who acted. */
export const journalWords: Readonly<Record<JournalAct, string>> = {
  start: 'bắt đầu thực hiện',
  'hand-in': 'nộp sản phẩm',
  withdraw: 'rút lại sản phẩm đã nộp',
  'not-arising': 'báo không phát sinh',
  accept: 'chấp nhận sản phẩm',
  return: 'trả lại sản phẩm',
  review: 'rà soát việc thường xuyên',
  pause: 'tạm dừng',
  'await-authority': 'chuyển sang chờ cấp có thẩm quyền',
  resume: 'tiếp tục thực hiện',
  trigger: 'đặt hạn theo văn bản hướng dẫn hoặc sự kiện',
  void: 'kết thúc vì không còn phù hợp',
  reopen: 'mở lại',
  'ask-extension': 'xin gia hạn',
  'decide-extension': 'quyết định đề nghị gia hạn',
  urge: 'đôn đốc',
  'answer-urge': 'trả lời đôn đốc',
  'take-up': 'đưa vào theo dõi từ kế hoạch',
  assign: 'giao việc ngoài kế hoạch',
  'follow-plan': 'cập nhật theo phiên bản kế hoạch',
  drop: 'kết thúc theo phiên bản kế hoạch',
  're-date': 'tính lại hạn theo lịch làm việc',
  reassign: 'giao cho người khác',
  'close-by-report': 'hoàn thành bằng báo cáo đã ký',
  moved: 'chuyển sang đơn vị kế tục',
  'taken-over': 'nhận từ đơn vị đã sáp nhập',
};
