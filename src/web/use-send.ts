import { type UseMutationOptions, type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import type { AnswerOf, AnyRoute } from '#kernel/route.ts';
import { type CallSent, call } from './call.ts';
import { CallError } from './call-error.ts';
import { newKey } from './new-key.ts';
import { callKey } from './use-call.ts';

interface SendOptions<R extends AnyRoute>
  extends Omit<UseMutationOptions<AnswerOf<R>, CallError, CallSent<R>>, 'mutationFn' | 'mutationKey'> {
  /** Reads asked again after success. Everything on the screen unless named, since one act may move many figures. */
  readonly refresh?: 'all' | 'none' | readonly AnyRoute[];
  readonly onProgress?: (share: number) => void;
}

/**
 * Sends a write for a screen: `const accept = useSend(acceptPlan); accept.mutate({ params, body })`.
 * Sending the same content again after it got no answer keeps its idempotency key, so that nothing happens twice.
 */
export function useSend<R extends AnyRoute>(
  route: R,
  options: SendOptions<R> = {},
): UseMutationResult<AnswerOf<R>, CallError, CallSent<R>> {
  const client = useQueryClient();
  const unanswered = useRef<{ content: string; key: string }>(undefined);
  const { refresh = 'all', onProgress, onSuccess, ...rest } = options;
  return useMutation<AnswerOf<R>, CallError, CallSent<R>>({
    ...rest,
    mutationFn: async (sent) => {
      const content = JSON.stringify([sent.params, sent.query, sent.body, sent.file?.name, sent.file?.size]);
      const key = unanswered.current?.content === content ? unanswered.current.key : newKey();
      unanswered.current = { content, key };
      try {
        const answer = await call(route, sent, { idempotencyKey: key, ...(onProgress && { onProgress }) });
        unanswered.current = undefined;
        return answer;
      } catch (error) {
        if (error instanceof CallError && error.status !== 0 && error.status < 500) unanswered.current = undefined;
        throw error;
      }
    },
    onSuccess: async (...told) => {
      if (refresh === 'all') void client.invalidateQueries();
      else if (refresh !== 'none') {
        for (const one of refresh) void client.invalidateQueries({ queryKey: callKey(one) });
      }
      await onSuccess?.(...told);
    },
  });
}
