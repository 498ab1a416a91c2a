import type { Term } from '#kernel/term.ts';
import type { Condition } from './condition.ts';

/** How a dossier comes in: at the counter, online, by post. */
export const channels = ['counter', 'online', 'postal'] as const;
export type Channel = (typeof channels)[number];

export const onlineLevels = ['offline', 'unspecified', 'partial', 'full'] as const;
export type OnlineLevel = (typeof onlineLevels)[number];

/** How a term of days runs: by whole days (the day of receipt not counted), or as office hours from the moment of receipt. */
export const countings = ['days', 'hours'] as const;
export type Counting = (typeof countings)[number];

/** One time limit, for a channel, a case, both, or all where neither is named. */
export interface TermRule {
  readonly channel: Channel | null;
  readonly case: string | null;
  /** Null when the source gives no term, or a number without its unit. */
  readonly term: Term | null;
  /** Thousandths of a unit that the source does not name ("1"); null when there is a term, or no number either. */
  readonly bareMilli: number | null;
  readonly counting: Counting;
  readonly legalBasis: string | null;
  readonly note: string | null;
}

/** Who pays less, by a closed list of reasons. */
export const exemptionReasons = [
  'merit',
  'poor',
  'near-poor',
  'disabled',
  'child',
  'elderly',
  'minority',
  'other',
] as const;
export type ExemptionReason = (typeof exemptionReasons)[number];

/** What somebody with a reason pays instead, in đồng; 0 is free. */
export interface Exemption {
  readonly reason: ExemptionReason;
  readonly amount: number;
  readonly legalBasis: string | null;
}

export const feeBases = ['dossier', 'page', 'copy', 'case', 'other'] as const;
export type FeeBasis = (typeof feeBases)[number];

/** A fee or charge. */
export interface FeeRule {
  /** Stable within the procedure, e.g. `le-phi`. */
  readonly code: string;
  readonly name: string;
  readonly channel: Channel | null;
  readonly case: string | null;
  /** In đồng; null when the province's council sets it and the unit has not said how much. */
  readonly amount: number | null;
  readonly basis: FeeBasis;
  readonly exemptions: readonly Exemption[];
  readonly legalBasis: string | null;
  readonly note: string | null;
}

/** National databases that replace a paper (Resolution 66.7/2025/NQ-CP). */
export const databases = [
  'population',
  'civil-status',
  'insurance',
  'driving-licence',
  'business',
  'vehicle',
  'land',
  'criminal-record',
  'health',
] as const;
export type Database = (typeof databases)[number];

/** A paper of a dossier. */
export interface Component {
  /** Stable within the procedure, e.g. `tp-1`. */
  readonly code: string;
  readonly name: string;
  readonly originals: number;
  readonly copies: number;
  readonly required: boolean;
  /** Only shown (xuất trình), neither handed in nor scanned. */
  readonly presentOnly: boolean;
  /** There is a printed form for it. */
  readonly hasForm: boolean;
  readonly replaceableBy: Database | null;
  /** The channels it is asked in; null for all. */
  readonly channels: readonly Channel[] | null;
  /** The case it belongs to; null for all. */
  readonly case: string | null;
  /** The heading it stands under in the source. */
  readonly group: string | null;
  /** When it is asked; null for always. */
  readonly condition: Condition | null;
}

export interface ProcedureCase {
  readonly code: string;
  readonly name: string;
}

export interface ResultKind {
  readonly name: string;
  /** `KQ.G15.000031`; null when none is published. */
  readonly code: string | null;
}

export interface Option {
  readonly code: string;
  readonly name: string;
}

/** A question whose answer chooses components. */
export interface Question {
  readonly code: string;
  readonly text: string;
  readonly options: readonly Option[];
}

/** All that one version of a procedure says. */
export interface ProcedureContent {
  readonly name: string;
  /** Lĩnh vực. */
  readonly field: string;
  /** Cấp thực hiện, as published. */
  readonly level: string;
  /** The decision that published it. */
  readonly decision: string | null;
  readonly channels: readonly Channel[];
  readonly onlineLevel: OnlineLevel;
  /** Liên thông: other agencies resolve a part. */
  readonly isLinked: boolean;
  readonly cases: readonly ProcedureCase[];
  readonly terms: readonly TermRule[];
  readonly fees: readonly FeeRule[];
  readonly components: readonly Component[];
  readonly results: readonly ResultKind[];
  readonly questions: readonly Question[];
  /** Code with the suffix of an agency, e.g. `1.003901.H42`; null when it is the national one. */
  readonly localCode: string | null;
  readonly source: string;
  readonly verified: boolean;
  /** Fields whose content nobody has compared with the published decision. */
  readonly unverifiedFields: readonly string[];
  readonly note: string | null;
}
