import { z } from 'zod';
import { route } from '#kernel/route.ts';
import { day, done, id, pageOf, pageQuery } from '#modules/fields.ts';

const amount = z.int({ error: 'Số tiền là số nguyên, tính bằng đồng.' }).min(0).max(100_000_000_000);

const feeRow = z.strictObject({
  code: z.string().max(60),
  name: z.string().trim().min(1, { error: 'Xin ghi tên khoản thu.' }).max(300),
  quantity: z.int().min(1).max(100_000),
  price: amount,
  exemption: z.string().trim().min(2).max(300).nullable(),
});

export const feeEntry = z.object({
  id,
  kind: z.enum(['taking', 'refund']),
  number: z.int(),
  dossierId: id.nullable(),
  dossierCode: z.string().nullable(),
  payer: z.string(),
  rows: z.array(feeRow),
  amount: z.int(),
  way: z.enum(['cash', 'transfer']),
  reference: z.string().nullable(),
  reason: z.string().nullable(),
  at: z.string(),
  day,
  byName: z.string(),
  /** The refund of a taking; null while it was not given back. */
  refundedAt: z.string().nullable(),
});
export type FeeEntry = z.infer<typeof feeEntry>;

const entered = z.object({ id, number: z.int(), amount: z.int() });

export const takeFees = route({
  method: 'POST',
  path: '/api/fees',
  permission: 'payment.take',
  db: 'write',
  summary: 'Thu phí, lệ phí; miễn, giảm thì ghi lý do',
  body: z.strictObject({
    dossierId: id.nullable(),
    payer: z.string().trim().min(1, { error: 'Xin ghi người nộp tiền.' }).max(300),
    rows: z.array(feeRow).min(1).max(50),
    way: z.enum(['cash', 'transfer']),
    /** Number of the tax authority's receipt, or of the transfer. */
    reference: z.string().trim().min(1).max(100).nullable(),
  }),
  answer: entered,
});

export const refundFees = route({
  method: 'POST',
  path: '/api/fees/:entryId/refund',
  permission: 'payment.take',
  db: 'write',
  summary: 'Hoàn trả một khoản đã thu, có lý do',
  params: z.strictObject({ entryId: id }),
  body: z.strictObject({ reason: z.string().trim().min(5, { error: 'Xin ghi lý do, ít nhất 5 ký tự.' }).max(1_000) }),
  answer: entered,
});

/** Fees a dossier is to pay by the catalogue, and what was taken for it. */
export const getDossierFees = route({
  method: 'GET',
  path: '/api/dossiers/:dossierId/fees',
  permission: 'payment.read',
  db: 'read',
  summary: 'Phí của một hồ sơ: phải thu, đã thu, đã hoàn',
  params: z.strictObject({ dossierId: id }),
  answer: z.object({
    asked: z.array(
      z.object({ code: z.string(), name: z.string(), amount: z.int().nullable(), legalBasis: z.string().nullable() }),
    ),
    entries: z.array(feeEntry).max(100),
    taken: z.int(),
  }),
});

/** The cash book of a day: its entries, what they come to, and how it was closed. */
export const getCashDay = route({
  method: 'GET',
  path: '/api/cash-book/:day',
  permission: 'payment.read',
  db: 'read',
  summary: 'Sổ quỹ của một ngày',
  params: z.strictObject({ day }),
  query: z.strictObject({ ...pageQuery }),
  answer: pageOf(feeEntry).extend({
    cash: z.int(),
    transfer: z.int(),
    closed: z
      .object({
        booked: z.int(),
        counted: z.int(),
        note: z.string().nullable(),
        closedAt: z.string(),
        closedByName: z.string(),
      })
      .nullable(),
  }),
});

export const listCashDays = route({
  method: 'GET',
  path: '/api/cash-book',
  permission: 'payment.read',
  db: 'read',
  summary: 'Các ngày của sổ quỹ: thu, hoàn, kiểm quỹ',
  query: z.strictObject({ ...pageQuery }),
  answer: pageOf(
    z.object({
      day,
      cash: z.int(),
      transfer: z.int(),
      entries: z.int(),
      counted: z.int().nullable(),
      closedByName: z.string().nullable(),
    }),
  ),
});

export const closeCashDay = route({
  method: 'POST',
  path: '/api/cash-book/:day/close',
  permission: 'payment.take',
  db: 'write',
  summary: 'Kiểm quỹ, khóa sổ một ngày',
  params: z.strictObject({ day }),
  body: z.strictObject({ counted: amount, note: z.string().trim().max(1_000).default('') }),
  answer: z.object({ booked: z.int(), counted: z.int() }),
});

/** Only for the gate, the matrix of rights and OpenAPI: the answer is a PDF file. */
export const printFees = route({
  method: 'GET',
  path: '/api/fees/:entryId/print.pdf',
  permission: 'payment.read',
  db: 'none',
  summary: 'In phiếu thu phí, lệ phí (PDF)',
  params: z.strictObject({ entryId: id }),
  answer: done,
});
