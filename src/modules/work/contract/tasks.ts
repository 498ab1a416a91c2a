import { z } from 'zod';
import { route } from '#kernel/route.ts';
import { day, done, id, version } from '#modules/fields.ts';
import { aboveDifference, aboveReason } from './above.ts';
import { urgency } from './parts.ts';

const params = z.strictObject({ taskId: id });
const reason = z.string().trim().min(5, { error: 'Xin ghi lý do, ít nhất 5 ký tự.' }).max(2000);
const content = z.string().trim().min(3).max(4000);
const saved = z.object({ id, version: z.int() });

/** Who is given work: a post, a duty (then the post that bears it), a person, or a division for parts. */
export const assignee = z.strictObject({ kind: z.enum(['position', 'duty', 'person', 'department']), id });

export const addTask = route({
  method: 'POST',
  path: '/api/work-tasks',
  permission: 'work.manage',
  db: 'write',
  summary: 'Giao việc ngoài kế hoạch: từ văn bản đến, kết luận họp hoặc việc con',
  body: z.strictObject({
    source: z.enum(['document', 'meeting', 'other']),
    sourceWords: z.string().trim().max(500).optional(),
    sourceEvidenceId: id.optional(),
    parentId: id.optional(),
    content,
    outputs: z
      .array(z.strictObject({ title: z.string().trim().min(2).max(500), due: day }))
      .min(1)
      .max(20),
    lead: assignee,
    coordinators: z.array(assignee).max(20).default([]),
    watchers: z.array(assignee).max(20).default([]),
    fieldCode: z.string().max(40).optional(),
    weight: z.number().positive().max(100).default(1),
    urgency: urgency.default('normal'),
  }),
  answer: saved,
});

export const changeTask = route({
  method: 'PATCH',
  path: '/api/work-tasks/:taskId',
  permission: 'work.manage',
  db: 'write',
  summary: 'Đổi người, trọng số, mức khẩn; nội dung chỉ của việc ngoài kế hoạch',
  params,
  body: z.strictObject({
    version,
    reason,
    content: content.optional(),
    lead: assignee.optional(),
    coordinators: z.array(assignee).max(20).optional(),
    watchers: z.array(assignee).max(20).optional(),
    weight: z.number().positive().max(100).optional(),
    urgency: urgency.optional(),
  }),
  answer: saved,
});

export const dropTask = route({
  method: 'POST',
  path: '/api/work-tasks/:taskId/drop',
  permission: 'work.manage',
  db: 'write',
  summary: 'Thôi thực hiện một việc, theo văn bản',
  params,
  body: z.strictObject({ version, reason, evidenceId: id }),
  answer: saved,
});

const deviating = { difference: aboveDifference, reason: aboveReason };

/** Replaces what a task carries out of plans of higher levels; what they ask may be written down with it. */
export const setAbove = route({
  method: 'PUT',
  path: '/api/work-tasks/:taskId/above',
  permission: 'work.manage',
  db: 'write',
  summary: 'Ghi yêu cầu của kế hoạch cấp trên mà việc này thực hiện, khác ở đâu và vì sao',
  params,
  body: z.strictObject({
    version,
    items: z
      .array(
        z.union([
          z.strictObject({ itemId: id, ...deviating }),
          z.strictObject({
            abovePlanId: id,
            place: z.string().trim().max(300),
            content,
            due: day.nullable(),
            ...deviating,
          }),
        ]),
      )
      .max(20),
  }),
  answer: saved,
});

export const addCheck = route({
  method: 'POST',
  path: '/api/work-tasks/:taskId/checks',
  permission: 'work.do',
  db: 'write',
  summary: 'Thêm đầu việc vào danh mục việc',
  params,
  body: z.strictObject({ content: z.string().trim().min(1).max(500) }),
  answer: saved,
});

export const tickCheck = route({
  method: 'POST',
  path: '/api/work-tasks/:taskId/checks/:checkId/tick',
  permission: 'work.do',
  db: 'write',
  summary: 'Đánh dấu đầu việc đã xong hoặc chưa',
  params: z.strictObject({ taskId: id, checkId: id }),
  body: z.strictObject({ version, done: z.boolean() }),
  answer: saved,
});

export const removeCheck = route({
  method: 'DELETE',
  path: '/api/work-tasks/:taskId/checks/:checkId',
  permission: 'work.do',
  db: 'write',
  summary: 'Bỏ đầu việc khỏi danh mục việc',
  params: z.strictObject({ taskId: id, checkId: id }),
  answer: done,
});

/** Unfinished tasks of a plan go on in a later one; the link is kept both ways. */
export const carryOver = route({
  method: 'POST',
  path: '/api/plans/:planId/carry-over',
  permission: 'work.manage',
  db: 'write',
  summary: 'Chuyển nhiệm vụ chưa xong sang kế hoạch năm sau',
  params: z.strictObject({ planId: id }),
  body: z.strictObject({
    toPlanId: id,
    tasks: z
      .array(z.strictObject({ taskId: id, toTaskId: id.nullable(), due: day.optional() }))
      .min(1)
      .max(500),
    reason,
  }),
  answer: z.object({ carried: z.int(), linked: z.int() }),
});

/** Reads an Excel sheet of tasks; nothing is saved until it is accepted, and every doubtful cell is listed. */
export const readTaskSheet = route({
  method: 'POST',
  path: '/api/work-tasks/sheet',
  permission: 'work.manage',
  db: 'write',
  summary: 'Nhập việc từ Excel: đọc thử, liệt kê lỗi theo ô; lưu khi không còn lỗi và được yêu cầu',
  file: true,
  mostFileMb: 20,
  body: z.strictObject({ save: z.enum(['yes', 'no']).default('no') }),
  answer: z.object({
    added: z.int(),
    changed: z.int(),
    unchanged: z.int(),
    saved: z.boolean(),
    errors: z.array(
      z.object({ row: z.int(), column: z.string(), cell: z.string(), value: z.string(), message: z.string() }),
    ),
    /** How many there are; `errors` shows the first 500. */
    errorCount: z.int(),
    /** Address of the sheet with the bad cells marked; null without errors. */
    errorSheet: z.string().nullable(),
    preview: z.array(z.object({ row: z.int(), content: z.string(), what: z.enum(['new', 'changed', 'same']) })),
  }),
});
