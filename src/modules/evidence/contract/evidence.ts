import { z } from 'zod';
import { route } from '#kernel/route.ts';
import { day, done, id, pageOf, pageQuery, version } from '#modules/fields.ts';
import { evidenceAnswer, evidenceKind, evidenceLevel, evidenceRow } from './parts.ts';

const params = z.strictObject({ evidenceId: id });
const number = z
  .string()
  .trim()
  .regex(/^[0-9A-Za-z.-]{1,20}$/, { error: 'Số văn bản gồm chữ số (và chữ cái nếu có), ví dụ 45.' });
const symbol = z.string().trim().min(1, { error: 'Xin ghi ký hiệu, ví dụ BC-UBND.' }).max(60);
const title = z.string().trim().min(3, { error: 'Xin ghi ít nhất 3 ký tự.' }).max(1_000);
const short = (most: number) => z.string().trim().min(1).max(most).nullable();

export const listEvidence = route({
  method: 'GET',
  path: '/api/evidence',
  permission: 'session',
  db: 'read',
  summary: 'Minh chứng mà tài khoản được xem; tìm theo số, ký hiệu, từ không dấu; mới nhất trước',
  query: z.strictObject({
    ...pageQuery,
    kind: evidenceKind.optional(),
    /** Only what this account entered. */
    mine: z.enum(['yes']).optional(),
  }),
  answer: pageOf(evidenceRow),
});

export const getEvidence = route({
  method: 'GET',
  path: '/api/evidence/:evidenceId',
  permission: 'session',
  db: 'read',
  summary: 'Một minh chứng với các phiên bản tệp và nơi sử dụng',
  params,
  answer: evidenceAnswer,
});

/** `number` 0: the newest version. */
const fileParams = z.strictObject({ evidenceId: id, number: z.coerce.number().int().min(0).max(1_000_000) });

/** Reads the bytes again and compares their hash with what the log says of them. */
export const checkFile = route({
  method: 'GET',
  path: '/api/evidence/:evidenceId/files/:number/check',
  permission: 'session',
  db: 'none',
  summary: 'Kiểm tra tệp: tính lại mã băm của tệp đang lưu và so với nhật ký',
  params: fileParams,
  answer: z.object({
    ok: z.boolean(),
    /** Of the bytes as they lie there now; null: there are none. */
    found: z.string().nullable(),
    /** As the log says since the file came; null: that detail was erased from the log. */
    logged: z.string().nullable(),
    words: z.string(),
  }),
});

/** Only for the gate and OpenAPI: the answer is the file. */
export const downloadFile = route({
  method: 'GET',
  path: '/api/evidence/:evidenceId/files/:number/download',
  permission: 'session',
  db: 'none',
  summary: 'Tải một phiên bản tệp về máy',
  params: fileParams,
  answer: done,
});

/** As `downloadFile`, for showing PDF, pictures and plain text beside a form. */
export const viewFile = route({
  method: 'GET',
  path: '/api/evidence/:evidenceId/files/:number/view',
  permission: 'session',
  db: 'none',
  summary: 'Nội dung một phiên bản tệp để xem trong trang (PDF, ảnh, văn bản thuần)',
  params: fileParams,
  answer: done,
});

const cell = z.object({ text: z.string(), columns: z.int(), rows: z.int() });
const table = z.array(z.array(cell));

/** A Word or Excel file as text and tables, made by a job after the file came. */
export const getRendering = route({
  method: 'GET',
  path: '/api/evidence/:evidenceId/files/:number/rendering',
  permission: 'session',
  db: 'none',
  summary: 'Nội dung tệp Word, Excel để xem trong trang',
  params: fileParams,
  answer: z.object({
    state: z.enum(['waiting', 'ready', 'refused']),
    /** Why it cannot be shown. */
    reason: z.string().nullable(),
    content: z
      .union([
        z.object({
          kind: z.literal('text'),
          isCut: z.boolean(),
          blocks: z.array(
            z.union([
              z.object({ kind: z.literal('paragraph'), text: z.string(), isBold: z.boolean() }),
              z.object({ kind: z.literal('table'), rows: table }),
            ]),
          ),
        }),
        z.object({
          kind: z.literal('sheets'),
          sheets: z.array(z.object({ name: z.string(), rows: table, isCut: z.boolean() })),
        }),
      ])
      .nullable(),
  }),
});

/** `again`: the document was entered before; nothing was made, and a file given with it was not taken. */
const entered = z.object({ evidence: evidenceRow, again: z.boolean() });

export const enterDocument = route({
  method: 'POST',
  path: '/api/evidence/documents',
  permission: 'evidence.add',
  db: 'write',
  summary: 'Nhập văn bản đã ban hành, kèm tệp hoặc không; văn bản đã có thì trả về bản đã có',
  body: z.strictObject({
    number,
    symbol,
    issuedOn: day,
    /** Left out for a document marked mật. */
    title: title.optional(),
    documentType: short(100).default(null),
    issuer: short(200).default(null),
    signer: short(200).default(null),
    level: evidenceLevel.default('normal'),
    uploadId: id.optional(),
  }),
  answer: entered,
});

export const enterFile = route({
  method: 'POST',
  path: '/api/evidence/files',
  permission: 'evidence.add',
  db: 'write',
  summary: 'Nhập tệp minh chứng (không phải văn bản có số)',
  body: z.strictObject({ title, uploadId: id }),
  answer: entered,
});

export const addFileVersion = route({
  method: 'POST',
  path: '/api/evidence/:evidenceId/files',
  permission: 'evidence.add',
  db: 'write',
  summary: 'Thêm phiên bản tệp; các phiên bản trước được giữ nguyên',
  params,
  body: z.strictObject({ version, uploadId: id, note: z.string().trim().max(500).nullable().default(null) }),
  answer: evidenceRow,
});

export const correctEvidence = route({
  method: 'PATCH',
  path: '/api/evidence/:evidenceId',
  permission: 'evidence.add',
  db: 'write',
  summary: 'Sửa thông tin minh chứng',
  params,
  body: z.strictObject({
    version,
    reason: z.string().trim().min(3, { error: 'Xin ghi lý do (từ 3 ký tự).' }).max(1_000),
    title: title.optional(),
    number: number.optional(),
    symbol: symbol.optional(),
    issuedOn: day.optional(),
    documentType: short(100).optional(),
    issuer: short(200).optional(),
    signer: short(200).optional(),
  }),
  answer: evidenceRow,
});
