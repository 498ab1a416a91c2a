import type { Id, UnitId } from '#kernel/brands.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Db } from '#server/db.ts';
import type { BearerRow } from './contract/duties.ts';
import { bearerOfDuty, bearerOfPost } from './domain/find-bearer.ts';
import { getNameOn } from './domain/unit-tree.ts';
import { holdsOn, inVietnamese } from './queries/listing.ts';
import { loadNamedOrganisation, type NamedOrganisation } from './queries/named-organisation.ts';
import { type LoadedStaffing, loadStaffing, nameBearer } from './queries/staffing.ts';
import { loadForest } from './queries/unit-tree.ts';

export { findKeptStaffing, loadStaffedDay, type StaffedDay } from './queries/staffed-day.ts';

/** What other modules may know of the organisation. Everything is asked for one unit on one day. */

/** A post on a day, with its division. */
export interface PostOn {
  readonly id: Id;
  readonly title: string;
  readonly departmentId: Id | null;
  readonly leader: boolean;
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
}

/** The posts of a unit on a day, in their order. */
export async function postsOn(db: Db, unitId: UnitId, day: PlainDate): Promise<readonly PostOn[]> {
  return (await loadStaffing(db, unitId, day)).posts;
}

/** The divisions of a unit on a day, in their order. */
export async function departmentsOn(
  db: Db,
  unitId: UnitId,
  day: PlainDate,
): Promise<readonly { readonly id: Id; readonly name: string; readonly parentId: Id | null }[]> {
  return await db
    .selectFrom('department as d')
    .where('d.unit_id', '=', unitId)
    .where(holdsOn('d', day))
    .select(['d.id', 'd.name', 'd.parent_id as parentId'])
    .orderBy('d.sort')
    .orderBy(inVietnamese('d.name'))
    .$castTo<{ id: Id; name: string; parentId: Id | null }>()
    .execute();
}

/** The people in service on a day, by name. */
export async function peopleOn(
  db: Db,
  unitId: UnitId,
  day: PlainDate,
): Promise<readonly { readonly id: Id; readonly name: string; readonly email: string | null }[]> {
  return await db
    .selectFrom('person as p')
    .where('p.unit_id', '=', unitId)
    .where(holdsOn('p', day))
    .select(['p.id', 'p.name', 'p.email'])
    .orderBy(inVietnamese('p.name'))
    .$castTo<{ id: Id; name: string; email: string | null }>()
    .execute();
}

/** A duty on a day with who bears it; an empty one says why. */
export interface DutyHolder extends BearerRow {
  readonly code: string;
  readonly name: string;
}

/** Every duty of a unit on a day and who bears it, substitutes included. */
export async function dutyHolders(db: Db, unitId: UnitId, day: PlainDate): Promise<readonly DutyHolder[]> {
  const duties = await db
    .selectFrom('duty as y')
    .where('y.unit_id', '=', unitId)
    .where(holdsOn('y', day))
    .select(['y.id', 'y.code', 'y.name'])
    .orderBy('y.sort')
    .orderBy('y.id')
    .execute();
  const staffing = await loadStaffing(db, unitId, day);
  return duties.map(({ id, code, name }) => ({
    code,
    name,
    ...nameBearer(bearerOfDuty(id, day, staffing.bearings, staffing), staffing),
  }));
}

/** Who acts in each post on a day, by the id of the post; for lists that show many posts. */
export async function bearersOn(db: Db, unitId: UnitId, day: PlainDate): Promise<ReadonlyMap<Id, BearerRow>> {
  const staffing = await loadStaffing(db, unitId, day);
  return new Map(staffing.posts.map((post) => [post.id, bearerIn(post.id, day, staffing)]));
}

function bearerIn(positionId: Id, day: PlainDate, staffing: LoadedStaffing): BearerRow {
  return nameBearer(bearerOfPost(positionId, day, staffing), staffing);
}

/** The posts whose work a person does on a day: those held and those of the people the person stands in for. */
export async function postsOfPerson(
  db: Db,
  unitId: UnitId,
  personId: Id,
  day: PlainDate,
): Promise<readonly { readonly positionId: Id; readonly insteadOf: string | null }[]> {
  const staffing = await loadStaffing(db, unitId, day);
  return staffing.posts.flatMap((post) => {
    const acting = bearerIn(post.id, day, staffing).people.find((each) => each.personId === personId);
    return acting ? [{ positionId: post.id, insteadOf: acting.insteadOf }] : [];
  });
}

/** What `resolvePost` needs for the names of a document: `resolvePost(name, o.posts, o.aliases, o.context)`. */
export async function namedOrganisationOn(db: Db, unitId: UnitId, day: PlainDate): Promise<NamedOrganisation> {
  return await loadNamedOrganisation(db, unitId, day);
}

/** A unit as it was called on a day, with the word of its level; undefined when it does not concern `unitId`. */
export async function findUnitOn(
  db: Db,
  unitId: UnitId,
  id: UnitId,
  day: PlainDate,
): Promise<
  | {
      readonly id: UnitId;
      readonly code: string;
      readonly name: string;
      readonly shortName: string;
      readonly level: string;
    }
  | undefined
> {
  const { tree, levels } = await loadForest(db, unitId);
  const unit = tree.get(id);
  if (!unit) return undefined;
  const { name, shortName } = getNameOn(unit, day);
  return { id, code: unit.code, name, shortName, level: levels.get(unit.level)?.name ?? unit.level };
}

/** Who receives what a unit reports for a purpose on a day; records keep the answer they were made with. */
export async function findRecipientOn(
  db: Db,
  unitId: UnitId,
  purpose: string,
  day: PlainDate,
): Promise<{ readonly id: Id; readonly name: string; readonly recipientUnitId: UnitId | null } | undefined> {
  return await db
    .selectFrom('recipient as r')
    .where('r.unit_id', '=', unitId)
    .where('r.purpose', '=', purpose)
    .where(holdsOn('r', day))
    .select(['r.id', 'r.name', 'r.recipient_unit_id as recipientUnitId'])
    .$castTo<{ id: Id; name: string; recipientUnitId: UnitId | null }>()
    .executeTakeFirst();
}
