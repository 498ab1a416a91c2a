import type { AnswerOf, AnyRoute, CallInput } from '#kernel/route.ts';
import { useCall } from '#web/use-call.ts';
import { newRecord } from './use-panel.ts';

/** A record on its way, here, or missing. */
export interface FoundRecord<Row> {
  readonly record: Row | undefined;
  readonly isMissing: boolean;
  readonly error: Error | null;
}

type RowOf<Answer> = Answer extends { readonly rows: readonly (infer Row)[] } ? Row : never;

/** A record of a dated list by its id, whatever its days; undefined for a new one. */
export function useRecord<R extends AnyRoute>(route: R, id: string): FoundRecord<RowOf<AnswerOf<R>>> {
  const input = { query: { id, every: 'yes' } } as unknown as CallInput<R>;
  const found = useCall(route, input, { enabled: id !== newRecord });
  const rows = (found.data as { rows: readonly RowOf<AnswerOf<R>>[] } | undefined)?.rows;
  return { record: rows?.[0], isMissing: rows?.length === 0, error: found.error };
}
