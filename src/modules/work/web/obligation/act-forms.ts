import type { Id } from '#kernel/brands.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { AnyRoute } from '#kernel/route.ts';
import {
  accept,
  answerUrge,
  askExtension,
  awaitAuthority,
  pauseWork,
  reopenWork,
  reportNotArising,
  resumeWork,
  returnWork,
  reviewStanding,
  startWork,
  triggerWork,
  urgeWork,
  voidWork,
  withdrawHandIn,
} from '../../contract/acts.ts';
import type { Act } from '../../domain/acts.ts';
import type { ObligationPage } from '../shared/rows.ts';

/** What a person gave in the dialog of an act. */
export interface Given {
  readonly text: string;
  readonly day: PlainDate | undefined;
  readonly evidenceIds: readonly Id[];
}

/** What the dialog of an act asks for. */
export interface Asking {
  readonly route: AnyRoute;
  /** A question that names the act. */
  readonly title: string;
  /** What follows from it. */
  readonly note?: string;
  readonly text: { readonly label: string; readonly least: number; readonly initial?: string };
  readonly day?: string;
  readonly evidence?: { readonly label: string; readonly isNeeded: boolean; readonly most: number };
  readonly done: string;
}

/** An act on an obligation: what it asks for and what is sent beside the version. */
interface ActForm extends Asking {
  readonly body: (given: Given, page: ObligationPage) => object;
}

const noteLabel = 'Ghi chú (không bắt buộc)';
const reasonText = { label: 'Lý do', least: 5 };
const noteText = { label: noteLabel, least: 0 };
const byNote = ({ text }: Given) => (text === '' ? {} : { note: text });
const byReason = ({ text }: Given) => ({ reason: text });

/** Acts with a dialog of their own elsewhere are not here: handing in, and deciding an extension. */
export const actForms: Readonly<Record<Exclude<Act, 'hand-in' | 'decide-extension'>, ActForm>> = {
  start: { route: startWork, title: 'Bắt đầu làm?', text: noteText, done: 'Đã ghi bắt đầu làm.', body: byNote },
  withdraw: {
    route: withdrawHandIn,
    title: 'Rút lại sản phẩm đã nộp?',
    note: 'Sản phẩm trở lại để sửa; xin nộp lần nữa trước ngày đến hạn.',
    text: reasonText,
    done: 'Đã rút lại.',
    body: byReason,
  },
  'not-arising': {
    route: reportNotArising,
    title: 'Báo không phát sinh?',
    note: 'Người quyết định xem lý do rồi chấp nhận hoặc trả lại.',
    text: reasonText,
    evidence: { label: 'Văn bản, tệp kèm theo (không bắt buộc)', isNeeded: false, most: 20 },
    done: 'Đã báo không phát sinh, chờ chấp nhận.',
    body: ({ text, evidenceIds }) => ({ reason: text, evidenceIds }),
  },
  accept: { route: accept, title: 'Chấp nhận sản phẩm?', text: noteText, done: 'Đã chấp nhận.', body: byNote },
  return: {
    route: returnWork,
    title: 'Trả lại sản phẩm?',
    text: { label: 'Lý do và cần sửa gì', least: 5 },
    done: 'Đã trả lại, người nộp được báo.',
    body: byReason,
  },
  review: {
    route: reviewStanding,
    title: 'Rà soát việc thường xuyên của quý?',
    note: 'Ghi kết quả rà soát; lần tới vào cuối quý sau.',
    text: { label: 'Kết quả rà soát (không bắt buộc)', least: 0 },
    done: 'Đã rà soát.',
    body: byNote,
  },
  pause: { route: pauseWork, title: 'Tạm dừng?', text: reasonText, done: 'Đã tạm dừng.', body: byReason },
  'await-authority': {
    route: awaitAuthority,
    title: 'Chuyển sang chờ cấp có thẩm quyền?',
    text: { label: 'Chờ ai, việc gì', least: 5 },
    done: 'Đã chuyển sang chờ cấp có thẩm quyền.',
    body: byReason,
  },
  resume: { route: resumeWork, title: 'Tiếp tục thực hiện?', text: noteText, done: 'Đã tiếp tục.', body: byNote },
  trigger: {
    route: triggerWork,
    title: 'Đặt hạn',
    note: 'Khi đã có văn bản hướng dẫn hoặc sự kiện đã xảy ra.',
    day: 'Hạn',
    text: { label: 'Vì sao có hạn này', least: 5 },
    evidence: { label: 'Văn bản hướng dẫn (nếu có)', isNeeded: false, most: 1 },
    done: 'Đã đặt hạn.',
    body: ({ text, day, evidenceIds: [evidenceId] }) => ({ reason: text, due: day, ...(evidenceId && { evidenceId }) }),
  },
  void: {
    route: voidWork,
    title: 'Kết thúc vì không còn phù hợp?',
    note: 'Cần văn bản quyết định; sản phẩm không còn tính vào tiến độ.',
    text: reasonText,
    evidence: { label: 'Văn bản quyết định', isNeeded: true, most: 1 },
    done: 'Đã kết thúc vì không còn phù hợp.',
    body: ({ text, evidenceIds: [evidenceId] }) => ({ reason: text, evidenceId }),
  },
  reopen: { route: reopenWork, title: 'Mở lại?', text: reasonText, done: 'Đã mở lại.', body: byReason },
  'ask-extension': {
    route: askExtension,
    title: 'Xin gia hạn',
    note: 'Lãnh đạo quyết định; hạn cũ và hạn mới đều được giữ trong lịch sử.',
    day: 'Xin dời đến ngày',
    text: reasonText,
    done: 'Đã gửi đề nghị gia hạn.',
    body: ({ text, day }) => ({ reason: text, due: day }),
  },
  urge: {
    route: urgeWork,
    title: 'Đôn đốc',
    text: { label: 'Nội dung đôn đốc', least: 1, initial: 'Đề nghị khẩn trương hoàn thành đúng hạn.' },
    done: 'Đã đôn đốc.',
    body: ({ text }) => ({ words: text }),
  },
  'answer-urge': {
    route: answerUrge,
    title: 'Trả lời đôn đốc',
    text: { label: 'Trả lời', least: 1 },
    done: 'Đã trả lời.',
    body: ({ text }, { urges }) => ({ words: text, urgeId: urges.findLast((urge) => urge.answer === null)?.id }),
  },
};
