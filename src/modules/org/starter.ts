import type { Id, UnitId } from '#kernel/brands.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Db } from '#server/db.ts';
import { dayBefore } from './domain/validity.ts';
import { recorded } from './handlers/record.ts';
import { loadStaffing } from './queries/staffing.ts';
import { loadForest } from './queries/unit-tree.ts';
import type { SeedContext } from './starter/seed-context.ts';
import { seedOrganisation } from './starter/seed-organisation.ts';
import {
  type NamedUnit,
  readHoangTien,
  readStandardOrganisation,
  type StarterCommune,
} from './starter/starter-files.ts';
import { insertHolder } from './store/holder.ts';
import { insertPerson } from './store/person.ts';
import { insertReceptionPoint } from './store/reception-point.ts';
import { insertRecipient } from './store/recipient.ts';
import { type UnitStep, unitFold, writeUnits } from './store/unit.ts';

/** The first day without districts. */
const twoTiersFrom = '2025-07-01' as PlainDate;

/** A post that seeding made, with who holds it. */
export interface SeededPost {
  readonly positionId: Id;
  readonly title: string;
  readonly departmentId: Id | null;
  readonly personId: Id | null;
  readonly personName: string | null;
}

/** Posts by code, e.g. `chu-tich`, `van-phong-thong-ke`, `phu-trach-mot-cua`. */
export type SeededOrganisation = ReadonlyMap<string, SeededPost>;

/** A real unit as `cli init` asks for it; bodies above are kept as entries of the unit itself. */
export interface UnitToSeed extends NamedUnit {
  readonly from: PlainDate;
  readonly citation: string;
  readonly province?: NamedUnit;
  /** Only for units that begin before 01/07/2025. */
  readonly district?: NamedUnit;
}

/**
 * Makes the first unit of an installation with the divisions, posts and duties that the law gives its kind on its first
 * day, without any people. `ctx.unitId` is the id the unit gets; run in a transaction of that unit. Done before, it
 * changes nothing and gives what is there.
 */
export async function seedUnit(ctx: SeedContext, unit: UnitToSeed): Promise<SeededOrganisation> {
  if (!(await exists(ctx))) {
    await seedUnits(ctx, unit);
    const { levels } = await loadForest(ctx.db, ctx.unitId);
    const levelName = levels.get(unit.level)?.name ?? unit.level;
    const standard = await readStandardOrganisation(unit.from);
    await seedOrganisation(ctx, standard, { level: unit.level, levelName, from: unit.from });
  }
  return await seededPosts(ctx.db, ctx.unitId, unit.from);
}

/**
 * Makes xã Hoằng Tiến with huyện Hoằng Hóa (to 30/06/2025) and tỉnh Thanh Hóa above it, its reception points and who
 * receives its reports; in a demo also invented people in every post. Done before, it changes nothing.
 */
export async function seedOrg(ctx: SeedContext, { demo }: { readonly demo: boolean }): Promise<SeededOrganisation> {
  const commune = await readHoangTien();
  const begun = await exists(ctx);
  const { from, citation, unit, district, province } = commune;
  const posts = await seedUnit(ctx, { ...unit, from, citation, district, province });
  if (begun) return posts;
  await seedPlaces(ctx, commune);
  if (demo) await seedPeople(ctx, commune, posts);
  return await seededPosts(ctx.db, ctx.unitId, from);
}

async function exists(ctx: SeedContext): Promise<boolean> {
  const found = await ctx.db.selectFrom('unit').where('id', '=', ctx.unitId).select('id').executeTakeFirst();
  return found !== undefined;
}

async function seedUnits(ctx: SeedContext, unit: UnitToSeed): Promise<void> {
  const provinceId = ctx.newId();
  const districtId = ctx.newId();
  const { from, citation, province } = unit;
  const district = from < twoTiersFrom ? unit.district : undefined;
  const steps: UnitStep[] = [founding(ctx.unitId, unit, unit, null, null)];
  if (province) steps.push(founding(provinceId, province, unit, null, ctx.unitId));
  if (province && district) {
    steps.push(founding(districtId, district, unit, provinceId, ctx.unitId, dayBefore(twoTiersFrom)));
    steps.push({ op: 'parent', id: ctx.unitId, parentId: districtId, from, citation });
  }
  if (province) {
    const since = district ? twoTiersFrom : from;
    steps.push({ op: 'parent', id: ctx.unitId, parentId: provinceId, from: since, citation });
  }
  await writeUnits(ctx.db, steps, ctx.today);
  for (const [id, after] of (await loadForest(ctx.db, ctx.unitId)).tree) {
    ctx.log({ action: 'unit.created', record: { type: 'unit', id }, after, reason: citation });
    ctx.publish('unit.changed', { id });
  }
}

function founding(
  id: string,
  unit: NamedUnit,
  { from, citation }: UnitToSeed,
  parentId: string | null,
  keptBy: string | null,
  to: PlainDate | null = null,
): UnitStep {
  const { code, name, shortName, level } = unit;
  const fold = unitFold(code, [name]);
  return { op: 'create', id, code, name, shortName, level, parentId, keptBy, from, to, fold, citation };
}

async function seedPlaces(ctx: SeedContext, commune: StarterCommune): Promise<void> {
  for (const [at, { code, name, address, hours }] of commune.receptionPoints.entries()) {
    const place = { id: ctx.newId(), code, name, address, hours, phone: null, sort: (at + 1) * 10 };
    const made = await insertReceptionPoint(ctx.db, ctx.unitId, { ...place, validFrom: commune.from, validTo: null });
    recorded(ctx, 'reception-point', made);
  }
  const { tree } = await loadForest(ctx.db, ctx.unitId);
  for (const { purpose, name, of } of commune.recipients) {
    const above = [...tree.values()].find((unit) => unit.code === commune[of].code);
    const days =
      of === 'district'
        ? { validFrom: commune.from, validTo: dayBefore(twoTiersFrom) }
        : { validFrom: twoTiersFrom, validTo: null };
    const recipient = { id: ctx.newId(), purpose, name, recipientUnitId: above?.id ?? null, ...days };
    const made = await insertRecipient(ctx.db, ctx.unitId, { ...recipient, citation: commune.citation });
    recorded(ctx, 'recipient', made);
  }
}

async function seedPeople(ctx: SeedContext, commune: StarterCommune, posts: SeededOrganisation): Promise<void> {
  const days = { validFrom: commune.from, validTo: null };
  for (const { name, email, positions } of commune.people) {
    const person = await insertPerson(ctx.db, ctx.unitId, {
      id: ctx.newId(),
      name,
      email,
      phone: null,
      demo: true,
      ...days,
    });
    recorded(ctx, 'person', person);
    for (const [at, code] of positions.entries()) {
      const positionId = posts.get(code)?.positionId;
      if (positionId === undefined) throw new RangeError(`the starter data names the post ${code}`);
      const mode = at === 0 ? ('holder' as const) : ('concurrent' as const);
      const held = { id: ctx.newId(), positionId, personId: person.id, mode, ...days, citation: commune.citation };
      recorded(ctx, 'position-holder', await insertHolder(ctx.db, ctx.unitId, held));
    }
  }
}

async function seededPosts(db: Db, unitId: UnitId, day: PlainDate): Promise<SeededOrganisation> {
  const staffing = await loadStaffing(db, unitId, day);
  const codes = await db.selectFrom('position').where('unit_id', '=', unitId).select(['id', 'code']).execute();
  return new Map(
    staffing.posts.map((post) => {
      const personId = (staffing.holdings.find((each) => each.positionId === post.id)?.personId ?? null) as Id | null;
      const seeded: SeededPost = {
        positionId: post.id,
        title: post.title,
        departmentId: post.departmentId,
        personId,
        personName: personId === null ? null : (staffing.names.get(personId) ?? null),
      };
      return [codes.find((each) => each.id === post.id)?.code ?? post.id, seeded];
    }),
  );
}
