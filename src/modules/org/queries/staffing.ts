import type { Id, UnitId } from '#kernel/brands.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Db } from '#server/db.ts';
import type { BearerRow } from '../contract/duties.ts';
import type { Bearer, Staffing } from '../domain/find-bearer.ts';
import type { DutyBearing } from '../domain/may-bear-duty.ts';
import type { Holding } from '../domain/may-hold-post.ts';
import type { Substitution } from '../domain/may-substitute.ts';
import { holdsOn } from './listing.ts';

interface TitledPost {
  readonly id: Id;
  readonly title: string;
  readonly departmentId: Id | null;
  readonly leader: boolean;
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
}

/** Who holds which post, who is away and which post bears which duty on a day, with the names to say it. */
export interface LoadedStaffing extends Staffing {
  readonly posts: readonly TitledPost[];
  readonly bearings: readonly (DutyBearing & { readonly dutyCode: string })[];
  readonly names: ReadonlyMap<string, string>;
}

/** All a unit has of posts, holders, duties and substitutions on a day: a few dozen rows. */
export async function loadStaffing(db: Db, unitId: UnitId, day: PlainDate): Promise<LoadedStaffing> {
  const posts = await db
    .selectFrom('position as q')
    .where('q.unit_id', '=', unitId)
    .where(holdsOn('q', day))
    .select([
      'q.id',
      'q.title',
      'q.department_id as departmentId',
      'q.leader',
      'q.valid_from as validFrom',
      'q.valid_to as validTo',
    ])
    .orderBy('q.sort')
    .orderBy('q.id')
    .$castTo<TitledPost>()
    .execute();
  const held = await db
    .selectFrom('position_holder as h')
    .innerJoin('person as p', (join) => join.onRef('p.unit_id', '=', 'h.unit_id').onRef('p.id', '=', 'h.person_id'))
    .where('h.unit_id', '=', unitId)
    .where(holdsOn('h', day))
    .select([
      'h.id',
      'h.position_id as positionId',
      'h.person_id as personId',
      'h.mode',
      'h.valid_from as validFrom',
      'h.valid_to as validTo',
      'p.name',
    ])
    .orderBy('h.valid_from')
    .orderBy('h.id')
    .$castTo<Holding & { name: string }>()
    .execute();
  const away = await db
    .selectFrom('substitution as s')
    .innerJoin('person as p', (join) => join.onRef('p.unit_id', '=', 's.unit_id').onRef('p.id', '=', 's.substitute_id'))
    .where('s.unit_id', '=', unitId)
    .where(holdsOn('s', day))
    .select([
      's.id',
      's.away_id as awayId',
      's.substitute_id as substituteId',
      's.valid_from as validFrom',
      's.valid_to as validTo',
      'p.name',
    ])
    .$castTo<Substitution & { name: string }>()
    .execute();
  const bearings = await db
    .selectFrom('duty_post as b')
    .innerJoin('duty as y', (join) => join.onRef('y.unit_id', '=', 'b.unit_id').onRef('y.id', '=', 'b.duty_id'))
    .where('b.unit_id', '=', unitId)
    .where(holdsOn('b', day))
    .select([
      'b.id',
      'b.duty_id as dutyId',
      'b.position_id as positionId',
      'b.valid_from as validFrom',
      'b.valid_to as validTo',
      'y.code as dutyCode',
    ])
    .$castTo<DutyBearing & { dutyCode: string }>()
    .execute();
  const names = new Map<string, string>([
    ...held.map((each) => [each.personId, each.name] as const),
    ...away.map((each) => [each.substituteId, each.name] as const),
  ]);
  return { posts, holdings: held, substitutions: away, bearings, names };
}

/** A bearer with names instead of ids. */
export function nameBearer(bearer: Bearer, staffing: LoadedStaffing): BearerRow {
  const post = staffing.posts.find((each) => each.id === bearer.positionId);
  const position = post ? { id: post.id, title: post.title } : null;
  if (bearer.kind === 'empty') return { position, people: [], empty: bearer.reason };
  const nameOf = (personId: string) => staffing.names.get(personId) ?? '';
  const people = bearer.actors.map((actor) => ({
    personId: actor.personId as Id,
    name: nameOf(actor.personId),
    mode: actor.mode,
    insteadOf: actor.insteadOf === null ? null : nameOf(actor.insteadOf),
  }));
  return { position, people, empty: null };
}
