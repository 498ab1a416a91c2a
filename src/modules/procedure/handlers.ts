import type { Context } from '#server/context.ts';
import type { Mount, Services } from '#server/module.ts';
import { countProcedures, getProcedure, listProcedureFields, listProcedures } from './contract/catalogue.ts';
import { mountCatalogueFile } from './handlers/catalogue-file.ts';
import { mountLifeEvents } from './handlers/life-events.ts';
import { mountUnitSettings } from './handlers/unit-settings.ts';
import { mountVersions } from './handlers/versions.ts';
import { catalogueCounts, offeredFields } from './queries/catalogue-counts.ts';
import { procedurePageOf } from './queries/procedure-page.ts';
import { type AskedProcedures, procedureRows } from './queries/procedure-rows.ts';

/** The routes of the catalogue of procedures. */
export function mountProcedures(mount: Mount, services: Services): void {
  mount(listProcedures, (ctx, { query }) => procedureRows(ctx.db, ctx.unitId, askedBy(ctx, query)));

  mount(listProcedureFields, async (ctx, { query }) => ({
    fields: await offeredFields(ctx.db, ctx.unitId, query.on ?? ctx.today),
  }));

  mount(countProcedures, (ctx) => catalogueCounts(ctx.db, ctx.unitId, ctx.today));

  mount(getProcedure, (ctx, { params: { code }, query: { on, version } }) =>
    procedurePageOf(ctx.db, ctx.unitId, { code, version, day: on ?? ctx.today, today: ctx.today }),
  );

  mountUnitSettings(mount);
  mountVersions(mount);
  mountLifeEvents(mount);
  mountCatalogueFile(mount, services);
}

type Query = Partial<Omit<AskedProcedures, 'day' | 'words'>> & {
  readonly page: number;
  readonly size: number;
  readonly q?: string | undefined;
  readonly on?: AskedProcedures['day'] | undefined;
};

/** What a list is asked for, as of today unless a day was named. */
export function askedBy(ctx: Pick<Context, 'today'>, query: Query): AskedProcedures {
  const { q, on, field, event, state, sort, page, size } = query;
  return { day: on ?? ctx.today, words: q === '' ? undefined : q, field, event, state, sort, page, size };
}
