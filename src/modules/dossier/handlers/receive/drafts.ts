import { sql } from 'kysely';
import type { Id } from '#kernel/brands.ts';
import { type Context, getSession } from '#server/context.ts';
import { fail } from '#server/errors.ts';
import type { Mount } from '#server/module.ts';
import { dropDraft, keepDraft, listDrafts } from '../../contract/receive.ts';
import { wireMoment } from '../../queries/dossier-answer.ts';

interface StoredDraft {
  readonly id: Id;
  readonly version: number;
  readonly title: string;
  readonly changedAt: string;
  readonly content: unknown;
}

/** Routes of what a clerk has begun to enter; everybody has drafts of their own only. */
export function mountDrafts(mount: Mount): void {
  mount(listDrafts, async (ctx, { query: { page, size, q } }) => {
    const mine = sql`from dossier_draft where unit_id = ${ctx.unitId} and account_id = ${getSession(ctx).accountId}
      and title ilike ${`%${(q ?? '').replace(/[\\%_]/g, '\\$&')}%`}`;
    const { rows } = await sql<StoredDraft>`select id, version, title, changed_at as "changedAt", content ${mine}
      order by changed_at desc, id limit ${size} offset ${(page - 1) * size}`.execute(ctx.db);
    const counted = await sql<{ n: number }>`select count(*)::integer as n ${mine}`.execute(ctx.db);
    const shown = rows.map((row) => ({ ...row, changedAt: wireMoment(row.changedAt) }));
    return { rows: shown, total: counted.rows[0]?.n ?? 0, page, size };
  });

  mount(keepDraft, async (ctx, { params: { draftId }, body }) => {
    const { accountId } = getSession(ctx);
    const { rows } = await sql<{ version: number }>`
      insert into dossier_draft as f (unit_id, id, account_id, title, content, changed_at, version)
      values (${ctx.unitId}, ${draftId}, ${accountId}, ${body.title}, ${JSON.stringify(body.content)}::jsonb, ${ctx.at},
        ${body.version + 1})
      on conflict (unit_id, id) do update set title = excluded.title, content = excluded.content,
        changed_at = excluded.changed_at, version = f.version + 1
        where f.account_id = excluded.account_id and f.version = ${body.version}
      returning version`.execute(ctx.db);
    const [kept] = rows;
    if (!kept) return refuseStale(ctx, draftId);
    return { id: draftId, version: kept.version };
  });

  mount(dropDraft, async (ctx, { params: { draftId } }) => {
    await sql`delete from dossier_draft where unit_id = ${ctx.unitId} and id = ${draftId}
      and account_id = ${getSession(ctx).accountId}`.execute(ctx.db);
    return { ok: true as const };
  });
}

/** Tells what was kept meanwhile, perhaps in another window; of somebody else's draft nothing. */
async function refuseStale(ctx: Context, draftId: Id): Promise<never> {
  const { rows } =
    await sql<StoredDraft>`select id, version, title, changed_at as "changedAt", content from dossier_draft
    where unit_id = ${ctx.unitId} and id = ${draftId} and account_id = ${getSession(ctx).accountId}`.execute(ctx.db);
  return rows[0] ? fail('stale-version', {}, 409, { current: rows[0] }) : fail('not-found', {}, 404);
}
