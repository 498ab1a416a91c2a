import type { DueRule, Frequency, Part } from '../due-rule.ts';

/** A year as the words give it; without either field the words name none. */
export interface YearWords {
  readonly year?: number;
  /** "Năm sau". */
  readonly nextYear?: true;
}

/** A word that binds the time after it: trước, chậm nhất, đến hết, từ, trong, hoàn thành. */
export type Modifier = 'before' | 'latest' | 'until' | 'from' | 'within' | 'done';

export interface Numbered extends YearWords {
  readonly value: number;
}

/** A rule before it is known which output it is of. */
export type TimeRule = DueRule extends infer Rule ? (Rule extends DueRule ? Omit<Rule, 'appliesTo'> : never) : never;

export type TimeMeaning =
  | { readonly kind: 'modifier'; readonly modifier: Modifier }
  | ({ readonly kind: 'day'; readonly day: number; readonly month?: number } & YearWords)
  | {
      readonly kind: 'month' | 'quarter';
      readonly items: readonly Numbered[];
      readonly isRange: boolean;
      readonly part?: Part;
      readonly week?: number;
    }
  | ({ readonly kind: 'half'; readonly half: 1 | 2 } & YearWords)
  | ({ readonly kind: 'year'; readonly part?: Part; readonly toYear?: number; readonly latest?: true } & YearWords)
  | { readonly kind: 'frequency'; readonly units: readonly Frequency[]; readonly said: boolean }
  | { readonly kind: 'reportMonth'; readonly units: readonly Frequency[]; readonly month: 'last' | 'next' }
  | { readonly kind: 'standing' }
  | { readonly kind: 'guided'; readonly by: string }
  | { readonly kind: 'trigger'; readonly trigger: string; readonly days?: number; readonly workingDays?: true }
  | { readonly kind: 'adHoc' }
  | { readonly kind: 'count' };

/** A meaning with the place of its words in the text: from the first character to after the last. */
export type TimeToken = TimeMeaning & { readonly from: number; readonly to: number };
