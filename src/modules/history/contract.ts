import { z } from 'zod';
import { route } from '#kernel/route.ts';
import { day, id, pageOf, pageQuery } from '#modules/fields.ts';

const instant = z.string();
const hash = z.string();
const change = z.object({
  field: z.string(),
  /** Null when there was no such field. */
  before: z.string().nullable(),
  after: z.string().nullable(),
});

const act = z.object({
  id,
  at: instant,
  actorId: id.nullable(),
  /** Who acted, by the name they had then. */
  actor: z.string(),
  action: z.string(),
  /** What they did, to stand after the name. */
  words: z.string(),
  record: z.object({ type: z.string(), id: z.string(), name: z.string() }),
  reason: z.string().nullable(),
  changes: z.array(change),
  /** Personal data behind the entry was erased by law; the entry itself stays. */
  erased: z.boolean(),
  /** Place in the tree, from 0; null while it waits for one. */
  index: z.int().nullable(),
  /** A signed head covers the entry. */
  signed: z.boolean(),
});
export type Act = z.infer<typeof act>;

export const getHistory = route({
  method: 'GET',
  path: '/api/history',
  permission: 'session',
  db: 'read',
  summary: 'Lịch sử của một hồ sơ, bản ghi: ai, lúc nào, làm gì, vì sao; mới nhất trước',
  query: z.strictObject({
    recordType: z.string().min(1).max(60),
    recordId: z.string().min(1).max(200),
    /** Id of the last act of the page before. */
    olderThan: id.optional(),
  }),
  answer: z.object({ acts: z.array(act), more: z.boolean() }),
});

export const listLog = route({
  method: 'GET',
  path: '/api/log',
  permission: 'log.read',
  db: 'read',
  summary: 'Nhật ký của đơn vị, lọc theo người, việc, bản ghi và thời gian, tìm theo tên người; mới nhất trước',
  query: z.strictObject({
    ...pageQuery,
    actorId: id.optional(),
    action: z.string().max(100).optional(),
    recordType: z.string().max(60).optional(),
    recordId: z.string().max(200).optional(),
    from: day.optional(),
    to: day.optional(),
  }),
  answer: pageOf(act),
});

export const getEntry = route({
  method: 'GET',
  path: '/api/log/:entryId',
  permission: 'session',
  db: 'read',
  summary: 'Một mục nhật ký',
  params: z.strictObject({ entryId: id }),
  answer: act,
});

export const getLogChoices = route({
  method: 'GET',
  path: '/api/log/choices',
  permission: 'log.read',
  db: 'read',
  summary: 'Người, việc và loại bản ghi để lọc nhật ký',
  answer: z.object({
    actors: z.array(z.object({ id, name: z.string() })),
    actions: z.array(z.object({ code: z.string(), words: z.string() })),
    recordTypes: z.array(z.object({ code: z.string(), name: z.string() })),
  }),
});

const head = z.object({
  unit: z.string(),
  size: z.int(),
  root: hash,
  at: instant,
  joint: z.int(),
  signature: z.string(),
});

const receipt = z.object({
  leaf: z.object({
    unit: z.string(),
    id: z.string(),
    at: instant,
    actor: z.string().nullable(),
    action: z.string(),
    recordType: z.string(),
    recordId: z.string(),
    before: hash.nullable(),
    after: hash.nullable(),
    context: hash.nullable(),
  }),
  index: z.int(),
  proof: z.array(hash),
  head,
});

export const getProof = route({
  method: 'GET',
  path: '/api/log/:entryId/proof',
  permission: 'session',
  db: 'read',
  summary: 'Bằng chứng một mục nằm trong cây nhật ký đã ký',
  params: z.strictObject({ entryId: id }),
  answer: z.object({
    /** Null while no signed head covers the entry, at most a minute. */
    receipt: receipt.nullable(),
    /** Public keys in PEM, the newest last; those of former keys stay. */
    publicKeys: z.array(z.string()),
    /** What the commitments stand for; null when there is nothing or it was erased. */
    detail: z.object({ salt: hash, before: z.unknown(), after: z.unknown(), context: z.unknown() }).nullable(),
  }),
});

export const getLogHead = route({
  method: 'GET',
  path: '/api/log/head',
  permission: 'log.read',
  db: 'read',
  summary: 'Đầu cây nhật ký mới nhất, có chữ ký',
  answer: z.object({ head: head.nullable(), publicKeys: z.array(z.string()) }),
});

export const listLogHeads = route({
  method: 'GET',
  path: '/api/log/heads',
  permission: 'log.read',
  db: 'read',
  summary: 'Mọi đầu cây đã ký của đơn vị, từ nhỏ đến lớn, để lưu ở nơi khác',
  query: z.strictObject({ after: z.coerce.number().int().min(0).default(0) }),
  answer: z.object({ heads: z.array(head), more: z.boolean() }),
});
