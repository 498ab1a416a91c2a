import type { UnitId } from '#kernel/brands.ts';
import type { LogNote } from './context.ts';
import type { ServerModule } from './module.ts';
import type { SessionReader } from './sessions.ts';

/** Gives the function that forgets the sessions which a write may have changed, as modules say of their records. */
export function makeSessionForgetter(
  modules: readonly ServerModule[],
  sessions: Pick<SessionReader, 'forget' | 'forgetPerson'>,
): (unitId: UnitId, acts: readonly LogNote[] | undefined) => void {
  const whose = new Map(modules.flatMap((module) => Object.entries(module.inSessions ?? {})));
  return (unitId, acts) => {
    if (!acts) return sessions.forget(unitId);
    for (const { record } of acts) {
      const changed = whose.get(record.type);
      if (changed === 'everybody') return sessions.forget(unitId);
      if (changed === 'this-person') sessions.forgetPerson(record.id);
    }
  };
}
