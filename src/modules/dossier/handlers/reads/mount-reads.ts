import type { Mount } from '#server/module.ts';

/** Routes that read dossiers. */
export function mountReads(_mount: Mount): void {}
