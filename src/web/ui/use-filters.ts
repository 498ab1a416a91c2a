import { useSearchParams } from 'react-router';

/** Filters of a list, kept in the address; a name is both the address's and the query's. */
export interface Filters<Name extends string> {
  /** Only those that are set. */
  readonly values: Readonly<Partial<Record<Name, string>>>;
  readonly isFiltered: boolean;
  readonly set: (name: Name, value: string) => void;
  readonly clear: () => void;
}

/** Reads and sets the named filters: `const filters = useFilters(['field', 'status'])`. */
export function useFilters<Name extends string>(names: readonly Name[]): Filters<Name> {
  const [params, setParams] = useSearchParams();
  const values: Partial<Record<Name, string>> = {};
  for (const name of names) {
    const value = params.get(name);
    if (value) values[name] = value;
  }
  function change(apply: (next: URLSearchParams) => void) {
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        apply(next);
        return next;
      },
      { replace: true, preventScrollReset: true },
    );
  }
  return {
    values,
    isFiltered: Object.keys(values).length > 0,
    set: (name, value) => change((next) => (value === '' ? next.delete(name) : next.set(name, value))),
    clear: () =>
      change((next) => {
        for (const name of names) next.delete(name);
      }),
  };
}
