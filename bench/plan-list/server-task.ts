import type { UnitId } from '#kernel/brands.ts';

/** What a bench tells the process that serves it. */
export interface ServerTask {
  readonly appUrl: string;
  readonly workerUrl: string;
  readonly authUrl: string;
  readonly dataDir: string;
  readonly authSecret: string;
  readonly unitId: UnitId;
}
