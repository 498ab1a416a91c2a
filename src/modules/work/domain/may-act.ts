import { formatDate, type PlainDate } from '#kernel/plain-date.ts';
import { allowed, refused, type Verdict } from '#kernel/verdict.ts';
import { type Act, acts } from './acts.ts';
import type { ObligationKind } from './obligation.ts';
import type { Stage } from './states.ts';
import { transitions, type Who } from './transitions.ts';

/** What is known of an obligation when somebody would act on it. */
export interface ActFacts {
  readonly stage: Stage;
  readonly kind: ObligationKind;
  readonly ours: boolean;
  readonly due: PlainDate | null;
  /** What was handed in and waits for a decision. */
  readonly submission: {
    readonly kind: 'evidence' | 'not-arising';
    readonly evidence: number;
    readonly byActor: boolean;
  } | null;
  /** The extension that was asked for and is not decided. */
  readonly extension: { readonly byActor: boolean } | null;
  /** Somebody urged and has no answer yet. */
  readonly urged: boolean;
  /** It went to the successor of this unit and goes on there. */
  readonly moved?: boolean;
}

/** What the person who would act is to this obligation today. */
export interface Actor {
  /** Acts in the bearing post (also for somebody away), or is the person it was given to. */
  readonly holder: boolean;
  /** Acts in the post whose decision about what was handed in is waited for. */
  readonly approver: boolean;
  /** Acts in the post whose decision about the extension is waited for. */
  readonly extensionApprover: boolean;
  /** Has the permission work.manage. */
  readonly focal: boolean;
  /** Has the permission work.approve. */
  readonly leader: boolean;
}

/** What the act would be done with. */
export interface Given {
  readonly reason?: string | undefined;
  /** How many pieces of evidence. */
  readonly evidence?: number;
  readonly due?: PlainDate | undefined;
  readonly granted?: boolean;
}

const roleOf: Readonly<Record<Who, (actor: Actor) => boolean>> = {
  holder: (actor) => actor.holder,
  approver: (actor) => actor.approver,
  'extension-approver': (actor) => actor.extensionApprover,
  focal: (actor) => actor.focal,
  leader: (actor) => actor.leader,
};

/** Why an obligation of this stage cannot be acted on, where the act itself does not say it better. */
const refusalOfStage: Readonly<Record<Stage, string>> = {
  open: 'work-not-begun',
  started: 'work-at-work',
  returned: 'work-at-work',
  submitted: 'work-waits-for-decision',
  accepted: 'work-done',
  'not-arising': 'work-done',
  void: 'work-void',
  paused: 'work-paused',
  'awaiting-guidance': 'work-awaits-guidance',
  'awaiting-authority': 'work-awaits-authority',
};

const refusalOfAct: Readonly<Partial<Record<Act, string>>> = {
  withdraw: 'work-nothing-handed-in',
  accept: 'work-nothing-handed-in',
  return: 'work-nothing-handed-in',
  resume: 'work-not-waiting',
  reopen: 'work-not-ended',
};

function byStage(act: Act, { stage }: ActFacts): Verdict {
  if (transitions[act].to[stage] !== null) return allowed;
  return refused(refusalOfAct[act] ?? refusalOfStage[stage]);
}

const refusalOfRole: Readonly<Record<Who, string>> = {
  holder: 'work-not-holder',
  approver: 'work-not-approver',
  'extension-approver': 'work-not-extension-approver',
  focal: 'work-not-focal',
  leader: 'work-not-urger',
};

function byRole(act: Act, facts: ActFacts, actor: Actor): Verdict {
  const who: readonly Who[] = act === 'resume' && facts.stage === 'paused' ? ['focal'] : transitions[act].who;
  if (who.some((one) => roleOf[one](actor))) return allowed;
  return refused(refusalOfRole[who[0] ?? 'focal']);
}

function byConditions(act: Act, facts: ActFacts, today: PlainDate): Verdict {
  const { submission, extension, due, kind } = facts;
  if ((act === 'accept' || act === 'return') && submission?.byActor) return refused('work-own-work');
  if (act === 'accept' && submission?.kind !== 'not-arising' && !submission?.evidence)
    return refused('work-no-evidence');
  if (act === 'review' && kind !== 'standing') return refused('work-not-standing');
  if (act === 'trigger' && due !== null) return refused('work-has-due', { due: formatDate(due) });
  if (act === 'trigger' && kind === 'standing') return refused('work-standing-without-due');
  if (act === 'answer-urge' && !facts.urged) return refused('work-not-urged');
  if (act === 'decide-extension' && !extension) return refused('work-no-extension');
  if (act === 'decide-extension' && extension?.byActor) return refused('work-own-extension');
  return act === 'ask-extension' ? mayAsk(facts, today) : allowed;
}

function mayAsk({ due, extension }: ActFacts, today: PlainDate): Verdict {
  if (due === null) return refused('work-without-due');
  if (today >= due) return refused('work-extension-too-late', { due: formatDate(due) });
  return extension ? refused('work-extension-open') : allowed;
}

const leastReason = 5;

function byGiven(act: Act, { due }: ActFacts, today: PlainDate, given: Given): Verdict {
  const needsReason = transitions[act].reason || (act === 'decide-extension' && given.granted === false);
  if (needsReason && (given.reason ?? '').trim().length < leastReason) return refused('work-reason-missing');
  if (act === 'hand-in' && !given.evidence) return refused('work-no-evidence');
  if (act === 'void' && !given.evidence) return refused('work-void-needs-document');
  if (act === 'trigger') {
    if (given.due === undefined) return refused('work-due-missing');
    if (given.due < today) return refused('work-due-past', { today: formatDate(today) });
  }
  const later = act === 'ask-extension' || (act === 'decide-extension' && given.granted === true);
  if (later && (given.due === undefined || due === null || given.due <= due))
    return refused('work-extension-not-later', { due: due === null ? '' : formatDate(due) });
  return allowed;
}

/**
 * Whether somebody may do an act on a day. Without `given` it answers for the button; with it for the act itself. Nobody
 * decides about their own, nothing is handed in or accepted without evidence, and more time is asked for before the
 * due day only. Codes have their words in text/errors.ts.
 */
export function mayAct(act: Act, facts: ActFacts, actor: Actor, today: PlainDate, given?: Given): Verdict {
  if (!facts.ours) return refused('work-higher-level');
  if (facts.moved === true) return refused('work-moved');
  const verdicts = [
    () => byStage(act, facts),
    () => byRole(act, facts, actor),
    () => byConditions(act, facts, today),
    () => (given ? byGiven(act, facts, today, given) : allowed),
  ];
  for (const verdict of verdicts) {
    const answer = verdict();
    if (!answer.ok) return answer;
  }
  return allowed;
}

/** The stage that an act leads to. Throws when the table has no way there: `mayAct` was not asked. */
export function stageAfter(
  act: Act,
  { stage, kind, due, submission }: Pick<ActFacts, 'stage' | 'kind' | 'due' | 'submission'>,
): Stage {
  const target = transitions[act].to[stage];
  const waits = (kind === 'guided' || kind === 'triggered') && due === null;
  switch (target) {
    case null:
      throw new Error(`${act} leads nowhere from ${stage}`);
    case 'same':
      return stage;
    case 'decided':
      return submission?.kind === 'not-arising' ? 'not-arising' : 'accepted';
    case 'ready':
      return waits ? 'awaiting-guidance' : 'started';
    case 'back':
      return waits ? 'awaiting-guidance' : 'returned';
    default:
      return target;
  }
}

/** Every act with whether it may be done, for the buttons beside an obligation. */
export function possibleActs(
  facts: ActFacts,
  actor: Actor,
  today: PlainDate,
): readonly { readonly act: Act; readonly verdict: Verdict }[] {
  return acts.map((act) => ({ act, verdict: mayAct(act, facts, actor, today) }));
}
