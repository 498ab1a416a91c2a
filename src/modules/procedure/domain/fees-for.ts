import type { Channel, ExemptionReason, FeeRule, ProcedureContent } from './procedure-content.ts';

/** The fees a dossier may be charged: a unit's own fee stands instead of the catalogue's with the same code, channel and case. */
export interface FeeSource {
  readonly content: Pick<ProcedureContent, 'fees'>;
  readonly unitFees: readonly FeeRule[];
}

/** A fee of one dossier. */
export interface AskedFee {
  readonly code: string;
  readonly name: string;
  readonly basis: FeeRule['basis'];
  /** What one is charged at, in đồng, after the exemption; null when the unit must enter the amount first. */
  readonly amount: number | null;
  /** Before the exemption. */
  readonly fullAmount: number | null;
  readonly exemption: ExemptionReason | null;
  readonly legalBasis: string | null;
  readonly note: string | null;
}

/**
 * The fees of a dossier by channel and case for somebody with reasons to pay less (none: empty). Of one code the most
 * specific rule holds; of several reasons that count, the one that costs least.
 */
export function feesFor(
  source: FeeSource,
  channel: Channel,
  caseCode: string | null,
  reasons: readonly ExemptionReason[] = [],
): AskedFee[] {
  const held = new Map<string, { rule: FeeRule; rank: number }>();
  for (const rule of feeRulesOf(source)) {
    if (rule.channel !== null && rule.channel !== channel) continue;
    if (rule.case !== null && rule.case !== caseCode) continue;
    const rank = (rule.case === null ? 0 : 2) + (rule.channel === null ? 0 : 1);
    const known = held.get(rule.code);
    if (!known || rank > known.rank) held.set(rule.code, { rule, rank });
  }
  return [...held.values()].map(({ rule }) => asked(rule, reasons));
}

/** The catalogue's fees with the unit's own in their places, and those only the unit has. */
export function feeRulesOf({ content, unitFees }: FeeSource): FeeRule[] {
  const keyOf = (rule: FeeRule) => JSON.stringify([rule.code, rule.channel, rule.case]);
  const own = new Map(unitFees.map((rule) => [keyOf(rule), rule]));
  const rules = content.fees.map((rule) => {
    const instead = own.get(keyOf(rule));
    own.delete(keyOf(rule));
    return instead ?? rule;
  });
  return [...rules, ...own.values()];
}

function asked(rule: FeeRule, reasons: readonly ExemptionReason[]): AskedFee {
  const { code, name, basis, note } = rule;
  const best = rule.exemptions
    .filter((one) => reasons.includes(one.reason))
    .reduce<FeeRule['exemptions'][number] | undefined>(
      (least, one) => (least === undefined || one.amount < least.amount ? one : least),
      undefined,
    );
  return {
    code,
    name,
    basis,
    amount: best ? best.amount : rule.amount,
    fullAmount: rule.amount,
    exemption: best?.reason ?? null,
    legalBasis: best?.legalBasis ?? rule.legalBasis,
    note,
  };
}
