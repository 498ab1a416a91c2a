import type { Id } from '#kernel/brands.ts';
import { evidenceOf, getUsable } from '#modules/evidence/queries.ts';
import { loadStaffedDay } from '#modules/org/queries.ts';
import type { Context } from '#server/context.ts';
import { fail } from '#server/errors.ts';
import type { Mount } from '#server/module.ts';
import { getReport, listReports, signReport, urgeMissing } from '../contract.ts';
import type { ReportPeriodCode } from '../domain/report-term.ts';
import { tellOwner } from '../jobs.ts';
import {
  dutiesServedBy,
  findReport,
  findReportForWrite,
  listReportsOf,
  outputsServedBy,
  sectionsOfReport,
} from '../queries.ts';
import { markSigned, updateSection } from '../store.ts';
import { ownerOf, reportRowOf, sectionRowOf } from './answers.ts';

/** Routes of whole reports. */
export function mountReports(mount: Mount): void {
  mount(listReports, async (ctx, { query }) => {
    const { rows, total } = await listReportsOf(ctx.db, ctx.unitId, query);
    return { rows: rows.map((row) => reportRowOf(row, row.closed_count)), total, page: query.page, size: query.size };
  });

  mount(getReport, async (ctx, { params }) => {
    const report = (await findReport(ctx.db, ctx.unitId, params.reportId)) ?? fail('not-found', {}, 404);
    const staffed = await loadStaffedDay(ctx.db, ctx.unitId, ctx.today);
    const sections = await sectionsOfReport(ctx.db, ctx.unitId, params.reportId);
    const outputs = await outputsServedBy(ctx.db, ctx.unitId, report.plan_id as Id, report.period);
    const code = report.period.slice(5) as ReportPeriodCode;
    const duties = await dutiesServedBy(ctx.db, ctx.unitId, report.plan_id as Id, code);
    return {
      report: reportRowOf(report, report.state === 'signed' ? report.closed_count : outputs.length),
      compiler: ownerOf(staffed, report.compiler_id),
      document: await documentOf(ctx, report.evidence_id as Id | null),
      sections: sections.map((section) => sectionRowOf(ctx, staffed, section)),
      outputs: outputs.map((one) => ({
        id: one.id as Id,
        title: one.title,
        place: [one.place, one.number].filter(Boolean).join(' · '),
        closed: one.stage === 'accepted',
      })),
      duties: duties.map((one) => ({ ...one, id: one.id as Id })),
      mayManage: ctx.may('work.manage'),
    };
  });

  mount(urgeMissing, async (ctx, { params }) => {
    const report = (await findReport(ctx.db, ctx.unitId, params.reportId)) ?? fail('not-found', {}, 404);
    if (report.state === 'signed') fail('report-signed', {}, 409);
    const open = (await sectionsOfReport(ctx.db, ctx.unitId, params.reportId)).filter(({ state }) =>
      ['missing', 'draft', 'returned'].includes(state),
    );
    const nobody: string[] = [];
    for (const section of open) {
      const told = await tellOwner(ctx, section, 'report.section-urged', { by: ctx.session?.name ?? '' });
      if (told === 0) nobody.push(section.title);
      else await updateSection(ctx.db, ctx.unitId, section.id as Id, urgedNow(ctx));
    }
    const urged = open.length - nobody.length;
    ctx.log({ action: 'report-section.urge', record: { type: 'report', id: params.reportId }, after: { urged } });
    return { urged, nobody };
  });

  mount(signReport, async (ctx, { params, body }) => {
    const report = (await findReportForWrite(ctx.db, ctx.unitId, params.reportId)) ?? fail('not-found', {}, 404);
    if (report.version !== body.version) fail('stale-version', {}, 409, { current: reportRowOf(report, 0) });
    if (report.state === 'signed') fail('report-signed', {}, 409);
    const sections = await sectionsOfReport(ctx.db, ctx.unitId, params.reportId);
    const missing = sections.filter(({ state }) => state !== 'accepted').map(({ title }) => title);
    if (missing.length > 0 && !body.despiteMissing) fail('report-open-sections', { list: missing.join('; ') }, 409);
    const [document] = await getUsable(ctx, [body.evidenceId]);
    if (document?.kind !== 'document' || !document.issuedOn) fail('report-sign-document', {}, 409);
    const served = await outputsServedBy(ctx.db, ctx.unitId, report.plan_id as Id, report.period);
    const version = await markSigned(ctx.db, ctx.unitId, params.reportId, {
      evidenceId: body.evidenceId,
      on: document.issuedOn,
      at: ctx.at,
      by: ctx.session?.accountId ?? null,
      byName: ctx.session?.name ?? '',
      closed: served.length,
    });
    ctx.log({
      action: 'report.signed',
      record: { type: 'report', id: params.reportId },
      before: { state: 'collecting' },
      after: { state: 'signed', signedOn: document.issuedOn, missing: missing.join('; ') },
    });
    ctx.publish('report.signed', {
      reportId: params.reportId,
      planId: report.plan_id,
      period: report.period,
      evidenceId: body.evidenceId,
      signedOn: document.issuedOn,
    });
    return { id: params.reportId, version, serves: served.length };
  });
}

/** Marks that a section was urged by this person now. */
export function urgedNow(ctx: Context) {
  return { urged_at: ctx.at, urged_by_name: ctx.session?.name ?? '' };
}

async function documentOf(ctx: Context, evidenceId: Id | null): Promise<{ id: Id; title: string } | null> {
  if (evidenceId === null) return null;
  const found = (await evidenceOf(ctx.db, ctx.unitId, [evidenceId])).get(evidenceId);
  return found ? { id: evidenceId, title: found.title } : null;
}
