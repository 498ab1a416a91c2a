import type { Id } from '#kernel/brands.ts';
import type { CallError } from '#web/call-error.ts';
import { useCall } from '#web/use-call.ts';
import { getPlan } from '../../contract/plans.ts';
import type { Plan } from '../plan/plan-frame.tsx';

interface DraftPlan {
  readonly data: Plan | undefined;
  readonly error: CallError | null;
  readonly retry: () => void;
}

/** A plan at its draft, as forms change it. */
export function useDraftPlan(planId: Id): DraftPlan {
  const inForce = useCall(getPlan, { params: { planId }, query: {} });
  const version = inForce.data?.draftVersion ?? undefined;
  const draft = useCall(
    getPlan,
    { params: { planId }, query: version === undefined ? {} : { version } },
    { enabled: inForce.data !== undefined },
  );
  return {
    data: inForce.data ? draft.data : undefined,
    error: inForce.error ?? draft.error,
    retry: () => void inForce.refetch().then(() => draft.refetch()),
  };
}
