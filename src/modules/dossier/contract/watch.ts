import { z } from 'zod';
import { route } from '#kernel/route.ts';
import { day, done, id, pageOf, pageQuery, version } from '#modules/fields.ts';
import { findingKinds } from '../domain/watch/finding-kinds.ts';
import { moment } from './parts.ts';

export const findingKind = z.enum(findingKinds);

export const finding = z.object({
  id,
  version: z.int(),
  kind: findingKind,
  /** What was found, in words. */
  words: z.string(),
  foundAt: moment,
  dossierId: id,
  code: z.string().nullable(),
  procedureName: z.string(),
  holderName: z.string(),
  source: z.enum(['own', 'imported']),
  explanation: z.string().nullable(),
  explainedByName: z.string().nullable(),
  explainedAt: moment.nullable(),
});

/** The watch against on-time figures that are not true: what was found, and how it was explained. */
export const listFindings = route({
  method: 'GET',
  path: '/api/dossier-findings',
  permission: 'dossier.watch',
  db: 'read',
  summary: 'Kiểm soát số liệu đúng hạn: các dấu hiệu đã phát hiện',
  query: z.strictObject({
    ...pageQuery,
    kind: findingKind.optional(),
    open: z.enum(['yes', 'no']).default('no'),
    from: day.optional(),
    to: day.optional(),
  }),
  answer: pageOf(finding).extend({
    counts: z.array(z.object({ kind: findingKind, n: z.int(), open: z.int() })),
  }),
});

export const explainFinding = route({
  method: 'POST',
  path: '/api/dossier-findings/:findingId/explain',
  permission: 'dossier.watch',
  db: 'write',
  summary: 'Giải trình một dấu hiệu',
  params: z.strictObject({ findingId: id }),
  body: z.strictObject({
    version,
    explanation: z.string().trim().min(5, { error: 'Xin ghi giải trình, ít nhất 5 ký tự.' }).max(2_000),
  }),
  answer: done,
});

export const scanNow = route({
  method: 'POST',
  path: '/api/dossier-findings/scan',
  permission: 'dossier.watch',
  db: 'write',
  summary: 'Rà soát ngay',
  answer: z.object({ found: z.int() }),
});

/** Runs of projecting dates again after the calendar was edited. */
export const listReprojections = route({
  method: 'GET',
  path: '/api/dossier-reprojections',
  permission: 'dossier.watch',
  db: 'read',
  summary: 'Các lần tính lại hạn sau khi sửa lịch làm việc',
  query: z.strictObject({ ...pageQuery }),
  answer: pageOf(
    z.object({
      id,
      because: z.string(),
      begunAt: moment,
      endedAt: moment.nullable(),
      lookedAt: z.int(),
      moved: z.int(),
    }),
  ),
});

export const listDueMoves = route({
  method: 'GET',
  path: '/api/dossier-reprojections/:reprojectionId/moves',
  permission: 'dossier.watch',
  db: 'read',
  summary: 'Hạn nào đã đổi, từ ngày nào sang ngày nào',
  params: z.strictObject({ reprojectionId: id }),
  query: z.strictObject({ ...pageQuery }),
  answer: pageOf(
    z.object({
      dossierId: id,
      code: z.string().nullable(),
      procedureName: z.string(),
      firstBefore: moment.nullable(),
      firstAfter: moment.nullable(),
      dueBefore: moment.nullable(),
      dueAfter: moment.nullable(),
    }),
  ),
});
