import { z } from 'zod';
import { route } from '#kernel/route.ts';
import { termUnits } from '#kernel/term.ts';
import { day, id, pageOf, pageQuery, version } from '#modules/fields.ts';
import { feeRule, procedureCode, procedureContent, termRule } from './content.ts';

/** What a list of procedures may be narrowed to. */
export const procedureStates = ['on', 'off', 'no-term', 'unverified', 'own', 'abolished'] as const;
export type ProcedureState = (typeof procedureStates)[number];

/** A version of the catalogue, as lists show it. */
const head = {
  versionId: id,
  code: z.string(),
  name: z.string(),
  field: z.string(),
  decision: z.string().nullable(),
  /** Null where the day is not known. */
  effectiveFrom: day.nullable(),
  own: z.boolean(),
  abolished: z.boolean(),
  successorCode: z.string().nullable(),
};

export const procedureRow = z.object({
  ...head,
  isOn: z.boolean(),
  offReason: z.string().nullable(),
  verified: z.boolean(),
  /** At the counter without a case; null where there is none that can be counted. */
  term: z.object({ unit: z.enum(termUnits), milli: z.int() }).nullable(),
  /** A number without a unit, in thousandths, where there is no term. */
  bareMilli: z.int().nullable(),
});
export type ProcedureRow = z.infer<typeof procedureRow>;

export const listQuery = {
  ...pageQuery,
  field: z.string().max(300).optional(),
  /** Code of a life event. */
  event: z.string().max(60).optional(),
  state: z.enum(procedureStates).optional(),
  /** The day versions hold on; today unless said. */
  on: day.optional(),
  sort: z.enum(['code', '-code', 'name', '-name', 'field', '-field']).optional(),
};

export const listProcedures = route({
  method: 'GET',
  path: '/api/procedures',
  permission: 'procedure.read',
  db: 'read',
  summary: 'Danh mục thủ tục của đơn vị vào một ngày',
  query: z.strictObject(listQuery),
  answer: pageOf(procedureRow),
});

export const listProcedureFields = route({
  method: 'GET',
  path: '/api/procedure-fields',
  permission: 'procedure.read',
  db: 'read',
  summary: 'Lĩnh vực của danh mục với số thủ tục',
  query: z.strictObject({ on: day.optional() }),
  answer: z.object({ fields: z.array(z.object({ name: z.string(), count: z.int() })) }),
});

/** How many procedures ask something of the unit. */
export const countProcedures = route({
  method: 'GET',
  path: '/api/procedure-counts',
  permission: 'procedure.read',
  db: 'read',
  summary: 'Số thủ tục đang dùng, đang tắt, chưa có thời hạn, chưa đối chiếu, đã bãi bỏ',
  answer: z.object({
    on: z.int(),
    off: z.int(),
    noTerm: z.int(),
    unverified: z.int(),
    own: z.int(),
    abolished: z.int(),
  }),
});

const named = z.object({ id, name: z.string() });

export const procedurePage = z.object({
  ...head,
  content: procedureContent,
  isOn: z.boolean(),
  offReason: z.string().nullable(),
  unitTerms: z.array(termRule),
  unitFees: z.array(feeRule),
  citation: z.string().nullable(),
  unitNote: z.string().nullable(),
  position: named.nullable(),
  department: named.nullable(),
  receptionPoints: z.array(named),
  /** Version of the unit's own settings; 0 while it has none. */
  version: z.int(),
  /** Short name of the unit in addresses of public pages. */
  unitCode: z.string(),
  /** This version holds today. */
  isHeld: z.boolean(),
  changedAt: z.string().nullable(),
  changedByName: z.string().nullable(),
  /** Every version of the code, newest first. */
  versions: z.array(
    z.object({
      versionId: id,
      effectiveFrom: day.nullable(),
      /** The last day it holds; null while it holds. */
      effectiveTo: day.nullable(),
      revision: z.int(),
      own: z.boolean(),
      abolished: z.boolean(),
      successorCode: z.string().nullable(),
      decision: z.string().nullable(),
      reason: z.string().nullable(),
      byName: z.string().nullable(),
      at: z.string().nullable(),
    }),
  ),
});
export type ProcedurePage = z.infer<typeof procedurePage>;

export const getProcedure = route({
  method: 'GET',
  path: '/api/procedures/:code',
  permission: 'procedure.read',
  db: 'read',
  summary: 'Một thủ tục: nội dung theo ngày hoặc theo phiên bản, thiết lập của đơn vị, các phiên bản',
  params: z.strictObject({ code: procedureCode }),
  query: z.strictObject({ on: day.optional(), version: id.optional() }),
  answer: procedurePage,
});

const settings = z.object({ code: z.string(), isOn: z.boolean(), version });

const reason = z.string().trim().min(3, { error: 'Xin ghi lý do.' }).max(1_000);

export const switchProcedure = route({
  method: 'PUT',
  path: '/api/procedures/:code/offered',
  permission: 'procedure.manage',
  db: 'write',
  summary: 'Bật hoặc tắt một thủ tục tại đơn vị; tắt thì phải có lý do',
  params: z.strictObject({ code: procedureCode }),
  body: z.strictObject({ isOn: z.boolean(), reason: reason.optional(), version: z.int().min(0) }),
  answer: settings,
});

export const settingsForm = {
  terms: z.array(termRule).max(100),
  fees: z.array(feeRule).max(100),
  citation: z.string().trim().min(3).max(300).nullable(),
  note: z.string().trim().min(1).max(2_000).nullable(),
  positionId: id.nullable(),
  departmentId: id.nullable(),
  receptionPointIds: z.array(id).max(50),
};

export const changeProcedureSettings = route({
  method: 'PUT',
  path: '/api/procedures/:code/settings',
  permission: 'procedure.manage',
  db: 'write',
  summary: 'Thời hạn, phí theo quyết định của tỉnh, nơi tiếp nhận, người phụ trách tại đơn vị',
  params: z.strictObject({ code: procedureCode }),
  body: z.strictObject({ ...settingsForm, version: z.int().min(0) }),
  answer: settings,
});

export const addProcedureVersion = route({
  method: 'POST',
  path: '/api/procedures/:code/versions',
  permission: 'procedure.manage',
  db: 'write',
  summary: 'Thêm thủ tục riêng của đơn vị, hoặc phiên bản mới của một thủ tục',
  params: z.strictObject({ code: procedureCode }),
  body: z.strictObject({
    effectiveFrom: day,
    content: procedureContent,
    reason: reason.optional(),
    /** The version held today that this one is written after; null when there is none. */
    after: id.nullable(),
  }),
  answer: z.object({ versionId: id, code: z.string() }),
});

export const abolishProcedure = route({
  method: 'POST',
  path: '/api/procedures/:code/abolition',
  permission: 'procedure.manage',
  db: 'write',
  summary: 'Ghi nhận thủ tục bị bãi bỏ từ một ngày, với thủ tục thay thế nếu có',
  params: z.strictObject({ code: procedureCode }),
  body: z.strictObject({ from: day, successorCode: procedureCode.nullable(), reason, after: id }),
  answer: z.object({ versionId: id, code: z.string() }),
});
