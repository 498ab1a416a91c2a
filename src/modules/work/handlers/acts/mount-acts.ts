import type { Mount } from '#server/module.ts';

/** Routes that act on obligations. */
export function mountActs(_mount: Mount): void {}
