import { useState } from 'react';
import { useSearchParams } from 'react-router';

/** The search and order of a list. */
export interface Asked {
  readonly search: string;
  /** Column id, with `-` before it for descending; empty for the list's own order. */
  readonly sort: string;
}

/** Search and order as a list route takes them; what is empty is left out. */
export function wordsOfAsked({ search, sort }: Asked): { readonly q?: string; readonly sort?: string } {
  return { ...(search !== '' && { q: search }), ...(sort !== '' && { sort }) };
}

const names = { search: 'tim', sort: 'sap-xep' } as const;

/** Keeps search and order in the address, so that back, reload and a sent link show the same list. */
export function useAsked(inAddress: boolean): [Asked, (changed: Partial<Asked>) => void] {
  const [params, setParams] = useSearchParams();
  const [own, setOwn] = useState<Asked>({ search: '', sort: '' });
  if (!inAddress) return [own, (changed) => setOwn((before) => ({ ...before, ...changed }))];
  const asked = { search: params.get(names.search) ?? '', sort: params.get(names.sort) ?? '' };
  const change = (changed: Partial<Asked>) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        for (const [name, value] of Object.entries({ ...asked, ...changed }) as [keyof Asked, string][]) {
          if (value === '') next.delete(names[name]);
          else next.set(names[name], value);
        }
        return next;
      },
      { replace: true, preventScrollReset: true },
    );
  return [asked, change];
}
