import { z } from 'zod';
import { route } from '#kernel/route.ts';
import { id, pageOf, pageQuery, version } from '#modules/fields.ts';
import {
  diffAnswer,
  due,
  holder,
  narrativeRow,
  reformField,
  reportDutyRow,
  responsibilityRow,
  statementRow,
  targetRow,
  taskRow,
} from './parts.ts';
import { atVersion, planAnswer, planRow, planState, taskFilter, versionRow } from './plan-parts.ts';

const params = z.strictObject({ planId: id });
export const listPlans = route({
  method: 'GET',
  path: '/api/plans',
  permission: 'plan.read',
  db: 'read',
  summary: 'Các kế hoạch của đơn vị, năm mới nhất trước',
  query: z.strictObject({ ...pageQuery, year: z.coerce.number().int().optional(), state: planState.optional() }),
  answer: pageOf(planRow),
});

export const getPlan = route({
  method: 'GET',
  path: '/api/plans/:planId',
  permission: 'plan.read',
  db: 'read',
  summary: 'Một kế hoạch: bảy lĩnh vực, số lượng, các phiên bản',
  params,
  query: z.strictObject(atVersion),
  answer: planAnswer,
});

export const listTasks = route({
  method: 'GET',
  path: '/api/plans/:planId/tasks',
  permission: 'plan.read',
  db: 'read',
  summary: 'Nhiệm vụ với sản phẩm, chủ trì, phối hợp và hạn; lọc, tìm không dấu, sắp xếp',
  params,
  query: z.strictObject({ ...pageQuery, ...taskFilter }),
  answer: pageOf(taskRow),
});

export const getTask = route({
  method: 'GET',
  path: '/api/plans/:planId/tasks/:taskId',
  permission: 'plan.read',
  db: 'read',
  summary: 'Một nhiệm vụ và lịch sử của nó qua các phiên bản',
  params: z.strictObject({ planId: id, taskId: id }),
  query: z.strictObject(atVersion),
  answer: z.object({
    task: taskRow,
    /** Rows of this task in earlier and later versions, oldest first. */
    history: z.array(z.object({ fromVersion: z.int(), toVersion: z.int().nullable(), task: taskRow })),
    /** Items of the plan's text that it carries out. */
    narrative: z.array(narrativeRow),
    appendix: z.object({ number: z.string(), title: z.string() }).nullable(),
    /** Import and pointer of the reading it came from, for "xem trong văn bản". */
    source: z.object({ importId: id, path: z.string(), lines: z.array(z.int()) }).nullable(),
  }),
});

/** What the filters of the list offer, with counts. */
export const getTaskFacets = route({
  method: 'GET',
  path: '/api/plans/:planId/task-facets',
  permission: 'plan.read',
  db: 'read',
  summary: 'Các giá trị để lọc nhiệm vụ, kèm số lượng',
  params,
  query: z.strictObject(atVersion),
  answer: z.object({
    fields: z.array(z.object({ code: z.string(), name: z.string(), count: z.int() })),
    leads: z.array(z.object({ holder, name: z.string().nullable(), count: z.int() })),
    coordinators: z.array(z.object({ holder, name: z.string().nullable(), count: z.int() })),
    months: z.array(z.object({ month: z.int(), count: z.int() })),
    undated: z.int(),
  }),
});

export const listTargets = route({
  method: 'GET',
  path: '/api/plans/:planId/targets',
  permission: 'plan.read',
  db: 'read',
  summary: 'Chỉ tiêu của kế hoạch',
  params,
  query: z.strictObject(atVersion),
  answer: z.object({ rows: z.array(targetRow) }),
});

export const listStatements = route({
  method: 'GET',
  path: '/api/plans/:planId/statements',
  permission: 'plan.read',
  db: 'read',
  summary: 'Mục đích, mục tiêu định tính và kinh phí',
  params,
  query: z.strictObject(atVersion),
  answer: z.object({ rows: z.array(statementRow) }),
});

export const listNarrative = route({
  method: 'GET',
  path: '/api/plans/:planId/narrative',
  permission: 'plan.read',
  db: 'read',
  summary: 'Nhiệm vụ ở phần lời, nối với nhiệm vụ ở phụ lục',
  params,
  query: z.strictObject(atVersion),
  answer: z.object({ rows: z.array(narrativeRow) }),
});

export const listResponsibilities = route({
  method: 'GET',
  path: '/api/plans/:planId/responsibilities',
  permission: 'plan.read',
  db: 'read',
  summary: 'Trách nhiệm thực hiện',
  params,
  query: z.strictObject(atVersion),
  answer: z.object({ rows: z.array(responsibilityRow) }),
});

export const listReportDuties = route({
  method: 'GET',
  path: '/api/plans/:planId/report-duties',
  permission: 'plan.read',
  db: 'read',
  summary: 'Chế độ báo cáo',
  params,
  query: z.strictObject(atVersion),
  answer: z.object({ rows: z.array(reportDutyRow) }),
});

export const listVersions = route({
  method: 'GET',
  path: '/api/plans/:planId/versions',
  permission: 'plan.read',
  db: 'read',
  summary: 'Các phiên bản của kế hoạch',
  params,
  answer: z.object({ rows: z.array(versionRow) }),
});

export const diffVersions = route({
  method: 'GET',
  path: '/api/plans/:planId/versions/:version/diff',
  permission: 'plan.read',
  db: 'read',
  summary: 'Phần thêm, sửa, bỏ của một phiên bản so với phiên bản khác',
  params: z.strictObject({ planId: id, version: z.coerce.number().int().min(1) }),
  /** Without it: the version before. */
  query: z.strictObject({ against: z.coerce.number().int().min(1).optional() }),
  answer: diffAnswer,
});

/** The year as bars: one for each due rule, ordered as the plan. */
export const getCalendar = route({
  method: 'GET',
  path: '/api/plans/:planId/calendar',
  permission: 'plan.read',
  db: 'read',
  summary: 'Cả năm theo hạn (sơ đồ Gantt): mỗi hạn một thanh',
  params,
  query: z.strictObject(taskFilter),
  answer: z.object({
    year: z.int(),
    rows: z.array(
      z.object({
        taskId: id,
        no: z.string(),
        place: z.string(),
        fieldCode: z.string().nullable(),
        content: z.string(),
        ours: z.boolean(),
        leads: z.array(holder),
        bars: z.array(
          z.object({
            ...due.shape,
            /** Words of the output; empty when the rule is for all outputs. */
            output: z.string(),
            /** Days on which a periodic report is due. */
            days: z.array(z.string()),
          }),
        ),
      }),
    ),
  }),
});

export const listFields = route({
  method: 'GET',
  path: '/api/plan-fields',
  permission: 'plan.read',
  db: 'read',
  summary: 'Các lĩnh vực cải cách hành chính',
  answer: z.object({ rows: z.array(reformField) }),
});

export const setPublished = route({
  method: 'POST',
  path: '/api/plans/:planId/publication',
  permission: 'plan.accept',
  db: 'write',
  summary: 'Đưa kế hoạch lên trang công khai hoặc rút xuống',
  params,
  body: z.strictObject({ revision: version, published: z.boolean() }),
  answer: z.object({ revision: z.int(), published: z.boolean() }),
});
