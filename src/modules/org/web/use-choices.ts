import { useQuery } from '@tanstack/react-query';
import type { AnyRoute, CallInput } from '#kernel/route.ts';
import { loadAll, routeSource, type TableSource } from '#web/ui/table/table-source.ts';
import type { Option } from './form-field.tsx';

type RowOf<R extends AnyRoute> = ReturnType<typeof routeSource<R>> extends TableSource<infer Row> ? Row : never;

/** All rows of a list as choices of a field; empty while they are on their way. */
export function useChoices<R extends AnyRoute>(
  route: R,
  labelOf: (row: RowOf<R>) => string,
  input: CallInput<R> = {},
): readonly Option[] {
  const source = routeSource(route, input);
  const { data } = useQuery({ queryKey: [...source.key, 'all'], queryFn: () => loadAll(source, {}) });
  return (data ?? []).map((row) => ({ value: (row as { id: string }).id, label: labelOf(row as RowOf<R>) }));
}
