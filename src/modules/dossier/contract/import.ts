import { z } from 'zod';
import { route } from '#kernel/route.ts';
import { id, pageOf, pageQuery } from '#modules/fields.ts';
import { importFields } from '../domain/import/fields.ts';
import { moment } from './parts.ts';

const field = z.enum(importFields);
const words = z.string().nullable();

/** Reads a file of the province's system against what is held; saves when asked to. The same file again changes nothing. */
export const importDossiers = route({
  method: 'POST',
  path: '/api/dossier-imports',
  permission: 'dossier.import',
  db: 'write',
  summary:
    'Nhập hồ sơ từ tệp của hệ thống tỉnh (Excel, CSV, JSON): xem trước mới, thay đổi, không đổi; lưu khi được yêu cầu',
  file: true,
  mostFileMb: 30,
  body: z.strictObject({
    save: z.enum(['yes', 'no']).default('no'),
    /** Rows with doubts are left out; without this nothing is saved while there are any. */
    skipDoubts: z.enum(['yes', 'no']).default('no'),
    sourceName: z.string().trim().min(2, { error: 'Xin ghi tên hệ thống nguồn.' }).max(100),
    /** When the file was made; now unless said. */
    sourceAt: moment.optional(),
    /** How the columns of this source are called, as JSON `{ field: heading }`; kept under the name of the source. */
    headings: z.string().max(4_000).optional(),
  }),
  answer: z.object({
    added: z.int(),
    changed: z.int(),
    same: z.int(),
    shift: z.int(),
    /** At most 200 of each; their numbers stand above. */
    additions: z.array(z.object({ code: z.string(), ownerName: z.string(), procedureName: z.string() })),
    changes: z.array(
      z.object({
        code: z.string(),
        fields: z.array(z.object({ field, name: z.string(), before: words, after: words })),
      }),
    ),
    doubtCount: z.int(),
    doubts: z.array(z.object({ cell: z.string(), field, name: z.string(), value: z.string(), message: z.string() })),
    saved: z.boolean(),
    /** Why it was not saved though asked for. */
    refusal: z.string().nullable(),
  }),
});

export const listImports = route({
  method: 'GET',
  path: '/api/dossier-imports',
  permission: 'dossier.import',
  db: 'read',
  summary: 'Các lần đã nhập',
  query: z.strictObject({ ...pageQuery }),
  answer: pageOf(
    z.object({
      id,
      sourceName: z.string(),
      sourceAt: moment,
      fileName: z.string(),
      added: z.int(),
      changed: z.int(),
      same: z.int(),
      doubts: z.int(),
      takenAt: moment,
      takenByName: z.string(),
    }),
  ),
});

/** Headings that the unit named for its sources. */
export const listImportProfiles = route({
  method: 'GET',
  path: '/api/dossier-import-profiles',
  permission: 'dossier.import',
  db: 'read',
  summary: 'Cách đọc cột của từng nguồn',
  answer: z.object({
    profiles: z.array(z.object({ name: z.string(), headings: z.partialRecord(field, z.string()) })).max(100),
  }),
});
