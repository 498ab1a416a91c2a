import { toIso } from '#kernel/moment.ts';
import { allowed, refused, type Verdict } from '#kernel/verdict.ts';
import type { DossierAct } from '../transitions.ts';
import type { ActFacts, Actor } from './act-facts.ts';

type Condition = (facts: ActFacts, actor: Actor) => Verdict;

const waiting = (facts: ActFacts, kind: 'supplement' | 'apology') => facts.drafts.find((draft) => draft.kind === kind);

const mayAskAgain: Condition = ({ supplements }) =>
  supplements.intake >= supplements.mostAtIntake
    ? refused('dossier-intake-supplement-used', { most: supplements.mostAtIntake })
    : allowed;

function mayAskAfterExamination({ supplements, now }: ActFacts): Verdict {
  if (supplements.afterExamination >= supplements.mostAfterExamination)
    return refused('dossier-supplement-used', { most: supplements.mostAfterExamination });
  return now > supplements.until
    ? refused('dossier-supplement-too-late', { until: toIso(supplements.until) })
    : allowed;
}

const mayDecide = (kind: 'supplement' | 'apology'): Condition => {
  return (facts) => {
    const draft = waiting(facts, kind);
    if (!draft) return refused('dossier-no-draft');
    return draft.byActor ? refused('dossier-own-draft') : allowed;
  };
};

const mayForward: Condition = (facts) => {
  if (waiting(facts, 'supplement')) return refused('dossier-draft-waits');
  if (facts.waitsForOpinion) return refused('dossier-waits-for-opinion');
  if (facts.finalStep) return refused('dossier-at-last-step');
  if (facts.state === 'in-process' && facts.waitsFor === 'signature' && facts.signing === 'here')
    return refused('dossier-sign-first');
  return allowed;
};

const maySign: Condition = (facts) => {
  if (waiting(facts, 'supplement')) return refused('dossier-draft-waits');
  if (facts.waitsForOpinion) return refused('dossier-waits-for-opinion');
  return facts.signing === 'none' || facts.waitsFor === 'signature' ? allowed : refused('dossier-not-at-signature');
};

const mayRecall: Condition = ({ lastMove }) => {
  if (!lastMove) return refused('dossier-already-begun');
  return lastMove.recallable ? allowed : refused('dossier-not-recallable');
};

const mayApologise: Condition = (facts) => {
  if (waiting(facts, 'apology')) return refused('dossier-draft-waits');
  if (facts.extension === null) return refused('dossier-without-term');
  return facts.extension.ok || facts.late || tooLateToExtend.has(facts.extension.code) ? allowed : facts.extension;
};

/** No new date may be given any more, so that an apology alone remains. */
export const tooLateToExtend: ReadonlySet<string> = new Set(['extension-too-late', 'extension-term-too-short']);

/**
 * What else must hold for an act, besides state and person. Being late is nowhere a reason to refuse: neither work nor the
 * handing over of a result ever waits for an apology.
 */
export const conditions: Readonly<Partial<Record<DossierAct, Condition>>> = {
  'ask-intake-supplement': mayAskAgain,
  take: ({ toTake }) => (toTake ? allowed : refused('dossier-nothing-to-take')),
  forward: mayForward,
  assign: (facts) => (waiting(facts, 'supplement') ? refused('dossier-draft-waits') : allowed),
  'step-back': (facts) => {
    if (waiting(facts, 'supplement')) return refused('dossier-draft-waits');
    return facts.mayStepBack ? allowed : refused('dossier-no-step-back');
  },
  recall: mayRecall,
  lock: ({ lockedBy }) => (lockedBy === 'actor' ? refused('dossier-locked-by-you') : allowed),
  unlock: ({ lockedBy }, actor) => {
    if (lockedBy === 'nobody') return refused('dossier-not-locked');
    return lockedBy === 'actor' || actor.leader ? allowed : refused('dossier-locked');
  },
  'answer-consultation': ({ openConsultations }) =>
    openConsultations > 0 ? allowed : refused('dossier-no-consultation'),
  'draft-supplement': (facts) => {
    if (waiting(facts, 'supplement')) return refused('dossier-draft-waits');
    if (facts.waitsForOpinion) return refused('dossier-waits-for-opinion');
    return facts.hasDecision ? refused('dossier-decision-exists') : mayAskAfterExamination(facts);
  },
  'send-supplement': (facts, actor) => {
    const verdict = mayDecide('supplement')(facts, actor);
    return verdict.ok ? mayAskAfterExamination(facts) : verdict;
  },
  'close-no-supplement': ({ answerUntil, now }) =>
    answerUntil !== null && now <= answerUntil
      ? refused('dossier-supplement-still-open', { until: toIso(answerUntil) })
      : allowed,
  'call-payment': (facts) => {
    if (waiting(facts, 'supplement')) return refused('dossier-draft-waits');
    return facts.waitsForOpinion ? refused('dossier-waits-for-opinion') : allowed;
  },
  'draft-apology': mayApologise,
  'sign-apology': mayDecide('apology'),
  'reject-draft': ({ drafts }) => (drafts.length > 0 ? allowed : refused('dossier-no-draft')),
  stop: ({ hasDecision }) => (hasDecision ? refused('dossier-decision-exists') : allowed),
  refuse: maySign,
  'sign-result': maySign,
};
