import { parseDueText } from '../due-rule/parse-due-text.ts';
import type { PlanReading, ReadAppendix, ReadNarrativeTask, ReadTarget, ReadTask } from '../reading/plan-reading.ts';
import type { Contradiction, ContradictionCode, IssuerContext } from './contradiction.ts';
import { findContradictions } from './find-contradictions.ts';

export const commune: IssuerContext = { level: 'commune', twoTier: false };

/** A plan of a commune without a fault; what a test is about is put over it. */
export function aPlan(more: Partial<PlanReading> = {}): PlanReading {
  return {
    title: 'Kế hoạch cải cách hành chính năm 2022',
    year: 2022,
    issuer: 'Ủy ban nhân dân xã Mẫu',
    issuerLevel: 'commune',
    decision: { number: '01/QĐ-UBND', date: '2022-01-05' },
    purposes: ['Nâng cao chất lượng'],
    qualitativeObjectives: [],
    funding: '',
    targets: [],
    tasksNarrative: [],
    appendices: [],
    responsibilities: [],
    recurringReports: [],
    places: {},
    furniture: {},
    unread: [],
    ...more,
  };
}

export function aTask(more: Partial<ReadTask> & { readonly due?: string } = {}): ReadTask {
  const { due = 'Trước ngày 15/12/2022', ...rest } = more;
  const { outputs = ['Báo cáo'] } = more;
  return {
    no: 1,
    content: 'Rà soát văn bản',
    outputs,
    lead: ['Công chức Tư pháp - Hộ tịch'],
    coordinators: [],
    deadlineText: due,
    deadlines: parseDueText(due, { year: 2022, outputs }),
    ...rest,
  };
}

export function anAppendix(tasks: readonly ReadTask[], more: Partial<ReadAppendix> = {}): ReadAppendix {
  return {
    number: '01',
    field: 'Cải cách thể chế',
    title: 'Cải cách thể chế năm 2022',
    columns: [],
    taskCount: tasks.length,
    tasks,
    ...more,
  };
}

export function anItem(
  letter: string,
  ordinal: number,
  text: string,
  more: Partial<ReadNarrativeTask> = {},
): ReadNarrativeTask {
  return { section: '2.1', sectionTitle: 'Cải cách thể chế', letter, ordinal, text, ...more };
}

export function aTarget(id: string, text: string, valuePercent: number, more: Partial<ReadTarget> = {}): ReadTarget {
  return { id, section: 'II.1', measure: text, operator: '=', valuePercent, text, ...more };
}

export const rows = (...tasks: ReadTask[]) => aPlan({ appendices: [anAppendix(tasks)] });
export const items = (...tasksNarrative: ReadNarrativeTask[]) => aPlan({ tasksNarrative });
export const shown = (list: readonly Contradiction[]) =>
  list.map((one) => `${one.code} ${one.places.map((place) => place.ref).join(' ')}`);
export const found = (plan: PlanReading, issuer = commune) => shown(findContradictions(plan, issuer));
export const only = (code: ContradictionCode, plan: PlanReading, issuer = commune) =>
  findContradictions(plan, issuer).filter((one) => one.code === code);
