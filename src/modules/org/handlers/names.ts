import type { Id } from '#kernel/brands.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Mount } from '#server/module.ts';
import {
  changeAlias,
  createAlias,
  listAliases,
  type ResolvedName,
  removeAlias,
  resolveName,
} from '../contract/names.ts';
import { bearerOfPost } from '../domain/find-bearer.ts';
import { type Resolution, resolvePost } from '../domain/resolve-post.ts';
import { aliasRows } from '../queries/alias-rows.ts';
import { listingOf } from '../queries/listing.ts';
import { loadNamedOrganisation, type NamedOrganisation } from '../queries/named-organisation.ts';
import { nameBearer } from '../queries/staffing.ts';
import { deleteAlias, findAlias, insertAlias, updateAlias } from '../store/alias.ts';
import { resolutionWords } from '../text.ts';
import { getCurrent, recorded, removed } from './record.ts';

export function mountNames(mount: Mount): void {
  mount(listAliases, (ctx, { query }) => aliasRows(ctx.db, ctx.unitId, listingOf(ctx, query)));

  mount(createAlias, async (ctx, { body }) =>
    recorded(ctx, 'alias', await insertAlias(ctx.db, ctx.unitId, ctx.newId(), body)),
  );

  mount(changeAlias, async (ctx, { params: { id }, body }) => {
    const before = getCurrent(await findAlias(ctx.db, ctx.unitId, id), body.version);
    return recorded(ctx, 'alias', await updateAlias(ctx.db, ctx.unitId, id, body), { before });
  });

  mount(removeAlias, async (ctx, { params: { id }, body }) => {
    const before = getCurrent(await findAlias(ctx.db, ctx.unitId, id), body.version);
    await deleteAlias(ctx.db, ctx.unitId, id);
    return removed(ctx, 'alias', before, body.reason);
  });

  mount(resolveName, async (ctx, { query }) => {
    const day = query.on ?? ctx.today;
    const known = await loadNamedOrganisation(ctx.db, ctx.unitId, day);
    return answerOf(resolvePost(query.name, known.posts, known.aliases, known.context), known, day);
  });
}

function answerOf(found: Resolution, known: NamedOrganisation, day: PlainDate): ResolvedName {
  const positionId = 'positionId' in found ? found.positionId : null;
  const departmentId = found.kind === 'department' ? found.departmentId : null;
  const ids = found.kind === 'ambiguous' ? found.positionIds : found.kind === 'unknown' ? found.suggestions : [];
  const titleOf = (id: string) => known.staffing.posts.find((post) => post.id === id)?.title ?? '';
  const name =
    departmentId === null
      ? titleOf(positionId ?? '')
      : (known.context.departments.find((each) => each.id === departmentId)?.name ?? '');
  return {
    kind: found.kind,
    words: resolutionWords(found.kind, { name, group: found.kind === 'group' ? found.group : null }),
    positionId: positionId as Id | null,
    departmentId: departmentId as Id | null,
    dutyCode: found.kind === 'empty-duty' ? found.dutyCode : null,
    candidates: ids.map((id) => ({ id: id as Id, title: titleOf(id) })),
    bearer: positionId === null ? null : nameBearer(bearerOfPost(positionId, day, known.staffing), known.staffing),
  };
}
