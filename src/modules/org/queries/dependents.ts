import { sql } from 'kysely';
import type { UnitId } from '#kernel/brands.ts';
import type { Db } from '#server/db.ts';
import type { Dependent } from '../domain/validity.ts';

/** Divisions and posts that hang on a division. */
export async function departmentDependents(db: Db, unitId: UnitId, id: string): Promise<readonly Dependent[]> {
  const { rows } = await sql<Dependent>`
    select 'department' as kind, name, valid_from as "validFrom", valid_to as "validTo"
      from department where unit_id = ${unitId} and parent_id = ${id}
    union all
    select 'position', title, valid_from, valid_to from position where unit_id = ${unitId} and department_id = ${id}
    order by "validFrom" desc`.execute(db);
  return rows;
}

/** Holders of a post and duties it bears. */
export async function positionDependents(db: Db, unitId: UnitId, id: string): Promise<readonly Dependent[]> {
  const { rows } = await sql<Dependent>`
    select 'holder' as kind, p.name, h.valid_from as "validFrom", h.valid_to as "validTo"
      from position_holder h join person p on p.unit_id = h.unit_id and p.id = h.person_id
      where h.unit_id = ${unitId} and h.position_id = ${id}
    union all
    select 'duty', y.name, b.valid_from, b.valid_to
      from duty_post b join duty y on y.unit_id = b.unit_id and y.id = b.duty_id
      where b.unit_id = ${unitId} and b.position_id = ${id}
    order by "validFrom" desc`.execute(db);
  return rows;
}

/** Posts a person holds and substitutions the person takes part in. */
export async function personDependents(db: Db, unitId: UnitId, id: string): Promise<readonly Dependent[]> {
  const { rows } = await sql<Dependent>`
    select 'position' as kind, q.title as name, h.valid_from as "validFrom", h.valid_to as "validTo"
      from position_holder h join position q on q.unit_id = h.unit_id and q.id = h.position_id
      where h.unit_id = ${unitId} and h.person_id = ${id}
    union all
    select 'substitution', p.name, s.valid_from, s.valid_to
      from substitution s join person p on p.unit_id = s.unit_id
        and p.id = case when s.away_id = ${id} then s.substitute_id else s.away_id end
      where s.unit_id = ${unitId} and ${id} in (s.away_id, s.substitute_id)
    order by "validFrom" desc`.execute(db);
  return rows;
}

/** Posts that bear a duty. */
export async function dutyDependents(db: Db, unitId: UnitId, id: string): Promise<readonly Dependent[]> {
  const { rows } = await sql<Dependent>`
    select 'position' as kind, q.title as name, b.valid_from as "validFrom", b.valid_to as "validTo"
      from duty_post b join position q on q.unit_id = b.unit_id and q.id = b.position_id
      where b.unit_id = ${unitId} and b.duty_id = ${id}
    order by b.valid_from desc`.execute(db);
  return rows;
}
