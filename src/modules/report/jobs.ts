import type { Id } from '#kernel/brands.ts';
import { daysBetween, formatDate, type PlainDate } from '#kernel/plain-date.ts';
import { findAccountOfPerson } from '#modules/account/queries.ts';
import { loadWorkingCalendar } from '#modules/calendar/queries.ts';
import { loadStaffedDay } from '#modules/org/queries.ts';
import { periodWords } from '#modules/work/domain/period.ts';
import type { Context } from '#server/context.ts';
import { daysOfReport, periodOf } from './domain/report-term.ts';
import { sectionsOf } from './domain/sections.ts';
import { fieldLeadsOf, fieldsInOrder, reportTermsOn, type StoredSection } from './queries.ts';
import { insertReport, insertSections, redateReports } from './store.ts';

/** Begins the reports of the plans in force of this year and the last, and moves those whose calendar changed. */
export async function keepReports(ctx: Context): Promise<void> {
  const year = Number(ctx.today.slice(0, 4));
  const plans = await ctx.db
    .selectFrom('plan')
    .select(['id', 'year'])
    .where('unit_id', '=', ctx.unitId)
    .where('version', '>', 0)
    .where('year', '>=', year - 1)
    .execute();
  const terms = await reportTermsOn(ctx.db, ctx.unitId, ctx.today);
  const staffed = await loadStaffedDay(ctx.db, ctx.unitId, ctx.today);
  const compilerId = staffed.dutyPosts.get('cchc') ?? null;
  const fields = await fieldsInOrder(ctx.db);
  for (const plan of plans) {
    const calendar = await loadWorkingCalendar(ctx.db, ctx.unitId);
    const leads = await fieldLeadsOf(ctx.db, ctx.unitId, plan.id as Id);
    const sections = sectionsOf(fields, leads);
    if (sections.length === 0) continue;
    for (const term of terms) {
      const period = periodOf(plan.year, term.period);
      const days = daysOfReport(term, plan.year, calendar);
      const id = ctx.newId();
      const begun = await insertReport(ctx.db, ctx.unitId, {
        id,
        planId: plan.id as Id,
        period,
        compilerId,
        ...days,
        estimated: days.estimated || term.estimated,
      });
      if (begun) {
        await insertSections(
          ctx.db,
          ctx.unitId,
          id,
          sections.map((one) => ({ ...one, id: ctx.newId() })),
        );
        ctx.log({ action: 'report.begun', record: { type: 'report', id }, after: { innerDue: days.innerDue } });
      } else await redateReports(ctx.db, ctx.unitId, period, { ...days, estimated: days.estimated || term.estimated });
    }
  }
}

const stepsAhead: readonly number[] = [5, 3, 1, 0];

/** Reminds the owners of sections that are not handed in: 5, 3 and 1 days before the inner day, on it, and each day after. */
export async function remindOwners(ctx: Context): Promise<void> {
  const rows = await ctx.db
    .selectFrom('report_section as s')
    .innerJoin('report as r', (join) => join.onRef('r.unit_id', '=', 's.unit_id').onRef('r.id', '=', 's.report_id'))
    .selectAll('s')
    .select(['r.period', 'r.inner_due', 'r.state as report_state', 'r.compiler_id'])
    .where('s.unit_id', '=', ctx.unitId)
    .where('r.state', '=', 'collecting')
    .where('s.state', 'in', ['missing', 'draft', 'returned'])
    .execute();
  for (const section of rows) {
    const left = daysBetween(ctx.today, section.inner_due as PlainDate);
    if (left > 0 && !stepsAhead.includes(left)) continue;
    if (left < -30) continue;
    const when = left > 0 ? `còn ${left} ngày` : left === 0 ? 'hôm nay' : `quá hạn ${-left} ngày`;
    await tellOwner(ctx, section, 'report.section-due', { when }, `${section.id}:${ctx.today}`);
  }
}

/** Tells who acts in the post of a section; gives how many were told. */
export async function tellOwner(
  ctx: Context,
  section: Pick<StoredSection, 'id' | 'title' | 'period' | 'inner_due' | 'position_id'>,
  kind: string,
  params: Readonly<Record<string, string>>,
  once?: string,
): Promise<number> {
  const staffed = await loadStaffedDay(ctx.db, ctx.unitId, ctx.today);
  const people = staffed.bearers.get(section.position_id as Id)?.people ?? [];
  const accounts: Id[] = [];
  for (const { personId } of people) {
    const account = await findAccountOfPerson(ctx.db, ctx.unitId, personId);
    if (account) accounts.push(account.id);
  }
  if (accounts.length === 0) return 0;
  ctx.publish('notification.wanted', {
    kind,
    accountIds: accounts,
    record: { type: 'report-section', id: section.id },
    params: {
      title: section.title.slice(0, 200),
      period: periodWords(section.period),
      due: formatDate(section.inner_due as PlainDate),
      ...params,
    },
    ...(once === undefined ? {} : { once }),
  });
  return accounts.length;
}
