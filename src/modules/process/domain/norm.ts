/** A time to be counted: thousandths of a unit, so that quarters of a day are exact. */
export interface Term {
  readonly unit: TermUnit;
  readonly milli: number;
}

export type TermUnit = 'working-day' | 'working-hour' | 'day' | 'hour' | 'immediate';
