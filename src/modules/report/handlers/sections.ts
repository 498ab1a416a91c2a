import type { Id } from '#kernel/brands.ts';
import { loadStaffedDay } from '#modules/org/queries.ts';
import type { Context } from '#server/context.ts';
import { fail } from '#server/errors.ts';
import type { Mount } from '#server/module.ts';
import { obey } from '#server/obey.ts';
import {
  acceptSection,
  assignSection,
  listMySections,
  returnSection,
  saveSection,
  submitSection,
  urgeSection,
  withdrawSection,
} from '../contract.ts';
import { mayActOnSection, type SectionAct, type SectionState, stateAfter } from '../domain/section-rules.ts';
import { tellOwner } from '../jobs.ts';
import { findSectionForWrite, type StoredSection, sectionsOfPosts } from '../queries.ts';
import { type SectionChange, updateSection } from '../store.ts';
import { actorOf, factsOf, sectionRowOf } from './answers.ts';
import { urgedNow } from './reports.ts';

/** Routes of sections: their owners write and hand in, the compiler accepts, returns and urges. */
export function mountSections(mount: Mount): void {
  mount(listMySections, async (ctx) => {
    const staffed = await loadStaffedDay(ctx.db, ctx.unitId, ctx.today);
    const posts = ctx.session?.personId ? staffed.postsOf(ctx.session.personId) : [];
    const ids = [...new Set(posts.map(({ positionId }) => positionId))];
    const rows = await sectionsOfPosts(ctx.db, ctx.unitId, ids);
    return { rows: rows.map((row) => sectionRowOf(ctx, staffed, row)) };
  });

  mount(saveSection, async (ctx, { params, body }) =>
    act(ctx, params.sectionId, 'save', body.version, () => ({ content: body.content, nothing_new: body.nothingNew })),
  );

  mount(submitSection, async (ctx, { params, body }) =>
    act(ctx, params.sectionId, 'submit', body.version, (_, insteadOf) => ({
      content: body.content,
      nothing_new: body.nothingNew,
      submitted_at: ctx.at,
      submitted_on: ctx.today,
      submitted_by: ctx.session?.accountId ?? null,
      submitted_by_name: ctx.session?.name ?? null,
      instead_of: insteadOf,
      reason: null,
    })),
  );

  mount(withdrawSection, async (ctx, { params, body }) =>
    act(ctx, params.sectionId, 'withdraw', body.version, () => ({ submitted_at: null, submitted_on: null })),
  );

  mount(acceptSection, async (ctx, { params, body }) =>
    act(ctx, params.sectionId, 'accept', body.version, () => decidedNow(ctx, null)),
  );

  mount(returnSection, async (ctx, { params, body }) =>
    act(ctx, params.sectionId, 'return', body.version, async (section) => {
      await tellOwner(ctx, section, 'report.section-returned', { reason: body.reason.slice(0, 400) });
      return decidedNow(ctx, body.reason);
    }),
  );

  mount(urgeSection, async (ctx, { params, body }) =>
    act(ctx, params.sectionId, 'urge', body.version, async (section) => {
      const told = await tellOwner(ctx, section, 'report.section-urged', { by: ctx.session?.name ?? '' });
      if (told === 0) fail('section-nobody', {}, 409);
      return urgedNow(ctx);
    }),
  );

  mount(assignSection, async (ctx, { params, body }) =>
    act(ctx, params.sectionId, 'assign', body.version, async () => {
      const staffed = await loadStaffedDay(ctx.db, ctx.unitId, ctx.today);
      if (!staffed.posts.some(({ id }) => id === body.positionId)) fail('not-found', {}, 404);
      return { position_id: body.positionId };
    }),
  );
}

function decidedNow(ctx: Context, reason: string | null): SectionChange {
  return { decided_at: ctx.at, decided_by_name: ctx.session?.name ?? null, reason };
}

type ChangeOf = (section: StoredSection, insteadOf: string | null) => SectionChange | Promise<SectionChange>;

/** One act on a section: is it there, as shown, and allowed; then the change, the log and the event. */
async function act(ctx: Context, id: Id, name: SectionAct, version: number, changeOf: ChangeOf) {
  const section = (await findSectionForWrite(ctx.db, ctx.unitId, id)) ?? fail('not-found', {}, 404);
  const staffed = await loadStaffedDay(ctx.db, ctx.unitId, ctx.today);
  if (section.version !== version) fail('stale-version', {}, 409, { current: sectionRowOf(ctx, staffed, section) });
  obey(mayActOnSection(name, { ...factsOf(section), empty: false }, actorOf(ctx, staffed, section)));
  const people = staffed.bearers.get(section.position_id as Id)?.people ?? [];
  const insteadOf = people.find(({ personId }) => personId === ctx.session?.personId)?.insteadOf ?? null;
  const change = await changeOf(section, insteadOf);
  const after = { ...section, ...change };
  if (name === 'submit' && after.content.trim() === '' && !after.nothing_new) fail('section-empty', {}, 409);
  const before = section.state as SectionState;
  const state = stateAfter(name, before);
  const made = await updateSection(ctx.db, ctx.unitId, id, { ...change, state });
  ctx.log({
    action: `report-section.${name}`,
    record: { type: 'report-section', id },
    before: { sectionState: before },
    after: { sectionState: state },
    ...(change.reason ? { reason: change.reason } : {}),
  });
  ctx.publish('report.changed', { reportId: section.report_id, sectionId: id });
  return { id, version: made, state };
}
