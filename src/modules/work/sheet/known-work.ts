import { sql } from 'kysely';
import type { Id } from '#kernel/brands.ts';
import { foldWords } from '#kernel/fold.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { resolvePost } from '#modules/org/domain/resolve-post.ts';
import { namedOrganisationOn, peopleOn } from '#modules/org/queries.ts';
import type { Context } from '#server/context.ts';
import type { Named } from '../store/assignees.ts';
import type { sourceNames, urgencyNames } from './columns.ts';

/** A task that is there already, as the sheet may name it again. */
export interface KnownTask {
  readonly id: Id;
  readonly source: keyof typeof sourceNames;
  readonly sourceWords: string;
  readonly content: string;
  readonly fieldCode: string | null;
  readonly weight: number;
  readonly urgency: keyof typeof urgencyNames;
  readonly positionId: Id | null;
  readonly personId: Id | null;
  readonly holderName: string;
  readonly dropped: boolean;
  readonly version: number;
  readonly outputs: readonly { readonly title: string; readonly due: PlainDate | null }[];
  readonly parts: readonly {
    readonly role: 'coordinator' | 'watcher';
    readonly name: string;
    readonly fromPlan: boolean;
  }[];
}

/** What the words of a sheet are held against. */
export interface KnownWork {
  readonly today: PlainDate;
  readonly tasks: ReadonlyMap<string, KnownTask>;
  /** Tasks beside the plan by the words of their content. */
  readonly byContent: ReadonlyMap<string, readonly KnownTask[]>;
  readonly fields: ReadonlyMap<string, string>;
  /** Who is meant by a name, or what is wrong with it. */
  name(text: string): { readonly value: Named } | { readonly wrong: string };
}

/** Loads what the rows of a sheet may name: tasks by id and by content, fields, posts, divisions and people. */
export async function loadKnownWork(
  ctx: Context,
  asked: { readonly ids: readonly string[]; readonly contents: readonly string[] },
): Promise<KnownWork> {
  const { rows } = await sql<KnownTask>`
    select t.id, t.source, coalesce(t.source_words, '') as "sourceWords", t.content, t.field_code as "fieldCode",
      t.weight::float8 as weight, t.urgency, t.position_id as "positionId", t.person_id as "personId",
      t.holder_name as "holderName", t.dropped_by is not null as dropped, t.version,
      (select coalesce(jsonb_agg(jsonb_build_object('title', o.title, 'due', o.due)), '[]') from obligation o
        where o.unit_id = t.unit_id and o.task_id = t.id) as outputs,
      (select coalesce(jsonb_agg(jsonb_build_object('role', p.role, 'name', p.name, 'fromPlan', p.from_plan)), '[]')
        from work_part p where p.unit_id = t.unit_id and p.task_id = t.id) as parts
    from work_task t where t.unit_id = ${ctx.unitId}
      and (t.id = any(${asked.ids}::uuid[]) or (t.source <> 'plan' and t.content = any(${asked.contents}::text[])))`.execute(
    ctx.db,
  );
  const fields = await ctx.db.selectFrom('plan_field').select(['code', 'name', 'short_name']).execute();
  return {
    today: ctx.today,
    tasks: new Map(rows.map((row) => [row.id, row])),
    byContent: Map.groupBy(
      rows.filter((row) => row.source !== 'plan' && !row.dropped),
      (row) => foldWords(row.content),
    ),
    fields: new Map(
      fields.flatMap(({ code, name, short_name }) => [name, short_name, code].map((text) => [foldWords(text), code])),
    ),
    name: await namesOf(ctx),
  };
}

async function namesOf(ctx: Context): Promise<KnownWork['name']> {
  const { posts, aliases, context } = await namedOrganisationOn(ctx.db, ctx.unitId, ctx.today);
  const people = Map.groupBy(await peopleOn(ctx.db, ctx.unitId, ctx.today), (one) => foldWords(one.name));
  const titles = new Map(posts.map((post) => [post.id, post.title]));
  return (text) => {
    const [person, ...others] = people.get(foldWords(text)) ?? [];
    if (person && others.length === 0) return { value: { kind: 'person', id: person.id } };
    if (person) return { wrong: `Có ${others.length + 1} người tên “${text}”. Xin ghi tên chức danh.` };
    const found = resolvePost(text, posts, aliases, context);
    if (found.kind === 'post') return { value: { kind: 'position', id: found.positionId as Id } };
    if (found.kind === 'department') return { value: { kind: 'department', id: found.departmentId as Id } };
    const near =
      found.kind === 'ambiguous' ? found.positionIds : found.kind === 'unknown' ? found.suggestions : ([] as string[]);
    const hint = near.map((one) => titles.get(one) ?? one).join('; ');
    return { wrong: `Không có chức danh, bộ phận hay người “${text}”.${hint === '' ? '' : ` Gần giống: ${hint}.`}` };
  };
}
