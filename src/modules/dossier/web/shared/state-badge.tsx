import { StatusBadge, type StatusTone } from '#web/ui/status-badge.tsx';
import type { DossierState } from '../../domain/states.ts';
import { stateWords } from '../../text/state-words.ts';

const tones: Readonly<Record<DossierState, StatusTone>> = {
  submitted: 'doubt',
  'intake-supplement': 'paused',
  refused: 'none',
  accepted: 'active',
  'in-process': 'active',
  'wait-supplement': 'paused',
  'wait-payment': 'paused',
  'result-ready': 'doubt',
  returned: 'done',
  stopped: 'none',
  'closed-no-supplement': 'none',
};

/** Where a dossier stands, by colour, icon and word. */
export function StateBadge({ state }: { state: DossierState }) {
  return <StatusBadge tone={tones[state]}>{stateWords[state]}</StatusBadge>;
}
