import { toIso } from '#kernel/moment.ts';
import { deadlineOf } from './deadline-of.ts';
import type { DeadlineInput } from './types.ts';

/** For tests: the lines after rules, receipt and term, without the empty fields. */
export const linesOf = (input: DeadlineInput) =>
  deadlineOf(input)
    .explanation.slice(3)
    .map(({ code, day, moment, params }) => [
      code,
      ...(day === undefined ? [] : [day]),
      ...(moment === undefined ? [] : [toIso(moment).slice(5, 16)]),
      ...(params === undefined ? [] : [params]),
    ]);
