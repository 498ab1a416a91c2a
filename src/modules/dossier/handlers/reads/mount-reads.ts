import type { Mount } from '#server/module.ts';
import { explainDue, getDossier } from '../../contract/dossier-page.ts';
import { countDossiers, dossiersByHolder, listDossiers, listRegister, searchDossiers } from '../../contract/reads.ts';
import { dossierPageAnswer, explainDueAnswer } from './dossier.ts';
import { byHolderAnswer, countsAnswer, dossiersAnswer, searchAnswer } from './lists.ts';
import { registerAnswer } from './register.ts';

/** Routes that read dossiers. */
export function mountReads(mount: Mount): void {
  mount(listDossiers, dossiersAnswer);
  mount(searchDossiers, searchAnswer);
  mount(countDossiers, countsAnswer);
  mount(dossiersByHolder, byHolderAnswer);
  mount(getDossier, dossierPageAnswer);
  mount(explainDue, explainDueAnswer);
  mount(listRegister, registerAnswer);
}
