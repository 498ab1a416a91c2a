import { StatusBadge } from '#web/ui/status-badge.tsx';
import type { WorkState } from '../../domain/states.ts';
import { stateWords } from '../../text/state-words.ts';
import { stateTones } from './state-tones.ts';

/** The state of an obligation by colour, icon and word. */
export function StateBadge({ state }: { state: WorkState }) {
  return <StatusBadge tone={stateTones[state]}>{stateWords[state]}</StatusBadge>;
}
