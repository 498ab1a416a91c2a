import { sql } from 'kysely';
import type { Id, UnitId } from '#kernel/brands.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Db } from '#server/db.ts';
import type { BearerRow } from '../contract/duties.ts';
import { bearerOfPost, findActing } from '../domain/find-bearer.ts';
import { type LoadedStaffing, loadStaffing, nameBearer } from './staffing.ts';

/** Who acts in the posts of a unit on a day, ready for lists that show many posts. */
export interface StaffedDay {
  readonly day: PlainDate;
  /** What `staffing_revision` said when this was read; null for a unit whose posts never changed. */
  readonly revision: string | null;
  readonly posts: LoadedStaffing['posts'];
  readonly bearers: ReadonlyMap<Id, BearerRow>;
  /** The posts that bear each duty, by the duty's code. */
  readonly dutyPosts: ReadonlyMap<string, Id>;
  /** Names of people who hold posts or stand in for somebody. */
  readonly names: ReadonlyMap<string, string>;
  /** The posts whose work a person does, with whom the person stands in for. */
  postsOf(personId: Id): readonly { readonly positionId: Id; readonly insteadOf: string | null }[];
  /** The people, other than this one, whose own work this person does while they are away. */
  standsInFor(personId: Id): readonly { readonly personId: Id; readonly name: string }[];
  /** Who does this person's own work: that person, or who stands in; undefined when all are away. */
  actingFor(personId: Id): Id | undefined;
}

const mostKept = 5_000;
const kept = new Map<UnitId, StaffedDay>();

/**
 * The staffing this process read last, if it was of this day. The caller's own statement must ask
 * `staffing_revision` again, and load anew when it is not that of the answer: then nothing stale is ever shown.
 */
export function findKeptStaffing(unitId: UnitId, day: PlainDate): StaffedDay | undefined {
  const found = kept.get(unitId);
  return found?.day === day ? found : undefined;
}

/** The staffing of a day: kept while its revision stands, so that most requests ask one small row for it. */
export async function loadStaffedDay(db: Db, unitId: UnitId, day: PlainDate): Promise<StaffedDay> {
  const { rows } = await sql<{ revision: string }>`
    select revision from staffing_revision where unit_id = ${unitId}`.execute(db);
  const revision = rows[0]?.revision ?? null;
  const known = findKeptStaffing(unitId, day);
  if (known && revision !== null && known.revision === revision) return known;
  const loaded = staffedDay(await loadStaffing(db, unitId, day), day, revision);
  if (kept.size >= mostKept) kept.clear();
  kept.set(unitId, loaded);
  return loaded;
}

function staffedDay(staffing: LoadedStaffing, day: PlainDate, revision: string | null): StaffedDay {
  const bearers = new Map(
    staffing.posts.map((post) => [post.id, nameBearer(bearerOfPost(post.id, day, staffing), staffing)] as const),
  );
  return {
    day,
    revision,
    posts: staffing.posts,
    bearers,
    dutyPosts: new Map(staffing.bearings.map((one) => [one.dutyCode, one.positionId as Id])),
    names: staffing.names,
    postsOf: (personId) =>
      [...bearers].flatMap(([positionId, { people }]) => {
        const acting = people.find((each) => each.personId === personId);
        return acting ? [{ positionId, insteadOf: acting.insteadOf }] : [];
      }),
    actingFor: (personId) => findActing(personId, day, staffing.substitutions) as Id | undefined,
    standsInFor: (personId) =>
      staffing.substitutions
        .filter((each) => findActing(each.awayId, day, staffing.substitutions) === personId)
        .map((each) => ({ personId: each.awayId as Id, name: staffing.names.get(each.awayId) ?? '' })),
  };
}
