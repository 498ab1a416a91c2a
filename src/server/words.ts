import { addActWords } from './act-words.ts';
import { addErrorTexts } from './errors.ts';
import { addEvidenceUses } from './evidence-uses.ts';
import type { ServerModule } from './module.ts';
import { addNoticeKinds } from './notice-kinds.ts';
import { addPermissionWords } from './permission-words.ts';

/** Takes up all that a module tells the others: words of errors, notices, acts, fields and records, and uses of evidence. Again does nothing. */
export function addWords(module: ServerModule): void {
  addErrorTexts(module.errors ?? {});
  addNoticeKinds(module.notices ?? {});
  addActWords(module);
  addPermissionWords(module.permissions ?? {});
  if (module.evidenceUses) addEvidenceUses(module.name, module.evidenceUses);
}
