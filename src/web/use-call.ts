import { type QueryKey, type UseQueryOptions, type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { AnswerOf, AnyRoute, CallInput } from '#kernel/route.ts';
import { call } from './call.ts';
import type { CallError } from './call-error.ts';

/** The key an answer is kept under: the route, then its input, so that a route alone names all its answers. */
export function callKey<R extends AnyRoute>(route: R, input?: CallInput<R>): QueryKey {
  const key = [route.method, route.path];
  return input === undefined ? key : [...key, input];
}

type Options<R extends AnyRoute, Selected> = Omit<
  UseQueryOptions<AnswerOf<R>, CallError, Selected>,
  'queryKey' | 'queryFn'
>;

/** Reads a route for a screen: `const plan = useCall(getPlan, { params: { planId } })`. */
export function useCall<R extends AnyRoute, Selected = AnswerOf<R>>(
  route: R,
  input?: CallInput<R>,
  options?: Options<R, Selected>,
): UseQueryResult<Selected, CallError> {
  return useQuery<AnswerOf<R>, CallError, Selected>({
    ...options,
    queryKey: callKey(route, input ?? {}),
    queryFn: ({ signal }) => call(route, input ?? {}, { signal }),
  });
}
