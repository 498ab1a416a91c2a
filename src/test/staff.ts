import type pg from 'pg';
import type { Id, UnitId } from '#kernel/brands.ts';
import { newId } from '#server/ids.ts';

const longAgo = '2000-01-01';

/** A post of a unit with the person who holds it; optionally a leading one, or one that bears a duty. */
export async function aPost(
  owner: pg.Pool,
  unitId: UnitId,
  given: { code: string; title?: string; personId?: Id; leader?: boolean; departmentId?: Id; duty?: string },
): Promise<Id> {
  const id = newId();
  await owner.query(
    `insert into position (unit_id, id, code, title, leader, department_id, valid_from, fold) values ($1, $2, $3, $4, $5, $6, $7, $3)`,
    [
      unitId,
      id,
      given.code,
      given.title ?? `Vị trí ${given.code}`,
      given.leader ?? false,
      given.departmentId ?? null,
      longAgo,
    ],
  );
  if (given.personId) {
    await owner.query(
      `insert into position_holder (unit_id, id, position_id, person_id, mode, valid_from) values ($1, $2, $3, $4, 'holder', $5)`,
      [unitId, newId(), id, given.personId, longAgo],
    );
  }
  if (given.duty) {
    const duty = newId();
    await owner.query(`insert into duty (unit_id, id, code, name, valid_from, fold) values ($1, $2, $3, $3, $4, $3)`, [
      unitId,
      duty,
      given.duty,
      longAgo,
    ]);
    await owner.query(
      `insert into duty_post (unit_id, id, duty_id, position_id, valid_from) values ($1, $2, $3, $4, $5)`,
      [unitId, newId(), duty, id, longAgo],
    );
  }
  return id;
}

/** While one person is away on a day, another does the work. */
export async function aSubstitution(
  owner: pg.Pool,
  unitId: UnitId,
  given: { away: Id; substitute: Id; from: string; to?: string },
): Promise<void> {
  await owner.query(
    `insert into substitution (unit_id, id, away_id, substitute_id, valid_from, valid_to, reason)
     values ($1, $2, $3, $4, $5, $6, 'đi học')`,
    [unitId, newId(), given.away, given.substitute, given.from, given.to ?? given.from],
  );
}
