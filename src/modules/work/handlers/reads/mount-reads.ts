import type { Mount } from '#server/module.ts';

/** Routes that read work. */
export function mountReads(_mount: Mount): void {}
