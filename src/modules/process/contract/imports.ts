import { z } from 'zod';
import { route } from '#kernel/route.ts';
import { id } from '#modules/fields.ts';
import { body, caseCode, citation, code, processName } from './body.ts';

/** How many processes one request may bring; the screen sends a longer table in parts. */
export const mostImported = 50;

const importedProcess = z.strictObject({ procedureCode: code, caseCode, name: processName, ...body });
export type ImportedProcess = z.input<typeof importedProcess>;

const processes = z
  .array(importedProcess)
  .min(1, { error: 'Chưa có quy trình nào để nhập.' })
  .max(mostImported, { error: `Mỗi lần nhập tối đa ${mostImported} quy trình.` })
  .refine((all) => new Set(all.map((one) => JSON.stringify([one.procedureCode, one.caseCode]))).size === all.length, {
    error: 'Một mã thủ tục và trường hợp có hai lần trong bảng. Xin giữ một, hoặc ghi trường hợp khác nhau.',
  });

const change = z.object({
  procedureCode: z.string(),
  caseCode: z.string(),
  outcome: z.enum(['added', 'changed', 'same']),
  /** What is compared with: the draft, or the version in force, that a new draft will follow. */
  before: z
    .object({ versionId: id, number: z.int(), state: z.enum(['draft', 'in-force', 'discarded']), ...body })
    .nullable(),
});
export type ImportChange = z.infer<typeof change>;

/** Gives the cells of a saved sheet; it enters nothing. */
export const readProcessSheetFile = route({
  method: 'POST',
  path: '/api/process-files',
  permission: 'process.manage',
  db: 'none',
  file: true,
  mostFileMb: 10,
  summary: 'Đọc các ô của tệp Excel chứa bảng quy trình, kèm các ô gộp',
  answer: z.object({
    rows: z.array(z.array(z.string())),
    merges: z.array(z.object({ top: z.int(), left: z.int(), bottom: z.int(), right: z.int() })),
  }),
});

export const previewProcessImport = route({
  method: 'POST',
  path: '/api/process-imports/preview',
  permission: 'process.manage',
  db: 'read',
  summary: 'Xem trước: quy trình nào mới, thay đổi, không đổi so với đang có',
  body: z.strictObject({ processes }),
  answer: z.object({ changes: z.array(change) }),
});

export const acceptProcessImport = route({
  method: 'POST',
  path: '/api/process-imports',
  permission: 'process.manage',
  db: 'write',
  summary: 'Nhận các quy trình đã đọc thành bản thảo; nhập lại không đổi gì',
  body: z.strictObject({ processes, citation }),
  answer: z.object({ added: z.int(), changed: z.int(), same: z.int() }),
});

/** Where the tables come out. */
export const exportPaths = {
  excel: '/api/processes/export.xlsx',
  json: '/api/processes/export.json',
} as const;
