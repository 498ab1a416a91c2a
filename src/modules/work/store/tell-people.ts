import { sql } from 'kysely';
import type { Id } from '#kernel/brands.ts';
import type { Context } from '#server/context.ts';

const longestTitle = 300;

/** Tells people of a record, on the accounts they have. */
export async function tellPeople(
  ctx: Context,
  notice: {
    readonly kind: string;
    readonly people: readonly Id[];
    readonly record: { readonly type: string; readonly id: Id };
    readonly title: string;
    readonly by: string;
    /** What its words tell besides. */
    readonly params?: Readonly<Record<string, string | number>>;
  },
): Promise<void> {
  if (notice.people.length === 0) return;
  const { rows } = await sql<{ id: Id }>`select id from account where unit_id = ${ctx.unitId}
    and person_id = any(${[...notice.people]}::uuid[]) and disabled_at is null`.execute(ctx.db);
  if (rows.length === 0) return;
  ctx.publish('notification.wanted', {
    kind: notice.kind,
    accountIds: rows.map((row) => row.id),
    record: notice.record,
    params: { title: notice.title.slice(0, longestTitle), by: notice.by, ...notice.params },
  });
}
