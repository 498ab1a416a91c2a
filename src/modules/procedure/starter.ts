import type { UnitId } from '#kernel/brands.ts';
import { runInUnit } from '#server/jobs.ts';
import type { Services } from '#server/module.ts';
import type { TermRule } from './domain/procedure-content.ts';
import { saveSettings, unsaid } from './store/unit-procedure.ts';

const citation = 'Quyết định giả định của bản trình diễn';

/** Terms the demo commune enters where the catalogue gives a number without its unit. */
const demoTerms: Readonly<Record<string, TermRule['term']>> = {
  '1.000894': { unit: 'working-day', milli: 1_000 },
  '1.004859': { unit: 'working-day', milli: 3_000 },
  '2.002516': { unit: 'working-day', milli: 3_000 },
};

/** Enters invented terms, marked as such, so that the demo's frequent procedures can be taken in; again does nothing. */
export async function seedProcedures(services: Services, unitId: UnitId): Promise<void> {
  await runInUnit(services, { unitId, actor: 'starter' }, async (ctx) => {
    const said = await ctx.db.selectFrom('unit_procedure').select('code').where('unit_id', '=', unitId).execute();
    for (const [code, term] of Object.entries(demoTerms)) {
      if (said.some((row) => row.code === code)) continue;
      const rule = {
        channel: null,
        case: null,
        bareMilli: null,
        counting: 'days',
        legalBasis: null,
        note: null,
      } as const;
      const author = { at: ctx.at, id: null, name: 'Bản trình diễn' };
      await saveSettings(ctx.db, unitId, code, { ...unsaid, terms: [{ ...rule, term }], citation }, author);
    }
  });
}
