import { type ComponentType, useEffect, useState } from 'react';
import type { WebModule } from '../module.ts';
import { whenIdle } from './when-idle.ts';

/** Mounts what modules put into the header, after the first screen is there, so that it never delays it. */
export function HeaderSlots({ modules }: { modules: readonly WebModule[] }) {
  const [slots, setSlots] = useState<readonly { name: string; Component: ComponentType }[]>([]);
  useEffect(() => {
    let isGone = false;
    const cancel = whenIdle(() => {
      for (const { name, headerSlot } of modules) {
        headerSlot?.().then(({ Component }) => {
          if (!isGone) setSlots((before) => [...before.filter((slot) => slot.name !== name), { name, Component }]);
        });
      }
    });
    return () => {
      isGone = true;
      cancel();
    };
  }, [modules]);
  return slots.map(({ name, Component }) => <Component key={name} />);
}
