import type { PlainDate } from '#kernel/plain-date.ts';
import type { Term } from '#kernel/term.ts';
import type { Finding } from '../finding.ts';
import { lastDayOfDistricts, type ProcessBody } from '../process.ts';
import { checkNumbers } from './check-numbers.ts';
import { checkSteps } from './check-steps.ts';
import { checkSum } from './check-sum.ts';
import { checkWays } from './check-ways.ts';

/** The days a version is to hold on, where they are known. */
export interface Days {
  readonly from: PlainDate | null;
  readonly to: PlainDate | null;
}

/**
 * Everything wrong or doubtful in a process: numbers, responsible roles, missing times, the longest way from the first
 * step to an end against the total its document declares and against the legal term, ways that lead nowhere or never
 * end, branches with an unknown condition or without a way out, and levels that no longer exist on its days.
 * `legalTerm` null: not known, which is a finding too; undefined: not asked for. With an `error` among the findings a
 * version cannot be put into force; a `warning` asks for a reason.
 */
export function checkProcess(flow: ProcessBody, legalTerm: Term | null | undefined, days?: Days): Finding[] {
  if (flow.steps.length === 0) return [{ kind: 'no-steps', severity: 'error' }];
  return [
    ...checkNumbers(flow.steps.map((step) => String(step.no))),
    ...checkSteps(flow.steps),
    ...checkWays(flow),
    ...checkSum(flow, legalTerm),
    ...(days ? checkDays(flow, days) : []),
  ];
}

/** District bodies act up to 30/06/2025. */
function checkDays(flow: ProcessBody, { from, to }: Days): Finding[] {
  if (from === null || (to !== null && to <= lastDayOfDistricts)) return [];
  const severity = from > lastDayOfDistricts ? 'error' : 'warning';
  return flow.steps
    .filter((step) => step.level === 'district')
    .map((step) => ({ kind: 'district-ended', severity, stepNo: step.no }));
}
