import type { DueRule } from '../due-rule.ts';
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

/** Words that join or introduce times and name no output. */
const filler =
  /^(?:[\s,.:;–—+-]|(?:và|hoặc|là|vào|trong|đối với|cho|gồm|thì|của|theo|được|phải|ngày|cần|việc|để|lần|đợt|mỗi)(?![\p{L}\d]))+|(?:[\s,.:;–—+(-]|(?<![\p{L}\d])(?:và|hoặc|là|vào|trong|đối với|thì|của|theo|được|phải|các|đều|cùng|mỗi))+$/gu;
const generic = /^(?:(?:thời (?:gian|hạn|điểm)|hạn)(?:\s.*)?|(?:ít nhất|tối thiểu)?\s*\d{1,2}\s*(?:lần|đợt|kỳ).*)$/iu;
const workWords =
  /^(?:phải\s+)?(?:hoàn thành|hoàn tất|kết thúc|xong|thực hiện|triển khai|dự kiến)(?:\s+(?:xong|trước))?$/iu;

const leadingWork = /^(?:hoàn thành|hoàn tất|kết thúc|xong)(?![\p{L}\d])/iu;

function clean(words: string): string {
  const tidy = words
    .replace(/\([^)]*\)|[()]/gu, ' ')
    .replace(filler, '')
    .replace(filler, '')
    .trim();
  return generic.test(tidy) ? '' : tidy;
}

function isTime(text: string): boolean {
  let rest = text;
  for (const token of findTimeTokens(text).toReversed()) rest = rest.slice(0, token.from) + rest.slice(token.to);
  return rest !== text && clean(rest) === '';
}

/** "Tháng 01/2022: xây dựng kế hoạch" is turned round to label and time. */
function inOrder(clause: Clause): Clause {
  const turned = clause.label !== '' && isTime(clause.label) && findTimeTokens(clause.body).length === 0;
  return turned ? { label: clause.body, body: clause.label } : clause;
}

/** Words between two times: those before a comma or "và" go with the first, those after it with the second. */
function shareGap(gap: string): [string, string] {
  const match = /^(.*?)(?:,|(?<![\p{L}\d])và(?![\p{L}\d]))(.*)$/su.exec(gap.replace(/\([^)]*\)/gu, ''));
  return match ? [match[1] ?? '', match[2] ?? ''] : ['', gap];
}

function namesNoTime(bracket: string): boolean {
  const inside = bracket.slice(1, -1);
  return !isTime(inside) && findTimeTokens(inside).every((token) => token.kind === 'frequency' && !token.said);
}

/** Blanks out brackets that name an output and no time, so that "(báo cáo năm)" is not taken for a rhythm. */
function withoutNames(text: string): string {
  return text.replace(/\([^)]*\)/gu, (bracket) => (namesNoTime(bracket) ? ' '.repeat(bracket.length) : bracket));
}

/** Label in brackets right after a time: "ngày 31/7 (quyết toán)". */
function bracketLabel(text: string, draft: Draft): string {
  const bracket = /^\s*(\([^)]*\))/u.exec(text.slice(draft.to))?.[1] ?? '()';
  return namesNoTime(bracket) ? clean(bracket.slice(1, -1)) : '';
}

/** Labels of the times of a clause without a colon, by the words around them. */
function labelsAround(text: string, drafts: readonly Draft[]): string[] {
  const labels = drafts.map((draft) => bracketLabel(text, draft));
  let before = clean(text.slice(0, drafts[0]?.from ?? 0));
  const startsWithTime = before === '';
  for (const [index, draft] of drafts.entries()) {
    const next = drafts[index + 1];
    const gap = text.slice(draft.to, next?.from ?? text.length);
    const [after, beforeNext] = next ? shareGap(gap) : [gap, ''];
    const goesOn = next === undefined && /^\s*(?:và|hoặc)\s/u.test(after);
    const behind = startsWithTime && !goesOn ? clean(after) : '';
    if (goesOn) draft.rule = { ...draft.rule, note: after.replace(/^\s*(?:và|hoặc)\s+/u, '').trim() };
    labels[index] = before || labels[index] || behind;
    before = clean(startsWithTime && !next ? '' : beforeNext);
  }
  return labels;
}

/** Times in brackets say when the "02 lần/năm" before them are. */
function withoutCounted(text: string, drafts: readonly Draft[]): readonly Draft[] {
  const [first, second] = drafts;
  const counted = first && second && first.rule.kind === 'periodic' && second.rule.kind !== 'periodic';
  return counted && /^\s*\($/u.test(text.slice(first.to, second.from)) ? drafts.slice(1) : drafts;
}

/** "Báo cáo quý I trước ngày 10/3": the quarter names the report, the day is when it is due. */
function withNamedPeriods(text: string, drafts: readonly Draft[]): { drafts: Draft[]; labels: Map<Draft, string> } {
  const kept: Draft[] = [];
  const labels = new Map<Draft, string>();
  for (const draft of drafts) {
    const named = kept.at(-1);
    const joined =
      named &&
      draft.rule.kind === 'before' &&
      named.rule.kind !== 'before' &&
      text.slice(named.to, draft.from).trim() === '';
    if (!named || !joined || named.rule.kind === 'standing') {
      kept.push(draft);
      continue;
    }
    kept.pop();
    const start = Math.max(0, kept.at(-1)?.to ?? 0);
    labels.set(
      draft,
      clean(text.slice(start, named.from)) === ''
        ? text.slice(named.from, named.to).trim()
        : clean(text.slice(start, named.to)),
    );
    kept.push(draft);
  }
  return { drafts: kept, labels };
}

/** Label of a time: the clause's own, else the words beside it; "hoàn thành" says something only after other times. */
function labelOf(own: string, beside: string, words: string, isFirst: boolean): string {
  if (own !== '') return own;
  if (isFirst) return workWords.test(beside) ? '' : beside;
  return beside === '' ? (leadingWork.exec(words)?.[0] ?? '') : beside;
}

function rulesOf(clause: Clause, isFirst: boolean, planYear: number | null): DueRule[] {
  const { label, body } = inOrder(clause);
  const read = withoutCounted(body, new ClauseReader(withoutNames(body), planYear).read());
  const { drafts, labels: named } = withNamedPeriods(body, read);
  const around = labelsAround(body, drafts);
  const own = clean(label);
  return drafts.map((draft, index) => {
    const beside = named.get(draft) ?? around[index] ?? '';
    return { ...draft.rule, appliesTo: labelOf(own, beside, body.slice(draft.from, draft.to), isFirst) };
  });
}

/**
 * Reads due words as a document has them ("Kế hoạch: tháng 01/2022; Báo cáo: định kỳ hằng quý hoặc đột xuất") into one
 * rule for each time they name, with the words that say which output it is of. Words without a time, and no words at
 * all, give one rule of the kind `unspecified`, so that the answer is never empty.
 */
export function parseDueText(text: string, context: DueContext): DueRule[] {
  const clauses = splitClauses(text);
  const rules: DueRule[] = [];
  for (const [index, clause] of clauses.entries()) {
    const found = rulesOf(clause, index === 0, context.year);
    const last = rules.at(-1);
    const words = clause.label === '' ? clause.body : `${clause.label}: ${clause.body}`;
    if (found.length > 0) rules.push(...found);
    else if (last)
      rules[rules.length - 1] = { ...last, note: last.note === undefined ? words : `${last.note}; ${words}` };
    else rules.push({ kind: 'unspecified', note: words, appliesTo: '' });
  }
  return rules.length > 0 ? rules : [{ kind: 'unspecified', appliesTo: '' }];
}
