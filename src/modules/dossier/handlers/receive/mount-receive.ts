import type { Mount } from '#server/module.ts';
import { mountDrafts } from './drafts.ts';
import { mountPreview } from './preview.ts';
import { mountReceiving } from './receive.ts';
import { mountReserved } from './reserved.ts';
import { mountTurnAway } from './turn-away.ts';

/** Routes of the counter: taking dossiers in, drafts, reserved codes. */
export function mountReceive(mount: Mount): void {
  mountReceiving(mount);
  mountTurnAway(mount);
  mountPreview(mount);
  mountDrafts(mount);
  mountReserved(mount);
}
