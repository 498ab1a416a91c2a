import type { Mount } from '#server/module.ts';
import { mountDecide } from './decide.ts';
import { mountExtension } from './extension.ts';
import { mountHandIn } from './hand-in.ts';
import { mountProgress } from './progress.ts';
import { mountUrge } from './urge.ts';

/** Routes that act on obligations. */
export function mountActs(mount: Mount): void {
  mountProgress(mount);
  mountHandIn(mount);
  mountDecide(mount);
  mountExtension(mount);
  mountUrge(mount);
}
