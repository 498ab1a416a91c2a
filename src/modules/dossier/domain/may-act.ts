import { toIso } from '#kernel/moment.ts';
import { allowed, refused, type Verdict } from '#kernel/verdict.ts';
import type { ActFacts, Actor, Given } from './may-act/act-facts.ts';
import { conditions, tooLateToExtend } from './may-act/conditions.ts';
import { refusalOfRole, refusalOfState } from './may-act/refusal-of-state.ts';
import type { DossierState } from './states.ts';
import { type DossierAct, dossierActs, transitions, type Who } from './transitions.ts';

export type { ActFacts, Actor, Given } from './may-act/act-facts.ts';

/** What the commune may do with a dossier whose system of record is the province's: what concerns apologies only. */
const onImported: ReadonlySet<DossierAct> = new Set(['draft-apology', 'sign-apology', 'reject-draft']);

const roleOf: Readonly<Record<Who, (actor: Actor, facts: ActFacts) => boolean>> = {
  clerk: (actor) => actor.clerk,
  holder: (actor) => actor.holder,
  sender: (_, facts) => facts.lastMove?.byActor ?? false,
  leader: (actor) => actor.leader,
  signer: (actor) => actor.signer,
  returner: (actor) => actor.returner,
  applicant: (actor) => actor.applicant,
};

function byState(act: DossierAct, { state }: ActFacts): Verdict {
  return transitions[act].to[state] === undefined ? refused(refusalOfState(act, state)) : allowed;
}

function byRole(act: DossierAct, facts: ActFacts, actor: Actor): Verdict {
  const { who } = transitions[act];
  if (who.some((one) => roleOf[one](actor, facts))) return allowed;
  if (act === 'recall' && !facts.lastMove) return refused('dossier-already-begun');
  return refused(refusalOfRole[who[0] ?? 'clerk']);
}

/** Acts of whoever holds the dossier: not while somebody else keeps it, nor before the paper has come. */
const ofHolder: ReadonlySet<DossierAct> = new Set(
  dossierActs.filter((act) => transitions[act].who.includes('holder') && !transitions[act].who.includes('clerk')),
);

function byKeeping(act: DossierAct, { lockedBy, toTake }: ActFacts, actor: Actor): Verdict {
  if (!ofHolder.has(act) || act === 'unlock') return allowed;
  const asLeader = actor.leader && transitions[act].who.includes('leader');
  if (lockedBy === 'other' && !asLeader) return refused('dossier-locked');
  return toTake && act !== 'take' && !asLeader ? refused('dossier-take-first') : allowed;
}

const leastReason = 5;

function byGiven(act: DossierAct, facts: ActFacts, actor: Actor, given: Given): Verdict {
  if (transitions[act].reason && (given.reason ?? '').trim().length < leastReason)
    return refused('dossier-reason-missing');
  switch (act) {
    case 'receive':
    case 'receive-supplement':
      return (given.missing ?? 0) > 0 ? refused('dossier-papers-missing', { count: given.missing ?? 0 }) : allowed;
    case 'ask-intake-supplement':
    case 'draft-supplement':
    case 'call-payment':
      return isAhead(facts, given);
    case 'consult':
      if (given.pauses && facts.waitsForOpinion) return refused('dossier-waits-for-opinion');
      return isAhead(facts, given);
    case 'forward':
      if (facts.state === 'in-process' && given.toFinalStep && !facts.hasDecision) return refused('dossier-no-result');
      return facts.waitsFor === 'number' && !facts.numbered && !given.number
        ? refused('dossier-number-missing')
        : allowed;
    case 'draft-apology':
      return mayDraftApology(facts, given);
    case 'reject-draft':
      return mayReject(facts, actor, given);
    default:
      return allowed;
  }
}

function isAhead({ now }: ActFacts, { until }: Given): Verdict {
  return until === undefined || until === null || until > now
    ? allowed
    : refused('dossier-until-past', { until: toIso(until) });
}

/** A new date while there is time for one, otherwise an apology alone; never the other way round. */
function mayDraftApology({ extension, late }: ActFacts, { dueAfter, reappoint }: Given): Verdict {
  if (extension === null) return refused('dossier-without-term');
  if (dueAfter !== null && dueAfter !== undefined) return extension.ok ? (reappoint ?? allowed) : extension;
  if (late || (!extension.ok && tooLateToExtend.has(extension.code))) return allowed;
  return refused('dossier-apology-needs-date');
}

/** A supplement is a leader's to reject, an apology a signer's. */
function mayReject({ drafts }: ActFacts, actor: Actor, { draft: kind }: Given): Verdict {
  const draft = kind === undefined ? drafts[0] : drafts.find((one) => one.kind === kind);
  if (!draft) return refused('dossier-no-draft');
  if (draft.kind === 'supplement' && !actor.leader) return refused('dossier-not-leader');
  if (draft.kind === 'apology' && !actor.signer) return refused('dossier-not-signer');
  return allowed;
}

/**
 * Whether somebody may do an act. Without `given` it answers for the button; with it for the act itself. Refusals bear
 * codes whose words stand in text/errors.ts. Nobody approves a draft of their own, a decision cannot be stopped, and
 * lateness refuses nothing (Decree 61/2018 art. 15–21, Decree 118/2025 art. 15–22).
 */
export function mayAct(act: DossierAct, facts: ActFacts, actor: Actor, given?: Given): Verdict {
  if (facts.source === 'imported' && !onImported.has(act)) return refused('dossier-is-elsewhere');
  const verdicts = [
    () => byState(act, facts),
    () => byRole(act, facts, actor),
    () => byKeeping(act, facts, actor),
    () => conditions[act]?.(facts, actor) ?? allowed,
    () => (given ? byGiven(act, facts, actor, given) : allowed),
  ];
  for (const verdict of verdicts) {
    const answer = verdict();
    if (!answer.ok) return answer;
  }
  return allowed;
}

/** The state that an act leads to. Throws when the table has no way there: `mayAct` was not asked. */
export function stateAfter(act: DossierAct, state: DossierState): DossierState {
  const target = transitions[act].to[state];
  if (target === undefined) throw new Error(`${act} leads nowhere from ${state}`);
  return target === 'same' ? state : target;
}

/** Every act with whether it may be done, for the buttons beside a dossier; those of other states are left out. */
export function possibleActs(
  facts: ActFacts,
  actor: Actor,
): readonly { readonly act: DossierAct; readonly verdict: Verdict }[] {
  return dossierActs
    .filter((act) => transitions[act].to[facts.state] !== undefined)
    .map((act) => ({ act, verdict: mayAct(act, facts, actor) }));
}
