import type { DueRule, Frequency } from '../due-rule.ts';

/** Which kind of authority issued the plan. `department` is a phòng, sở or another body under a People's Committee. */
export type IssuerLevel = 'commune' | 'ward' | 'township' | 'district' | 'province' | 'department' | 'unknown';

/**
 * How a target's figure binds: `=` exactly, `min` "tối thiểu, ít nhất", `>=` "từ … trở lên", `>` "trên",
 * `max` "tối đa, không quá", `<=` "từ … trở xuống", `<` "dưới".
 */
export type TargetOperator = '=' | 'min' | '>=' | '>' | 'max' | '<=' | '<';

export interface ReadDecision {
  /** "45/QĐ-UBND"; null when the document leaves it blank. */
  readonly number: string | null;
  /** `YYYY-MM-DD`; null when day or month is blank. */
  readonly date: string | null;
  /** "Ban hành kèm theo Quyết định số …", without its brackets. */
  readonly text?: string;
  readonly year?: number;
  readonly signerRole?: string;
}

export interface ReadTarget {
  /** "T01", "T02" … in the order of the document. */
  readonly id: string;
  /** Place in the body: "II.1", "II.2.2.b". */
  readonly section: string;
  readonly measure: string;
  readonly operator: TargetOperator;
  readonly valuePercent: number;
  readonly text: string;
  /** Places that repeat it: "PL02/2" for row 2 of appendix 02, "III.6.a" for an item of the body. */
  readonly alsoIn?: readonly string[];
  /** Id of the earlier target that it repeats word for word. */
  readonly duplicateOf?: string;
  readonly conflictsWith?: readonly string[];
  /** "Phấn đấu": aimed at, not bound to. */
  readonly aspiration?: boolean;
  /** A figure by which something shrinks ("cắt giảm 30 %"). */
  readonly kind?: 'reduction';
  /** What a reduction or growth is compared with: "năm 2024". */
  readonly baseline?: string;
}

/** What an item of the body and a row of a table have in common once somebody is to do it. */
export interface ReadAssignment {
  readonly outputs: readonly string[];
  readonly lead: readonly string[];
  readonly coordinators: readonly string[];
  /** Parts that are neither lead nor coordinator, as the cell names them ("Cơ quan tổng hợp; kiểm tra"). */
  readonly otherRoles?: readonly ReadRole[];
  /** Due words as written, its items joined by "; ". Empty when there are none. */
  readonly deadlineText: string;
  readonly deadlines: readonly DueRule[];
}

export interface ReadRole {
  readonly role: string;
  readonly units: readonly string[];
}

export interface ReadNarrativeTask extends Partial<ReadAssignment> {
  /** "2.1" where the heading writes it so, else with the chapter: "III.1". */
  readonly section: string;
  readonly sectionTitle: string;
  /** "a", "đ"; empty for a bullet. Letters may repeat or skip: `ordinal` (from 1 in each section) does not. */
  readonly letter: string;
  readonly ordinal: number;
  readonly text: string;
  /** Not a task: it only says that the appendices hold the details. */
  readonly pointerOnly?: boolean;
}

export interface ReadTask extends ReadAssignment {
  readonly no: number;
  /** The number as written when it is more than a plain number ("1.2", "2a"). */
  readonly noText?: string;
  readonly content: string;
  /** Title of the group row above it, with the group's letter or number. */
  readonly group?: string;
  readonly groupNo?: string;
  /** The row goes on after a page break. */
  readonly pageSplit?: boolean;
  /** Cells of columns that are none of the known kinds, by the column's title. */
  readonly otherCells?: Readonly<Record<string, string>>;
}

export interface ReadGroup {
  readonly no: string;
  readonly field: string;
  readonly taskNos: readonly number[];
}

export interface ReadAppendix {
  /** As written ("01", "1", "IV"); empty for a table of the body that is no appendix. */
  readonly number: string;
  readonly field: string;
  readonly title: string;
  readonly columns: readonly string[];
  readonly taskCount: number;
  readonly groups?: readonly ReadGroup[];
  readonly tasks: readonly ReadTask[];
}

export interface ReadResponsibility {
  readonly role: string;
  readonly duties: readonly string[];
}

export interface ReadRecurringReport {
  readonly who: string;
  readonly to: string;
  /** Who signs or forwards it: "trình Ủy ban nhân dân xã báo cáo …". */
  readonly via?: string;
  /** Empty when the document names none. "quý, 6 tháng, 9 tháng, năm" is four entries. */
  readonly frequency: readonly Frequency[];
  /** Words in place of a frequency: "định kỳ theo quy định". */
  readonly frequencyText?: string;
  /** "trước ngày 05 tháng cuối quý". */
  readonly dueText?: string;
  /** Also on demand ("hoặc đột xuất"). */
  readonly adHoc?: boolean;
  readonly about: string;
  readonly section: string;
}

/** A line that the reading could not place: shown to the officer as "dòng chưa nhận diện". */
export interface UnreadLine {
  /** Id of the line in the source document. */
  readonly line: number;
  readonly text: string;
  readonly page?: number;
}

/** Why a line that holds no field is known all the same. */
export type FurnitureKind =
  | 'pageNumber'
  | 'rule'
  | 'letterhead'
  | 'decision'
  | 'legalBasis'
  | 'background'
  | 'heading'
  | 'tableHeader'
  | 'pointer'
  | 'closing'
  | 'recipients'
  | 'signature';

/**
 * Everything read from one plan document, in the form of the truth files. `places` says for each field
 * (a JSON pointer into this object) which lines of the source document it came from.
 */
export interface PlanReading {
  readonly title: string;
  /** Year of the plan; null when the document names none. */
  readonly year: number | null;
  readonly issuer: string;
  readonly issuerLevel: IssuerLevel;
  readonly decision: ReadDecision;
  /** Higher units named in the text, without their level word. */
  readonly parentUnits?: { readonly district?: string; readonly province?: string };
  /** The plan is of the two-tier government (no districts, from 01/07/2025). */
  readonly twoTier?: boolean;
  readonly purposes: readonly string[];
  readonly qualitativeObjectives: readonly string[];
  readonly funding: string;
  readonly targets: readonly ReadTarget[];
  readonly tasksNarrative: readonly ReadNarrativeTask[];
  readonly appendices: readonly ReadAppendix[];
  readonly responsibilities: readonly ReadResponsibility[];
  readonly recurringReports: readonly ReadRecurringReport[];
  /** "/appendices/1/tasks/2/outputs/0" → [780, 781]. */
  readonly places: Readonly<Record<string, readonly number[]>>;
  /** Lines that hold no field but are known, by line id. */
  readonly furniture: Readonly<Record<number, FurnitureKind>>;
  readonly unread: readonly UnreadLine[];
}
