import type { Id } from '#kernel/brands.ts';
import { foldWords } from '#kernel/fold.ts';
import { type Resolution, resolvePost } from '#modules/org/domain/resolve-post.ts';
import { namedOrganisationOn } from '#modules/org/queries.ts';
import type { Context } from '#server/context.ts';
import type { PlanContent } from '../domain/version/plan-content.ts';

interface Holder {
  readonly kind: 'position' | 'department' | 'group' | 'external' | 'unknown';
  readonly recordId: string | null;
  readonly name: string | null;
  readonly key: string;
}

/** Every way in which a plan writes who leads, coordinates, answers or reports. */
function writtenIn(content: Pick<PlanContent, 'tasks' | 'responsibilities' | 'reportDuties'>): Map<string, string> {
  const written = new Map<string, string>();
  const add = (text: string) => {
    const words = foldWords(text);
    if (!written.has(words)) written.set(words, text);
  };
  for (const task of content.tasks) for (const role of task.roles) add(role.written);
  for (const one of content.responsibilities) add(one.written);
  for (const one of content.reportDuties) add(one.written);
  return written;
}

/** Finds out who new ways of writing stand for today, and keeps that. Known ones stay as they are. */
export async function ensureHolders(ctx: Context, content: PlanContent): Promise<void> {
  const written = writtenIn(content);
  if (written.size === 0) return;
  const known = await ctx.db.selectFrom('plan_holder').select('words').where('unit_id', '=', ctx.unitId).execute();
  for (const { words } of known) written.delete(words);
  if (written.size === 0) return;
  const holders = await resolveAll(ctx, written);
  await ctx.db
    .insertInto('plan_holder')
    .values(
      [...written].map(([words, text]) => {
        const { kind, recordId, name, key } = holders.get(words) ?? nobody(words);
        return { unit_id: ctx.unitId, words, written: text, kind, record_id: recordId, name, key };
      }),
    )
    .onConflict((conflict) => conflict.columns(['unit_id', 'words']).doNothing())
    .execute();
}

/** Reads all ways of writing anew, after something in the organisation changed. */
export async function refreshHolders(ctx: Context): Promise<void> {
  const rows = await ctx.db.selectFrom('plan_holder').selectAll().where('unit_id', '=', ctx.unitId).execute();
  if (rows.length === 0) return;
  const holders = await resolveAll(ctx, new Map(rows.map((row) => [row.words, row.written])));
  let changed = 0;
  for (const row of rows) {
    const { kind, recordId, name, key } = holders.get(row.words) ?? nobody(row.words);
    if (row.kind === kind && row.record_id === recordId && row.name === name && row.key === key) continue;
    changed += 1;
    await ctx.db
      .updateTable('plan_holder')
      .set({ kind, record_id: recordId, name, key })
      .where('unit_id', '=', ctx.unitId)
      .where('words', '=', row.words)
      .execute();
  }
  if (changed > 0) ctx.publish('plan.holders-changed', { changed });
}

function nobody(words: string): Holder {
  return { kind: 'unknown', recordId: null, name: null, key: `words:${words}` };
}

async function resolveAll(ctx: Context, written: ReadonlyMap<string, string>): Promise<Map<string, Holder>> {
  const organisation = await namedOrganisationOn(ctx.db, ctx.unitId, ctx.today);
  const titles = new Map<string, string>(organisation.staffing.posts.map((post) => [post.id, post.title]));
  const divisions = new Map<string, string>(organisation.context.departments.map((one) => [one.id, one.name]));
  return new Map(
    [...written].map(([words, text]) => [
      words,
      holderOf(
        resolvePost(text, organisation.posts, organisation.aliases, organisation.context),
        words,
        titles,
        divisions,
      ),
    ]),
  );
}

function holderOf(
  found: Resolution,
  words: string,
  titles: ReadonlyMap<string, string>,
  divisions: ReadonlyMap<string, string>,
): Holder {
  if (found.kind === 'post') {
    const id = found.positionId as Id;
    return { kind: 'position', recordId: id, name: titles.get(id) ?? null, key: `position:${id}` };
  }
  if (found.kind === 'department') {
    const id = found.departmentId as Id;
    return { kind: 'department', recordId: id, name: divisions.get(id) ?? null, key: `department:${id}` };
  }
  if (found.kind === 'group' || found.kind === 'external') return { ...nobody(words), kind: found.kind };
  return nobody(words);
}
