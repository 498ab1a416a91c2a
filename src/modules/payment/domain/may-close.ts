import type { PlainDate } from '#kernel/plain-date.ts';
import { allowed, refused, type Verdict } from '#kernel/verdict.ts';

/** A day of cash about to be closed; amounts are whole đồng. */
export interface Closing {
  readonly day: PlainDate;
  readonly today: PlainDate;
  readonly booked: number;
  readonly counted: number;
  readonly note: string;
  readonly isClosed: boolean;
}

const leastWords = 5;

/** Whether a day may be closed: not one to come, once, and a difference between cash and book is explained. */
export function mayClose({ day, today, booked, counted, note, isClosed }: Closing): Verdict {
  if (isClosed) return refused('cash-day-closed', { day });
  if (day > today) return refused('cash-day-to-come', { day });
  if (booked !== counted && note.trim().length < leastWords) {
    return refused('cash-difference-unexplained', { difference: counted - booked });
  }
  return allowed;
}
