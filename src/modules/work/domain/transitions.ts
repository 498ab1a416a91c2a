import type { Act } from './acts.ts';
import type { Stage } from './states.ts';

/** Who may act: by the post, by the decision waited for, or by permission. */
export type Who = 'holder' | 'approver' | 'extension-approver' | 'focal' | 'leader';

/**
 * Where an act leads: a stage; `same`; `decided`, by what was handed in accepted or not arising; `ready`, back to work, or
 * back to waiting for its day where that never came; `back`, the same after a refusal.
 */
export type Target = Stage | 'same' | 'decided' | 'ready' | 'back';

/** One act: who, from which stages to which; null where it cannot be done. */
export interface Transition {
  readonly who: readonly Who[];
  readonly to: Readonly<Record<Stage, Target | null>>;
  /** The act says why. */
  readonly reason: boolean;
}

const never: Readonly<Record<Stage, null>> = {
  open: null,
  started: null,
  submitted: null,
  returned: null,
  accepted: null,
  paused: null,
  'awaiting-guidance': null,
  'awaiting-authority': null,
  'not-arising': null,
  void: null,
};

function to(stages: Readonly<Partial<Record<Stage, Target>>>): Transition['to'] {
  return { ...never, ...stages };
}

/** At work: nobody waits for anybody. */
function working(target: Target): Readonly<Partial<Record<Stage, Target>>> {
  return { open: target, started: target, returned: target };
}

/** Every act on an obligation; what is not here cannot be done. Further conditions stand in may-act.ts. */
export const transitions: Readonly<Record<Act, Transition>> = {
  start: { who: ['holder'], reason: false, to: to({ open: 'started', returned: 'started' }) },
  'hand-in': { who: ['holder'], reason: false, to: to(working('submitted')) },
  withdraw: { who: ['holder'], reason: true, to: to({ submitted: 'ready' }) },
  'not-arising': {
    who: ['holder'],
    reason: true,
    to: to({ ...working('submitted'), 'awaiting-guidance': 'submitted' }),
  },
  accept: { who: ['approver'], reason: false, to: to({ submitted: 'decided' }) },
  return: { who: ['approver'], reason: true, to: to({ submitted: 'back' }) },
  review: { who: ['holder'], reason: false, to: to(working('started')) },
  pause: {
    who: ['focal'],
    reason: true,
    to: to({ ...working('paused'), 'awaiting-guidance': 'paused', 'awaiting-authority': 'paused' }),
  },
  'await-authority': { who: ['holder', 'focal'], reason: true, to: to(working('awaiting-authority')) },
  resume: { who: ['holder', 'focal'], reason: false, to: to({ paused: 'ready', 'awaiting-authority': 'ready' }) },
  trigger: { who: ['focal'], reason: true, to: to({ ...working('same'), 'awaiting-guidance': 'open' }) },
  void: {
    who: ['focal'],
    reason: true,
    to: to({ ...working('void'), paused: 'void', 'awaiting-guidance': 'void', 'awaiting-authority': 'void' }),
  },
  reopen: { who: ['focal'], reason: true, to: to({ accepted: 'ready', 'not-arising': 'ready', void: 'ready' }) },
  'ask-extension': {
    who: ['holder'],
    reason: true,
    to: to({ ...working('same'), paused: 'same', 'awaiting-authority': 'same' }),
  },
  'decide-extension': {
    who: ['extension-approver'],
    reason: false,
    to: to({ ...working('same'), submitted: 'same', paused: 'same', 'awaiting-authority': 'same' }),
  },
  urge: {
    who: ['leader', 'focal'],
    reason: false,
    to: to({ ...working('same'), 'awaiting-guidance': 'same', 'awaiting-authority': 'same' }),
  },
  'answer-urge': {
    who: ['holder'],
    reason: false,
    to: to({
      ...working('same'),
      submitted: 'same',
      paused: 'same',
      'awaiting-guidance': 'same',
      'awaiting-authority': 'same',
    }),
  },
};
