import type { PlainDate } from '#kernel/plain-date.ts';
import type { Component } from './procedure-content.ts';

/** Since when, and until when, data of national databases stand instead of papers. */
export const replacementRules = [
  {
    from: '2026-01-01' as PlainDate,
    to: '2027-02-28' as PlainDate,
    citation: 'Nghị quyết 66.7/2025/NQ-CP',
  },
] as const;

/**
 * Whether a paper need not be handed in on a day because a database holds its data, where the data are there and right.
 * Only papers with a database, and only while a rule holds.
 */
export function mayReplacePaper(paper: Pick<Component, 'replaceableBy'>, day: PlainDate): boolean {
  return paper.replaceableBy !== null && replacementRules.some((rule) => rule.from <= day && day <= rule.to);
}
