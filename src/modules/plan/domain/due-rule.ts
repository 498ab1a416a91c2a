/** One kind of report of the year: "9months" is the report on the first nine months. */
export type Frequency = 'week' | 'month' | 'quarter' | '6months' | '9months' | 'year';

/** "Đầu", "giữa", "cuối" of a month, a quarter or a year. */
export type Part = 'start' | 'middle' | 'end';

interface Common {
  /** Words before the colon or in brackets that say which output it is of ("Báo cáo"); empty for all of them. */
  readonly appliesTo: string;
  /** What the words add and no field holds ("chậm nhất 03 ngày làm việc kể từ khi có quyết định công bố"). */
  readonly note?: string;
}

interface Bounded extends Common {
  /** Null when neither the words nor the plan name a year. */
  readonly year: number | null;
  /** "Chậm nhất", "đến hết": may be earlier. */
  readonly latest?: true;
  /** "Từ tháng 02": begins then, and no end is named. */
  readonly from_?: true;
  /** Year of the end of a span ("từ tháng 11/2022 đến tháng 02/2023"), when it is another than `year`. */
  readonly toYear?: number;
}

/** "Trước ngày 15/12/2023": before that day; "chậm nhất", "đến hết ngày": with `latest`, on that day at the latest. */
export interface BeforeRule extends Bounded {
  readonly kind: 'before';
  readonly month: number;
  readonly day: number;
  /** The day as written, when the month has no such day; `day` is then the month's last. */
  readonly writtenDay?: number;
}

/** A day without "trước": "31/01/2023"; with `toDay` a span of days. */
export interface DateRule extends Bounded {
  readonly kind: 'date';
  readonly month: number;
  readonly day: number;
  readonly writtenDay?: number;
  readonly toMonth?: number;
  readonly toDay?: number;
}

export interface MonthRule extends Bounded {
  readonly kind: 'month';
  readonly month: number;
  /** "từ tháng 3 đến tháng 5": the last month. */
  readonly toMonth?: number;
  /** "tuần thứ 2 tháng 6": 1 to 4, and 5 for the last week. */
  readonly week?: number;
  readonly part?: Part;
}

export interface QuarterRule extends Bounded {
  readonly kind: 'quarter';
  readonly quarter: number;
  /** "quý I - III": the last quarter. */
  readonly toQuarter?: number;
  readonly part?: Part;
}

export interface HalfYearRule extends Bounded {
  readonly kind: 'halfyear';
  readonly half: 1 | 2;
}

export interface YearRule extends Bounded {
  readonly kind: 'year';
  readonly part?: Part;
}

export interface PeriodicRule extends Common {
  readonly kind: 'periodic';
  readonly year: number | null;
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
  /** The day belongs to the month after each period: "trước ngày 05 tháng sau". */
  readonly dueInNextMonth?: true;
}

/** "Thường xuyên": no end within the year. */
export interface StandingRule extends Common {
  readonly kind: 'standing';
  readonly year: number | null;
}

/** "Theo hướng dẫn của Văn phòng UBND huyện": the date comes from somebody else. */
export interface AsGuidedRule extends Common {
  readonly kind: 'asGuided';
  /** Who or what says when: "Sở Nội vụ", or the kind of paper when nobody is named ("quy định"). */
  readonly by: string;
}

/** "Khi có yêu cầu", "sau khi được phê duyệt": the date comes from an event. */
export interface OnTriggerRule extends Common {
  readonly kind: 'onTrigger';
  readonly trigger: string;
  /** "trong vòng 03 ngày làm việc kể từ khi …". */
  readonly withinDays?: number;
  readonly workingDays?: true;
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
