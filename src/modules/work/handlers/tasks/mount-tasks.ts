import type { Mount } from '#server/module.ts';

/** Routes that assign and change tasks. */
export function mountTasks(_mount: Mount): void {}
