import type { Mount } from '#server/module.ts';
import { obey } from '#server/obey.ts';
import { changeDepartment, createDepartment, listDepartments } from '../contract/departments.ts';
import { mayPlaceDepartment } from '../domain/may-place-department.ts';
import { mayChangeDates } from '../domain/validity.ts';
import { departmentRows } from '../queries/department-rows.ts';
import { departmentDependents } from '../queries/dependents.ts';
import { listingOf } from '../queries/listing.ts';
import { departmentPlaces, findDepartment, insertDepartment, updateDepartment } from '../store/department.ts';
import { codeFrom, getCurrent, recorded } from './record.ts';

export function mountDepartments(mount: Mount): void {
  mount(listDepartments, (ctx, { query }) => departmentRows(ctx.db, ctx.unitId, listingOf(ctx, query)));

  mount(createDepartment, async (ctx, { body }) => {
    const id = ctx.newId();
    obey(mayPlaceDepartment({ id, ...body }, await departmentPlaces(ctx.db, ctx.unitId)));
    const code = body.code ?? codeFrom(body.name, id);
    return recorded(ctx, 'department', await insertDepartment(ctx.db, ctx.unitId, { ...body, id, code }));
  });

  mount(changeDepartment, async (ctx, { params: { id }, body }) => {
    const places = await departmentPlaces(ctx.db, ctx.unitId);
    const before = getCurrent(await findDepartment(ctx.db, ctx.unitId, id), body.version);
    obey(mayPlaceDepartment({ id, ...body }, places));
    obey(mayChangeDates(body, await departmentDependents(ctx.db, ctx.unitId, id)));
    return recorded(ctx, 'department', await updateDepartment(ctx.db, ctx.unitId, id, body), { before });
  });
}
