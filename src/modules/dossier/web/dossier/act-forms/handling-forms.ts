import * as acts from '../../../contract/acts.ts';
import type { DossierAct } from '../../../domain/transitions.ts';
import type { ActForm } from './asking.ts';
import { byNote, byReason, moved, noteText, orNull, reasonText, step, toOf } from './fields.ts';

/** What is asked of those who handle a dossier and pass it on. */
export const handlingForms: Readonly<Partial<Record<DossierAct, ActForm>>> = {
  transfer: {
    route: acts.transfer,
    title: 'Chuyển xử lý?',
    text: noteText,
    fields: [step, moved],
    done: 'Đã chuyển xử lý.',
    body: ({ text, values }) => ({ ...byNote({ text, values }), ...toOf(values), moved: values['moved'] }),
  },
  take: {
    route: acts.take,
    title: 'Đã nhận đủ hồ sơ giấy?',
    text: noteText,
    fields: [],
    done: 'Đã xác nhận bàn giao.',
    body: byNote,
  },
  forward: {
    route: acts.forward,
    title: 'Chuyển bước tiếp theo?',
    text: noteText,
    fields: [step, moved],
    done: 'Đã chuyển bước.',
    body: ({ text, values }) => ({ ...byNote({ text, values }), ...toOf(values), moved: values['moved'] }),
  },
  assign: {
    route: acts.assign,
    title: 'Phân công ai thụ lý?',
    text: noteText,
    fields: [{ name: 'positionId', label: 'Giao cho', kind: 'person', isNeeded: true }],
    done: 'Đã phân công.',
    body: ({ text, values }) => ({ ...byNote({ text, values }), positionId: values['positionId'] }),
  },
  'step-back': {
    route: acts.stepBack,
    title: 'Trả lại bước trước?',
    text: reasonText,
    fields: [],
    done: 'Đã trả lại bước trước.',
    body: byReason,
  },
  recall: {
    route: acts.recall,
    title: 'Thu hồi hồ sơ vừa chuyển?',
    text: reasonText,
    fields: [],
    done: 'Đã thu hồi.',
    body: byReason,
  },
  lock: {
    route: acts.lock,
    title: 'Giữ hồ sơ cho bạn xử lý?',
    note: 'Người khác không thao tác được cho đến khi bạn bỏ giữ.',
    text: { label: '', least: 0 },
    fields: [],
    done: 'Bạn đang giữ hồ sơ này.',
    body: () => ({}),
  },
  unlock: {
    route: acts.unlock,
    title: 'Bỏ giữ hồ sơ?',
    text: { label: '', least: 0 },
    fields: [],
    done: 'Đã bỏ giữ.',
    body: () => ({}),
  },
  consult: {
    route: acts.consult,
    title: 'Lấy ý kiến cơ quan khác?',
    text: { label: 'Nội dung cần ý kiến', least: 3 },
    fields: [
      { name: 'agency', label: 'Cơ quan được hỏi', kind: 'line', isNeeded: true },
      { name: 'until', label: 'Trả lời trước lúc', kind: 'moment', isNeeded: true },
      {
        name: 'basis',
        label: 'Căn cứ tạm dừng tính hạn (để trống nếu hạn vẫn chạy)',
        hint: 'Chỉ khi luật chuyên ngành cho phép; ghi điều, khoản.',
        kind: 'line',
        isNeeded: false,
      },
    ],
    done: 'Đã gửi lấy ý kiến.',
    body: ({ text, values }) => ({
      content: text,
      agency: values['agency'],
      until: values['until'],
      ...(values['basis'] && { pauses: { basis: values['basis'] } }),
    }),
  },
  'answer-consultation': {
    route: acts.answerConsultation,
    title: 'Ghi ý kiến trả lời',
    text: { label: 'Ý kiến trả lời', least: 1 },
    fields: [],
    done: 'Đã ghi ý kiến.',
    body: ({ text }, page) => ({
      answer: text,
      consultationId: page.consultations.find((one) => one.answeredAt === null)?.id,
    }),
  },
  'call-payment': {
    route: acts.callPayment,
    title: 'Thông báo nghĩa vụ tài chính?',
    text: { label: 'Nội dung phải nộp', least: 3 },
    fields: [
      { name: 'amount', label: 'Số tiền (đồng)', kind: 'amount', isNeeded: true },
      { name: 'until', label: 'Nộp trước ngày', kind: 'day', isNeeded: false },
      { name: 'basis', label: 'Căn cứ tạm dừng tính hạn', kind: 'line', isNeeded: true },
    ],
    done: 'Đã thông báo; thời hạn tạm dừng.',
    body: ({ text, values }) => ({
      content: text,
      amount: Number(values['amount']),
      until: orNull(values['until']),
      basis: values['basis'],
    }),
  },
};
