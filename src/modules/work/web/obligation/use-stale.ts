import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Id } from '#kernel/brands.ts';
import { CallError } from '#web/call.ts';
import { callKey } from '#web/use-call.ts';
import { getObligation } from '../../contract/reads.ts';
import type { ObligationPage } from '../shared/rows.ts';

/** What somebody else did while this page was open. */
export type OthersAct = Pick<ObligationPage['timeline'][number], 'by' | 'words' | 'at' | 'reason'>;

interface Stale {
  /** Null: the server does not say what it was. */
  readonly act: OthersAct | null;
}

function currentAct(error: CallError): OthersAct | null {
  const told = error.details as { current?: { lastAct?: OthersAct | null } } | undefined;
  return told?.current?.lastAct ?? null;
}

/** Whether an act of this page was refused because another came first; the page is then asked again by itself. */
export function useStale(obligationId: Id): { stale: Stale | undefined; forget: () => void } {
  const client = useQueryClient();
  const [stale, setStale] = useState<Stale>();
  useEffect(
    () =>
      client.getMutationCache().subscribe(({ type, mutation }) => {
        if (type !== 'updated' || mutation.state.status !== 'error') return;
        const { error, variables } = mutation.state;
        const sent = variables as { params?: { obligationId?: Id } } | undefined;
        if (sent?.params?.obligationId !== obligationId) return;
        if (!(error instanceof CallError) || error.code !== 'stale-version') return;
        setStale({ act: currentAct(error) });
        void client.invalidateQueries({ queryKey: callKey(getObligation) });
      }),
    [client, obligationId],
  );
  return { stale, forget: () => setStale(undefined) };
}
