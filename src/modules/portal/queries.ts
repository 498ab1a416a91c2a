import type { Id, UnitId } from '#kernel/brands.ts';
import {
  findPublishedPlan,
  listPublishedPlans,
  type PublishedContent,
  type PublishedPlan,
} from '#modules/plan/queries.ts';
import { getSetting } from '#modules/setting/queries.ts';
import { findProgress, type Progress } from '#modules/work/queries.ts';
import type { Db } from '#server/db.ts';

/** What the public pages of a unit show. */
export interface PublicUnit {
  readonly name: string;
  readonly contact: { readonly address: string; readonly phone: string; readonly email: string };
  /** Issued plans the unit shows, newest year first; none when it chose to show none. */
  readonly plans: readonly PublishedPlan[];
}

/** A unit as everybody may see it. */
export async function loadPublicUnit(db: Db, unitId: UnitId): Promise<PublicUnit> {
  const unit = await db.selectFrom('unit').select('name').where('id', '=', unitId).executeTakeFirstOrThrow();
  const isShown = await getSetting(db, unitId, 'public.plan');
  return {
    name: unit.name,
    contact: await getSetting(db, unitId, 'office.contact'),
    plans: isShown ? await listPublishedPlans(db, unitId) : [],
  };
}

/** The plan of a year with its content, unless the unit does not show it. */
export async function findPublicPlan(db: Db, unitId: UnitId, year: number): Promise<PublishedContent | undefined> {
  const { plans } = await loadPublicUnit(db, unitId);
  const plan = plans.find((one) => one.year === year);
  return plan && (await findPublishedPlan(db, unitId, plan.id as Id));
}

/** How far a plan is, when the unit shows that and the figures are there. */
export async function findPublicProgress(db: Db, unitId: UnitId, planId: Id): Promise<Progress | undefined> {
  return (await getSetting(db, unitId, 'public.progress')) ? await findProgress(db, unitId, planId) : undefined;
}
