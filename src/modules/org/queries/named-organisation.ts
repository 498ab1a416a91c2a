import type { Id, UnitId } from '#kernel/brands.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Db } from '#server/db.ts';
import type { AliasKind } from '../contract/names.ts';
import type { NameAlias, NameContext, NamedDepartment, NamedPost } from '../domain/resolve-post.ts';
import { holdsOn } from './listing.ts';
import { type LoadedStaffing, loadStaffing } from './staffing.ts';

/** All that `resolvePost` asks for on a day, and the staffing it was made from. */
export interface NamedOrganisation {
  readonly posts: readonly NamedPost[];
  readonly aliases: readonly NameAlias[];
  readonly context: NameContext & { readonly departments: readonly NamedDepartment[] };
  readonly staffing: LoadedStaffing;
}

interface StoredAlias {
  readonly written: string;
  readonly kind: AliasKind;
  readonly dutyCode: string | null;
  readonly positionId: Id | null;
  readonly departmentId: Id | null;
}

/** The posts, divisions and names of a unit on a day; loaded once for all names of a document. */
export async function loadNamedOrganisation(db: Db, unitId: UnitId, day: PlainDate): Promise<NamedOrganisation> {
  const staffing = await loadStaffing(db, unitId, day);
  const aliases = await db
    .selectFrom('duty_alias as a')
    .leftJoin('duty as y', (join) => join.onRef('y.unit_id', '=', 'a.unit_id').onRef('y.id', '=', 'a.duty_id'))
    .where('a.unit_id', '=', unitId)
    .select([
      'a.written',
      'a.kind',
      'y.code as dutyCode',
      'a.position_id as positionId',
      'a.department_id as departmentId',
    ])
    .orderBy('a.id')
    .$castTo<StoredAlias>()
    .execute();
  const departments = await db
    .selectFrom('department as d')
    .where('d.unit_id', '=', unitId)
    .where(holdsOn('d', day))
    .select(['d.id', 'd.name'])
    .orderBy('d.sort')
    .orderBy('d.id')
    .execute();
  const names = await db.selectFrom('unit_name').where('unit_id', '=', unitId).select('name').execute();
  const posts = staffing.posts.map((post) => ({
    ...post,
    duties: staffing.bearings.filter((each) => each.positionId === post.id).map((each) => each.dutyCode),
  }));
  const context = { departments, unitNames: names.map((each) => each.name) };
  return { posts, aliases: aliases.flatMap(aliasOf), context, staffing };
}

function aliasOf({ written, kind, dutyCode, positionId, departmentId }: StoredAlias): NameAlias[] {
  if (kind === 'duty') return dutyCode === null ? [] : [{ written, kind, dutyCode }];
  if (kind === 'position') return positionId === null ? [] : [{ written, kind, positionId }];
  if (kind === 'department') return departmentId === null ? [] : [{ written, kind, departmentId }];
  return [{ written, kind }];
}
