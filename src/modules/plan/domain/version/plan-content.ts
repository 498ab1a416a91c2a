import type { DueRule } from '../due-rule.ts';
import type { TargetOperator } from '../reading/plan-reading.ts';

/**
 * What a plan says in one version, row by row. `key` is the id of a row that the plan already has, and for a row that is
 * read from a document or typed in a form its JSON pointer (or any other text that is no id).
 */
interface Row {
  readonly key: string;
  /** Order within its part; positions have gaps. */
  readonly position: number;
  /** The import it was read in, its JSON pointer there and its lines of the document; none when written in the product. */
  readonly importId: string | null;
  readonly path: string | null;
  readonly lines: readonly number[];
}

export interface ContentAppendix extends Row {
  readonly number: string;
  readonly title: string;
  /** The field as the document names it. */
  readonly fieldText: string;
}

export type StatementKind = 'purpose' | 'objective' | 'funding';

export interface ContentStatement extends Row {
  readonly kind: StatementKind;
  readonly content: string;
}

export interface ContentTarget extends Row {
  readonly section: string;
  readonly measure: string;
  readonly operator: TargetOperator;
  readonly value: number;
  readonly unit: string;
  readonly content: string;
  readonly ours: boolean;
  readonly aspiration: boolean;
  readonly reduction: boolean;
  readonly baseline: string | null;
  readonly alsoIn: readonly string[];
}

export interface ContentOutput {
  readonly key: string;
  readonly content: string;
}

export type RoleKind = 'lead' | 'coordinator' | 'other';

export interface ContentRole {
  readonly role: RoleKind;
  /** Name of another part ("Cơ quan tổng hợp; kiểm tra"); empty for leads and coordinators. */
  readonly roleText: string;
  readonly written: string;
}

export interface ContentDue {
  readonly rule: DueRule;
  /** Key of the output it belongs to; null for all of them. */
  readonly outputKey: string | null;
}

export interface ContentTask extends Row {
  readonly appendixKey: string | null;
  readonly fieldCode: string | null;
  readonly number: string;
  /** "PL02/3", "III.6.a". */
  readonly place: string;
  readonly groupNumber: string | null;
  readonly groupTitle: string | null;
  readonly content: string;
  readonly ours: boolean;
  readonly outputs: readonly ContentOutput[];
  readonly roles: readonly ContentRole[];
  readonly dueText: string;
  readonly dues: readonly ContentDue[];
}

export interface ContentNarrative extends Row {
  readonly section: string;
  readonly sectionTitle: string;
  readonly letter: string;
  readonly content: string;
  readonly pointerOnly: boolean;
  /** Keys of the tasks that carry it out. */
  readonly taskKeys: readonly string[];
}

export interface ContentResponsibility extends Row {
  readonly written: string;
  readonly duties: readonly string[];
}

export interface ContentReportDuty extends Row {
  readonly written: string;
  readonly to: string;
  readonly via: string | null;
  readonly frequency: readonly string[];
  readonly frequencyText: string | null;
  readonly dueText: string | null;
  readonly adHoc: boolean;
  readonly about: string;
  readonly section: string;
}

export interface PlanHeader {
  readonly title: string;
  readonly year: number;
  readonly issuer: string;
  readonly issuerLevel: string;
  readonly decisionText: string | null;
}

export interface PlanContent {
  readonly header: PlanHeader;
  readonly appendices: readonly ContentAppendix[];
  readonly statements: readonly ContentStatement[];
  readonly targets: readonly ContentTarget[];
  readonly tasks: readonly ContentTask[];
  readonly narrative: readonly ContentNarrative[];
  readonly responsibilities: readonly ContentResponsibility[];
  readonly reportDuties: readonly ContentReportDuty[];
}

/** A part of a plan whose rows keep their ids through versions, with the type of its rows. */
export interface RowOf {
  readonly appendix: ContentAppendix;
  readonly statement: ContentStatement;
  readonly target: ContentTarget;
  readonly task: ContentTask;
  readonly narrative: ContentNarrative;
  readonly responsibility: ContentResponsibility;
  readonly reportDuty: ContentReportDuty;
}

export type Part = keyof RowOf;

/** Where the rows of each part are in the content. */
export const listOfPart = {
  appendix: 'appendices',
  statement: 'statements',
  target: 'targets',
  task: 'tasks',
  narrative: 'narrative',
  responsibility: 'responsibilities',
  reportDuty: 'reportDuties',
} as const satisfies Record<Part, keyof PlanContent>;

export const parts = Object.keys(listOfPart) as readonly Part[];

/** The rows of a part. */
export function rowsOf<P extends Part>(content: PlanContent, part: P): readonly RowOf[P][] {
  return content[listOfPart[part]] as unknown as readonly RowOf[P][];
}

/** A plan that says nothing yet. */
export function emptyContent(header: PlanHeader): PlanContent {
  return {
    header,
    appendices: [],
    statements: [],
    targets: [],
    tasks: [],
    narrative: [],
    responsibilities: [],
    reportDuties: [],
  };
}
