import { z } from 'zod';
import { route } from '#kernel/route.ts';
import { day, id, pageOf, pageQuery } from '#modules/fields.ts';
import { channel, dossierRow, dossierState, moment } from './parts.ts';

/** Work lists of the one-stop shop, each with its count. */
export const workLists = [
  'wait-intake',
  'wait-intake-supplement',
  'wait-transfer',
  'mine',
  'wait-assign',
  'running',
  'due-soon',
  'last-day-to-apologise',
  'overdue',
  'overdue-supplement',
  'wait-supplement',
  'wait-payment',
  'drafts',
  'wait-signature',
  'wait-hand-over',
  'apologies-owed',
  'slow-digitisation',
  'afterwards',
  'ended',
  'all',
] as const;
export const workList = z.enum(workLists);
export type WorkList = z.infer<typeof workList>;

/** By what a list may be narrowed, beside words. */
export const listFilter = {
  list: workList.default('all'),
  state: dossierState.optional(),
  field: z.string().max(100).optional(),
  procedure: z.string().max(40).optional(),
  departmentId: id.optional(),
  positionId: id.optional(),
  personId: id.optional(),
  channel: channel.optional(),
  source: z.enum(['own', 'imported']).optional(),
  from: day.optional(),
  to: day.optional(),
  mine: z.enum(['yes', 'no']).default('no'),
  /** Left out: as the list goes. Lists of all and of ended dossiers go by day of receipt, the newest first. */
  sort: z.enum(['due', '-due', 'received', '-received']).optional(),
};
export type ListFilter = z.output<z.ZodObject<typeof listFilter>>;

/** A page of dossiers; of very many, `total` is a number that there are at least. */
const dossierPage = pageOf(dossierRow).extend({ totalIsAtLeast: z.boolean() });

export const listDossiers = route({
  method: 'GET',
  path: '/api/dossiers',
  permission: 'dossier.own',
  db: 'read',
  summary: 'Danh sách hồ sơ theo trạng thái, tìm không dấu theo tên, thủ tục, mã',
  query: z.strictObject({ ...pageQuery, ...listFilter }),
  answer: dossierPage,
});

/** The same list for what must not stand in an address: identity, tax and telephone numbers. Screens search by this. */
export const searchDossiers = route({
  method: 'POST',
  path: '/api/dossiers/search',
  permission: 'dossier.own',
  db: 'read',
  summary: 'Tìm hồ sơ theo tên, số giấy tờ, số điện thoại, mã; số không nằm trên địa chỉ',
  body: z.strictObject({ ...pageQuery, ...listFilter }),
  answer: dossierPage,
});

/** Counts of all work lists for who asks; at 1,000 and more a count says "at least". */
export const countDossiers = route({
  method: 'GET',
  path: '/api/dossiers/counts',
  permission: 'dossier.own',
  db: 'read',
  summary: 'Số hồ sơ của từng danh sách việc',
  query: z.strictObject({ mine: z.enum(['yes', 'no']).default('no') }),
  answer: z.object({ counts: z.array(z.object({ list: workList, n: z.int(), atLeast: z.boolean() })), asOf: moment }),
});

/** Overdue and running by holder, department or field. */
export const dossiersByHolder = route({
  method: 'GET',
  path: '/api/dossiers/by-holder',
  permission: 'dossier.own',
  db: 'read',
  summary: 'Hồ sơ theo người giữ: đang giữ, sắp đến hạn, quá hạn',
  query: z.strictObject({ by: z.enum(['holder', 'department', 'field']).default('holder') }),
  answer: z.object({
    rows: z
      .array(
        z.object({ id: z.string(), name: z.string(), running: z.int(), soon: z.int(), late: z.int(), owed: z.int() }),
      )
      .max(500),
  }),
});

/** The electronic register (sổ theo dõi hồ sơ) with all its columns. */
export const listRegister = route({
  method: 'GET',
  path: '/api/dossiers/register',
  permission: 'dossier.own',
  db: 'read',
  summary: 'Sổ theo dõi hồ sơ',
  query: z.strictObject({ ...pageQuery, field: z.string().max(100).optional(), from: day, to: day }),
  answer: pageOf(
    z.object({
      id,
      place: z.int(),
      code: z.string().nullable(),
      procedureName: z.string(),
      ownerName: z.string(),
      address: z.string(),
      phone: z.string().nullable(),
      agency: z.string(),
      receivedAt: moment,
      dueAt: moment.nullable(),
      newDueAt: moment.nullable(),
      returnedAt: moment.nullable(),
      way: z.string(),
      signedFor: z.string().nullable(),
      note: z.string(),
    }),
  ).extend({ totalIsAtLeast: z.boolean() }),
});
