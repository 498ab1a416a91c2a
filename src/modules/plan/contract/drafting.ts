import { z } from 'zod';
import { route } from '#kernel/route.ts';
import { day, id, version } from '#modules/fields.ts';
import { dueRule, frequency } from './due-rule.ts';
import { statementKind } from './parts.ts';
import { targetOperator } from './reading.ts';

const params = z.strictObject({ planId: id });
const line = z.string().trim().min(1, { error: 'Ô này không được để trống.' });
const year = z.int().min(1990).max(2200);

/** What every act on a draft answers. */
export const draftChanged = z.object({ planId: id, revision: z.int(), draftVersion: z.int() });
export const draftRowChanged = z.object({ ...draftChanged.shape, id });

/** Writes next year's plan from this one: every row is copied, years in due rules are moved on. */
export const copyPlan = route({
  method: 'POST',
  path: '/api/plans/:planId/copy',
  permission: 'plan.edit',
  db: 'write',
  summary: 'Soạn kế hoạch năm sau từ kế hoạch này',
  params,
  body: z.strictObject({ year, title: line.max(500).optional() }),
  answer: draftChanged,
});

/** Begins a plan with nothing in it. */
export const createPlan = route({
  method: 'POST',
  path: '/api/plans',
  permission: 'plan.edit',
  db: 'write',
  summary: 'Soạn một kế hoạch mới',
  body: z.strictObject({ year, title: line.max(500), issuer: line.max(300) }),
  answer: draftChanged,
});

/** Begins to change an issued plan in the product; the version in force stays until the draft is issued. */
export const startDraft = route({
  method: 'POST',
  path: '/api/plans/:planId/draft',
  permission: 'plan.edit',
  db: 'write',
  summary: 'Soạn bản sửa đổi, bổ sung của kế hoạch đã ban hành',
  params,
  body: z.strictObject({ revision: version }),
  answer: draftChanged,
});

export const discardDraft = route({
  method: 'POST',
  path: '/api/plans/:planId/discard-draft',
  permission: 'plan.edit',
  db: 'write',
  summary: 'Bỏ bản đang soạn',
  params,
  body: z.strictObject({ revision: version }),
  answer: z.object({ planId: id, deleted: z.boolean(), revision: z.int() }),
});

export const issueDraft = route({
  method: 'POST',
  path: '/api/plans/:planId/issue',
  permission: 'plan.accept',
  db: 'write',
  summary: 'Ban hành bản đang soạn thành phiên bản mới',
  params,
  body: z.strictObject({
    revision: version,
    decision: z.strictObject({ number: z.string().trim().max(100).nullable(), date: day.nullable() }),
  }),
  answer: z.object({ planId: id, version: z.int(), revision: z.int() }),
});

export const editHeader = route({
  method: 'PATCH',
  path: '/api/plans/:planId/header',
  permission: 'plan.edit',
  db: 'write',
  summary: 'Sửa tên kế hoạch hoặc cơ quan ban hành của bản đang soạn',
  params,
  body: z.strictObject({
    revision: version,
    title: line.max(500).optional(),
    issuer: line.max(300).optional(),
  }),
  answer: draftChanged,
});

/** A task as the form sends it; ids of outputs that stay are kept. */
export const taskForm = z.strictObject({
  /** Field of reform; null for none. */
  fieldCode: z.string().max(60).nullable(),
  no: z.string().trim().max(20).optional(),
  content: line.max(10_000),
  ours: z.boolean().default(true),
  outputs: z
    .array(
      z.strictObject({
        id: id.optional(),
        text: line.max(2_000),
        /** Due words of this output: "Trước 15/12/2023", "Quý III". Read into rules by the same reading as documents. */
        dueText: z.string().trim().max(500).default(''),
      }),
    )
    .max(200),
  leads: z.array(line.max(500)).max(50),
  coordinators: z.array(line.max(500)).max(100),
  otherRoles: z
    .array(z.strictObject({ role: line.max(300), holders: z.array(line.max(500)).max(50) }))
    .max(20)
    .optional(),
  /** Due words of the whole task, when they are not of one output. */
  dueText: z.string().trim().max(1_000).default(''),
});

export const createTask = route({
  method: 'POST',
  path: '/api/plans/:planId/tasks',
  permission: 'plan.edit',
  db: 'write',
  summary: 'Thêm nhiệm vụ vào bản đang soạn',
  params,
  body: z.strictObject({ revision: version, task: taskForm, after: id.nullable().optional() }),
  answer: draftRowChanged,
});

export const updateTask = route({
  method: 'PUT',
  path: '/api/plans/:planId/tasks/:taskId',
  permission: 'plan.edit',
  db: 'write',
  summary: 'Sửa nhiệm vụ của bản đang soạn',
  params: z.strictObject({ planId: id, taskId: id }),
  body: z.strictObject({ revision: version, task: taskForm }),
  answer: draftRowChanged,
});

export const removeTask = route({
  method: 'DELETE',
  path: '/api/plans/:planId/tasks/:taskId',
  permission: 'plan.edit',
  db: 'write',
  summary: 'Bỏ nhiệm vụ khỏi bản đang soạn',
  params: z.strictObject({ planId: id, taskId: id }),
  query: z.strictObject({ revision: z.coerce.number().int().min(1) }),
  answer: draftRowChanged,
});

export const targetForm = z.strictObject({
  section: z.string().trim().max(60).default('II'),
  measure: line.max(2_000),
  operator: targetOperator,
  value: z.number().min(-1_000_000).max(1_000_000),
  unit: line.max(30).default('%'),
  text: line.max(4_000),
  ours: z.boolean().default(true),
});

export const createTarget = route({
  method: 'POST',
  path: '/api/plans/:planId/targets',
  permission: 'plan.edit',
  db: 'write',
  summary: 'Thêm chỉ tiêu vào bản đang soạn',
  params,
  body: z.strictObject({ revision: version, target: targetForm }),
  answer: draftRowChanged,
});

export const updateTarget = route({
  method: 'PUT',
  path: '/api/plans/:planId/targets/:targetId',
  permission: 'plan.edit',
  db: 'write',
  summary: 'Sửa chỉ tiêu của bản đang soạn',
  params: z.strictObject({ planId: id, targetId: id }),
  body: z.strictObject({ revision: version, target: targetForm }),
  answer: draftRowChanged,
});

export const removeTarget = route({
  method: 'DELETE',
  path: '/api/plans/:planId/targets/:targetId',
  permission: 'plan.edit',
  db: 'write',
  summary: 'Bỏ chỉ tiêu khỏi bản đang soạn',
  params: z.strictObject({ planId: id, targetId: id }),
  query: z.strictObject({ revision: z.coerce.number().int().min(1) }),
  answer: draftRowChanged,
});

/** Replaces the texts of one kind (purposes, objectives, funding) of the draft; equal texts keep their rows. */
export const setStatements = route({
  method: 'PUT',
  path: '/api/plans/:planId/statements/:kind',
  permission: 'plan.edit',
  db: 'write',
  summary: 'Sửa mục đích, mục tiêu định tính hoặc kinh phí của bản đang soạn',
  params: z.strictObject({ planId: id, kind: statementKind }),
  body: z.strictObject({ revision: version, texts: z.array(line.max(10_000)).max(200) }),
  answer: draftChanged,
});

/** Reads due words as the documents are read, so that a form can show what they will mean. */
export const readDueText = route({
  method: 'POST',
  path: '/api/plan-due-text',
  permission: 'plan.read',
  db: 'none',
  summary: 'Đọc thử một cách viết thời hạn',
  body: z.strictObject({ text: z.string().trim().max(1_000), year }),
  answer: z.object({
    rules: z.array(
      z.object({
        rule: dueRule,
        words: z.string(),
        from: z.string().nullable(),
        to: z.string().nullable(),
        frequency: z.array(frequency),
      }),
    ),
  }),
});
