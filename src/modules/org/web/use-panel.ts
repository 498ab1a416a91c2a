import { useSearchParams } from 'react-router';

const name = 'mo';
export const newRecord = 'moi';

/** The record open beside a list, kept in the address so that it can be sent and come back to. */
export interface Panel {
  /** The id of the record, `newRecord` for a form of a new one; undefined when nothing is open. */
  readonly open: string | undefined;
  /** Address of this list with the record open. */
  readonly toOf: (id: string) => string;
  readonly show: (id: string) => void;
  readonly close: () => void;
}

export function usePanel(): Panel {
  const [params, setParams] = useSearchParams();
  const withRecord = (id: string | undefined) => {
    const next = new URLSearchParams(params);
    if (id === undefined) next.delete(name);
    else next.set(name, id);
    return next;
  };
  return {
    open: params.get(name) ?? undefined,
    toOf: (id) => `?${withRecord(id)}`,
    show: (id) => setParams(withRecord(id), { preventScrollReset: true }),
    close: () => setParams(withRecord(undefined), { preventScrollReset: true }),
  };
}
