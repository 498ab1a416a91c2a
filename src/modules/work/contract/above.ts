import { z } from 'zod';
import { route } from '#kernel/route.ts';
import { day, done, id, pageQuery, version } from '#modules/fields.ts';
import { comparisons } from '../domain/compare-above.ts';

/** Plans of higher levels: what they ask, and what of ours carries it out. */

export const aboveOperator = z.enum(['=', 'min', '>=', '>', 'max', '<=', '<']);
const operator = aboveOperator;
const figure = z.object({
  measure: z.string(),
  operator,
  value: z.number(),
  unit: z.string(),
  aspiration: z.boolean(),
});
const gap = z.enum(['weaker', 'other-figure', 'aspiration', 'later', 'undated']);
const yearOf = z.coerce.number().int().min(1990).max(2200);
const words = (least: number, most: number, error: string) => z.string().trim().min(least, { error }).max(most);
const place = z.string().trim().max(300);
const content = words(3, 4000, 'Xin ghi nội dung của cấp trên, ít nhất 3 ký tự.');
export const aboveReason = words(5, 2000, 'Xin ghi lý do khác, ít nhất 5 ký tự.').nullable();
export const aboveDifference = words(3, 2000, 'Xin ghi khác ở đâu, ít nhất 3 ký tự.').nullable();

export const abovePlan = z.object({
  id,
  year: z.int(),
  issuer: z.string(),
  number: z.string(),
  day: day.nullable(),
  title: z.string(),
  /** Where it came from: a unit above in this installation, a document that was read, or by hand. */
  source: z.enum(['unit', 'document', 'hand']),
  /** The plan in the higher unit that it was taken from. */
  sourcePlanId: id.nullable(),
  tasks: z.int(),
  targets: z.int(),
  /** The higher unit has issued a later version since. */
  renewable: z.boolean(),
  version,
});

export const listAbovePlans = route({
  method: 'GET',
  path: '/api/above-plans',
  permission: 'work.read',
  db: 'read',
  summary: 'Kế hoạch cấp trên của một năm mà đơn vị đã ghi',
  query: z.strictObject({ year: yearOf }),
  answer: z.object({ rows: z.array(abovePlan) }),
});

export const listOfferedPlans = route({
  method: 'GET',
  path: '/api/above-plans/offered',
  permission: 'work.manage',
  db: 'read',
  summary: 'Kế hoạch lấy được: đơn vị cấp trên đã công khai, hoặc văn bản đã đọc xong',
  query: z.strictObject({ year: yearOf }),
  answer: z.object({
    units: z.array(
      z.object({
        planId: id,
        unit: z.string(),
        title: z.string(),
        number: z.string(),
        day: day.nullable(),
        tasks: z.int(),
        targets: z.int(),
      }),
    ),
    documents: z.array(z.object({ importId: id, title: z.string(), issuer: z.string(), year: z.int().nullable() })),
  }),
});

const taken = z.object({ id, version: z.int(), added: z.int(), changed: z.int(), gone: z.int() });

/** Taking one again brings it up to what the higher unit has in force. */
export const takeAbovePlan = route({
  method: 'POST',
  path: '/api/above-plans/taken',
  permission: 'work.manage',
  db: 'write',
  summary: 'Lấy nhiệm vụ, chỉ tiêu từ kế hoạch cấp trên đã công khai hoặc từ văn bản đã đọc',
  body: z.discriminatedUnion('from', [
    z.strictObject({ from: z.literal('unit'), year: yearOf, planId: id }),
    z.strictObject({ from: z.literal('document'), year: yearOf, importId: id }),
  ]),
  answer: taken,
});

export const addAbovePlan = route({
  method: 'POST',
  path: '/api/above-plans',
  permission: 'work.manage',
  db: 'write',
  summary: 'Ghi một kế hoạch cấp trên bằng tay',
  body: z.strictObject({
    year: yearOf,
    issuer: words(2, 300, 'Xin ghi cơ quan ban hành.'),
    number: z.string().trim().max(100),
    day: day.nullable(),
    title: words(3, 500, 'Xin ghi tên kế hoạch.'),
  }),
  answer: z.object({ id, version: z.int() }),
});

export const removeAbovePlan = route({
  method: 'POST',
  path: '/api/above-plans/:abovePlanId/remove',
  permission: 'work.manage',
  db: 'write',
  summary: 'Bỏ một kế hoạch cấp trên đã ghi nhầm, cùng mọi liên kết với việc của ta',
  params: z.strictObject({ abovePlanId: id }),
  body: z.strictObject({ version, reason: words(5, 2000, 'Xin ghi lý do, ít nhất 5 ký tự.') }),
  answer: done,
});

const givenFigure = z.strictObject({
  measure: words(3, 500, 'Xin ghi chỉ tiêu đo gì.'),
  operator,
  value: z.number().min(-1e12).max(1e12),
  unit: z.string().trim().max(30),
});

export const addAboveItem = route({
  method: 'POST',
  path: '/api/above-plans/:abovePlanId/items',
  permission: 'work.manage',
  db: 'write',
  summary: 'Ghi một nhiệm vụ hoặc chỉ tiêu của kế hoạch cấp trên',
  params: z.strictObject({ abovePlanId: id }),
  body: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('task'), place, content, due: day.nullable() }),
    z.strictObject({ kind: z.literal('target'), place, content, figure: givenFigure }),
  ]),
  answer: z.object({ id, version: z.int() }),
});

/** Something of ours that carries out what is asked. */
export const aboveLink = z.object({
  id,
  kind: z.enum(['task', 'target']),
  /** Of the task or target of ours. */
  oursId: id,
  place: z.string(),
  content: z.string(),
  figure: figure.nullable(),
  due: day.nullable(),
  gap: gap.nullable(),
  /** The gap in words. */
  gapWords: z.string().nullable(),
  difference: z.string().nullable(),
  reason: z.string().nullable(),
  ended: z.boolean(),
});

export const aboveRow = z.object({
  id,
  kind: z.enum(['task', 'target']),
  plan: z.object({ id, title: z.string(), issuer: z.string(), number: z.string(), day: day.nullable() }),
  place: z.string(),
  content: z.string(),
  figure: figure.nullable(),
  due: day.nullable(),
  dueText: z.string(),
  comparison: z.enum(comparisons),
  absentReason: z.string().nullable(),
  ours: z.array(aboveLink),
  /** What of ours reads alike and nobody has named yet. */
  alike: z.object({ kind: z.enum(['task', 'target']), id, content: z.string() }).nullable(),
  version,
});

const { q: _q, ...pages } = pageQuery;

/** *So với kế hoạch cấp trên*. */
export const listAbove = route({
  method: 'GET',
  path: '/api/plans/:planId/above',
  permission: 'work.read',
  db: 'read',
  summary: 'So với kế hoạch cấp trên: đáp ứng, khác có lý do, khác chưa có lý do, chưa có trong kế hoạch của ta',
  params: z.strictObject({ planId: id }),
  query: z.strictObject({
    ...pages,
    q: pageQuery.q,
    comparison: z.enum(comparisons).optional(),
    kind: z.enum(['task', 'target']).optional(),
    abovePlanId: id.optional(),
    /** Only this one. */
    itemId: id.optional(),
  }),
  answer: z.object({
    rows: z.array(aboveRow),
    total: z.int(),
    page: z.int(),
    size: z.int(),
    year: z.int(),
    /** Of the year, whatever the list was narrowed by. */
    counts: z.record(z.enum(comparisons), z.int()),
  }),
});

/** Says what of ours carries out one thing asked, or why nothing does. */
export const setAboveItem = route({
  method: 'PUT',
  path: '/api/above-items/:itemId',
  permission: 'work.manage',
  db: 'write',
  summary: 'Ghi nhiệm vụ, chỉ tiêu của ta thực hiện yêu cầu của cấp trên, khác ở đâu và vì sao',
  params: z.strictObject({ itemId: id }),
  body: z.strictObject({
    version,
    ours: z
      .array(
        z.strictObject({
          kind: z.enum(['task', 'target']),
          id,
          difference: aboveDifference,
          reason: aboveReason,
        }),
      )
      .max(20),
    /** Why nothing of ours carries it out; null when something does, or it is not known. */
    absentReason: aboveReason,
  }),
  answer: z.object({ id, version: z.int() }),
});

/** Names at once what reads alike, as the list offers it. */
export const linkAlike = route({
  method: 'POST',
  path: '/api/plans/:planId/above/alike',
  permission: 'work.manage',
  db: 'write',
  summary: 'Ghép các yêu cầu của cấp trên với việc của ta đọc giống nhau, đã xem và đồng ý',
  params: z.strictObject({ planId: id }),
  body: z.strictObject({
    pairs: z
      .array(z.strictObject({ itemId: id, version, kind: z.enum(['task', 'target']), id }))
      .min(1)
      .max(200),
  }),
  answer: z.object({ linked: z.int() }),
});

/** Address of the Excel of the comparison; it takes the query of the list. */
export const aboveSheetPath = '/api/plans/:planId/above/export.xlsx';
