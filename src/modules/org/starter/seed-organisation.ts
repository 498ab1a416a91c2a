import type { Id } from '#kernel/brands.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { recorded } from '../handlers/record.ts';
import { insertAlias } from '../store/alias.ts';
import { insertDepartment } from '../store/department.ts';
import { insertDuty, insertDutyPost } from '../store/duty.ts';
import { insertPosition } from '../store/position.ts';
import type { SeedContext } from './seed-context.ts';
import type { StandardOrganisation } from './starter-files.ts';

/** The unit whose organisation is made: the code and word of its level, and the day everything begins. */
export interface Begun {
  readonly level: string;
  readonly levelName: string;
  readonly from: PlainDate;
}

const aStep = 10;

/** Makes the divisions, posts, duties and names that the law gives a commune; gives the ids of posts by code. */
export async function seedOrganisation(
  ctx: SeedContext,
  standard: StandardOrganisation,
  unit: Begun,
): Promise<ReadonlyMap<string, Id>> {
  const departments = await seedDepartments(ctx, standard, unit);
  const positions = new Map<string, Id>();
  for (const [at, given] of standard.positions.entries()) {
    const made = await insertPosition(ctx.db, ctx.unitId, {
      id: ctx.newId(),
      code: given.code,
      title: worded(given.titleByLevel?.[unit.level] ?? given.title, unit),
      departmentId: given.department === undefined ? null : getId(departments, given.department),
      seats: given.seats,
      leader: given.leader,
      sort: (at + 1) * aStep,
      validFrom: unit.from,
      validTo: null,
    });
    positions.set(given.code, recorded(ctx, 'position', made).id);
  }
  await seedDuties(ctx, standard, unit, positions);
  return positions;
}

async function seedDepartments(ctx: SeedContext, standard: StandardOrganisation, unit: Begun) {
  const departments = new Map<string, Id>();
  for (const [at, given] of standard.departments.entries()) {
    const made = await insertDepartment(ctx.db, ctx.unitId, {
      id: ctx.newId(),
      code: given.code,
      name: worded(given.nameByLevel?.[unit.level] ?? given.name, unit),
      parentId: null,
      sort: (at + 1) * aStep,
      validFrom: unit.from,
      validTo: null,
    });
    departments.set(given.code, recorded(ctx, 'department', made).id);
  }
  return departments;
}

async function seedDuties(
  ctx: SeedContext,
  standard: StandardOrganisation,
  unit: Begun,
  positions: ReadonlyMap<string, Id>,
): Promise<void> {
  const period = { validFrom: unit.from, validTo: null };
  const duties = new Map<string, Id>();
  for (const [at, given] of standard.duties.entries()) {
    const { code, name } = given;
    const duty = await insertDuty(ctx.db, ctx.unitId, {
      id: ctx.newId(),
      code,
      name,
      sort: (at + 1) * aStep,
      ...period,
    });
    duties.set(code, recorded(ctx, 'duty', duty).id);
    const bearing = { id: ctx.newId(), dutyId: duty.id, positionId: getId(positions, given.position), ...period };
    recorded(ctx, 'duty-post', await insertDutyPost(ctx.db, ctx.unitId, { ...bearing, citation: standard.citation }));
  }
  for (const given of standard.aliases) {
    const means =
      'duty' in given
        ? { kind: 'duty' as const, dutyId: getId(duties, given.duty) }
        : { kind: given.kind, dutyId: null };
    const alias = { written: worded(given.written, unit), positionId: null, departmentId: null, ...means };
    recorded(ctx, 'alias', await insertAlias(ctx.db, ctx.unitId, ctx.newId(), alias));
  }
}

function worded(text: string, unit: Begun): string {
  return text.replaceAll('{level}', unit.levelName);
}

function getId(ids: ReadonlyMap<string, Id>, code: string): Id {
  const id = ids.get(code);
  if (id === undefined) throw new RangeError(`the starter data names ${code}, which it does not give`);
  return id;
}
