import type { Mount } from '#server/module.ts';
import { countDossiers, dossiersByHolder, listDossiers, searchDossiers } from '../../contract/reads.ts';
import { byHolderAnswer, countsAnswer, dossiersAnswer, searchAnswer } from './lists.ts';

/** Routes that read dossiers. */
export function mountReads(mount: Mount): void {
  mount(listDossiers, dossiersAnswer);
  mount(searchDossiers, searchAnswer);
  mount(countDossiers, countsAnswer);
  mount(dossiersByHolder, byHolderAnswer);
}
