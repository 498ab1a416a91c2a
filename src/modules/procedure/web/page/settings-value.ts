import type { Id } from '#kernel/brands.ts';
import type { CallInput } from '#kernel/route.ts';
import { readTerm, type TermUnit, writeTerm } from '#kernel/term.ts';
import type { changeProcedureSettings, ProcedurePage } from '../../contract/catalogue.ts';
import { feeRulesOf } from '../../domain/fees-for.ts';
import type { Channel, ExemptionReason, FeeRule, TermRule } from '../../domain/procedure-content.ts';
import { writeMilli } from '../../domain/sheet/write-lists.ts';
import { faultWords } from '../../text.ts';

/** A term as it is being typed. */
export interface TermDraft {
  readonly key: number;
  readonly channel: Channel | null;
  readonly case: string | null;
  readonly count: string;
  readonly unit: TermUnit;
  readonly rule: Pick<TermRule, 'counting' | 'legalBasis' | 'note'>;
}

export interface ExemptionDraft {
  readonly reason: ExemptionReason;
  readonly amount: string;
  readonly legalBasis: string | null;
}

/** A fee as it is being typed, and whether it stands instead of the catalogue's. */
export interface FeeDraft {
  readonly rule: FeeRule;
  readonly isOwn: boolean;
  readonly amount: string;
  readonly exemptions: readonly ExemptionDraft[];
}

export interface SettingsValue {
  readonly terms: readonly TermDraft[];
  readonly fees: readonly FeeDraft[];
  readonly citation: string;
  readonly note: string;
  readonly positionId: string | null;
  readonly departmentId: string | null;
  readonly receptionPointIds: readonly string[];
}

/** What the unit says now, as a form. */
export function settingsOf(procedure: ProcedurePage): SettingsValue {
  const { unitTerms, unitFees } = procedure;
  return {
    terms: unitTerms.map((rule, key) => ({
      key,
      channel: rule.channel,
      case: rule.case,
      count: rule.term && rule.term.unit !== 'immediate' ? writeMilli(rule.term.milli) : '',
      unit: rule.term?.unit ?? 'working-day',
      rule: { counting: rule.counting, legalBasis: rule.legalBasis, note: rule.note },
    })),
    fees: feeRulesOf(procedure).map((rule) => ({
      rule,
      isOwn: unitFees.includes(rule),
      amount: rule.amount === null ? '' : String(rule.amount),
      exemptions: rule.exemptions.map((one) => ({ ...one, amount: String(one.amount) })),
    })),
    citation: procedure.citation ?? '',
    note: procedure.unitNote ?? '',
    positionId: procedure.position?.id ?? null,
    departmentId: procedure.department?.id ?? null,
    receptionPointIds: procedure.receptionPoints.map((one) => one.id),
  };
}

type Sent = Omit<NonNullable<CallInput<typeof changeProcedureSettings>['body']>, 'version'>;

/** What is sent of the form; an error with the words of the first thing that cannot be read. */
export function sentSettings(value: SettingsValue): Sent | Error {
  const terms: TermRule[] = [];
  for (const draft of value.terms) {
    const term =
      draft.unit === 'immediate'
        ? ({ unit: 'immediate', milli: 0 } as const)
        : readTerm(`${draft.count.trim()} ${writeTerm({ unit: draft.unit, milli: 1_000 }).slice(2)}`);
    if (!term) return new Error(`Không hiểu thời hạn "${draft.count}". Xin ghi số lớn hơn 0, ví dụ 3 hoặc 0,5.`);
    terms.push({ ...draft.rule, channel: draft.channel, case: draft.case, term, bareMilli: null });
  }
  const fees: FeeRule[] = [];
  for (const draft of value.fees) {
    if (!draft.isOwn) continue;
    const amount = amountOf(draft.amount);
    const exemptions = draft.exemptions.map((one) => ({ ...one, amount: amountOf(one.amount) }));
    const strange = [amount, ...exemptions.map((one) => one.amount)].some((one) => Number.isNaN(one));
    const said = exemptions.flatMap((one) => (one.amount === null ? [] : [{ ...one, amount: one.amount }]));
    if (strange || said.length < exemptions.length) {
      return new Error(`Mức thu của "${draft.rule.name}" cần là số đồng, ví dụ 8.000; không thu thì ghi 0.`);
    }
    fees.push({ ...draft.rule, amount, exemptions: said });
  }
  if (terms.length + fees.length > 0 && value.citation.trim() === '') {
    return new Error(faultWords('procedure-citation-missing'));
  }
  const text = (words: string) => (words.trim() === '' ? null : words.trim());
  return {
    terms,
    fees,
    citation: text(value.citation),
    note: text(value.note),
    positionId: value.positionId as Id | null,
    departmentId: value.departmentId as Id | null,
    receptionPointIds: value.receptionPointIds as Id[],
  };
}

/** Đồng as people type them; null for an empty field, NaN for what is no amount. */
function amountOf(text: string): number | null {
  const digits = text.trim().replace(/[. ]/g, '').replace(/đ$/, '');
  if (digits === '') return null;
  return /^\d{1,10}$/.test(digits) ? Number(digits) : Number.NaN;
}
