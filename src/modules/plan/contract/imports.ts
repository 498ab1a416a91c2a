import { z } from 'zod';
import { route } from '#kernel/route.ts';
import { day, id, pageOf, pageQuery, version } from '#modules/fields.ts';
import {
  choice,
  importAnswer,
  importChanged,
  importRow,
  importState,
  sourceBlock,
  sourceLine,
  unreadUse,
} from './import-parts.ts';
import { diffAnswer } from './parts.ts';

const params = z.strictObject({ importId: id });
const reason = z.string().trim().min(3, { error: 'Xin ghi lý do (từ 3 ký tự).' }).max(1_000);
const pointer = z
  .string()
  .max(300)
  .regex(/^(\/[^/]+)+$/, { error: 'Không rõ ô cần sửa.' });

export const startImport = route({
  method: 'POST',
  path: '/api/plan-imports',
  permission: 'plan.import',
  db: 'write',
  file: true,
  mostFileMb: 50,
  summary: 'Nhập kế hoạch từ tệp .docx, .pdf hoặc .txt; tệp đã nhập thì mở lại lần nhập cũ',
  answer: z.object({ id, state: importState, again: z.boolean(), version: z.int() }),
});

export const listImports = route({
  method: 'GET',
  path: '/api/plan-imports',
  permission: 'plan.import',
  db: 'read',
  summary: 'Các lần nhập kế hoạch, mới nhất trước',
  query: z.strictObject({ ...pageQuery, state: importState.optional() }),
  answer: pageOf(importRow),
});

export const getImport = route({
  method: 'GET',
  path: '/api/plan-imports/:importId',
  permission: 'plan.import',
  db: 'read',
  summary: 'Một lần nhập: tiến độ, nội dung đọc được, điểm cần quyết định',
  params,
  answer: importAnswer,
});

/** Small, for polling while the document is read. */
export const getImportProgress = route({
  method: 'GET',
  path: '/api/plan-imports/:importId/progress',
  permission: 'plan.import',
  db: 'read',
  summary: 'Tiến độ đọc văn bản',
  params,
  answer: z.object({
    state: importState,
    progress: z.int(),
    step: z.string().nullable(),
    refusal: z.object({ code: z.string(), message: z.string() }).nullable(),
    version: z.int(),
  }),
});

/** Lines of the document to show beside what was read; blocks that begin among them. */
export const getImportDocument = route({
  method: 'GET',
  path: '/api/plan-imports/:importId/document',
  permission: 'plan.import',
  db: 'read',
  summary: 'Các dòng của văn bản gốc để đối chiếu',
  params,
  query: z.strictObject({
    from: z.coerce.number().int().min(0).default(0),
    size: z.coerce.number().int().min(1).max(20_000).default(5_000),
  }),
  answer: z.object({
    format: z.enum(['docx', 'pdf', 'txt']),
    total: z.int(),
    from: z.int(),
    lines: z.array(sourceLine),
    blocks: z.array(sourceBlock),
  }),
});

export const readAgain = route({
  method: 'POST',
  path: '/api/plan-imports/:importId/read-again',
  permission: 'plan.import',
  db: 'write',
  summary: 'Đọc lại văn bản; những gì đã sửa hoặc quyết định được giữ nguyên',
  params,
  body: z.strictObject({ version }),
  answer: importChanged,
});

/**
 * Changes one field of the reading. `path` is a JSON pointer; `insert` puts a new element at that index (`-`: at the end),
 * `remove` takes one out. When `deadlineText` of a task changes and its `deadlines` are not given, they are read anew.
 */
export const editReading = route({
  method: 'POST',
  path: '/api/plan-imports/:importId/edits',
  permission: 'plan.import',
  db: 'write',
  summary: 'Sửa một ô của nội dung đọc được',
  params,
  body: z.strictObject({
    version,
    op: z.enum(['set', 'insert', 'remove']),
    path: pointer,
    value: z.unknown().optional(),
    reason: z.string().trim().max(1_000).optional(),
  }),
  answer: importChanged,
});

/** Settles contradictions, one or many at once (e.g. all by their proposals). */
export const settleDoubts = route({
  method: 'POST',
  path: '/api/plan-imports/:importId/decisions',
  permission: 'plan.import',
  db: 'write',
  summary: 'Quyết định về các điểm mâu thuẫn hoặc còn sót',
  params,
  body: z.strictObject({
    version,
    decisions: z
      .array(
        z.strictObject({
          doubtId: z.string().max(300),
          /** Null takes an earlier decision back. */
          choice: choice.nullable(),
          reason: reason.optional(),
          /** For `correct`: the new value, and which of the doubt's places it is for. */
          path: pointer.optional(),
          value: z.unknown().optional(),
        }),
      )
      .min(1)
      .max(500),
  }),
  answer: importChanged,
});

/** Settles lines nobody knew: as furniture, or as the text of a field (`path`; a path ending in `/-` adds an element). */
export const settleUnread = route({
  method: 'POST',
  path: '/api/plan-imports/:importId/unread',
  permission: 'plan.import',
  db: 'write',
  summary: 'Xử lý các dòng chưa nhận diện',
  params,
  body: z.strictObject({
    version,
    lines: z.array(z.int().min(0)).min(1).max(2_000),
    use: unreadUse,
    path: pointer.optional(),
  }),
  answer: importChanged,
});

export const acceptKind = z.enum(['first', 'amend', 'replace']);

const matching = {
  /** Corrections of which row of the plan a row read is; `taskId` null: it is a new one. */
  matches: z
    .array(z.strictObject({ path: pointer, taskId: id.nullable() }))
    .max(2_000)
    .optional(),
  /** Rows that an amendment abolishes. */
  removals: z.array(id).max(5_000).optional(),
};

/** Shows what accepting would change in an existing plan, before it is done. */
export const previewAccept = route({
  method: 'POST',
  path: '/api/plan-imports/:importId/preview',
  permission: 'plan.import',
  db: 'read',
  summary: 'Xem trước phần thêm, sửa, bỏ so với phiên bản hiện hành',
  params,
  body: z.strictObject({ kind: z.enum(['amend', 'replace']), planId: id, ...matching }),
  answer: diffAnswer,
});

export const acceptImport = route({
  method: 'POST',
  path: '/api/plan-imports/:importId/accept',
  permission: 'plan.accept',
  db: 'write',
  summary: 'Chấp nhận: thành kế hoạch phiên bản 1, hoặc phiên bản mới của kế hoạch đã có',
  params,
  body: z.strictObject({
    version,
    kind: acceptKind,
    /** The plan to change; for `amend` and `replace`. */
    planId: id.optional(),
    /** Version of that plan the differences were shown against. */
    planVersion: version.optional(),
    decision: z.strictObject({ number: z.string().trim().max(100).nullable(), date: day.nullable() }).optional(),
    ...matching,
  }),
  answer: z.object({ planId: id, version: z.int() }),
});

export const discardImport = route({
  method: 'POST',
  path: '/api/plan-imports/:importId/discard',
  permission: 'plan.import',
  db: 'write',
  summary: 'Bỏ lần nhập này; tệp và dấu vết vẫn được lưu',
  params,
  body: z.strictObject({ version, reason: reason.optional() }),
  answer: importChanged,
});
