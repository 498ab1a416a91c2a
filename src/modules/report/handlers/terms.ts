import { loadWorkingCalendar } from '#modules/calendar/queries.ts';
import type { Context } from '#server/context.ts';
import { fail } from '#server/errors.ts';
import type { Mount } from '#server/module.ts';
import { listReportTerms, setReportTerm } from '../contract.ts';
import { daysOfReport, type ReportTerm } from '../domain/report-term.ts';
import { keepReports } from '../jobs.ts';
import { reportTermsOn } from '../queries.ts';
import { saveTerm } from '../store.ts';

/** Routes of the calendar of reports. */
export function mountTerms(mount: Mount): void {
  mount(listReportTerms, async (ctx) => ({ rows: await reportTermsOn(ctx.db, ctx.unitId, ctx.today) }));

  mount(setReportTerm, async (ctx, { params, body }) => {
    const term = { ...body, period: params.period };
    if (!body.estimated && (await isTooSoon(ctx, term))) fail('report-term-too-soon', {}, 409);
    const before = (await reportTermsOn(ctx.db, ctx.unitId, body.validFrom)).find(
      ({ period }) => period === params.period,
    );
    const version = await saveTerm(ctx.db, ctx.unitId, {
      id: ctx.newId(),
      period: params.period,
      cut_month: body.cutMonth,
      cut_day: body.cutDay,
      due_month: body.dueMonth,
      due_day: body.dueDay,
      next_year: body.nextYear,
      inner_days: body.innerDays,
      estimated: body.estimated,
      valid_from: body.validFrom,
      citation: body.citation,
    });
    ctx.log({
      action: 'report-term.changed',
      record: { type: 'report-term', id: params.period },
      before: { ...before },
      after: { ...body },
    });
    await keepReports(ctx);
    ctx.publish('report-terms.changed', { period: params.period });
    return { ...term, version };
  });
}

async function isTooSoon(ctx: Context, term: ReportTerm & { readonly validFrom: string }): Promise<boolean> {
  const year = Number(term.validFrom.slice(0, 4));
  const calendar = await loadWorkingCalendar(ctx.db, ctx.unitId);
  return daysOfReport(term, year, calendar).estimated;
}
