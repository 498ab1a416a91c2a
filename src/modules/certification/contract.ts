import { z } from 'zod';
import { route } from '#kernel/route.ts';
import { day, done, id, pageOf, pageQuery, version } from '#modules/fields.ts';
import { books } from './domain/tariff.ts';

export const book = z.enum(books);

const entry = {
  book,
  requester: z.string().trim().min(1, { error: 'Xin ghi người yêu cầu chứng thực.' }).max(300),
  requesterNumber: z.string().trim().min(1).max(40).nullable(),
  /** The other parties of a contract. */
  others: z.string().trim().max(1_000),
  content: z.string().trim().min(2, { error: 'Xin ghi tên giấy tờ, hợp đồng.' }).max(1_000),
  pages: z.int().min(0).max(10_000),
  copies: z.int().min(1).max(1_000),
  exemption: z.string().trim().min(2).max(300).nullable(),
  signer: z.string().trim().min(1, { error: 'Xin ghi người ký chứng thực.' }).max(200),
  dossierId: id.nullable(),
  evidenceId: id.nullable(),
};

export const certificationRow = z.object({
  id,
  version: z.int(),
  ...entry,
  requesterNumber: z.string().nullable(),
  number: z.int(),
  year: z.int(),
  day,
  fee: z.int(),
  byName: z.string(),
  voidedReason: z.string().nullable(),
  voidedByName: z.string().nullable(),
});
export type CertificationRow = z.infer<typeof certificationRow>;

export const listQuery = {
  ...pageQuery,
  book,
  from: day.optional(),
  to: day.optional(),
};

export const listCertifications = route({
  method: 'GET',
  path: '/api/certifications',
  permission: 'certification.read',
  db: 'read',
  summary: 'Sổ chứng thực theo loại; tìm không dấu theo người yêu cầu, giấy tờ',
  query: z.strictObject(listQuery),
  answer: pageOf(certificationRow).extend({ fees: z.int(), copies: z.int() }),
});

export const enterCertification = route({
  method: 'POST',
  path: '/api/certifications',
  permission: 'certification.enter',
  db: 'write',
  summary: 'Vào sổ chứng thực: cấp số, tính phí',
  body: z.strictObject(entry),
  answer: z.object({ id, number: z.int(), fee: z.int() }),
});

export const voidCertification = route({
  method: 'POST',
  path: '/api/certifications/:certificationId/void',
  permission: 'certification.enter',
  db: 'write',
  summary: 'Gạch một số chứng thực ghi sai; số giữ nguyên, có lý do',
  params: z.strictObject({ certificationId: id }),
  body: z.strictObject({
    version,
    reason: z.string().trim().min(5, { error: 'Xin ghi lý do, ít nhất 5 ký tự.' }).max(1_000),
  }),
  answer: done,
});

const price = z.int().min(0).max(10_000_000);
const tariff = {
  firstPages: z.int().min(0).max(1_000),
  firstPrice: price,
  nextPrice: price,
  mostPerCopy: price.nullable(),
  perCase: price,
  citation: z.string().trim().min(3, { error: 'Xin ghi văn bản quy định.' }).max(300),
  verified: z.boolean(),
};

export const listTariffs = route({
  method: 'GET',
  path: '/api/certification-tariffs',
  permission: 'certification.read',
  db: 'read',
  summary: 'Mức phí chứng thực đang áp dụng của từng sổ',
  answer: z.object({
    tariffs: z.array(z.object({ book, ...tariff, validFrom: day.nullable(), version: z.int() })),
  }),
});

export const setTariff = route({
  method: 'PUT',
  path: '/api/certification-tariffs/:book',
  permission: 'certification.configure',
  db: 'write',
  summary: 'Nhập mức phí của một sổ từ một ngày',
  params: z.strictObject({ book }),
  body: z.strictObject({ ...tariff, validFrom: day, version: z.int().min(0) }),
  answer: z.object({ version: z.int() }),
});

/** Only for the gate, the matrix of rights and OpenAPI: the answer is an Excel file. */
export const exportCertifications = route({
  method: 'GET',
  path: '/api/certifications/export.xlsx',
  permission: 'certification.read',
  db: 'none',
  summary: 'Xuất sổ chứng thực đang xem ra Excel',
  query: z.strictObject(listQuery),
  answer: done,
});
