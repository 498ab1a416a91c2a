import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { callKey } from '#web/use-call.ts';
import { listNotices } from '../contract.ts';
import { canListen, type LiveEvent, listenLive } from './live.ts';

/** Keeps the lists of notices fresh while mounted, and tells of notices that just came. */
export function useLive(onNotice: (ids: readonly string[]) => void): void {
  const client = useQueryClient();
  const told = useRef(onNotice);
  told.current = onNotice;
  useEffect(() => {
    if (!canListen()) return;
    return listenLive((event: LiveEvent) => {
      void client.invalidateQueries({ queryKey: callKey(listNotices) });
      if (event.kind === 'notice') told.current(event.ids);
    });
  }, [client]);
}
