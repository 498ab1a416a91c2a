import { sql } from 'kysely';
import type { Id, UnitId } from '#kernel/brands.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { bearersOn, postsOn } from '#modules/org/queries.ts';
import type { Db } from '#server/db.ts';
import type { Told, WatchedOutput } from './domain/round.ts';

/** Who may be told on a day: by post, and by person for work given to a person. */
export interface Audience {
  ofPost(positionId: string | null): readonly Told[];
  ofPerson(personId: string | null): readonly Told[];
  /** Those who act in the leading posts of the unit. */
  readonly leaders: readonly Told[];
}

/** Loads who acts in which post today and their living accounts: three or four statements for a unit. */
export async function loadAudience(db: Db, unitId: UnitId, day: PlainDate): Promise<Audience> {
  const accounts = await db
    .selectFrom('account')
    .select(['id', 'person_id'])
    .where('unit_id', '=', unitId)
    .where('person_id', 'is not', null)
    .where('disabled_at', 'is', null)
    .orderBy('id')
    .execute();
  const byPerson = new Map(accounts.map((one) => [one.person_id, one.id as Id]));
  const bearers = await bearersOn(db, unitId, day);
  const ofPost = (positionId: string | null): readonly Told[] =>
    (positionId === null ? undefined : bearers.get(positionId as Id))?.people.flatMap(({ personId, insteadOf }) => {
      const accountId = byPerson.get(personId);
      return accountId ? [{ accountId, insteadOf }] : [];
    }) ?? [];
  const ofPerson = (personId: string | null): readonly Told[] => {
    const accountId = personId === null ? undefined : byPerson.get(personId);
    return accountId ? [{ accountId, insteadOf: null }] : [];
  };
  const leading = (await postsOn(db, unitId, day)).filter((post) => post.leader);
  return { ofPost, ofPerson, leaders: uniquePeople(leading.flatMap((post) => [...ofPost(post.id)])) };
}

function uniquePeople(people: readonly Told[]): Told[] {
  return [...new Map(people.map((one) => [one.accountId, one])).values()];
}

/** The live outputs due by a day, nearest first, with those to be told of them. */
export async function watchedOutputs(
  db: Db,
  unitId: UnitId,
  until: PlainDate,
  audience: Audience,
): Promise<WatchedOutput[]> {
  const rows = await db
    .selectFrom('obligation as o')
    .innerJoin('work_task as t', (join) => join.onRef('t.unit_id', '=', 'o.unit_id').onRef('t.id', '=', 'o.task_id'))
    .select(['o.id', 'o.title', 'o.due', 'o.stage', 'o.position_id', 'o.person_id', 'o.approver_id'])
    .select(['t.place', 't.number'])
    .where('o.unit_id', '=', unitId)
    .where(sql<boolean>`o.live`)
    .where('o.due', '<=', until)
    .where('o.stage', 'not in', ['paused', 'awaiting-guidance', 'awaiting-authority'])
    .orderBy('o.due')
    .orderBy('o.id')
    .execute();
  return rows.map((row) => ({
    id: row.id as Id,
    title: row.title,
    place: [row.place, row.number].filter(Boolean).join(' · '),
    due: row.due as PlainDate,
    submitted: row.stage === 'submitted',
    bearers: row.person_id === null ? audience.ofPost(row.position_id) : audience.ofPerson(row.person_id),
    approvers: audience.ofPost(row.approver_id),
  }));
}

const mostRows = 100;

/** Who was told of an output, newest first, with how it reached them. */
export async function remindersOfOutput(db: Db, unitId: UnitId, obligationId: Id) {
  return await db
    .selectFrom('reminder as r')
    .innerJoin('account as a', (join) => join.onRef('a.unit_id', '=', 'r.unit_id').onRef('a.id', '=', 'r.account_id'))
    .leftJoin('person as p', (join) => join.onRef('p.unit_id', '=', 'a.unit_id').onRef('p.id', '=', 'a.person_id'))
    .leftJoin('notification as n', (join) =>
      join
        .onRef('n.unit_id', '=', 'r.unit_id')
        .on('n.kind', '=', sql<string>`'reminder.' || r.kind`)
        .onRef('n.once', '=', 'r.once'),
    )
    .leftJoin('notification_recipient as c', (join) =>
      join
        .onRef('c.unit_id', '=', 'n.unit_id')
        .onRef('c.notification_id', '=', 'n.id')
        .onRef('c.account_id', '=', 'r.account_id'),
    )
    .leftJoin('delivery as d', (join) =>
      join
        .onRef('d.unit_id', '=', 'n.unit_id')
        .onRef('d.notification_id', '=', 'n.id')
        .onRef('d.account_id', '=', 'r.account_id'),
    )
    .select(['r.id', 'r.kind', 'r.day', 'r.due', 'c.read_at', 'd.state'])
    .select(sql<string>`coalesce(p.name, a.name)`.as('name'))
    .select(sql<number>`count(*) over ()::integer`.as('total'))
    .where('r.unit_id', '=', unitId)
    .where('r.obligation_id', '=', obligationId)
    .orderBy('r.day', 'desc')
    .orderBy('r.id', 'desc')
    .limit(mostRows)
    .execute();
}
