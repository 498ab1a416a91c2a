import type { Mount } from '#server/module.ts';

/** Routes of the counter: taking dossiers in, drafts, reserved codes. */
export function mountReceive(_mount: Mount): void {}
