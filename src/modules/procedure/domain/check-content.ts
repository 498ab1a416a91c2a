import { type Condition, operators } from './condition.ts';
import type { FeeRule, ProcedureContent, TermRule } from './procedure-content.ts';

/** What is wrong with the content of a version: where, why by code, and with which words. */
export interface ContentFault {
  /** Part of the content, e.g. `components`. */
  readonly part: 'cases' | 'terms' | 'fees' | 'components' | 'questions' | 'channels';
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

type Fault = (code: string, params?: ContentFault['params']) => ContentFault;

/**
 * Every fault of a version before it is kept: cases, questions and codes that are named but not there, two rules for the
 * same channel and case, terms that count nothing, conditions of an unknown question, answer or operator. A version with
 * a fault is refused whole, so that no condition is left that nobody can decide.
 */
export function checkContent(content: ProcedureContent): ContentFault[] {
  const cases = new Set(content.cases.map((one) => one.code));
  return [
    ...(content.channels.length === 0 ? [faultOf('channels')('procedure-no-channel')] : []),
    ...twice('cases', content.cases),
    ...twice('questions', content.questions),
    ...twice('components', content.components),
    ...content.questions.flatMap(checkQuestion),
    ...checkTerms(content.terms, cases),
    ...checkFees(content.fees, cases),
    ...checkComponents(content, cases),
  ];
}

/** The faults of terms alone, e.g. of those a unit enters; `cases` are the codes the procedure has. */
export function checkTerms(terms: readonly TermRule[], cases: ReadonlySet<string>): ContentFault[] {
  const fault = faultOf('terms');
  const seen = new Set<string>();
  return terms.flatMap(({ channel, case: caseCode, term, bareMilli }) => {
    const faults: ContentFault[] = [];
    const key = `${channel ?? ''} ${caseCode ?? ''}`;
    if (seen.has(key)) faults.push(fault('procedure-term-twice', { channel: channel ?? '', case: caseCode ?? '' }));
    seen.add(key);
    if (caseCode !== null && !cases.has(caseCode)) faults.push(fault('procedure-case-unknown', { case: caseCode }));
    const counts = term === null || (term.unit === 'immediate' ? term.milli === 0 : term.milli > 0);
    if (!counts || (term !== null && bareMilli !== null)) faults.push(fault('procedure-term-empty'));
    return faults;
  });
}

/** The faults of fees alone, e.g. of those a unit enters; `cases` are the codes the procedure has. */
export function checkFees(fees: readonly FeeRule[], cases: ReadonlySet<string>): ContentFault[] {
  const fault = faultOf('fees');
  const seen = new Set<string>();
  return fees.flatMap((fee) => {
    const faults: ContentFault[] = [];
    const key = JSON.stringify([fee.code, fee.channel, fee.case]);
    if (seen.has(key)) faults.push(fault('procedure-code-twice', { code: fee.code }));
    seen.add(key);
    if (fee.case !== null && !cases.has(fee.case)) faults.push(fault('procedure-case-unknown', { case: fee.case }));
    const { amount } = fee;
    const isDearer = amount !== null && fee.exemptions.some((one) => one.amount > amount);
    if (isDearer) faults.push(fault('procedure-exemption-dearer', { name: fee.name }));
    return faults;
  });
}

function checkComponents(content: ProcedureContent, cases: ReadonlySet<string>): ContentFault[] {
  const fault = faultOf('components');
  const options = new Map(content.questions.map((one) => [one.code, new Set(one.options.map(({ code }) => code))]));
  return content.components.flatMap(({ name, case: caseCode, condition }) => [
    ...(caseCode !== null && !cases.has(caseCode) ? [fault('procedure-case-unknown', { case: caseCode })] : []),
    ...(condition === null ? [] : checkCondition(condition, options, name, fault)),
  ]);
}

function checkCondition(
  { match, clauses }: Condition,
  options: ReadonlyMap<string, ReadonlySet<string>>,
  name: string,
  fault: Fault,
): ContentFault[] {
  if (!['all', 'any'].includes(match) || clauses.length === 0) return [fault('procedure-condition-unknown', { name })];
  return clauses.flatMap(({ question, operator, values }) => {
    const known = options.get(question);
    if (!known) return [fault('procedure-question-unknown', { question, name })];
    const mostValues = operator === 'is' || operator === 'is-not' ? 1 : known.size;
    if (!operators.includes(operator) || values.length === 0 || values.length > mostValues) {
      return [fault('procedure-condition-unknown', { name })];
    }
    const strange = values.find((value) => !known.has(value));
    return strange === undefined ? [] : [fault('procedure-answer-unknown', { question, answer: strange, name })];
  });
}

function checkQuestion({ code, options }: ProcedureContent['questions'][number]): ContentFault[] {
  const isChoice = options.length >= 2 && new Set(options.map((one) => one.code)).size === options.length;
  return isChoice ? [] : [faultOf('questions')('procedure-question-options', { question: code })];
}

function twice(part: ContentFault['part'], list: readonly { readonly code: string }[]): ContentFault[] {
  const seen = new Set<string>();
  return list.flatMap(({ code }) => {
    const known = seen.has(code);
    seen.add(code);
    return known ? [faultOf(part)('procedure-code-twice', { code })] : [];
  });
}

function faultOf(part: ContentFault['part']): Fault {
  return (code, params = {}) => ({ part, code, params });
}
