import type { DueRule } from '../due-rule.ts';
import { isTime, labelOf, nameIn, namesBeside, withoutNames } from './clause-labels.ts';
import { ClauseReader, type Draft } from './clause-reader.ts';
import { type Clause, splitClauses } from './clauses.ts';
import { findTimeTokens } from './find-time-tokens.ts';

/** What the due words are read against. */
export interface DueContext {
  /** Year of the plan: of every time that names none. Null when the plan names none either. */
  readonly year: number | null;
  /** Products of the task, which labels may name. */
  readonly outputs: readonly string[];
}

/** "Tháng 01/2022: xây dựng kế hoạch" is turned round to label and time. */
function inOrder(clause: Clause): Clause {
  const turned = isTime(clause.label) && findTimeTokens(clause.body).length === 0;
  return turned ? { label: clause.body, body: clause.label } : clause;
}

/** Times in brackets say when the "02 lần/năm" before them are. */
function withoutCounted(text: string, drafts: readonly Draft[]): readonly Draft[] {
  const [first, second] = drafts;
  const counted = first && second && /lần|đợt/iu.test(text.slice(first.from, first.to));
  return counted && text.slice(first.to, second.from).trim() === '(' ? drafts.slice(1) : drafts;
}

/** "Báo cáo quý I trước ngày 10/3": the quarter names the report, the day is when it is due. */
function withNamedPeriods(text: string, drafts: readonly Draft[]): { drafts: Draft[]; names: Map<Draft, string> } {
  const kept: Draft[] = [];
  const names = new Map<Draft, string>();
  for (const draft of drafts) {
    const period = kept.at(-1);
    const named = period && draft.rule.kind === 'before' && !['before', 'standing'].includes(period.rule.kind);
    if (named && text.slice(period.to, draft.from).trim() === '') {
      kept.pop();
      names.set(draft, nameIn(text.slice(kept.at(-1)?.to ?? 0, period.to)));
    }
    kept.push(draft);
  }
  return { drafts: kept, names };
}

function rulesOf(clause: Clause, isFirst: boolean, planYear: number | null): DueRule[] {
  const { label, body } = inOrder(clause);
  const read = withoutCounted(body, new ClauseReader(withoutNames(body), planYear).read());
  const { drafts, names } = withNamedPeriods(body, read);
  const beside = namesBeside(body, drafts);
  const own = nameIn(label);
  return drafts.map((draft, index) => {
    const name = names.get(draft) ?? beside[index] ?? '';
    return { ...draft.rule, appliesTo: labelOf(own, name, body.slice(draft.from, draft.to), isFirst) };
  });
}

/**
 * Reads due words as a document has them ("Kế hoạch: tháng 01/2022; Báo cáo: định kỳ hằng quý hoặc đột xuất") into one
 * rule for each time they name, with the words that say which output it is of. Words without a time, and no words at
 * all, give one rule of the kind `unspecified`, so that the answer is never empty.
 */
export function parseDueText(text: string, context: DueContext): DueRule[] {
  const rules: DueRule[] = [];
  for (const [index, clause] of splitClauses(text).entries()) {
    const found = rulesOf(clause, index === 0, context.year);
    const last = rules.pop();
    const words = clause.label === '' ? clause.body : `${clause.label}: ${clause.body}`;
    if (found.length > 0) rules.push(...(last ? [last] : []), ...found);
    else if (last) rules.push({ ...last, note: last.note === undefined ? words : `${last.note}; ${words}` });
    else rules.push({ kind: 'unspecified', note: words, appliesTo: '' });
  }
  return rules.length > 0 ? rules : [{ kind: 'unspecified', appliesTo: '' }];
}
