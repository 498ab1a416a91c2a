import type { Mount } from '#server/module.ts';

/** Routes that act on dossiers. */
export function mountActs(_mount: Mount): void {}
