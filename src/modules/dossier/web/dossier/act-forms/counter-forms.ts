import * as acts from '../../../contract/acts.ts';
import type { DossierAct } from '../../../domain/transitions.ts';
import type { ActForm } from './asking.ts';
import { byNote, byReason, givenBack, items, itemsOf, noteText, orNull, reasonText, until } from './fields.ts';

/** What is asked of the counter. */
export const counterForms: Readonly<Partial<Record<DossierAct, ActForm>>> = {
  receive: {
    route: acts.receiveSubmitted,
    title: 'Tiếp nhận hồ sơ này?',
    text: noteText,
    fields: [],
    done: 'Đã tiếp nhận.',
    body: byNote,
  },
  'ask-intake-supplement': {
    route: acts.askSubmitted,
    title: 'Yêu cầu bổ sung trước khi tiếp nhận?',
    note: 'Chỉ một lần, đầy đủ; người nộp nhận phiếu và lý do.',
    text: reasonText,
    fields: [items, until],
    done: 'Đã lập phiếu yêu cầu bổ sung.',
    body: ({ text, values }) => ({ reason: text, items: itemsOf(values['items']), until: orNull(values['until']) }),
  },
  resubmit: {
    route: acts.resubmit,
    title: 'Người nộp đã bổ sung?',
    text: noteText,
    fields: [],
    done: 'Đã ghi nhận bổ sung.',
    body: byNote,
  },
  'refuse-intake': {
    route: acts.refuseSubmitted,
    title: 'Từ chối tiếp nhận?',
    note: 'Người nộp nhận phiếu từ chối với lý do cụ thể này.',
    text: reasonText,
    fields: [],
    done: 'Đã từ chối tiếp nhận.',
    body: byReason,
  },
  'receive-supplement': {
    route: acts.receiveSupplement,
    title: 'Đã nhận đủ giấy tờ bổ sung?',
    note: 'Thời hạn tính lại từ đầu, từ lúc này; in giấy hẹn mới cho người nộp.',
    text: noteText,
    fields: [],
    done: 'Đã nhận bổ sung, có ngày hẹn mới.',
    body: byNote,
  },
  'close-no-supplement': {
    route: acts.closeNoSupplement,
    title: 'Đóng hồ sơ vì không bổ sung?',
    text: reasonText,
    fields: [],
    done: 'Đã đóng hồ sơ.',
    body: byReason,
  },
  'confirm-payment': {
    route: acts.confirmPayment,
    title: 'Xác nhận đã nộp?',
    text: { label: '', least: 0 },
    fields: [{ name: 'receiptNumber', label: 'Số biên lai, chứng từ', kind: 'line', isNeeded: true }],
    done: 'Đã xác nhận; thời hạn chạy tiếp.',
    body: ({ values }) => ({ receiptNumber: values['receiptNumber'] }),
  },
  stop: {
    route: acts.stop,
    title: 'Dừng giải quyết theo yêu cầu của người nộp?',
    note: 'Không dừng được khi đã có quyết định hoặc kết quả.',
    text: reasonText,
    fields: [{ name: 'feesReturned', label: givenBack, kind: 'line', isNeeded: false }],
    done: 'Đã dừng giải quyết.',
    body: ({ text, values }) => ({ reason: text, feesReturned: values['feesReturned'] ?? '' }),
  },
  'hand-over': {
    route: acts.handOver,
    title: 'Trả kết quả?',
    text: noteText,
    fields: [
      {
        name: 'toName',
        label: 'Người nhận',
        kind: 'line',
        isNeeded: true,
        initial: (page) => page.submitter?.name ?? page.owner.name,
      },
      {
        name: 'proof',
        label: 'Căn cứ trả',
        kind: 'choice',
        isNeeded: true,
        options: [
          { value: 'form-01', label: 'Giấy tiếp nhận và hẹn trả' },
          { value: 'identity', label: 'Giấy tờ tùy thân (mất giấy tiếp nhận)' },
          { value: 'authorisation', label: 'Giấy ủy quyền' },
          { value: 'postal', label: 'Ký nhận của bưu chính' },
          { value: 'online', label: 'Tài khoản của người nộp' },
        ],
        initial: () => 'form-01',
      },
      {
        name: 'way',
        label: 'Cách trả',
        kind: 'choice',
        isNeeded: true,
        options: [
          { value: 'counter', label: 'Tại quầy' },
          { value: 'postal', label: 'Qua bưu chính' },
          { value: 'online', label: 'Trực tuyến' },
        ],
        initial: (page) => page.returnBy,
      },
    ],
    done: 'Đã trả kết quả.',
    body: (given) => ({
      ...byNote(given),
      toName: given.values['toName'],
      proof: given.values['proof'],
      way: given.values['way'],
    }),
  },
};
