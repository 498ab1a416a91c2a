import { z } from 'zod';
import { route } from '#kernel/route.ts';
import { day, id, version } from '#modules/fields.ts';
import { conditions } from '#modules/process/domain/process.ts';
import { actAnswer, dossierAct, moment } from './parts.ts';
import { componentIn } from './receive.ts';

const params = z.strictObject({ dossierId: id });
const reason = z.string().trim().min(5, { error: 'Xin ghi lý do, ít nhất 5 ký tự.' }).max(4000);
const note = z.string().trim().max(4000).optional();
const items = z
  .array(z.strictObject({ name: z.string().trim().min(2).max(500), note: z.string().trim().max(500).default('') }))
  .min(1)
  .max(50);
/** To which step and whom; left out: the next step of the process and who does it. */
const to = z
  .strictObject({ stepNo: z.int().optional(), positionId: id.optional(), personId: id.optional() })
  .optional();

/** What the branches of the process ask (`askedFacts`). */
const facts = z.partialRecord(z.enum(conditions), z.boolean()).default({});

const act = <B extends z.ZodType>(path: string, permission: string, summary: string, body: B) =>
  route({
    method: 'POST',
    path: `/api/dossiers/:dossierId/${path}`,
    permission,
    db: 'write',
    summary,
    params,
    body,
    answer: actAnswer,
  });

export const receiveSubmitted = act(
  'receive',
  'dossier.receive',
  'Tiếp nhận hồ sơ đã nộp',
  z.strictObject({ version, components: z.array(componentIn).max(100).optional(), note }),
);
export const askSubmitted = act(
  'ask-supplement',
  'dossier.receive',
  'Yêu cầu bổ sung hồ sơ đã nộp',
  z.strictObject({ version, items, reason, until: day.nullable() }),
);
export const resubmit = act(
  'resubmit',
  'dossier.receive',
  'Ghi nhận giấy tờ bổ sung đầu vào',
  z.strictObject({ version, components: z.array(componentIn).max(100).optional(), note }),
);
export const refuseSubmitted = act(
  'refuse-intake',
  'dossier.receive',
  'Từ chối tiếp nhận hồ sơ đã nộp',
  z.strictObject({ version, reason }),
);

/** Hands the dossier over to who resolves it; on paper the receiver confirms by `take`. */
export const transfer = act(
  'transfer',
  'dossier.receive',
  'Chuyển xử lý',
  z.strictObject({ version, to, moved: z.enum(['electronic', 'paper']).default('electronic'), facts, note }),
);
export const take = act('take', 'dossier.own', 'Xác nhận đã nhận bàn giao', z.strictObject({ version, note }));
export const forward = act(
  'forward',
  'dossier.own',
  'Chuyển bước tiếp theo',
  z.strictObject({
    version,
    to,
    moved: z.enum(['electronic', 'paper']).default('electronic'),
    facts,
    /** Of the result, given where it gets its seal. */
    number: z.string().trim().min(1).max(60).optional(),
    note,
  }),
);
export const assign = act(
  'assign',
  'dossier.own',
  'Phân công người thụ lý',
  z.strictObject({ version, positionId: id.optional(), personId: id.optional(), note }),
);
export const stepBack = act(
  'step-back',
  'dossier.own',
  'Trả lại bước trước',
  z.strictObject({ version, stepNo: z.int().optional(), reason }),
);
export const recall = act('recall', 'dossier.own', 'Thu hồi việc vừa chuyển', z.strictObject({ version, reason }));
export const lock = act('lock', 'dossier.own', 'Giữ hồ sơ cho tôi xử lý', z.strictObject({ version }));
export const unlock = act('unlock', 'dossier.own', 'Bỏ giữ hồ sơ', z.strictObject({ version }));

export const consult = act(
  'consult',
  'dossier.own',
  'Lấy ý kiến, liên thông',
  z.strictObject({
    version,
    agency: z.string().trim().min(2).max(300),
    content: z.string().trim().min(3).max(4000),
    until: moment,
    linked: z.boolean().default(false),
    pauses: z.strictObject({ basis: z.string().trim().min(3).max(500) }).optional(),
  }),
);
export const answerConsultation = act(
  'answer-consultation',
  'dossier.own',
  'Ghi ý kiến trả lời',
  z.strictObject({ version, consultationId: id, answer: z.string().trim().min(1).max(4000) }),
);

export const draftSupplement = act(
  'draft-supplement',
  'dossier.own',
  'Dự thảo yêu cầu bổ sung sau thẩm tra',
  z.strictObject({ version, items, reason, until: day.nullable(), contact: z.string().trim().max(200).default('') }),
);
export const sendSupplement = act(
  'send-supplement',
  'dossier.own',
  'Duyệt và gửi yêu cầu bổ sung',
  z.strictObject({ version, supplementId: id, note }),
);
export const receiveSupplement = act(
  'receive-supplement',
  'dossier.receive',
  'Tiếp nhận đủ giấy tờ bổ sung',
  z.strictObject({ version, components: z.array(componentIn).max(100).optional(), note }),
);
export const closeNoSupplement = act(
  'close-no-supplement',
  'dossier.receive',
  'Đóng hồ sơ do quá hạn bổ sung',
  z.strictObject({ version, reason }),
);
export const callPayment = act(
  'call-payment',
  'dossier.own',
  'Thông báo nghĩa vụ tài chính',
  z.strictObject({
    version,
    amount: z.int().min(0).max(100_000_000_000),
    content: z.string().trim().min(3).max(1000),
    until: day.nullable(),
    basis: z.string().trim().min(3).max(500),
  }),
);
export const confirmPayment = act(
  'confirm-payment',
  'dossier.receive',
  'Xác nhận đã thực hiện nghĩa vụ tài chính',
  z.strictObject({ version, receiptNumber: z.string().trim().min(1).max(60), paidAt: moment.optional() }),
);

/** Extension with apology (once, at least a day before the due day), or an apology alone for what is late without one. */
export const draftApology = act(
  'draft-apology',
  'dossier.own',
  'Dự thảo xin lỗi, hẹn lại',
  z.strictObject({ version, dueAfter: moment.nullable(), reason }),
);
export const signApology = act(
  'sign-apology',
  'dossier.sign',
  'Ký phiếu xin lỗi',
  z.strictObject({ version, extensionId: id, note }),
);
export const rejectDraft = act(
  'reject-draft',
  'dossier.own',
  'Trả lại dự thảo',
  z.strictObject({ version, draftId: id, reason }),
);

export const stop = act(
  'stop',
  'dossier.receive',
  'Dừng giải quyết theo yêu cầu của người nộp',
  z.strictObject({ version, reason, feesReturned: z.string().trim().max(500).default('') }),
);
export const refuse = act(
  'refuse',
  'dossier.sign',
  'Từ chối giải quyết',
  z.strictObject({
    version,
    reason,
    title: z.string().trim().min(2).max(500),
    number: z.string().trim().max(60).nullable(),
    evidenceId: id.nullable(),
  }),
);
export const signResult = act(
  'sign-result',
  'dossier.sign',
  'Ký, ban hành kết quả',
  z.strictObject({
    version,
    title: z.string().trim().min(2).max(500),
    number: z.string().trim().max(60).nullable(),
    kind: z.enum(['electronic', 'scan', 'paper']),
    evidenceId: id.nullable(),
    validUntil: day.nullable(),
  }),
);
export const reopen = act(
  'reopen',
  'dossier.sign',
  'Mở lại trước khi trả, có lý do',
  z.strictObject({ version, reason }),
);
export const handOver = act(
  'hand-over',
  'dossier.hand-over',
  'Trả kết quả',
  z.strictObject({
    version,
    way: z.enum(['counter', 'postal', 'online']),
    toName: z.string().trim().min(1).max(300),
    proof: z.enum(['form-01', 'identity', 'authorisation', 'postal', 'online']),
    note,
  }),
);
/** A wrong result is corrected at no cost in a new dossier linked with this one, with an apology. */
export const correct = act(
  'correct',
  'dossier.sign',
  'Đính chính kết quả sai, không thu phí',
  z.strictObject({ version, reason }),
);

/** Forwards, signs or hands over many at once; each is told apart. */
export const actOnMany = route({
  method: 'POST',
  path: '/api/dossiers/act-on-many',
  permission: 'dossier.own',
  db: 'write',
  summary: 'Làm một việc với nhiều hồ sơ',
  body: z.strictObject({
    act: dossierAct.extract([
      'transfer',
      'forward',
      'take',
      'assign',
      'sign-result',
      'hand-over',
      'sign-apology',
      'send-supplement',
    ]),
    items: z.array(z.strictObject({ id, version })).min(1).max(100),
    to,
    note,
  }),
  answer: z.object({
    done: z.array(actAnswer),
    refused: z.array(z.object({ id, code: z.string(), message: z.string() })),
  }),
});
