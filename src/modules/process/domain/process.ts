import type { Id } from '#kernel/brands.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Term } from '#kernel/term.ts';

/** Who is responsible for a step; what the unit calls them is a post of its own (`positionId`). */
export const actors = [
  'counter',
  'department-head',
  'officer',
  'leader',
  'records',
  'other-agency',
  'applicant',
] as const;
export type Actor = (typeof actors)[number];

/** Where a step is done. The district level ended on 30/06/2025 (Luật Tổ chức chính quyền địa phương số 72/2025/QH15). */
export const levels = ['commune', 'district', 'province', 'central'] as const;
export type Level = (typeof levels)[number];
export const lastDayOfDistricts = '2025-06-30' as PlainDate;

/** Liên thông: whether a step of another body follows the one before or goes on beside others. */
export const joints = ['none', 'sequential', 'parallel'] as const;
export type Joint = (typeof joints)[number];

/** What a branch may ask: facts that whoever finishes a step states. Nothing outside this list can be asked. */
export const conditions = [
  'eligible',
  'needs-consultation',
  'needs-inspection',
  'needs-posting',
  'financial-obligation',
  'above-competence',
  'received-online',
  'needs-publication',
] as const;
export type Condition = (typeof conditions)[number];
export type Facts = Readonly<Partial<Record<Condition, boolean>>>;

/** A step as it is written; what is not known yet, or not of the closed lists, is for `checkProcess` to say. */
export interface ProcessStep {
  readonly no: number;
  readonly name: string;
  readonly level: Level;
  /** Null while nobody is named, or when the words name nobody known. */
  readonly actor: Actor | null;
  /** The responsible as the document writes it. */
  readonly actorWords: string;
  /** The unit's own post that does it; null: whoever bears the role. */
  readonly positionId: Id | null;
  /** Null with `counted`: missing. */
  readonly norm: Term | null;
  /** False: "không tính thời gian"; then there is no norm. */
  readonly counted: boolean;
  readonly product: string;
  /** Whoever sent the dossier on may take it back while the next has not begun. */
  readonly recallable: boolean;
  readonly joint: Joint;
  /** The process ends here. */
  readonly final: boolean;
}

/** A way from a step to another: on, always or on a condition; or back. Steps are named by their numbers. */
export interface ProcessLink {
  readonly kind: 'next' | 'return';
  readonly from: number;
  readonly to: number;
  /** A word of `conditions`; anything else is a finding. Null: always. */
  readonly condition: string | null;
  /** Whether the condition must hold or must not; null without one. */
  readonly holds: boolean | null;
}

/** What is checked, drawn and walked. */
export interface ProcessBody {
  readonly steps: readonly ProcessStep[];
  readonly links: readonly ProcessLink[];
  /** The whole time its document declares; null when it declares none. */
  readonly declared: Term | null;
}

export const versionStates = ['draft', 'in-force', 'discarded'] as const;
export type VersionState = (typeof versionStates)[number];
export const versionSources = ['written', 'table', 'example', 'default'] as const;
export type VersionSource = (typeof versionSources)[number];

/** A version of a process; the default one ("mặc định, chưa ban hành") has neither id nor document. */
export interface ProcessVersion extends ProcessBody {
  readonly id: Id | null;
  readonly procedureCode: string;
  /** Empty: for every case that has no process of its own. */
  readonly caseCode: string;
  readonly name: string;
  readonly number: number;
  readonly state: VersionState;
  readonly source: VersionSource;
  readonly citation: string;
  readonly effectiveFrom: PlainDate | null;
  readonly effectiveTo: PlainDate | null;
}
