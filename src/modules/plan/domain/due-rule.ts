/** One kind of report of the year: "9months" is the report on the first nine months. */
export type Frequency = 'week' | 'month' | 'quarter' | '6months' | '9months' | 'year';

interface Common {
  /** Words before the colon or in brackets that say which output it is of ("Báo cáo"); empty for all of them. */
  readonly appliesTo: string;
  /** What the words add and no field holds ("chậm nhất 03 ngày làm việc kể từ khi có quyết định công bố"). */
  readonly note?: string;
}

interface Bounded extends Common {
  readonly year: number;
  /** "Chậm nhất": may be earlier. */
  readonly latest?: true;
  /** "Từ tháng 02": begins then, and no end is named. */
  readonly from_?: true;
}

/** "Trước ngày 15/12/2023": on that day at the latest. */
export interface BeforeRule extends Bounded {
  readonly kind: 'before';
  readonly month: number;
  readonly day: number;
}

/** A day without "trước": "31/01/2023". */
export interface DateRule extends Bounded {
  readonly kind: 'date';
  readonly month: number;
  readonly day: number;
}

export interface MonthRule extends Bounded {
  readonly kind: 'month';
  readonly month: number;
  /** "từ tháng 3 đến tháng 5": the last month. */
  readonly toMonth?: number;
  /** "tuần thứ 2 tháng 6", 1 to 5. */
  readonly week?: number;
}

export interface QuarterRule extends Bounded {
  readonly kind: 'quarter';
  readonly quarter: number;
}

export interface HalfYearRule extends Bounded {
  readonly kind: 'halfyear';
  readonly half: 1 | 2;
}

export interface YearRule extends Bounded {
  readonly kind: 'year';
  /** "Cuối năm", "đầu năm". */
  readonly part?: 'start' | 'end';
}

export interface PeriodicRule extends Common {
  readonly kind: 'periodic';
  readonly year: number;
  /** Empty when the words name none ("theo định kỳ"). */
  readonly frequency: readonly Frequency[];
  readonly frequencyUnstated?: true;
  /** "hoặc đột xuất". */
  readonly adHoc?: true;
  /** "theo kế hoạch và theo định kỳ …". */
  readonly alsoAsPlanned?: true;
  /** "trước ngày 20 hằng tháng". */
  readonly dueDay?: number;
  /** The day belongs to the last month of each period: "trước ngày 05 tháng cuối quý". */
  readonly dueInLastMonth?: true;
}

/** "Thường xuyên": no end within the year. */
export interface StandingRule extends Common {
  readonly kind: 'standing';
  readonly year: number;
}

/** "Theo hướng dẫn của Văn phòng UBND huyện": the date comes from somebody else. */
export interface AsGuidedRule extends Common {
  readonly kind: 'asGuided';
  /** Who or what says when; empty when the words do not name it. */
  readonly by: string;
}

/** "Khi có yêu cầu", "sau khi được phê duyệt": the date comes from an event. */
export interface OnTriggerRule extends Common {
  readonly kind: 'onTrigger';
  readonly trigger: string;
}

/** No words, or words that say nothing about time; then `note` holds them. */
export interface UnspecifiedRule extends Common {
  readonly kind: 'unspecified';
}

/** When an output is due, in the form the document gives it. */
export type DueRule =
  | BeforeRule
  | DateRule
  | MonthRule
  | QuarterRule
  | HalfYearRule
  | YearRule
  | PeriodicRule
  | StandingRule
  | AsGuidedRule
  | OnTriggerRule
  | UnspecifiedRule;

export type DueKind = DueRule['kind'];
