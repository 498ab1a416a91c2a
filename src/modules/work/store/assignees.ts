import { sql } from 'kysely';
import type { Id } from '#kernel/brands.ts';
import type { StaffedDay } from '#modules/org/queries.ts';
import type { Context } from '#server/context.ts';
import { fail } from '#server/errors.ts';
import type { Bearing } from './apply-act.ts';

/** Who was named: a post, a duty, a person or a division. */
export interface Named {
  readonly kind: 'position' | 'duty' | 'person' | 'department';
  readonly id: Id;
}

/** Who that is today. A duty is the post that bears it. */
export interface Assignee extends Bearing {
  readonly kind: 'position' | 'person' | 'department';
  readonly name: string;
}

interface FoundName {
  readonly kind: Named['kind'];
  readonly id: Id;
  readonly name: string;
  readonly positionId: Id | null;
}

/** Finds those named, in one statement, as they are today; refuses who is unknown, has left or bears nothing. */
export async function resolveAssignees(
  ctx: Context,
  staffed: StaffedDay,
  named: readonly Named[],
): Promise<(one: Named) => Assignee> {
  const ids = (kind: Named['kind']) => named.filter((one) => one.kind === kind).map((one) => one.id);
  const rows = named.some((one) => one.kind !== 'position')
    ? await findNames(ctx, { people: ids('person'), duties: ids('duty'), departments: ids('department') })
    : [];
  return ({ kind, id }) => {
    if (kind === 'position') return ofPost(staffed, id);
    const found = rows.find((row) => row.kind === kind && row.id === id);
    if (!found) fail('work-assignee-unknown', {}, 409);
    if (kind === 'duty') {
      return found.positionId === null
        ? fail('work-duty-without-post', { duty: found.name }, 409)
        : ofPost(staffed, found.positionId);
    }
    if (kind === 'department') return { ...nobody, kind, departmentId: id, name: found.name };
    return { ...nobody, kind, personId: id, name: found.name };
  };
}

const nobody = { positionId: null, personId: null, departmentId: null };

function ofPost(staffed: StaffedDay, id: Id): Assignee {
  const post = staffed.posts.find((one) => one.id === id);
  if (!post) fail('work-assignee-unknown', {}, 409);
  return { kind: 'position', positionId: id, personId: null, departmentId: post.departmentId, name: post.title };
}

/** Who leads when a division was named: the post that leads it. */
export function asLead(staffed: StaffedDay, assignee: Assignee): Assignee {
  if (assignee.kind !== 'department') return assignee;
  const head = staffed.posts.find((post) => post.leader && post.departmentId === assignee.departmentId);
  return head ? ofPost(staffed, head.id) : fail('work-division-without-head', { division: assignee.name }, 409);
}

async function findNames(
  ctx: Context,
  { people, duties, departments }: Readonly<Record<'people' | 'duties' | 'departments', readonly Id[]>>,
): Promise<FoundName[]> {
  const valid = (table: string) => sql`${sql.ref(`${table}.valid_from`)} <= ${ctx.today}
    and (${sql.ref(`${table}.valid_to`)} is null or ${sql.ref(`${table}.valid_to`)} >= ${ctx.today})`;
  const { rows } = await sql<FoundName>`
    select 'person' as kind, p.id, p.name, null::uuid as "positionId" from person p
      where p.unit_id = ${ctx.unitId} and p.id = any(${[...people]}::uuid[]) and ${valid('p')}
    union all select 'duty', y.id, y.name, b.position_id from duty y
      left join duty_post b on b.unit_id = y.unit_id and b.duty_id = y.id and ${valid('b')}
      where y.unit_id = ${ctx.unitId} and y.id = any(${[...duties]}::uuid[]) and ${valid('y')}
    union all select 'department', d.id, d.name, null from department d
      where d.unit_id = ${ctx.unitId} and d.id = any(${[...departments]}::uuid[]) and ${valid('d')}`.execute(ctx.db);
  return rows;
}
