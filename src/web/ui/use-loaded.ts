import { useCallback, useState } from 'react';

/** Code that is fetched when first wanted: what was loaded, and the call that loads it. `load` must be the same each time. */
export function useLoaded<Loaded>(load: () => Promise<Loaded>): [Loaded | undefined, () => Promise<void>] {
  const [loaded, setLoaded] = useState<Loaded>();
  const fetchIt = useCallback(async () => {
    const made = await load();
    setLoaded(() => made);
  }, [load]);
  return [loaded, fetchIt];
}
