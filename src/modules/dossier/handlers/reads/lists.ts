import { toIso } from '#kernel/moment.ts';
import type { ParsedInput } from '#kernel/route.ts';
import { departmentsOn } from '#modules/org/queries.ts';
import type { Context } from '#server/context.ts';
import { fail } from '#server/errors.ts';
import type { countDossiers, dossiersByHolder, listDossiers, searchDossiers } from '../../contract/reads.ts';
import { holdsPersonalNumber } from '../../domain/read-search.ts';
import { countByHolder, type HolderCount } from '../../queries/by-holder.ts';
import { countDossiersOf } from '../../queries/count-dossiers.ts';
import { dossierAnswer } from '../../queries/dossier-answer.ts';
import { askedOf } from '../../queries/lists/asked-of.ts';
import { listDossiersOf } from '../../queries/lists/list-dossiers.ts';
import { holderWords } from '../../text/list-words.ts';

type ListQuery = ParsedInput<typeof listDossiers>['query'];

/** A page of a list; what is searched for may hold a number that says who somebody is. */
export async function pageAnswer(ctx: Context, query: ListQuery) {
  const { page, size } = query;
  const asked = await askedOf(ctx);
  const found = await listDossiersOf(ctx.db, asked, query, { limit: size, offset: (page - 1) * size });
  return {
    rows: found.rows.map((row) => dossierAnswer(row, asked.moments, asked.calendar)),
    total: found.total,
    totalIsAtLeast: found.totalIsAtLeast,
    page,
    size,
  };
}

/** A page of a list. Addresses are kept by browsers and logs, so a personal number in one is refused. */
export async function dossiersAnswer(ctx: Context, { query }: ParsedInput<typeof listDossiers>) {
  if (holdsPersonalNumber(query.q ?? '')) fail('number-in-address');
  return pageAnswer(ctx, query);
}

/** The same by a body. */
export async function searchAnswer(ctx: Context, { body }: ParsedInput<typeof searchDossiers>) {
  return pageAnswer(ctx, body);
}

/** How many dossiers are in each list of who asks. */
export async function countsAnswer(ctx: Context, { query }: ParsedInput<typeof countDossiers>) {
  const asked = await askedOf(ctx);
  return { counts: await countDossiersOf(ctx.db, asked, query.mine === 'yes'), asOf: toIso(asked.moments.now) };
}

/** What runs, by who holds it, where or in which field. */
export async function byHolderAnswer(ctx: Context, { query }: ParsedInput<typeof dossiersByHolder>) {
  const asked = await askedOf(ctx);
  const counted = await countByHolder(ctx.db, asked, query.by);
  const departments = query.by === 'department' ? await departmentsOn(ctx.db, ctx.unitId, ctx.today) : [];
  const names = new Map<string, string>([
    ...departments.map(({ id, name }) => [id, name] as const),
    ...asked.staffed.names,
    ...asked.staffed.posts.map(({ id, title }) => [id, title] as const),
  ]);
  const nameOf = ({ key }: HolderCount) =>
    key === null || key === '' ? holderWords.nobody : query.by === 'field' ? key : (names.get(key) ?? holderWords.gone);
  return { rows: counted.map(({ key, ...n }) => ({ id: key ?? '', name: nameOf({ key, ...n }), ...n })) };
}
