import { sql } from 'kysely';
import type { Id, UnitId } from '#kernel/brands.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Db } from '#server/db.ts';
import type { ReportDays, ReportPeriodCode } from './domain/report-term.ts';
import type { SectionState } from './domain/section-rules.ts';
import type { SectionPlan } from './domain/sections.ts';

export interface NewReport extends ReportDays {
  readonly id: Id;
  readonly planId: Id;
  readonly period: string;
  readonly compilerId: Id | null;
}

/** Begins a report; false when it was begun before. */
export async function insertReport(db: Db, unitId: UnitId, made: NewReport): Promise<boolean> {
  const row = await db
    .insertInto('report')
    .values({
      unit_id: unitId,
      id: made.id,
      plan_id: made.planId,
      period: made.period,
      cut_off: made.cutOff,
      due: made.due,
      inner_due: made.innerDue,
      estimated: made.estimated,
      compiler_id: made.compilerId,
    })
    .onConflict((conflict) => conflict.columns(['unit_id', 'plan_id', 'period']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function insertSections(
  db: Db,
  unitId: UnitId,
  reportId: Id,
  sections: readonly (SectionPlan & { readonly id: Id })[],
): Promise<void> {
  if (sections.length === 0) return;
  await db
    .insertInto('report_section')
    .values(
      sections.map((one, place) => ({
        unit_id: unitId,
        id: one.id,
        report_id: reportId,
        place,
        field_code: one.fieldCode,
        title: one.title,
        position_id: one.positionId,
      })),
    )
    .execute();
}

/** Moves the days of the reports of a period that are not signed yet, when the calendar of reports changed. */
export async function redateReports(db: Db, unitId: UnitId, period: string, days: ReportDays): Promise<void> {
  await db
    .updateTable('report')
    .set({
      cut_off: days.cutOff,
      due: days.due,
      inner_due: days.innerDue,
      estimated: days.estimated,
      version: sql`version + 1`,
    })
    .where('unit_id', '=', unitId)
    .where('period', '=', period)
    .where('state', '=', 'collecting')
    .where((eb) =>
      eb.or([eb('due', '<>', days.due), eb('inner_due', '<>', days.innerDue), eb('cut_off', '<>', days.cutOff)]),
    )
    .execute();
}

/** What of a section changes. */
export type SectionChange = Partial<{
  state: SectionState;
  content: string;
  nothing_new: boolean;
  position_id: Id;
  submitted_at: string | null;
  submitted_on: PlainDate | null;
  submitted_by: Id | null;
  submitted_by_name: string | null;
  instead_of: string | null;
  decided_at: string | null;
  decided_by_name: string | null;
  reason: string | null;
  urged_at: string;
  urged_by_name: string;
}>;

/** Changes a section and gives its new version. */
export async function updateSection(db: Db, unitId: UnitId, id: Id, change: SectionChange): Promise<number> {
  const row = await db
    .updateTable('report_section')
    .set({ ...change, version: sql`version + 1` })
    .where('unit_id', '=', unitId)
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow();
  return row.version;
}

export async function markSigned(
  db: Db,
  unitId: UnitId,
  id: Id,
  signed: {
    readonly evidenceId: Id;
    readonly on: PlainDate;
    readonly at: string;
    readonly by: Id | null;
    readonly byName: string;
    readonly closed: number;
  },
): Promise<number> {
  const row = await db
    .updateTable('report')
    .set({
      state: 'signed',
      evidence_id: signed.evidenceId,
      signed_on: signed.on,
      signed_at: signed.at,
      signed_by: signed.by,
      signed_by_name: signed.byName,
      closed_count: signed.closed,
      version: sql`version + 1`,
    })
    .where('unit_id', '=', unitId)
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow();
  return row.version;
}

/** Sets the term of a period from a day on; one already set from that day is replaced. */
export async function saveTerm(
  db: Db,
  unitId: UnitId,
  made: {
    readonly id: Id;
    readonly period: ReportPeriodCode;
    readonly cut_month: number;
    readonly cut_day: number;
    readonly due_month: number;
    readonly due_day: number;
    readonly next_year: boolean;
    readonly inner_days: number;
    readonly estimated: boolean;
    readonly valid_from: PlainDate;
    readonly citation: string;
  },
): Promise<number> {
  const { id: _, period: __, valid_from: ___, ...values } = made;
  const row = await db
    .insertInto('report_term')
    .values({ unit_id: unitId, ...made })
    .onConflict((conflict) =>
      conflict
        .columns(['unit_id', 'period', 'valid_from'])
        .doUpdateSet({ ...values, version: sql`report_term.version + 1` }),
    )
    .returning('version')
    .executeTakeFirstOrThrow();
  return row.version;
}
