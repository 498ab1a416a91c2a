import type { Selectable } from 'kysely';
import type { Id } from '#kernel/brands.ts';
import type { PlanNarrative, PlanReportDuty, PlanResponsibility, PlanStatement, PlanTarget } from '#server/db.gen.ts';
import type { Frequency } from '../domain/due-rule.ts';
import type { TargetOperator } from '../domain/reading/plan-reading.ts';
import type { StatementKind } from '../domain/version/plan-content.ts';
import { changeIn, holderOf } from './plan-answers.ts';

interface State {
  readonly id: string;
  readonly position: number;
  readonly change: string;
  readonly from_version: number;
}

interface HolderColumns {
  readonly written: string;
  readonly kind: string;
  readonly record_id: string | null;
  readonly key: string;
}

function shared(row: State, version: number) {
  return {
    id: row.id as Id,
    position: row.position,
    change: changeIn(version, { change: row.change, fromVersion: row.from_version }),
  };
}

function holderIn(row: HolderColumns) {
  return holderOf({ text: row.written, kind: row.kind, holderId: row.record_id as Id | null, key: row.key });
}

export function targetRowOf(row: Selectable<PlanTarget>, version: number) {
  return {
    ...shared(row, version),
    section: row.section,
    measure: row.measure,
    operator: row.operator as TargetOperator,
    value: Number(row.value),
    unit: row.value_unit,
    text: row.content,
    ours: row.ours,
    aspiration: row.aspiration,
    reduction: row.reduction,
    baseline: row.baseline,
    alsoIn: row.also_in,
  };
}

export function statementRowOf(row: Selectable<PlanStatement>, version: number) {
  return { ...shared(row, version), kind: row.kind as StatementKind, text: row.content };
}

export function narrativeRowOf(row: Selectable<PlanNarrative>, version: number) {
  return {
    ...shared(row, version),
    section: row.section,
    sectionTitle: row.section_title,
    letter: row.letter,
    text: row.content,
    pointerOnly: row.pointer_only,
    taskIds: row.task_ids as Id[],
  };
}

export function responsibilityRowOf(row: Selectable<PlanResponsibility> & HolderColumns, version: number) {
  return { ...shared(row, version), holder: holderIn(row), duties: row.duties };
}

export function reportDutyRowOf(row: Selectable<PlanReportDuty> & HolderColumns, version: number) {
  return {
    ...shared(row, version),
    who: holderIn(row),
    to: row.recipient,
    via: row.via,
    frequency: row.frequency as Frequency[],
    frequencyText: row.frequency_text,
    dueText: row.due_text,
    adHoc: row.ad_hoc,
    about: row.about,
    section: row.section,
  };
}
