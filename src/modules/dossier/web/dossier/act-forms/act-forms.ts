import type { DossierAct } from '../../../domain/transitions.ts';
import type { ActForm } from './asking.ts';
import { counterForms } from './counter-forms.ts';
import { decidingForms } from './deciding-forms.ts';
import { handlingForms } from './handling-forms.ts';

/** Every act on a dossier that has a dialog; `submit` is the applicant's. */
export const actForms: Readonly<Partial<Record<DossierAct, ActForm>>> = {
  ...counterForms,
  ...handlingForms,
  ...decidingForms,
};
