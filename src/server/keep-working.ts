import { setTimeout as sleep } from 'node:timers/promises';
import type { Runner } from 'graphile-worker';

interface Workers {
  readonly runner: Runner;
  /** Gives up the claim on jobs that a killed process left. */
  letGo(): void;
}

const pauseMs = 500;

/**
 * Starts workers, and keeps them running until told to stop. They end by themselves when the database goes away; then
 * they are started again as soon as it is back, and take up what they left locked.
 */
export async function keepWorking(
  start: () => Promise<Workers>,
  onError: (error: Error) => void,
): Promise<{ stop(): Promise<void> }> {
  let stopping = false;
  let current: Workers | undefined = await start();
  const working = (async () => {
    while (!stopping) {
      try {
        current ??= await start();
        if (stopping) await current.runner.stop();
        await current.runner.promise;
      } catch (error) {
        if (!stopping) onError(error instanceof Error ? error : new Error(String(error)));
      }
      current?.letGo();
      current = undefined;
      if (!stopping) await sleep(pauseMs);
    }
  })();
  return {
    stop: async () => {
      stopping = true;
      await current?.runner.stop().catch(() => undefined);
      await working;
    },
  };
}
