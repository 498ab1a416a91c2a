import { z } from 'zod';
import { route } from '#kernel/route.ts';
import { day, done, id, pageOf, pageQuery, version } from '#modules/fields.ts';
import { actAnswer, channel, dossierRow, handed, moment, ownerKind } from './parts.ts';

const person = {
  name: z.string().trim().min(1, { error: 'Xin ghi họ tên.' }).max(300),
  /** May honestly be empty; never invented. */
  number: z.string().trim().max(40).nullable(),
  phone: z.string().trim().max(40).nullable(),
  email: z.string().trim().max(200).nullable(),
  address: z.string().trim().max(500).nullable(),
};

/** A paper as handed in at the counter. */
export const componentIn = z.strictObject({
  code: z.string().max(100),
  name: z.string().trim().min(1).max(1000),
  originals: z.int().min(0).max(100),
  copies: z.int().min(0).max(100),
  handed,
  evidenceId: id.nullable(),
  toGiveBack: z.boolean(),
});

/** What a clerk enters; the same shape is kept as a draft. */
export const intake = z.strictObject({
  procedureCode: z.string().min(1).max(40),
  caseCode: z.string().max(60).default(''),
  channel,
  returnBy: channel.default('counter'),
  receptionPointId: id.nullable(),
  resolvingAgency: z.string().trim().max(300).nullable(),
  owner: z.strictObject({ ...person, kind: ownerKind, birth: day.nullable() }),
  submitter: z.strictObject({ ...person, paper: z.string().trim().max(300) }).nullable(),
  summary: z.string().trim().max(1000),
  copies: z.int().min(1).max(1000).default(1),
  answers: z.record(z.string(), z.union([z.string(), z.boolean()])).default({}),
  components: z.array(componentIn).max(100),
});
export type Intake = z.infer<typeof intake>;

/** Takes a dossier at the counter: accepted with its code, due date and form 01; an immediate one may be finished at once. */
export const receiveDossier = route({
  method: 'POST',
  path: '/api/dossiers',
  permission: 'dossier.receive',
  db: 'write',
  summary: 'Tiếp nhận hồ sơ tại quầy',
  body: z.strictObject({
    intake,
    draftId: id.optional(),
    /** Seen the warning that the same person has the same procedure open. */
    knowinglyTwice: z.boolean().default(false),
    /** An immediate procedure in one step: result signed and handed over. */
    finished: z
      .strictObject({
        title: z.string().trim().min(2).max(500),
        number: z.string().trim().max(60).nullable(),
        toName: z.string().trim().min(1).max(300),
      })
      .optional(),
    /** Entered afterwards from paper. */
    afterwards: z
      .strictObject({ code: z.string().min(3).max(60), receivedAt: moment, reason: z.string().trim().min(5).max(500) })
      .optional(),
  }),
  answer: actAnswer,
});

/** Asks for what is missing, once and in full (form 02), of a dossier that is not accepted yet. */
export const askAtIntake = route({
  method: 'POST',
  path: '/api/dossiers/ask-supplement',
  permission: 'dossier.receive',
  db: 'write',
  summary: 'Yêu cầu bổ sung ngay khi tiếp nhận',
  body: z.strictObject({
    intake,
    draftId: id.optional(),
    items: z
      .array(z.strictObject({ name: z.string().trim().min(2).max(500), note: z.string().trim().max(500).default('') }))
      .min(1)
      .max(50),
    reason: z.string().trim().min(5).max(4000),
    until: day.nullable(),
  }),
  answer: actAnswer,
});

/** Refuses at the door with the concrete reason (form 03). */
export const refuseAtIntake = route({
  method: 'POST',
  path: '/api/dossiers/refuse',
  permission: 'dossier.receive',
  db: 'write',
  summary: 'Từ chối tiếp nhận, có lý do cụ thể',
  body: z.strictObject({ intake, draftId: id.optional(), reason: z.string().trim().min(5).max(4000) }),
  answer: actAnswer,
});

/** What would come of an intake: term, due date with its explanation, fees, missing papers, the same person's open dossiers. */
export const previewIntake = route({
  method: 'POST',
  path: '/api/dossiers/preview',
  permission: 'dossier.receive',
  db: 'read',
  summary: 'Xem trước hạn trả, phí và giấy tờ còn thiếu',
  body: z.strictObject({ intake, receivedAt: moment.optional() }),
  answer: z.object({
    due: moment.nullable(),
    explanation: z.array(z.string()),
    transferBy: moment,
    /** Solved on the spot: it may be received, signed and handed over in one step. */
    isImmediate: z.boolean(),
    missing: z.array(z.object({ code: z.string(), name: z.string() })),
    fees: z.array(z.object({ name: z.string(), amount: z.int().nullable(), exempt: z.string().nullable() })),
    same: z.array(dossierRow),
    /** Why it cannot be received now; null when it can. */
    refusal: z.object({ code: z.string(), message: z.string() }).nullable(),
  }),
});

/** People known from earlier dossiers, by number, telephone or name. */
export const findApplicants = route({
  method: 'POST',
  path: '/api/dossiers/applicants',
  permission: 'dossier.receive',
  db: 'read',
  summary: 'Tìm người đã từng nộp hồ sơ',
  body: z.strictObject({ q: z.string().trim().min(2).max(100) }),
  answer: z.object({
    rows: z
      .array(
        z.object({
          ...{ name: z.string(), number: z.string().nullable(), phone: z.string().nullable() },
          ...{ email: z.string().nullable(), address: z.string().nullable(), birth: day.nullable() },
          kind: ownerKind,
          dossiers: z.int(),
          /** Papers and results this person has in the store and that may be used again. */
          papers: z.array(z.object({ evidenceId: id, name: z.string(), until: day.nullable() })),
        }),
      )
      .max(10),
  }),
});

const draft = z.object({ id, version: z.int(), title: z.string(), changedAt: moment, content: z.unknown() });

export const listDrafts = route({
  method: 'GET',
  path: '/api/dossier-drafts',
  permission: 'dossier.receive',
  db: 'read',
  summary: 'Bản nháp đang nhập',
  query: z.strictObject({ ...pageQuery }),
  answer: pageOf(draft),
});
export const keepDraft = route({
  method: 'PUT',
  path: '/api/dossier-drafts/:draftId',
  permission: 'dossier.receive',
  db: 'write',
  summary: 'Giữ bản nháp (tự động khi đang gõ)',
  params: z.strictObject({ draftId: id }),
  body: z.strictObject({
    version: z.int().min(0),
    title: z.string().max(300),
    content: z.record(z.string(), z.unknown()),
  }),
  answer: z.object({ id, version: z.int() }),
});
export const dropDraft = route({
  method: 'DELETE',
  path: '/api/dossier-drafts/:draftId',
  permission: 'dossier.receive',
  db: 'write',
  summary: 'Bỏ bản nháp',
  params: z.strictObject({ draftId: id }),
  answer: done,
});

/** Reserves codes of today for paper, in case the line goes down. */
export const reserveCodes = route({
  method: 'POST',
  path: '/api/reserved-codes',
  permission: 'dossier.receive',
  db: 'write',
  summary: 'Giữ trước mã hồ sơ cho bộ dự phòng của ngày',
  body: z.strictObject({ count: z.int().min(1).max(100) }),
  answer: z.object({ codes: z.array(z.string()) }),
});
export const listReserved = route({
  method: 'GET',
  path: '/api/reserved-codes',
  permission: 'dossier.receive',
  db: 'read',
  summary: 'Mã dự phòng và việc dùng chúng',
  query: z.strictObject({ ...pageQuery, day: day.optional() }),
  answer: pageOf(
    z.object({
      code: z.string(),
      day,
      state: z.enum(['open', 'used', 'unused']),
      dossierId: id.nullable(),
      enteredAt: moment.nullable(),
      confirmedAt: moment.nullable(),
      confirmedByName: z.string().nullable(),
      version: z.int(),
    }),
  ),
});
/** Marks codes that no paper bears. */
export const markUnused = route({
  method: 'POST',
  path: '/api/reserved-codes/unused',
  permission: 'dossier.receive',
  db: 'write',
  summary: 'Đánh dấu mã dự phòng không dùng',
  body: z.strictObject({ codes: z.array(z.string().max(60)).min(1).max(100) }),
  answer: done,
});
/** The head confirms what was entered from paper. */
export const confirmAfterwards = route({
  method: 'POST',
  path: '/api/reserved-codes/confirm',
  permission: 'dossier.lead',
  db: 'write',
  summary: 'Người phụ trách xác nhận hồ sơ nhập bù',
  body: z.strictObject({
    items: z
      .array(z.strictObject({ code: z.string().max(60), version }))
      .min(1)
      .max(100),
  }),
  answer: done,
});
