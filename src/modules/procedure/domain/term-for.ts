import type { Term } from '#kernel/term.ts';
import type { Channel, Counting, ProcedureContent, TermRule } from './procedure-content.ts';

/** The terms a dossier may begin under: the unit's own are looked at before the catalogue's. */
export interface TermSource {
  readonly content: Pick<ProcedureContent, 'terms'>;
  readonly unitTerms: readonly TermRule[];
  /** The document the unit's own terms stand on, where a rule names none itself. */
  readonly citation?: string | null;
}

export interface FoundTerm {
  readonly ok: true;
  readonly term: Term;
  readonly counting: Counting;
  readonly legalBasis: string | null;
  readonly note: string | null;
  /** Whose rule it is. */
  readonly from: 'unit' | 'catalogue';
}

/**
 * Why a dossier cannot begin: `procedure-term-without-unit` (the source gives a number without saying of what; `value` in
 * thousandths) or `procedure-term-unknown` (the source gives none). The unit enters the term, then it can.
 */
export interface MissingTerm {
  readonly ok: false;
  readonly code: 'procedure-term-without-unit' | 'procedure-term-unknown';
  readonly params: Readonly<Record<string, string | number>>;
}

/**
 * The time limit of a dossier by channel and case (null: no case). Among the unit's rules, then the catalogue's, the most
 * specific one holds: channel and case, case, channel, neither.
 */
export function termFor(source: TermSource, channel: Channel, caseCode: string | null): FoundTerm | MissingTerm {
  const own = mostSpecific(source.unitTerms, channel, caseCode);
  if (own?.term) return found(own, own.term, 'unit', source.citation ?? null);
  const rule = mostSpecific(source.content.terms, channel, caseCode);
  if (rule?.term) return found(rule, rule.term, 'catalogue', null);
  return rule?.bareMilli == null
    ? { ok: false, code: 'procedure-term-unknown', params: {} }
    : { ok: false, code: 'procedure-term-without-unit', params: { value: rule.bareMilli } };
}

function found(rule: TermRule, term: Term, from: FoundTerm['from'], citation: string | null): FoundTerm {
  const { counting, legalBasis, note } = rule;
  return { ok: true, term, counting, legalBasis: legalBasis ?? citation, note, from };
}

function mostSpecific(rules: readonly TermRule[], channel: Channel, caseCode: string | null): TermRule | undefined {
  let best: TermRule | undefined;
  let bestRank = -1;
  for (const rule of rules) {
    if (rule.channel !== null && rule.channel !== channel) continue;
    if (rule.case !== null && rule.case !== caseCode) continue;
    const rank = (rule.case === null ? 0 : 2) + (rule.channel === null ? 0 : 1);
    if (rank > bestRank) [best, bestRank] = [rule, rank];
  }
  return best;
}
