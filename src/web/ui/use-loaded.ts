import { useState } from 'react';

/** Code that is fetched when first wanted: what was loaded, and the call that loads it. */
export function useLoaded<Loaded>(load: () => Promise<Loaded>): [Loaded | undefined, () => Promise<void>] {
  const [loaded, setLoaded] = useState<Loaded>();
  return [
    loaded,
    async () => {
      if (loaded === undefined) {
        const made = await load();
        setLoaded(() => made);
      }
    },
  ];
}
