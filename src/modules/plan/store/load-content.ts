import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Id, UnitId } from '#kernel/brands.ts';
import type { Db } from '#server/db.ts';
import type { DueRule } from '../domain/due-rule.ts';
import type { TargetOperator } from '../domain/reading/plan-reading.ts';
import type { Part, PlanContent, PlanHeader, RoleKind, StatementKind } from '../domain/version/plan-content.ts';
import { isInVersion } from './in-version.ts';

export type StoredChange = 'added' | 'changed' | 'moved';

/** The state a row is in: since which version, and what made it. */
export interface RowState {
  readonly fromVersion: number;
  readonly change: StoredChange;
}

/** Ids of the children of a task, in the order of its content. */
export interface ChildIds {
  readonly roles: readonly Id[];
  readonly dues: readonly Id[];
  readonly outputs: ReadonlyMap<string, RowState>;
}

export interface StoredContent {
  readonly content: PlanContent;
  readonly states: ReadonlyMap<string, RowState>;
  readonly children: ReadonlyMap<string, ChildIds>;
}

interface Source {
  source_import: string | null;
  source_path: string | null;
  source_lines: number[];
  id: string;
  position: number;
  from_version: number;
  change: string;
}

/**
 * All rows of a plan as they stand in a version (or one task of it alone), by one statement. Undefined when the plan has
 * no such version.
 */
export async function findContent(
  db: Db,
  unitId: UnitId,
  planId: Id,
  version: number,
  onlyTask?: Id,
): Promise<StoredContent | undefined> {
  const rows = await loadRows(db, unitId, planId, version, onlyTask);
  if (!rows) return undefined;
  const states = new Map<string, RowState>();
  const children = new Map<string, ChildIds>();
  const row = (one: Source) => {
    states.set(one.id, stateOf(one));
    return {
      key: one.id,
      position: one.position,
      importId: one.source_import,
      path: one.source_path,
      lines: one.source_lines,
    };
  };
  const outputs = Map.groupBy(rows.outputs, (one) => one.task_id);
  const roles = Map.groupBy(rows.roles, (one) => one.task_id);
  const dues = Map.groupBy(rows.dues, (one) => one.task_id);
  const tasks = rows.tasks.map((one) => {
    const [itsOutputs, itsRoles, itsDues] = [outputs, roles, dues].map((map) => map.get(one.id) ?? []) as [
      typeof rows.outputs,
      typeof rows.roles,
      typeof rows.dues,
    ];
    children.set(one.id, {
      roles: itsRoles.map((role) => role.id as Id),
      dues: itsDues.map((due) => due.id as Id),
      outputs: new Map(
        itsOutputs.map((output) => [output.id, { fromVersion: output.from_version, change: 'added' as const }]),
      ),
    });
    return {
      ...row(one),
      appendixKey: one.appendix_id,
      fieldCode: one.field_code,
      number: one.number,
      place: one.place,
      groupNumber: one.group_number,
      groupTitle: one.group_title,
      content: one.content,
      ours: one.ours,
      outputs: itsOutputs.map((output) => ({ key: output.id, content: output.content })),
      roles: itsRoles.map((role) => ({
        role: role.role as RoleKind,
        roleText: role.role_text,
        written: role.written,
      })),
      dueText: one.due_text,
      dues: itsDues.map((due) => ({ rule: due.rule as unknown as DueRule, outputKey: due.output_id })),
    };
  });
  const content: PlanContent = {
    header: headerOf(rows),
    appendices: rows.appendices.map((one) => ({
      ...row(one),
      number: one.number,
      title: one.title,
      fieldText: one.field_text,
    })),
    statements: rows.statements.map((one) => ({
      ...row(one),
      kind: one.kind as StatementKind,
      content: one.content,
    })),
    targets: rows.targets.map((one) => ({
      ...row(one),
      section: one.section,
      measure: one.measure,
      operator: one.operator as TargetOperator,
      value: Number(one.value),
      unit: one.value_unit,
      content: one.content,
      ours: one.ours,
      aspiration: one.aspiration,
      reduction: one.reduction,
      baseline: one.baseline,
      alsoIn: one.also_in,
    })),
    tasks,
    narrative: rows.narrative.map((one) => ({
      ...row(one),
      section: one.section,
      sectionTitle: one.section_title,
      letter: one.letter,
      content: one.content,
      pointerOnly: one.pointer_only,
      taskKeys: one.task_ids,
    })),
    responsibilities: rows.responsibilities.map((one) => ({ ...row(one), written: one.written, duties: one.duties })),
    reportDuties: rows.reportDuties.map((one) => ({
      ...row(one),
      written: one.written,
      to: one.recipient,
      via: one.via,
      frequency: one.frequency,
      frequencyText: one.frequency_text,
      dueText: one.due_text,
      adHoc: one.ad_hoc,
      about: one.about,
      section: one.section,
    })),
  };
  return { content, states, children };
}

function stateOf(one: Pick<Source, 'from_version' | 'change'>): RowState {
  return { fromVersion: one.from_version, change: one.change as StoredChange };
}

function headerOf(rows: {
  title: string;
  year: number;
  issuer: string;
  issuer_level: string;
  decision_text: string | null;
}): PlanHeader {
  return {
    title: rows.title,
    year: rows.year,
    issuer: rows.issuer,
    issuerLevel: rows.issuer_level,
    decisionText: rows.decision_text,
  };
}

async function loadRows(db: Db, unitId: UnitId, planId: Id, version: number, onlyTask: Id | undefined) {
  const of = { unitId, planId, version };
  const all = sql<boolean>`${onlyTask === undefined}`;
  const task = (column: string) =>
    sql<boolean>`(${onlyTask ?? null}::uuid is null or ${sql.ref(column)} = ${onlyTask ?? null}::uuid)`;
  return db
    .selectFrom('plan_version as v')
    .innerJoin('plan as p', (join) => join.onRef('p.unit_id', '=', 'v.unit_id').onRef('p.id', '=', 'v.plan_id'))
    .select(['v.title', 'p.year', 'v.issuer', 'v.issuer_level', 'v.decision_text'])
    .select((eb) => [
      jsonArrayFrom(
        eb.selectFrom('plan_appendix').selectAll().where(isInVersion(of)).where(all).orderBy('position'),
      ).as('appendices'),
      jsonArrayFrom(eb.selectFrom('plan_statement').selectAll().where(isInVersion(of)).orderBy('position')).as(
        'statements',
      ),
      jsonArrayFrom(
        eb.selectFrom('plan_target').selectAll().where(isInVersion(of)).orderBy('position').orderBy('id'),
      ).as('targets'),
      jsonArrayFrom(
        eb.selectFrom('plan_task').selectAll().where(isInVersion(of)).where(task('id')).orderBy('position'),
      ).as('tasks'),
      jsonArrayFrom(
        eb.selectFrom('plan_output').selectAll().where(isInVersion(of)).where(task('task_id')).orderBy('position'),
      ).as('outputs'),
      jsonArrayFrom(
        eb.selectFrom('plan_role').selectAll().where(isInVersion(of)).where(task('task_id')).orderBy('position'),
      ).as('roles'),
      jsonArrayFrom(
        eb.selectFrom('plan_due_rule').selectAll().where(isInVersion(of)).where(task('task_id')).orderBy('position'),
      ).as('dues'),
      jsonArrayFrom(
        eb.selectFrom('plan_narrative').selectAll().where(isInVersion(of)).where(all).orderBy('position'),
      ).as('narrative'),
      jsonArrayFrom(
        eb.selectFrom('plan_responsibility').selectAll().where(isInVersion(of)).where(all).orderBy('position'),
      ).as('responsibilities'),
      jsonArrayFrom(
        eb.selectFrom('plan_report_duty').selectAll().where(isInVersion(of)).where(all).orderBy('position'),
      ).as('reportDuties'),
    ])
    .where('v.unit_id', '=', unitId)
    .where('v.plan_id', '=', planId)
    .where('v.version', '=', version)
    .executeTakeFirst();
}

/** The parts with rows of their own, and the tables they are kept in. */
export const tableOfPart = {
  appendix: 'plan_appendix',
  statement: 'plan_statement',
  target: 'plan_target',
  task: 'plan_task',
  narrative: 'plan_narrative',
  responsibility: 'plan_responsibility',
  reportDuty: 'plan_report_duty',
} as const satisfies Record<Part, string>;
