import type { Mount } from '#server/module.ts';
import {
  listNarrative,
  listReportDuties,
  listResponsibilities,
  listStatements,
  listTargets,
} from '../contract/plans.ts';
import {
  listNarrativeOf,
  listReportDutiesOf,
  listResponsibilitiesOf,
  listStatementsOf,
  listTargetsOf,
} from '../queries/plan-rows.ts';
import { narrativeRowOf, reportDutyRowOf, responsibilityRowOf, statementRowOf, targetRowOf } from './part-rows.ts';
import { getShown } from './shown.ts';

/** Routes of the other parts of a plan. */
export function mountParts(mount: Mount): void {
  mount(listTargets, async (ctx, { params, query }) => {
    const { at } = await getShown(ctx, params.planId, query.version);
    return { rows: (await listTargetsOf(ctx.db, at)).map((row) => targetRowOf(row, at.version)) };
  });

  mount(listStatements, async (ctx, { params, query }) => {
    const { at } = await getShown(ctx, params.planId, query.version);
    return { rows: (await listStatementsOf(ctx.db, at)).map((row) => statementRowOf(row, at.version)) };
  });

  mount(listNarrative, async (ctx, { params, query }) => {
    const { at } = await getShown(ctx, params.planId, query.version);
    return { rows: (await listNarrativeOf(ctx.db, at)).map((row) => narrativeRowOf(row, at.version)) };
  });

  mount(listResponsibilities, async (ctx, { params, query }) => {
    const { at } = await getShown(ctx, params.planId, query.version);
    return { rows: (await listResponsibilitiesOf(ctx.db, at)).map((row) => responsibilityRowOf(row, at.version)) };
  });

  mount(listReportDuties, async (ctx, { params, query }) => {
    const { at } = await getShown(ctx, params.planId, query.version);
    return { rows: (await listReportDutiesOf(ctx.db, at)).map((row) => reportDutyRowOf(row, at.version)) };
  });
}
