import { z } from 'zod';
import { route } from '#kernel/route.ts';
import { day, id, version } from '#modules/fields.ts';
import { obligationRow, stage, workState } from './parts.ts';

const params = z.strictObject({ obligationId: id });
const reason = z.string().trim().min(5, { error: 'Xin ghi lý do, ít nhất 5 ký tự.' }).max(2000);
const note = z.string().trim().max(2000).optional();

/** How an obligation stands after an act. */
export const actAnswer = z.object({ id, version: z.int(), stage, state: workState });

/** Of several, one that was refused; for a stale one what it is now, and what another did last. */
const refusedOne = z.object({
  id,
  code: z.string(),
  message: z.string(),
  current: obligationRow
    .extend({
      lastAct: z
        .object({ by: z.string(), words: z.string(), at: z.string(), reason: z.string().nullable() })
        .nullable(),
    })
    .nullable(),
});

const act = <B extends z.ZodType>(path: string, permission: string, summary: string, body: B) =>
  route({
    method: 'POST',
    path: `/api/obligations/:obligationId/${path}`,
    permission,
    db: 'write',
    summary,
    params,
    body,
    answer: actAnswer,
  });

export const startWork = act('start', 'work.do', 'Bắt đầu làm', z.strictObject({ version, note }));

/** Hands in with the evidence named; from the list in three touches: the row, the document, "Nộp". */
export const handIn = act(
  'hand-in',
  'work.do',
  'Nộp sản phẩm kèm minh chứng',
  z.strictObject({ version, evidenceIds: z.array(id).min(1).max(20), note }),
);
export const withdrawHandIn = act(
  'withdraw',
  'work.do',
  'Rút lại sản phẩm đã nộp',
  z.strictObject({ version, reason }),
);
export const reportNotArising = act(
  'not-arising',
  'work.do',
  'Báo không phát sinh, chờ người khác chấp nhận',
  z.strictObject({ version, reason, evidenceIds: z.array(id).max(20).default([]) }),
);

/** Of leaders, and of the focal point for signed documents: who may decide follows from the submission. */
export const accept = act('accept', 'session', 'Chấp nhận sản phẩm', z.strictObject({ version, note }));
export const returnWork = act('return', 'session', 'Trả lại kèm lý do', z.strictObject({ version, reason }));

export const reviewStanding = act(
  'review',
  'work.do',
  'Rà soát việc thường xuyên của quý',
  z.strictObject({ version, note }),
);
export const pauseWork = act('pause', 'work.manage', 'Tạm dừng', z.strictObject({ version, reason }));
export const awaitAuthority = act(
  'await-authority',
  'work.do',
  'Chờ cấp có thẩm quyền',
  z.strictObject({ version, reason }),
);
export const resumeWork = act('resume', 'work.do', 'Tiếp tục thực hiện', z.strictObject({ version, note }));
/** The guiding document came, or the event happened: now there is a day. */
export const triggerWork = act(
  'trigger',
  'work.manage',
  'Đã có văn bản hướng dẫn: đặt hạn',
  z.strictObject({ version, due: day, evidenceId: id.optional(), reason }),
);
export const voidWork = act(
  'void',
  'work.manage',
  'Không còn phù hợp, theo văn bản',
  z.strictObject({ version, reason, evidenceId: id }),
);
export const reopenWork = act('reopen', 'work.manage', 'Mở lại, có lý do', z.strictObject({ version, reason }));

export const askExtension = act(
  'ask-extension',
  'work.do',
  'Xin gia hạn trước ngày đến hạn',
  z.strictObject({ version, due: day, reason }),
);
export const decideExtension = act(
  'decide-extension',
  'session',
  'Quyết định gia hạn',
  z.strictObject({
    version,
    extensionId: id,
    granted: z.boolean(),
    due: day.optional(),
    reason: z.string().trim().max(2000).optional(),
  }),
);

export const urgeWork = act(
  'urge',
  'work.read',
  'Đôn đốc',
  z.strictObject({
    version,
    words: z.string().trim().min(1).max(2000).default('Đề nghị khẩn trương hoàn thành đúng hạn.'),
  }),
);
export const answerUrge = act(
  'answer-urge',
  'work.do',
  'Trả lời đôn đốc',
  z.strictObject({ version, urgeId: id, words: z.string().trim().min(1).max(2000) }),
);

/** Accepts or returns many at once; each is told apart. */
export const decideMany = route({
  method: 'POST',
  path: '/api/approvals/decide',
  permission: 'session',
  db: 'write',
  summary: 'Quyết định nhiều sản phẩm một lần',
  body: z.strictObject({
    decision: z.enum(['accept', 'return']),
    reason: z.string().trim().max(2000).optional(),
    items: z.array(z.strictObject({ id, version })).min(1).max(100),
  }),
  answer: z.object({
    done: z.array(actAnswer),
    refused: z.array(refusedOne),
  }),
});

/** Hands one document in for several obligations. */
export const handInMany = route({
  method: 'POST',
  path: '/api/obligations/hand-in-many',
  permission: 'work.do',
  db: 'write',
  summary: 'Nộp một văn bản cho nhiều sản phẩm',
  body: z.strictObject({
    evidenceIds: z.array(id).min(1).max(20),
    note,
    items: z.array(z.strictObject({ id, version })).min(1).max(100),
  }),
  answer: z.object({
    done: z.array(actAnswer),
    refused: z.array(refusedOne),
  }),
});
