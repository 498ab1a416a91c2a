import * as acts from '../../../contract/acts.ts';
import type { DossierAct } from '../../../domain/transitions.ts';
import type { ActForm } from './asking.ts';
import {
  byNote,
  byReason,
  draftOf,
  evidence,
  items,
  itemsOf,
  noteText,
  number,
  orNull,
  reasonText,
  title,
  until,
} from './fields.ts';

/** What is asked of those who draft, approve and sign. */
export const decidingForms: Readonly<Partial<Record<DossierAct, ActForm>>> = {
  'draft-supplement': {
    route: acts.draftSupplement,
    title: 'Dự thảo yêu cầu bổ sung sau thẩm tra',
    note: 'Lãnh đạo duyệt rồi bộ phận một cửa gửi. Thời hạn tính lại từ đầu khi nhận đủ.',
    text: reasonText,
    fields: [items, until],
    done: 'Đã trình dự thảo.',
    body: ({ text, values }) => ({ reason: text, items: itemsOf(values['items']), until: orNull(values['until']) }),
  },
  'send-supplement': {
    route: acts.sendSupplement,
    title: 'Duyệt và gửi yêu cầu bổ sung?',
    note: (page) =>
      page.supplements
        .filter((one) => one.state === 'draft')
        .map((one) => `${one.items.map((item) => item.name).join('; ')}. Lý do: ${one.reason}`)
        .join(' '),
    text: noteText,
    fields: [],
    done: 'Đã gửi yêu cầu bổ sung; thời hạn tạm dừng.',
    body: (given, page) => ({ ...byNote(given), supplementId: draftOf(page, 'supplement') }),
  },
  'draft-apology': {
    route: acts.draftApology,
    title: 'Dự thảo phiếu xin lỗi',
    note: (page) =>
      page.due.tone === 'last-day-to-apologise'
        ? 'Hôm nay là ngày cuối được gửi phiếu xin lỗi, hẹn lại.'
        : 'Hẹn lại chỉ một lần, chậm nhất một ngày trước hạn. Đã trễ thì để trống ngày: phiếu chỉ xin lỗi.',
    text: reasonText,
    fields: [{ name: 'dueAfter', label: 'Hẹn lại lúc (để trống: chỉ xin lỗi)', kind: 'moment', isNeeded: false }],
    done: 'Đã trình phiếu xin lỗi để ký.',
    body: ({ text, values }) => ({ reason: text, dueAfter: orNull(values['dueAfter']) }),
  },
  'sign-apology': {
    route: acts.signApology,
    title: 'Ký phiếu xin lỗi?',
    note: (page) =>
      page.extensions
        .filter((one) => one.state === 'draft')
        .map((one) => `Lý do: ${one.reason}`)
        .join(' '),
    text: noteText,
    fields: [],
    done: 'Đã ký phiếu xin lỗi.',
    body: (given, page) => ({ ...byNote(given), extensionId: draftOf(page, 'apology') }),
  },
  'reject-draft': {
    route: acts.rejectDraft,
    title: 'Trả lại dự thảo?',
    text: reasonText,
    fields: [],
    done: 'Đã trả lại dự thảo.',
    body: ({ text }, page) => ({ reason: text, draftId: draftOf(page, 'supplement') ?? draftOf(page, 'apology') }),
  },
  refuse: {
    route: acts.refuse,
    title: 'Từ chối giải quyết?',
    note: 'Văn bản từ chối được trả cho người nộp như một kết quả.',
    text: reasonText,
    fields: [{ ...title, initial: () => 'Văn bản từ chối giải quyết' }, number, evidence],
    done: 'Đã từ chối giải quyết.',
    body: ({ text, values }) => ({
      reason: text,
      title: values['title'],
      number: orNull(values['number']),
      evidenceId: orNull(values['evidenceId']),
    }),
  },
  'sign-result': {
    route: acts.signResult,
    title: 'Ký, ban hành kết quả?',
    text: { label: '', least: 0 },
    fields: [
      title,
      number,
      {
        name: 'kind',
        label: 'Dạng kết quả',
        kind: 'choice',
        isNeeded: true,
        options: [
          { value: 'paper', label: 'Bản giấy' },
          { value: 'scan', label: 'Bản giấy và bản số hóa' },
          { value: 'electronic', label: 'Bản điện tử' },
        ],
        initial: () => 'paper',
      },
      evidence,
      { name: 'validUntil', label: 'Có giá trị đến ngày', kind: 'day', isNeeded: false },
    ],
    done: 'Đã ký, ban hành kết quả.',
    body: ({ values }) => ({
      title: values['title'],
      number: orNull(values['number']),
      kind: values['kind'],
      evidenceId: orNull(values['evidenceId']),
      validUntil: orNull(values['validUntil']),
    }),
  },
  reopen: {
    route: acts.reopen,
    title: 'Mở lại hồ sơ đã có kết quả?',
    note: 'Việc mở lại được ghi và đếm trong kiểm soát số liệu đúng hạn.',
    text: reasonText,
    fields: [],
    done: 'Đã mở lại.',
    body: byReason,
  },
  correct: {
    route: acts.correct,
    title: 'Đính chính kết quả sai?',
    note: 'Lập hồ sơ mới gắn với hồ sơ này, không thu phí, kèm lời xin lỗi.',
    text: reasonText,
    fields: [],
    done: 'Đã lập hồ sơ đính chính.',
    body: byReason,
  },
};
