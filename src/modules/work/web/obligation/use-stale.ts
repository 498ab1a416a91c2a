import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Id } from '#kernel/brands.ts';
import { formatMoment } from '#kernel/plain-date.ts';
import { CallError } from '#web/call.ts';
import { callKey } from '#web/use-call.ts';
import { getObligation } from '../../contract/reads.ts';
import type { ObligationPage } from '../shared/rows.ts';

/** What somebody else did while this page was open. */
type OthersAct = Pick<ObligationPage['timeline'][number], 'by' | 'words' | 'at' | 'reason'>;

/** An act of another, in one sentence. */
export function actWords(act: Pick<OthersAct, 'by' | 'words' | 'at' | 'reason'>): string {
  const reason = act.reason ? `: ${act.reason.replace(/\.$/, '')}` : '';
  return `${act.by} ${act.words} lúc ${formatMoment(act.at)}${reason}.`;
}

/** What another did first, in one sentence, out of the refusal of an act; undefined when it was refused for another reason. */
export function othersWords(error: unknown): string | undefined {
  if (!(error instanceof CallError) || error.code !== 'stale-version') return undefined;
  const told = error.details as { current?: { lastAct?: OthersAct | null } } | undefined;
  const act = told?.current?.lastAct;
  return act ? actWords(act) : 'Người khác vừa sửa nội dung này.';
}

/** What another did first, when an act of this page was refused for it; the page is then asked again by itself. */
export function useStale(obligationId: Id): { stale: string | undefined; forget: () => void } {
  const client = useQueryClient();
  const [stale, setStale] = useState<string>();
  useEffect(
    () =>
      client.getMutationCache().subscribe(({ type, mutation }) => {
        if (type !== 'updated' || mutation.state.status !== 'error') return;
        const { error, variables } = mutation.state;
        const sent = variables as { params?: { obligationId?: Id } } | undefined;
        if (sent?.params?.obligationId !== obligationId) return;
        const words = othersWords(error);
        if (words === undefined) return;
        setStale(words);
        void client.invalidateQueries({ queryKey: callKey(getObligation) });
      }),
    [client, obligationId],
  );
  return { stale, forget: () => setStale(undefined) };
}
