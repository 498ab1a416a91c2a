import type { AnswerOf } from '#kernel/route.ts';
import type { getMyWork, getObligation, listApprovals, listObligations } from '../../contract/reads.ts';

export type ObligationRow = AnswerOf<typeof listObligations>['rows'][number];
export type ObligationPage = AnswerOf<typeof getObligation>;
export type MyWork = AnswerOf<typeof getMyWork>;
export type MyWorkRow = MyWork['rows'][number];
export type ApprovalRow = AnswerOf<typeof listApprovals>['rows'][number];
export type Bearer = ObligationRow['bearer'];
export type PossibleAct = ObligationPage['acts'][number];
