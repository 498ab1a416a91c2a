import { sql } from 'kysely';
import type { Id, UnitId } from '#kernel/brands.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { periodsClosedBy } from '#modules/work/domain/period.ts';
import type { Db } from '#server/db.ts';
import {
  type ReportPeriodCode,
  type ReportTerm,
  reportPeriods,
  usualCitation,
  usualTerms,
} from './domain/report-term.ts';

/** A term with where it comes from; version 0: the usual one, never set by the unit. */
export interface StoredTerm extends ReportTerm {
  readonly estimated: boolean;
  readonly validFrom: PlainDate;
  readonly citation: string;
  readonly version: number;
}

const always = '1945-09-02' as PlainDate;

/** The calendar of reports of a unit on a day, one term for each period; other modules date reports by it. */
export async function reportTermsOn(db: Db, unitId: UnitId, day: PlainDate): Promise<StoredTerm[]> {
  const rows = await db
    .selectFrom('report_term')
    .selectAll()
    .where('unit_id', '=', unitId)
    .where('valid_from', '<=', day)
    .orderBy('valid_from', 'desc')
    .execute();
  return reportPeriods.map((period) => {
    const row = rows.find((one) => one.period === period);
    const usual = usualTerms.find((one) => one.period === period);
    if (!usual) throw new Error(`no usual term for ${period}`);
    if (!row) return { ...usual, estimated: false, validFrom: always, citation: usualCitation, version: 0 };
    return {
      period,
      cutMonth: row.cut_month,
      cutDay: row.cut_day,
      dueMonth: row.due_month,
      dueDay: row.due_day,
      nextYear: row.next_year,
      innerDays: row.inner_days,
      estimated: row.estimated,
      validFrom: row.valid_from as PlainDate,
      citation: row.citation,
      version: row.version,
    };
  });
}

function reports(db: Db, unitId: UnitId) {
  return db
    .selectFrom('report as r')
    .innerJoin('plan as p', (join) => join.onRef('p.unit_id', '=', 'r.unit_id').onRef('p.id', '=', 'r.plan_id'))
    .where('r.unit_id', '=', unitId)
    .selectAll('r')
    .select('p.year as plan_year')
    .select((eb) => [
      counted(eb, ['missing', 'draft']).as('missing'),
      counted(eb, ['submitted']).as('submitted'),
      counted(eb, ['accepted']).as('accepted'),
      counted(eb, ['returned']).as('returned'),
    ]);
}

function counted(_: unknown, states: readonly string[]) {
  return sql<number>`(select count(*)::integer from report_section s
    where s.unit_id = r.unit_id and s.report_id = r.id and s.state = any(${states}::text[]))`;
}

export type StoredReport = Awaited<ReturnType<typeof findReport>> & object;

/** One report; undefined when the unit has none of this id. */
export function findReport(db: Db, unitId: UnitId, id: Id) {
  return reports(db, unitId).where('r.id', '=', id).executeTakeFirst();
}

/** As `findReport`, and no other write changes it until this one has ended. */
export function findReportForWrite(db: Db, unitId: UnitId, id: Id) {
  return reports(db, unitId).where('r.id', '=', id).forUpdate('r').executeTakeFirst();
}

/** A page of reports, the nearest period first. */
export async function listReportsOf(
  db: Db,
  unitId: UnitId,
  asked: { readonly year?: number | undefined; readonly page: number; readonly size: number },
) {
  let found = reports(db, unitId).select(sql<number>`count(*) over ()::integer`.as('total'));
  if (asked.year !== undefined) found = found.where('p.year', '=', asked.year);
  const rows = await found
    .orderBy('p.year', 'desc')
    .orderBy('r.due')
    .limit(asked.size)
    .offset((asked.page - 1) * asked.size)
    .execute();
  return { rows, total: rows[0]?.total ?? 0 };
}

/** Sections, by report or by owner, in their order. */
function sections(db: Db, unitId: UnitId) {
  return db
    .selectFrom('report_section as s')
    .innerJoin('report as r', (join) => join.onRef('r.unit_id', '=', 's.unit_id').onRef('r.id', '=', 's.report_id'))
    .where('s.unit_id', '=', unitId)
    .selectAll('s')
    .select(['r.period', 'r.inner_due', 'r.state as report_state', 'r.compiler_id']);
}

export type StoredSection = Awaited<ReturnType<typeof sectionsOfReport>>[number];

export function sectionsOfReport(db: Db, unitId: UnitId, reportId: Id) {
  return sections(db, unitId).where('s.report_id', '=', reportId).orderBy('s.place').execute();
}

/** The sections that these posts owe, of reports that are not signed, the nearest day first. */
export async function sectionsOfPosts(db: Db, unitId: UnitId, positionIds: readonly Id[]): Promise<StoredSection[]> {
  if (positionIds.length === 0) return [];
  return await sections(db, unitId)
    .where('s.position_id', '=', sql<string>`any(${positionIds}::uuid[])`)
    .where('r.state', '=', 'collecting')
    .orderBy('r.inner_due')
    .orderBy('s.place')
    .limit(200)
    .execute();
}

export function findSectionForWrite(db: Db, unitId: UnitId, id: Id) {
  return sections(db, unitId).where('s.id', '=', id).forUpdate('s').executeTakeFirst();
}

/** Fields of reform in their order. */
export async function fieldsInOrder(db: Db) {
  return await db.selectFrom('plan_field').select(['code', 'name']).orderBy('position').execute();
}

/** How many outputs of the plan each post leads in each field. */
export async function fieldLeadsOf(db: Db, unitId: UnitId, planId: Id) {
  return await db
    .selectFrom('obligation')
    .select(['field_code as fieldCode', 'position_id as positionId'])
    .select(sql<number>`count(*) filter (where report)::integer`.as('reports'))
    .select(sql<number>`count(*)::integer`.as('outputs'))
    .where('unit_id', '=', unitId)
    .where('plan_id', '=', planId)
    .where('ours', '=', true)
    .where('stage', '<>', 'void')
    .groupBy(['field_code', 'position_id'])
    .execute();
}

/** The outputs that a signed report on a period closes, in all tables of its plan. */
export async function outputsServedBy(db: Db, unitId: UnitId, planId: Id, period: string) {
  return await db
    .selectFrom('obligation as o')
    .innerJoin('work_task as t', (join) => join.onRef('t.unit_id', '=', 'o.unit_id').onRef('t.id', '=', 'o.task_id'))
    .select(['o.id', 'o.title', 'o.stage', 't.place', 't.number'])
    .where('o.unit_id', '=', unitId)
    .where('o.plan_id', '=', planId)
    .where(sql<boolean>`o.report`)
    .where('o.ours', '=', true)
    .where('o.period', 'in', [...periodsClosedBy(period)])
    .where('o.stage', 'not in', ['void', 'not-arising'])
    .orderBy('t.place')
    .orderBy('t.number')
    .limit(500)
    .execute();
}

const frequencyOf: Readonly<Record<ReportPeriodCode, readonly string[]>> = {
  Q1: ['quarter'],
  '6M': ['quarter', '6months'],
  '9M': ['quarter', '9months'],
  Y: ['quarter', '6months', 'year'],
};

/** Reporting duties of the plan's text that a report on a period fulfils. */
export async function dutiesServedBy(db: Db, unitId: UnitId, planId: Id, code: ReportPeriodCode) {
  return await db
    .selectFrom('plan_report_duty as d')
    .innerJoin('plan as p', (join) => join.onRef('p.unit_id', '=', 'd.unit_id').onRef('p.id', '=', 'd.plan_id'))
    .select(['d.id', 'd.section', 'd.about', 'd.recipient'])
    .where('d.unit_id', '=', unitId)
    .where('d.plan_id', '=', planId)
    .where(sql<boolean>`d.from_version <= p.version and d.to_version > p.version`)
    .where(sql<boolean>`d.frequency && ${frequencyOf[code]}::text[]`)
    .orderBy('d.position')
    .limit(50)
    .execute();
}
