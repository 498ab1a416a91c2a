import type { Id } from '#kernel/brands.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { StaffedDay } from '#modules/org/queries.ts';
import { periodWords } from '#modules/work/domain/period.ts';
import type { Context } from '#server/context.ts';
import { textOf } from '#server/errors.ts';
import type { ReportRow, SectionRow } from '../contract.ts';
import { mayActOnSection, type SectionActor, type SectionState, sectionActs } from '../domain/section-rules.ts';
import type { StoredReport, StoredSection } from '../queries.ts';

/** Who answers for something: the post and who acts in it today. */
export function ownerOf(staffed: StaffedDay, positionId: string | null): SectionRow['owner'] {
  const found = positionId === null ? undefined : staffed.bearers.get(positionId as Id);
  return {
    positionId: positionId as Id | null,
    title: found?.position?.title ?? 'Chưa có người phụ trách',
    people: (found?.people ?? []).map((one) => ({ id: one.personId, name: one.name, insteadOf: one.insteadOf })),
  };
}

/** What this person is to a section. */
export function actorOf(ctx: Context, staffed: StaffedDay, section: StoredSection): SectionActor {
  const person = ctx.session?.personId ?? null;
  const people = staffed.bearers.get(section.position_id as Id)?.people ?? [];
  return {
    owner: ctx.may('work.do') && person !== null && people.some(({ personId }) => personId === person),
    compiler: ctx.may('work.manage'),
    submitter: section.submitted_by === ctx.session?.accountId,
  };
}

/** Facts of a section that its rules look at. */
export function factsOf(section: StoredSection) {
  return {
    state: section.state as SectionState,
    signed: section.report_state === 'signed',
    empty: section.content.trim() === '' && !section.nothing_new,
  };
}

/** A section as people see it, with what they may do and why not. */
export function sectionRowOf(ctx: Context, staffed: StaffedDay, section: StoredSection): SectionRow {
  const actor = actorOf(ctx, staffed, section);
  const acts = sectionActs.map((act) => {
    const facts = factsOf(section);
    const verdict = mayActOnSection(act, act === 'submit' ? { ...facts, empty: false } : facts, actor);
    return { act, allowed: verdict.ok, why: verdict.ok ? null : textOf(verdict.code, verdict.params ?? {}) };
  });
  return {
    id: section.id as Id,
    reportId: section.report_id as Id,
    period: section.period,
    periodWords: periodWords(section.period),
    title: section.title,
    fieldCode: section.field_code,
    owner: ownerOf(staffed, section.position_id),
    state: section.state as SectionState,
    content: section.content,
    nothingNew: section.nothing_new,
    innerDue: section.inner_due as PlainDate,
    submittedAt: section.submitted_at,
    submittedBy: section.submitted_by_name,
    insteadOf: section.instead_of,
    reason: section.reason,
    urgedAt: section.urged_at,
    urgedBy: section.urged_by_name,
    acts,
    version: section.version,
  };
}

/** A report as lists show it. */
export function reportRowOf(report: StoredReport, serves: number): ReportRow {
  return {
    id: report.id as Id,
    planId: report.plan_id as Id,
    planYear: report.plan_year,
    period: report.period,
    periodWords: periodWords(report.period),
    cutOff: report.cut_off as PlainDate,
    due: report.due as PlainDate,
    innerDue: report.inner_due as PlainDate,
    estimated: report.estimated,
    state: report.state as ReportRow['state'],
    signedOn: report.signed_on as PlainDate | null,
    counts: {
      missing: report.missing,
      submitted: report.submitted,
      accepted: report.accepted,
      returned: report.returned,
    },
    serves,
    version: report.version,
  };
}
