import type { DossierState } from '../states.ts';
import type { DossierAct, Who } from '../transitions.ts';

/** Why a dossier in this state cannot be acted on, where the act itself does not say it better. */
const byState: Readonly<Record<DossierState, string>> = {
  submitted: 'dossier-not-accepted',
  'intake-supplement': 'dossier-waits-for-intake-supplement',
  refused: 'dossier-was-refused',
  accepted: 'dossier-not-transferred',
  'in-process': 'dossier-in-process',
  'wait-supplement': 'dossier-waits-for-supplement',
  'wait-payment': 'dossier-waits-for-payment',
  'result-ready': 'dossier-has-result',
  returned: 'dossier-was-returned',
  stopped: 'dossier-was-stopped',
  'closed-no-supplement': 'dossier-was-closed',
};

const decided: Readonly<Partial<Record<DossierState, string>>> = {
  'result-ready': 'dossier-decision-exists',
  returned: 'dossier-decision-exists',
};

const byAct: Readonly<Partial<Record<DossierAct, Readonly<Partial<Record<DossierState, string>>>>>> = {
  receive: { accepted: 'dossier-already-accepted', 'in-process': 'dossier-already-accepted' },
  transfer: { 'in-process': 'dossier-already-transferred' },
  stop: decided,
  'draft-supplement': decided,
  'hand-over': { 'in-process': 'dossier-no-result', accepted: 'dossier-no-result' },
  reopen: { returned: 'dossier-returned-so-correct' },
  correct: { 'in-process': 'dossier-no-result', accepted: 'dossier-no-result' },
};

/** The code that says why an act cannot be done in a state. */
export function refusalOfState(act: DossierAct, state: DossierState): string {
  return byAct[act]?.[state] ?? byState[state];
}

/** The codes that say why somebody may not do an act: what they would have to be. */
export const refusalOfRole: Readonly<Record<Who, string>> = {
  clerk: 'dossier-not-clerk',
  holder: 'dossier-not-holder',
  sender: 'dossier-not-sender',
  leader: 'dossier-not-leader',
  signer: 'dossier-not-signer',
  returner: 'dossier-not-returner',
  applicant: 'dossier-only-applicant',
};
