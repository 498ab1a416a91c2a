import type { Mount } from '#server/module.ts';
import { mountActOnMany } from './act-on-many.ts';
import { mountApologies } from './apologies.ts';
import { mountAsking } from './asking.ts';
import { mountCounter } from './counter.ts';
import { mountMoving } from './moving.ts';
import { mountResults } from './results.ts';
import { mountStopping } from './stopping.ts';

/** Routes that act on dossiers. */
export function mountActs(mount: Mount): void {
  mountCounter(mount);
  mountMoving(mount);
  mountAsking(mount);
  mountApologies(mount);
  mountStopping(mount);
  mountResults(mount);
  mountActOnMany(mount);
}
