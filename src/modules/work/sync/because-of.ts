import { formatDate } from '#kernel/plain-date.ts';
import type { PlanInForce } from '#modules/plan/queries.ts';

/** Words for why something follows from the version in force. */
export function becauseOf({ version, decisionNumber, decisionDate }: PlanInForce): string {
  const day = decisionDate === null ? '' : ` ngày ${formatDate(decisionDate)}`;
  const decision = decisionNumber === null ? '' : ` (Quyết định số ${decisionNumber}${day})`;
  return `theo phiên bản ${version} của kế hoạch${decision}`;
}
