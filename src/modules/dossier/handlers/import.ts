import { sql } from 'kysely';
import type { Id } from '#kernel/brands.ts';
import { parseMoment } from '#kernel/moment.ts';
import { type Context, getSession } from '#server/context.ts';
import { fail } from '#server/errors.ts';
import type { StoredUpload } from '#server/files.ts';
import type { Mount, Services } from '#server/module.ts';
import { importDossiers, listImportProfiles, listImports } from '../contract/import.ts';
import { fieldWords, type ImportField, importFields } from '../domain/import/fields.ts';
import { type ImportPlan, planImport } from '../import/plan-import.ts';
import { readTable } from '../import/read-file.ts';
import { writeImport } from '../import/write-import.ts';
import { wireMoment } from '../queries/dossier-answer.ts';
import { errors } from '../text/errors.ts';
import { changeWords, doubtWords } from '../text/import-words.ts';

const mostShown = 200;
type Headings = Readonly<Partial<Record<ImportField, string>>>;

/** Files of the province's system: first what they would change, then, when it is asked for, taken over. */
export function mountImport(mount: Mount, { files }: Services): void {
  mount(importDossiers, async (ctx, { body }) => {
    const { file } = ctx;
    if (!file) fail('file-missing');
    const kept = await readProfile(ctx, body.sourceName);
    const headings = { ...kept, ...readHeadings(body.headings) };
    const rows = await readTable(files.path(ctx.unitId, file.sha256), file);
    const plan = await planImport(ctx, rows, headings);
    const refusal = body.save === 'yes' && plan.doubts.length > 0 && body.skipDoubts !== 'yes';
    const saved = body.save === 'yes' && !refusal;
    if (saved) {
      const at = body.sourceAt && parseMoment(body.sourceAt) !== undefined ? body.sourceAt : ctx.at;
      await writeImport(ctx, plan, { name: body.sourceName, at });
      await keepProfile(ctx, body.sourceName, headings);
      await keepImport(ctx, plan, file, { name: body.sourceName, at });
    }
    return { ...shownOf(plan), saved, refusal: refusal ? doubtRefusal(plan.doubts.length) : null };
  });

  mount(listImports, async (ctx, { query: { page, size } }) => {
    const { rows } = await sql<ImportRow>`
      select id, source_name as "sourceName", source_at as "sourceAt", file_name as "fileName", added, changed, same,
        doubts, taken_at as "takenAt", taken_by_name as "takenByName", (count(*) over ())::int as total
      from dossier_import where unit_id = ${ctx.unitId} order by taken_at desc, id
      limit ${size} offset ${(page - 1) * size}`.execute(ctx.db);
    const answers = rows.map(({ total: _, sourceAt, takenAt, ...row }) => ({
      ...row,
      sourceAt: wireMoment(sourceAt),
      takenAt: wireMoment(takenAt),
    }));
    return { rows: answers, total: rows[0]?.total ?? 0, page, size };
  });

  mount(listImportProfiles, async (ctx) => {
    const { rows } = await sql<{ name: string; headings: Headings }>`
      select name, headings from import_profile where unit_id = ${ctx.unitId} order by name limit 100`.execute(ctx.db);
    return { profiles: rows };
  });
}

interface ImportRow {
  readonly id: Id;
  readonly sourceName: string;
  readonly sourceAt: string;
  readonly fileName: string;
  readonly added: number;
  readonly changed: number;
  readonly same: number;
  readonly doubts: number;
  readonly takenAt: string;
  readonly takenByName: string;
  readonly total: number;
}

function doubtRefusal(count: number): string {
  const words = errors['import-doubts'];
  return typeof words === 'function' ? words({ count }) : String(words);
}

function shownOf({ add, change, same, doubts, shift }: ImportPlan) {
  return {
    ...{ added: add.length, changed: change.length, same, shift, doubtCount: doubts.length },
    additions: add
      .slice(0, mostShown)
      .map(({ code, ownerName, procedureName }) => ({ code, ownerName, procedureName })),
    changes: change.slice(0, mostShown).map(({ told, changes }) => ({
      code: told.code,
      fields: changes.map((one) => ({
        ...{ field: one.field, name: fieldWords[one.field] },
        ...{ before: changeWords(one, one.before), after: changeWords(one, one.after) },
      })),
    })),
    doubts: doubts.slice(0, mostShown).map((doubt) => ({
      ...{ cell: doubt.cell, field: doubt.field, name: fieldWords[doubt.field], value: doubt.value.slice(0, 200) },
      message: doubtWords(doubt),
    })),
  };
}

function readHeadings(text: string | undefined): Headings {
  if (!text) return {};
  try {
    const read = JSON.parse(text) as Record<string, unknown>;
    const named = importFields.flatMap((field) => {
      const heading = read[field];
      return typeof heading === 'string' && heading.trim() !== ''
        ? [[field, heading.trim().slice(0, 200)] as const]
        : [];
    });
    return Object.fromEntries(named);
  } catch {
    return {};
  }
}

async function readProfile(ctx: Context, name: string): Promise<Headings> {
  const { rows } = await sql<{ headings: Headings }>`
    select headings from import_profile where unit_id = ${ctx.unitId} and name = ${name}`.execute(ctx.db);
  return rows[0]?.headings ?? {};
}

async function keepProfile(ctx: Context, name: string, headings: Headings): Promise<void> {
  if (Object.keys(headings).length === 0) return;
  await sql`insert into import_profile as p (unit_id, name, headings, changed_at, changed_by_name)
    values (${ctx.unitId}, ${name}, ${JSON.stringify(headings)}::jsonb, ${ctx.at}, ${getSession(ctx).name})
    on conflict (unit_id, name) do update set headings = excluded.headings, changed_at = excluded.changed_at,
      changed_by_name = excluded.changed_by_name, version = p.version + 1`.execute(ctx.db);
}

async function keepImport(
  ctx: Context,
  plan: ImportPlan,
  file: StoredUpload,
  source: { readonly name: string; readonly at: string },
): Promise<void> {
  const [id, session] = [ctx.newId(), getSession(ctx)];
  const { add, change, same, doubts } = plan;
  await sql`insert into dossier_import (unit_id, id, source_name, source_at, file_name, sha256, added, changed, same, doubts,
      taken_at, taken_by, taken_by_name)
    values (${ctx.unitId}, ${id}, ${source.name}, ${source.at}, ${file.name}, ${file.sha256}, ${add.length},
      ${change.length}, ${same}, ${doubts.length}, ${ctx.at}, ${session.accountId}, ${session.name})`.execute(ctx.db);
  const after = { source: source.name, added: add.length, changed: change.length, same, doubts: doubts.length };
  ctx.log({ action: 'dossier-import.taken', record: { type: 'dossier-import', id }, after });
  ctx.publish('dossier.imported', { importId: id });
}
