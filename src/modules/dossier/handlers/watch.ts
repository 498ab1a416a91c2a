import { sql } from 'kysely';
import type { z } from 'zod';
import type { Id } from '#kernel/brands.ts';
import { type Context, getSession } from '#server/context.ts';
import { fail } from '#server/errors.ts';
import type { Mount } from '#server/module.ts';
import {
  explainFinding,
  type finding,
  listDueMoves,
  listFindings,
  listReprojections,
  scanNow,
} from '../contract/watch.ts';
import type { FindingKind } from '../domain/watch/finding-kinds.ts';
import { findWireMoment, wireMoment } from '../queries/dossier-answer.ts';
import { findingWords } from '../text/finding-words.ts';
import { scanDossiers } from '../watch/scan.ts';

/** The watch against on-time figures that are not true, and what edits of the calendar moved. */
export function mountWatch(mount: Mount): void {
  mount(listFindings, async (ctx, { query: { page, size, kind, open, from, to } }) => {
    const where = sql`f.unit_id = ${ctx.unitId}
      ${kind ? sql`and f.kind = ${kind}` : sql``} ${open === 'yes' ? sql`and f.explained_at is null` : sql``}
      ${from ? sql`and f.day >= ${from}` : sql``} ${to ? sql`and f.day <= ${to}` : sql``}`;
    const { rows } = await sql<FindingRow>`
      select f.id, f.version, f.kind, f.facts, f.found_at as "foundAt", f.dossier_id as "dossierId", d.code,
        d.procedure_name as "procedureName", d.holder_name as "holderName", d.source, f.explanation,
        f.explained_by_name as "explainedByName", f.explained_at as "explainedAt", (count(*) over ())::int as total
      from dossier_finding f join dossier d on d.unit_id = f.unit_id and d.id = f.dossier_id where ${where}
      order by f.found_at desc, f.id limit ${size} offset ${(page - 1) * size}`.execute(ctx.db);
    const { rows: counts } = await sql<{ kind: FindingKind; n: number; open: number }>`
      select kind, count(*)::int as n, (count(*) filter (where explained_at is null))::int as open
      from dossier_finding where unit_id = ${ctx.unitId} group by kind order by kind`.execute(ctx.db);
    return { rows: rows.map(findingAnswer), total: rows[0]?.total ?? 0, page, size, counts };
  });

  mount(explainFinding, async (ctx, { params: { findingId }, body: { version, explanation } }) => {
    const { rows } = await sql<{ dossierId: Id; kind: string }>`
      update dossier_finding set explanation = ${explanation}, explained_at = ${ctx.at},
        explained_by_name = ${getSession(ctx).name}, version = version + 1
      where unit_id = ${ctx.unitId} and id = ${findingId} and version = ${version}
      returning dossier_id as "dossierId", kind`.execute(ctx.db);
    const changed = rows[0] ?? (await refuseStale(ctx, findingId));
    ctx.log({
      action: 'dossier.explained',
      record: { type: 'dossier', id: changed.dossierId },
      after: { finding: changed.kind },
      reason: explanation,
    });
    ctx.publish('dossier.explained', { dossierId: changed.dossierId, findingId });
    return { ok: true as const };
  });

  mount(scanNow, async (ctx) => ({ found: await scanDossiers(ctx) }));

  mount(listReprojections, async (ctx, { query: { page, size } }) => {
    const { rows } = await sql<RunRow>`
      select id, because, begun_at as "begunAt", ended_at as "endedAt", looked_at as "lookedAt", moved,
        (count(*) over ())::int as total
      from dossier_reprojection where unit_id = ${ctx.unitId} order by begun_at desc, id
      limit ${size} offset ${(page - 1) * size}`.execute(ctx.db);
    const answers = rows.map(({ total: _, begunAt, endedAt, ...row }) => ({
      ...row,
      begunAt: wireMoment(begunAt),
      endedAt: findWireMoment(endedAt),
    }));
    return { rows: answers, total: rows[0]?.total ?? 0, page, size };
  });

  mount(listDueMoves, async (ctx, { params: { reprojectionId }, query: { page, size } }) => {
    const { rows: runs } = await sql`select from dossier_reprojection
      where unit_id = ${ctx.unitId} and id = ${reprojectionId}`.execute(ctx.db);
    if (runs.length === 0) fail('not-found', {}, 404);
    const { rows } = await sql<MoveRow>`
      select m.dossier_id as "dossierId", d.code, d.procedure_name as "procedureName", m.first_before as "firstBefore",
        m.first_after as "firstAfter", m.due_before as "dueBefore", m.due_after as "dueAfter",
        (count(*) over ())::int as total
      from dossier_due_move m join dossier d on d.unit_id = m.unit_id and d.id = m.dossier_id
      where m.unit_id = ${ctx.unitId} and m.reprojection_id = ${reprojectionId} order by m.id
      limit ${size} offset ${(page - 1) * size}`.execute(ctx.db);
    return { rows: rows.map(moveAnswer), total: rows[0]?.total ?? 0, page, size };
  });
}

type FindingRow = Omit<z.output<typeof finding>, 'words'> & { readonly facts: unknown; readonly total: number };

function findingAnswer({ facts, total: _, ...row }: FindingRow) {
  return {
    ...row,
    words: findingWords(row.kind, facts),
    foundAt: wireMoment(row.foundAt),
    explainedAt: findWireMoment(row.explainedAt),
  };
}

async function refuseStale(ctx: Context, findingId: Id): Promise<never> {
  const { rows } = await sql`select explanation, explained_by_name as "explainedByName", version from dossier_finding
    where unit_id = ${ctx.unitId} and id = ${findingId}`.execute(ctx.db);
  if (!rows[0]) fail('not-found', {}, 404);
  fail('stale-version', {}, 409, { current: rows[0] });
}

interface RunRow {
  readonly id: Id;
  readonly because: string;
  readonly begunAt: string;
  readonly endedAt: string | null;
  readonly lookedAt: number;
  readonly moved: number;
  readonly total: number;
}

interface MoveRow {
  readonly dossierId: Id;
  readonly code: string | null;
  readonly procedureName: string;
  readonly firstBefore: string | null;
  readonly firstAfter: string | null;
  readonly dueBefore: string | null;
  readonly dueAfter: string | null;
  readonly total: number;
}

function moveAnswer({ total: _, firstBefore, firstAfter, dueBefore, dueAfter, ...row }: MoveRow) {
  return {
    ...row,
    firstBefore: findWireMoment(firstBefore),
    firstAfter: findWireMoment(firstAfter),
    dueBefore: findWireMoment(dueBefore),
    dueAfter: findWireMoment(dueAfter),
  };
}
