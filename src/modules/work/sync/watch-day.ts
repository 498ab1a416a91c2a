import { setTimeout as sleep } from 'node:timers/promises';
import type { Id, UnitId } from '#kernel/brands.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { longWorkOf, runInUnit } from '#server/jobs.ts';
import type { Background, Services } from '#server/module.ts';
import { deriveStates, findDerivedDay } from './derive.ts';
import { syncPlan } from './sync-plan.ts';

const everyMs = 1_000;
const afterFailureMs = 30_000;
/** Plans that were accepted before this module followed them are looked for at the start and now and then. */
const lookAgainMs = 600_000;

/** Derives the states of a unit unless they hold for today already, also when another process does the same. */
async function deriveUnit(services: Services, unitId: UnitId): Promise<void> {
  await runInUnit(services, { unitId, actor: 'job:work.watch-day' }, async (ctx) => {
    if ((await findDerivedDay(ctx)) !== ctx.today) await deriveStates(ctx);
  });
}

/** Does what the day asks for: takes up plans that nobody took up, and derives states that hold for another day. */
export async function workOffDay(services: Services, day: PlainDate): Promise<void> {
  const { rows } = await services.workerPool.query<{ unit_id: UnitId; plan_id: Id | null }>(
    'select unit_id, plan_id from work_to_do($1)',
    [day],
  );
  for (const { unit_id: unitId, plan_id: planId } of rows) {
    if (planId === null) await deriveUnit(services, unitId);
    else await syncPlan(longWorkOf(services, 'work.watch-day', { unitId, key: 'watch-day', payload: {} }), planId);
  }
}

/**
 * Watches the clock: when its day is another than the one states were derived for, at midnight, at the start or because a
 * demo was moved, they are derived anew. Costs a comparison a second.
 */
export function watchDay(services: Services, onError: (error: Error) => void): Background {
  const ending = new AbortController();
  const watching = (async () => {
    let done: { readonly day: PlainDate; readonly at: number } | undefined;
    while (!ending.signal.aborted) {
      const day = services.clock.today();
      const at = services.clock.now();
      if (done?.day !== day || Math.abs(at - done.at) > lookAgainMs) {
        const failed = await workOffDay(services, day).catch((error: Error) => error);
        if (failed) onError(failed);
        else done = { day, at };
      }
      const pause = done?.day === day ? everyMs : afterFailureMs;
      await sleep(pause, undefined, { signal: ending.signal }).catch(() => undefined);
    }
  })();
  return {
    stop: async () => {
      ending.abort();
      await watching;
    },
  };
}
