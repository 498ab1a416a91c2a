import { z } from 'zod';
import { route } from '#kernel/route.ts';
import { day, done } from '#modules/fields.ts';
import { sheetColumns } from '../domain/sheet/procedure-sheet.ts';
import { procedureStates } from './catalogue.ts';

const columnIds = sheetColumns.map(({ id }) => id);

const told = z.object({
  /** Row of the sheet, or place in the JSON list. */
  row: z.int(),
  code: z.string(),
  name: z.string(),
});

export const readCatalogue = route({
  method: 'POST',
  path: '/api/procedures/file',
  permission: 'procedure.manage',
  db: 'write',
  summary: 'Nhập danh mục từ Excel hoặc JSON: đọc thử, so với danh mục đang có; lưu khi được yêu cầu',
  file: true,
  mostFileMb: 30,
  body: z.strictObject({
    save: z.enum(['yes', 'no']).default('no'),
    /** Rows with doubts are left out; without this nothing is saved while there are any. */
    skipDoubts: z.enum(['yes', 'no']).default('no'),
    /** The file is the whole catalogue: what it does not have is abolished from today. */
    whole: z.enum(['yes', 'no']).default('no'),
  }),
  answer: z.object({
    added: z.int(),
    changed: z.int(),
    same: z.int(),
    abolished: z.int(),
    /** Held here and not in the file; abolished only when the file is said to be the whole catalogue. */
    missing: z.int(),
    saved: z.boolean(),
    doubtCount: z.int(),
    /** The first 500. */
    doubts: z.array(
      z.object({ row: z.int(), cell: z.string(), column: z.string(), value: z.string(), message: z.string() }),
    ),
    /** The first 200 of each kind. */
    differences: z.array(
      told.extend({
        what: z.enum(['added', 'changed', 'abolished', 'missing']),
        fields: z.array(z.object({ column: z.enum(columnIds), before: z.string(), after: z.string() })),
      }),
    ),
  }),
});

/** The whole catalogue, or what a list shows with these filters. */
export const exportQuery = {
  on: day.optional(),
  q: z.string().trim().max(200).optional(),
  field: z.string().max(300).optional(),
  event: z.string().max(60).optional(),
  state: z.enum(procedureStates).optional(),
  sort: z.string().max(30).optional(),
};

export const catalogueSheet = route({
  method: 'GET',
  path: '/api/procedures/danh-muc.xlsx',
  permission: 'procedure.read',
  db: 'none',
  summary: 'Xuất danh mục thủ tục ra Excel; nhập lại không đổi gì',
  query: z.strictObject(exportQuery),
  answer: done,
});

export const catalogueJson = route({
  method: 'GET',
  path: '/api/procedures/danh-muc.json',
  permission: 'procedure.read',
  db: 'none',
  summary: 'Xuất danh mục thủ tục ra JSON; nhập lại không đổi gì',
  query: z.strictObject(exportQuery),
  answer: done,
});
