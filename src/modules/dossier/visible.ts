import { type RawBuilder, sql } from 'kysely';
import type { Id } from '#kernel/brands.ts';
import type { StaffedDay } from '#modules/org/queries.ts';
import type { Context } from '#server/context.ts';
import type { Reader } from './domain/may-read.ts';

type Asking = Pick<Context, 'session' | 'may'>;

/** What the person who asks may read today, by posts held and by standing in for others. */
export function readerOf(ctx: Asking, staffed: StaffedDay): Reader {
  const { session } = ctx;
  const me = session?.personId ?? null;
  const granted = (session?.grants ?? []).flatMap(({ permission, departmentId }) =>
    permission === 'dossier.read' && departmentId !== null ? [departmentId] : [],
  );
  return {
    all: ctx.may('dossier.read'),
    me: me ?? session?.accountId ?? null,
    departments: [...new Set([...(session?.departmentIds ?? []), ...granted])],
    positions: me === null ? [] : staffed.postsOf(me).map((one) => one.positionId),
    people: me === null ? [] : [me, ...staffed.standsInFor(me).map((one) => one.personId)],
  };
}

/** What the posts of a reader, the reader, and those the reader stands in for now hold: `mine` of lists. */
export function heldBy({ positions, people }: Pick<Reader, 'positions' | 'people'>): RawBuilder<boolean> {
  return sql<boolean>`(d.live and d.position_id = any(${positions}::uuid[])
    or d.live and d.person_id is not null and d.person_id = any(${people}::uuid[]))`;
}

/** The condition on rows `d` of dossiers that a reader may read: `domain/may-read.ts` for lists. */
export function visible(reader: Reader): RawBuilder<boolean> {
  if (reader.all) return sql<boolean>`true`;
  return sql<boolean>`(d.department_id = any(${reader.departments}::uuid[]) or d.received_by = ${reader.me}::uuid
    or d.handler_id = any(${reader.positions}::uuid[]) or ${heldBy(reader)})`;
}

/** One way in which dossiers are visible, each of which an index gives by day of receipt. */
export function waysToSee(reader: Reader): readonly RawBuilder<boolean>[] {
  if (reader.all) return [sql<boolean>`true`];
  const received = reader.me === null ? [] : [sql<boolean>`d.received_by = ${reader.me}::uuid`];
  const ofDepartment = (id: Id) => sql<boolean>`d.department_id = ${id}::uuid`;
  const handledBy = (id: Id) => sql<boolean>`d.handler_id = ${id}::uuid`;
  const ofPost = (id: Id) => sql<boolean>`d.live and d.position_id = ${id}::uuid`;
  const ofPerson = (id: Id) => sql<boolean>`d.live and d.person_id is not null and d.person_id = ${id}::uuid`;
  return [
    ...reader.departments.map(ofDepartment),
    ...received,
    ...reader.positions.map(handledBy),
    ...reader.positions.map(ofPost),
    ...reader.people.map(ofPerson),
  ];
}
