import type { DueRule } from '../due-rule.ts';
import type { PlanContent } from './plan-content.ts';

/** "năm 2022", "31/12/2022", "tháng 5/2022" – and neither "giai đoạn 2021 - 2025" nor "15/2022/NĐ-CP". */
function withYear(text: string, from: number, to: number): string {
  return text.replace(new RegExp(`((?:năm|/)\\s*)${from}(?![\\d/]|\\s*[-–]\\s*\\d)`, 'giu'), `$1${to}`);
}

function movedRule(rule: DueRule, by: number): DueRule {
  const year = 'year' in rule && rule.year !== null ? { year: rule.year + by } : {};
  const toYear = 'toYear' in rule && rule.toYear !== undefined ? { toYear: rule.toYear + by } : {};
  return { ...rule, ...year, ...toYear } as DueRule;
}

/**
 * The rows of a plan as the beginning of another year's: years in titles, contents and due rules are moved on, sources
 * are dropped, and every row gets a key that is no id, so that it becomes a row of its own.
 */
export function contentForYear(content: PlanContent, year: number, title?: string): PlanContent {
  const from = content.header.year;
  const moved = (text: string) => withYear(text, from, year);
  const key = (one: string) => `copy/${one}`;
  const fresh = <T extends { readonly key: string }>(row: T) => ({
    ...row,
    key: key(row.key),
    importId: null,
    path: null,
    lines: [],
  });
  return {
    header: { ...content.header, title: title ?? moved(content.header.title), year, decisionText: null },
    appendices: content.appendices.map((row) => ({ ...fresh(row), title: moved(row.title) })),
    statements: content.statements.map((row) => ({ ...fresh(row), content: moved(row.content) })),
    targets: content.targets.map((row) => ({
      ...fresh(row),
      measure: moved(row.measure),
      content: moved(row.content),
    })),
    tasks: content.tasks.map((row) => ({
      ...fresh(row),
      appendixKey: row.appendixKey === null ? null : key(row.appendixKey),
      content: moved(row.content),
      outputs: row.outputs.map((output) => ({ key: key(output.key), content: moved(output.content) })),
      dueText: moved(row.dueText),
      dues: row.dues.map((due) => ({
        rule: movedRule(due.rule, year - from),
        outputKey: due.outputKey === null ? null : key(due.outputKey),
      })),
    })),
    narrative: content.narrative.map((row) => ({
      ...fresh(row),
      content: moved(row.content),
      taskKeys: row.taskKeys.map(key),
    })),
    responsibilities: content.responsibilities.map((row) => ({ ...fresh(row), duties: row.duties.map(moved) })),
    reportDuties: content.reportDuties.map(fresh),
  };
}
