import { addActWords } from './act-words.ts';
import { addErrorTexts } from './errors.ts';
import type { ServerModule } from './module.ts';
import { addNoticeKinds } from './notice-kinds.ts';
import { addPermissionWords } from './permission-words.ts';

/** Takes up all words of a module: errors, notices, acts, fields and records. Again does nothing. */
export function addWords(module: ServerModule): void {
  addErrorTexts(module.errors ?? {});
  addNoticeKinds(module.notices ?? {});
  addActWords(module);
  addPermissionWords(module.permissions ?? {});
}
