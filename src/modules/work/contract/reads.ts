import { z } from 'zod';
import { route } from '#kernel/route.ts';
import { day, id, pageOf, pageQuery } from '#modules/fields.ts';
import { myGroups } from '../domain/my-groups.ts';
import { aboveRow } from './above.ts';
import {
  bearer,
  dueStep,
  extension,
  obligationFilter,
  obligationRow,
  possibleAct,
  stage,
  submission,
  urgency,
  urgeRow,
  workState,
} from './parts.ts';

const mine = z.enum(myGroups);

/** *Việc của tôi*: what the posts of this person, and of those the person stands in for, owe and wait for. */
export const getMyWork = route({
  method: 'GET',
  path: '/api/my-work',
  permission: 'work.read',
  db: 'read',
  summary: 'Việc của tôi: quá hạn, sắp đến hạn, chờ tôi, chờ người khác',
  query: z.strictObject({
    /** `own`: of my posts; `for-others`: done for somebody away. */
    side: z.enum(['own', 'for-others']).default('own'),
    group: mine.optional(),
    page: z.coerce.number().int().min(1).max(10_000).default(1),
    size: z.coerce.number().int().min(1).max(100).default(25),
  }),
  answer: z.object({
    day,
    /** Of this side, whatever the group asked for. */
    counts: z.array(z.object({ group: mine, n: z.int() })),
    /** How many live ones the other side has, so that its tab can say so. */
    otherSide: z.int(),
    /** Whose work is done here besides one's own. */
    insteadOf: z.array(z.string()),
    rows: z.array(obligationRow.extend({ group: mine, insteadOf: z.string().nullable() })),
    total: z.int(),
    page: z.int(),
    size: z.int(),
  }),
});

export const listObligations = route({
  method: 'GET',
  path: '/api/obligations',
  permission: 'work.read',
  db: 'read',
  summary: 'Sản phẩm đến hạn của cả đơn vị; lọc, tìm không dấu, sắp xếp',
  query: z.strictObject({
    ...pageQuery,
    ...obligationFilter,
    taskId: id.optional(),
    sort: z.enum(['due', '-due', 'place', '-place', 'title', '-title', 'state', '-state']).default('due'),
  }),
  answer: pageOf(obligationRow),
});

export const getObligation = route({
  method: 'GET',
  path: '/api/obligations/:obligationId',
  permission: 'work.read',
  db: 'read',
  summary: 'Một sản phẩm đến hạn: hạn và vì sao, người, lần nộp, gia hạn, đôn đốc, việc được làm',
  params: z.strictObject({ obligationId: id }),
  answer: z.object({
    obligation: obligationRow,
    stageReason: z.string().nullable(),
    dueSteps: z.array(dueStep),
    approver: bearer.nullable(),
    coordinators: z.array(bearer),
    watchers: z.array(bearer),
    submissions: z.array(submission),
    extensions: z.array(extension),
    urges: z.array(urgeRow),
    /** Others that the same evidence closed, or would close. */
    closedTogether: z.array(z.object({ id, title: z.string(), place: z.string() })),
    acts: z.array(possibleAct),
    timeline: z.array(
      z.object({
        id,
        act: z.string(),
        words: z.string(),
        at: z.string(),
        day,
        by: z.string(),
        insteadOf: z.string().nullable(),
        reason: z.string().nullable(),
        toStage: stage,
      }),
    ),
  }),
});

export const listWorkTasks = route({
  method: 'GET',
  path: '/api/work-tasks',
  permission: 'work.read',
  db: 'read',
  summary: 'Nhiệm vụ với tiến độ của các sản phẩm',
  query: z.strictObject({
    ...pageQuery,
    planId: id.optional(),
    source: z.enum(['plan', 'document', 'meeting', 'other']).optional(),
    field: z.string().max(40).optional(),
    positionId: id.optional(),
    closed: z.enum(['yes', 'no']).optional(),
    sort: z.enum(['due', '-due', 'place', 'content', 'newest']).default('due'),
  }),
  answer: pageOf(
    z.object({
      id,
      source: z.enum(['plan', 'document', 'meeting', 'other']),
      place: z.string(),
      content: z.string(),
      sourceWords: z.string().nullable(),
      fieldCode: z.string().nullable(),
      urgency,
      weight: z.number(),
      closed: z.boolean(),
      /** The nearest day of what is still open. */
      nextDue: day.nullable(),
      counts: z.array(z.object({ state: workState, n: z.int() })),
      bearer,
      version: z.int(),
    }),
  ),
});

export const getWorkTask = route({
  method: 'GET',
  path: '/api/work-tasks/:taskId',
  permission: 'work.read',
  db: 'read',
  summary: 'Một nhiệm vụ: sản phẩm, người, việc con, danh mục việc, nguồn',
  params: z.strictObject({ taskId: id }),
  answer: z.object({
    id,
    source: z.enum(['plan', 'document', 'meeting', 'other']),
    planId: id.nullable(),
    place: z.string(),
    content: z.string(),
    sourceWords: z.string().nullable(),
    sourceEvidenceId: id.nullable(),
    parent: z.object({ id, content: z.string() }).nullable(),
    carriedFrom: z.object({ id, content: z.string(), year: z.int() }).nullable(),
    carriedTo: z.object({ id, content: z.string(), year: z.int() }).nullable(),
    fieldCode: z.string().nullable(),
    ours: z.boolean(),
    weight: z.number(),
    urgency,
    closed: z.boolean(),
    droppedBy: z.string().nullable(),
    lead: bearer,
    parts: z.array(z.object({ id, role: z.enum(['coordinator', 'watcher']), bearer, fromPlan: z.boolean() })),
    checks: z.array(
      z.object({
        id,
        content: z.string(),
        doneAt: z.string().nullable(),
        doneBy: z.string().nullable(),
        version: z.int(),
      }),
    ),
    children: z.array(z.object({ id, content: z.string(), closed: z.boolean(), nextDue: day.nullable() })),
    obligations: z.array(obligationRow),
    /** What it carries out of plans of higher levels; in `ours` only the task itself. */
    above: z.array(aboveRow.omit({ alike: true })),
    planYear: z.int(),
    /** The merged unit that this task came from, under the name it had. */
    movedFrom: z
      .object({
        name: z.string(),
        on: day.nullable(),
        /** What was done there, the newest last. */
        history: z.array(
          z.object({
            title: z.string(),
            at: z.string(),
            by: z.string(),
            words: z.string(),
            reason: z.string().nullable(),
          }),
        ),
      })
      .nullable(),
    /** The unit that took this task over, under its name. */
    movedTo: z.object({ name: z.string(), on: day }).nullable(),
    /** What versions of the plan changed in it, and by which document. */
    amendments: z.array(z.object({ version: z.int(), decision: z.string(), what: z.string() })),
    acts: z.array(possibleAct),
    version: z.int(),
  }),
});

/** *Chờ duyệt*: what waits for a decision of this person. */
export const listApprovals = route({
  method: 'GET',
  path: '/api/approvals',
  permission: 'work.read',
  db: 'read',
  summary: 'Chờ tôi quyết định: sản phẩm đã nộp và đề nghị gia hạn',
  query: z.strictObject({
    kind: z.enum(['all', 'submission', 'extension']).default('all'),
    page: z.coerce.number().int().min(1).max(10_000).default(1),
    size: z.coerce.number().int().min(1).max(100).default(25),
  }),
  answer: z.object({
    rows: z.array(
      z.object({
        kind: z.enum(['submission', 'extension']),
        obligation: obligationRow,
        submission: submission.nullable(),
        extension: extension.nullable(),
        /** A check of a signed document, or a decision of the leader. */
        route: z.enum(['check', 'approve']),
        insteadOf: z.string().nullable(),
      }),
    ),
    total: z.int(),
    page: z.int(),
    size: z.int(),
  }),
});

const figure = z.object({
  total: z.int(),
  byState: z.array(z.object({ state: workState, n: z.int() })),
});

/** *Tổng quan*: every figure can be opened with the filter it stands for. */
export const getOverview = route({
  method: 'GET',
  path: '/api/work-overview',
  permission: 'work.read',
  db: 'read',
  summary: 'Tổng quan: tiến độ theo lĩnh vực, bộ phận, người, tháng; chờ duyệt; sắp trễ; chưa có người',
  query: z.strictObject({ planId: id.optional(), year: z.coerce.number().int().min(1990).max(2200).optional() }),
  answer: z.object({
    /** The day for which the states hold. */
    day,
    plan: z.object({ id, title: z.string(), year: z.int() }).nullable(),
    all: figure,
    fields: z.array(figure.extend({ code: z.string().nullable(), name: z.string() })),
    departments: z.array(figure.extend({ id: id.nullable(), name: z.string() })),
    posts: z.array(figure.extend({ id: id.nullable(), name: z.string(), people: z.array(z.string()) })),
    months: z.array(figure.extend({ month: z.string().nullable() })),
    approvals: z.int(),
    empty: z.int(),
    /** The first few that are late, and that will be soon. */
    late: z.array(obligationRow),
    soon: z.array(obligationRow),
    targets: z.array(z.object({ id, text: z.string(), ours: z.boolean() })),
  }),
});

/** What falls due in a span of days, for month calendar and year chart. */
export const listCalendar = route({
  method: 'GET',
  path: '/api/work-calendar',
  permission: 'work.read',
  db: 'read',
  summary: 'Lịch sản phẩm đến hạn của một tháng hoặc một năm',
  query: z.strictObject({ ...obligationFilter, from: day, to: day, mine: z.enum(['yes']).optional() }),
  answer: z.object({ rows: z.array(obligationRow), more: z.int() }),
});
