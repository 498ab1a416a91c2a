import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { moment } from '#kernel/moment.ts';
import { allowed, refused } from '#kernel/verdict.ts';
import { errors } from '../text/errors.ts';
import { type ActFacts, type Actor, type Given, mayAct, possibleActs, stateAfter } from './may-act.ts';
import { type DossierState, dossierStates, endStates } from './states.ts';
import { type DossierAct, dossierActs, transitions, type Who } from './transitions.ts';

const now = moment(Date.UTC(2022, 2, 15, 2));
const hour = 3_600_000;
const later = moment(now + 8 * hour);
const earlier = moment(now - hour);

const everybody: Actor = { clerk: true, holder: true, leader: true, signer: true, returner: true, applicant: true };
const nobody: Actor = { clerk: false, holder: false, leader: false, signer: false, returner: false, applicant: false };

const facts: ActFacts = {
  state: 'in-process',
  source: 'own',
  now,
  waitsFor: 'handle',
  signing: 'ahead',
  finalStep: false,
  mayStepBack: true,
  toTake: false,
  lockedBy: 'nobody',
  lastMove: null,
  hasDecision: false,
  numbered: false,
  drafts: [],
  waitsForOpinion: false,
  openConsultations: 0,
  supplements: { intake: 0, mostAtIntake: 1, afterExamination: 0, mostAfterExamination: 1, until: later },
  answerUntil: null,
  extension: allowed,
  late: false,
};

/** Facts under which nothing but the state can stand in the way of an act. */
const readyFor: Readonly<Partial<Record<DossierAct, Partial<ActFacts>>>> = {
  take: { toTake: true },
  recall: { lastMove: { byActor: true, recallable: true } },
  unlock: { lockedBy: 'actor' },
  'answer-consultation': { openConsultations: 1 },
  'send-supplement': { drafts: [{ kind: 'supplement', byActor: false }] },
  'sign-apology': { drafts: [{ kind: 'apology', byActor: false }] },
  'reject-draft': { drafts: [{ kind: 'apology', byActor: false }] },
  'sign-result': { waitsFor: 'signature', signing: 'here' },
  refuse: { waitsFor: 'signature', signing: 'here' },
};

function codeOf(act: DossierAct, more: Partial<ActFacts> = {}, actor: Actor = everybody, given?: Given): string {
  const verdict = mayAct(act, { ...facts, ...readyFor[act], ...more }, actor, given);
  return verdict.ok ? 'ok' : verdict.code;
}

/** act → from each state in the order of `dossierStates`: where it leads, or – where it cannot be done. */
const table: Readonly<Record<DossierAct, string>> = {
  submit: '– – – – – – – – – – –',
  receive: 'accepted – – – – – – – – – –',
  'ask-intake-supplement': 'intake-supplement – – – – – – – – – –',
  resubmit: '– submitted – – – – – – – – –',
  'refuse-intake': 'refused – – – – – – – – – –',
  transfer: '– – – in-process – – – – – – –',
  take: '– – – – in-process – – result-ready – – –',
  forward: '– – – – in-process – – result-ready – – –',
  assign: '– – – – in-process – – – – – –',
  'step-back': '– – – – in-process – – – – – –',
  recall: '– – – – in-process – – result-ready – – –',
  lock: '– – – – in-process – – – – – –',
  unlock: '– – – – in-process – – – – – –',
  consult: '– – – – in-process – – – – – –',
  'answer-consultation': '– – – – in-process – – – – – –',
  'draft-supplement': '– – – – in-process – – – – – –',
  'send-supplement': '– – – – wait-supplement – – – – – –',
  'receive-supplement': '– – – – – in-process – – – – –',
  'close-no-supplement': '– closed-no-supplement – – – closed-no-supplement – – – – –',
  'call-payment': '– – – – wait-payment – – – – – –',
  'confirm-payment': '– – – – – – in-process – – – –',
  'draft-apology': '– – – accepted in-process – – result-ready returned – –',
  'sign-apology': '– – – accepted in-process – – result-ready returned – –',
  'reject-draft': '– – – accepted in-process – – result-ready returned – –',
  stop: 'stopped stopped – stopped stopped stopped stopped – – – –',
  refuse: '– – – – result-ready – – – – – –',
  'sign-result': '– – – – result-ready – – – – – –',
  reopen: '– – – – – – – in-process – – –',
  'hand-over': '– – – – – – – returned – – –',
  correct: '– – – – – – – result-ready returned – –',
};

describe.each(dossierActs)('%s', (act) => {
  test('leads from each state where the table says, and is refused elsewhere with a reason in words', () => {
    const found = dossierStates.map((state) => {
      const verdict = mayAct(act, { ...facts, ...readyFor[act], state }, everybody);
      if (verdict.ok) return stateAfter(act, state);
      expect(errors[verdict.code], verdict.code).toBeDefined();
      expect(transitions[act].to[state]).toBeUndefined();
      return '–';
    });
    expect(found.join(' ')).toBe(table[act]);
  });

  test('is done by those the table names, and refused to all others', () => {
    const state = dossierStates.find((one) => transitions[act].to[one] !== undefined);
    if (!state) return;
    const whos: readonly Who[] = ['clerk', 'holder', 'sender', 'leader', 'signer', 'returner', 'applicant'];
    for (const who of whos) {
      const actor = who === 'sender' ? nobody : { ...nobody, [who]: true };
      const lastMove = { byActor: who === 'sender', recallable: true };
      const kind = who === 'leader' ? ('supplement' as const) : ('apology' as const);
      const drafts = act === 'reject-draft' ? [{ kind, byActor: false }] : (readyFor[act]?.drafts ?? []);
      const code = codeOf(act, { state, lastMove, drafts }, actor);
      if (transitions[act].who.includes(who)) expect([act, who, code]).toEqual([act, who, 'ok']);
      else expect(code).toMatch(/^dossier-(not|only)-/);
    }
  });

  test('asks for a reason when the table does', () => {
    const state = dossierStates.find((one) => transitions[act].to[one] !== undefined);
    if (!state || !transitions[act].reason) return;
    expect(codeOf(act, { state }, everybody, { reason: 'vì' })).toBe('dossier-reason-missing');
    expect(codeOf(act, { state }, everybody, {})).toBe('dossier-reason-missing');
    const dueAfter = act === 'draft-apology' ? { dueAfter: later } : {};
    expect(codeOf(act, { state }, everybody, { reason: 'vì lẽ ấy', ...dueAfter })).toBe('ok');
  });
});

describe('conditions', () => {
  test.each<[string, DossierAct, Partial<ActFacts>, Given | undefined, string]>([
    [
      'a second supplement at intake',
      'ask-intake-supplement',
      { state: 'submitted', supplements: { ...facts.supplements, intake: 1 } },
      undefined,
      'dossier-intake-supplement-used',
    ],
    [
      'a second supplement after examination',
      'draft-supplement',
      { supplements: { ...facts.supplements, afterExamination: 1 } },
      undefined,
      'dossier-supplement-used',
    ],
    [
      'a supplement after three days',
      'draft-supplement',
      { supplements: { ...facts.supplements, until: earlier } },
      undefined,
      'dossier-supplement-too-late',
    ],
    [
      'a supplement sent after three days',
      'send-supplement',
      { supplements: { ...facts.supplements, until: earlier } },
      undefined,
      'dossier-supplement-too-late',
    ],
    [
      'a supplement at the last moment',
      'draft-supplement',
      { supplements: { ...facts.supplements, until: now } },
      undefined,
      'ok',
    ],
    [
      'one asked at intake does not use up the one after',
      'draft-supplement',
      { supplements: { ...facts.supplements, intake: 1 } },
      undefined,
      'ok',
    ],
    [
      'approving an own draft',
      'send-supplement',
      { drafts: [{ kind: 'supplement', byActor: true }] },
      undefined,
      'dossier-own-draft',
    ],
    [
      'signing an own apology',
      'sign-apology',
      { drafts: [{ kind: 'apology', byActor: true }] },
      undefined,
      'dossier-own-draft',
    ],
    ['approving what is not drafted', 'send-supplement', { drafts: [] }, undefined, 'dossier-no-draft'],
    [
      'an apology is not a supplement',
      'send-supplement',
      { drafts: [{ kind: 'apology', byActor: false }] },
      undefined,
      'dossier-no-draft',
    ],
    ['rejecting without a draft', 'reject-draft', { drafts: [] }, undefined, 'dossier-no-draft'],
    ['rejecting the other draft', 'reject-draft', {}, { reason: 'chưa đủ', draft: 'supplement' }, 'dossier-no-draft'],
    [
      'forwarding under a draft',
      'forward',
      { drafts: [{ kind: 'supplement', byActor: true }] },
      undefined,
      'dossier-draft-waits',
    ],
    ['forwarding beside an apology', 'forward', { drafts: [{ kind: 'apology', byActor: true }] }, undefined, 'ok'],
    [
      'forwarding while an opinion is awaited',
      'forward',
      { waitsForOpinion: true },
      undefined,
      'dossier-waits-for-opinion',
    ],
    [
      'forwarding over the signature',
      'forward',
      { waitsFor: 'signature', signing: 'here' },
      undefined,
      'dossier-sign-first',
    ],
    ['forwarding to a second signature', 'forward', { waitsFor: 'signature', signing: 'ahead' }, undefined, 'ok'],
    ['forwarding to the end without a result', 'forward', {}, { toFinalStep: true }, 'dossier-no-result'],
    ['forwarding from the last step', 'forward', { finalStep: true }, undefined, 'dossier-at-last-step'],
    [
      'forwarding a result without its number',
      'forward',
      { state: 'result-ready', waitsFor: 'number', hasDecision: true },
      {},
      'dossier-number-missing',
    ],
    [
      'forwarding a result with its number',
      'forward',
      { state: 'result-ready', waitsFor: 'number', hasDecision: true },
      { number: '12' },
      'ok',
    ],
    ['forwarding before the paper came', 'forward', { toTake: true }, undefined, 'ok'],
    ['taking what is not under way', 'take', { toTake: false }, undefined, 'dossier-nothing-to-take'],
    ['no step to go back to', 'step-back', { mayStepBack: false }, undefined, 'dossier-no-step-back'],
    [
      'signing what nobody laid before',
      'sign-result',
      { waitsFor: 'handle', signing: 'ahead' },
      undefined,
      'dossier-not-at-signature',
    ],
    ['signing where no step is for it', 'sign-result', { waitsFor: 'handle', signing: 'none' }, undefined, 'ok'],
    [
      'signing under a draft',
      'sign-result',
      { drafts: [{ kind: 'supplement', byActor: false }] },
      undefined,
      'dossier-draft-waits',
    ],
    [
      'refusing while an opinion is awaited',
      'refuse',
      { waitsForOpinion: true },
      undefined,
      'dossier-waits-for-opinion',
    ],
    ['stopping a decided one', 'stop', { hasDecision: true }, undefined, 'dossier-decision-exists'],
    ['stopping one with a result', 'stop', { state: 'result-ready' }, undefined, 'dossier-decision-exists'],
    ['stopping one returned', 'stop', { state: 'returned' }, undefined, 'dossier-decision-exists'],
    ['reopening one returned', 'reopen', { state: 'returned' }, undefined, 'dossier-returned-so-correct'],
    [
      'closing before the day',
      'close-no-supplement',
      { state: 'wait-supplement', answerUntil: later },
      undefined,
      'dossier-supplement-still-open',
    ],
    [
      'closing after the day',
      'close-no-supplement',
      { state: 'wait-supplement', answerUntil: earlier },
      undefined,
      'ok',
    ],
    ['receiving with a paper missing', 'receive', { state: 'submitted' }, { missing: 2 }, 'dossier-papers-missing'],
    ['a payment until yesterday', 'call-payment', {}, { reason: 'thuế đất', until: earlier }, 'dossier-until-past'],
    ['an opinion until yesterday', 'consult', {}, { until: earlier }, 'dossier-until-past'],
    [
      'two opinions that stop the clock',
      'consult',
      { waitsForOpinion: true },
      { until: later, pauses: true },
      'dossier-waits-for-opinion',
    ],
    [
      'an answer nobody asked for',
      'answer-consultation',
      { openConsultations: 0 },
      undefined,
      'dossier-no-consultation',
    ],
    ['recalling what was begun', 'recall', { lastMove: null }, undefined, 'dossier-already-begun'],
    [
      'recalling where the process does not let',
      'recall',
      { lastMove: { byActor: true, recallable: false } },
      undefined,
      'dossier-not-recallable',
    ],
    ['keeping what one keeps', 'lock', { lockedBy: 'actor' }, undefined, 'dossier-locked-by-you'],
    ['letting go what nobody keeps', 'unlock', { lockedBy: 'nobody' }, undefined, 'dossier-not-locked'],
  ])('%s: %s', (_, act, more, given, code) => {
    const actor = { ...everybody, leader: transitions[act].who.includes('leader') };
    const isPaper = more.toTake === true;
    expect(codeOf(act, more, actor, given)).toBe(isPaper ? 'dossier-take-first' : code);
  });
});

describe('apologies', () => {
  const tooLate = refused('extension-too-late', { lastDay: '2022-03-14', due: '' });
  const used = refused('extension-used', { most: 1 });
  const ended = refused('extension-ended');
  const alone = { reason: 'vì máy hỏng', dueAfter: null };
  const withDate = { reason: 'vì máy hỏng', dueAfter: later };

  test.each<[string, Partial<ActFacts>, Given, string]>([
    ['in time with a date', {}, withDate, 'ok'],
    ['in time without one', {}, alone, 'dossier-apology-needs-date'],
    ['later than a day before, with a date', { extension: tooLate }, withDate, 'extension-too-late'],
    ['later than a day before, alone', { extension: tooLate }, alone, 'ok'],
    ['a second date', { extension: used }, withDate, 'extension-used'],
    ['a second date when late again', { extension: used, late: true }, withDate, 'extension-used'],
    ['alone after an extension, not late yet', { extension: used }, alone, 'extension-used'],
    ['alone after an extension, late again', { extension: used, late: true }, alone, 'ok'],
    ['after the end, late', { state: 'result-ready', extension: ended, late: true }, alone, 'ok'],
    ['after the end, in time', { state: 'returned', extension: ended }, alone, 'extension-ended'],
    ['a date that is not allowed', {}, { ...withDate, reappoint: refused('extension-day-off') }, 'extension-day-off'],
    ['without a term', { extension: null }, alone, 'dossier-without-term'],
    ['while another waits', { drafts: [{ kind: 'apology', byActor: true }] }, withDate, 'dossier-draft-waits'],
  ])('%s: %o', (_, more, given, code) => {
    expect(codeOf('draft-apology', more, everybody, given)).toBe(code);
  });
});

describe('keeping and handing over', () => {
  const holder: Actor = { ...nobody, holder: true };
  test('what another keeps is left alone, but leaders may take it away', () => {
    for (const act of ['forward', 'step-back', 'consult', 'draft-supplement', 'lock', 'call-payment'] as const)
      expect(codeOf(act, { lockedBy: 'other' }, holder)).toBe('dossier-locked');
    expect(codeOf('assign', { lockedBy: 'other' }, holder)).toBe('dossier-locked');
    expect(codeOf('assign', { lockedBy: 'other' }, { ...nobody, leader: true })).toBe('ok');
    expect(codeOf('unlock', { lockedBy: 'other' }, holder)).toBe('dossier-locked');
    expect(codeOf('unlock', { lockedBy: 'other' }, { ...nobody, leader: true })).toBe('ok');
  });

  test('a result is handed over whatever else is the matter', () => {
    fc.assert(
      fc.property(
        fc.record({
          waitsFor: fc.constantFrom('number' as const, 'hand-over' as const, null),
          toTake: fc.boolean(),
          lockedBy: fc.constantFrom('nobody' as const, 'actor' as const, 'other' as const),
          late: fc.boolean(),
          extension: fc.constantFrom(allowed, refused('extension-too-late'), null),
          drafts: fc.constantFrom([], [{ kind: 'apology' as const, byActor: false }]),
        }),
        (more) => codeOf('hand-over', { ...more, state: 'result-ready', hasDecision: true }, everybody, {}) === 'ok',
      ),
    );
  });
});

describe('for any facts and any person', () => {
  const anyFacts = fc.record({
    state: fc.constantFrom(...dossierStates),
    source: fc.constantFrom('own' as const, 'imported' as const),
    now: fc.constant(now),
    waitsFor: fc.constantFrom(null, 'assign' as const, 'handle' as const, 'signature' as const, 'number' as const),
    signing: fc.constantFrom('here' as const, 'ahead' as const, 'none' as const),
    finalStep: fc.boolean(),
    mayStepBack: fc.boolean(),
    toTake: fc.boolean(),
    lockedBy: fc.constantFrom('nobody' as const, 'actor' as const, 'other' as const),
    lastMove: fc.option(fc.record({ byActor: fc.boolean(), recallable: fc.boolean() })),
    hasDecision: fc.boolean(),
    numbered: fc.boolean(),
    drafts: fc.array(
      fc.record({ kind: fc.constantFrom('supplement' as const, 'apology' as const), byActor: fc.boolean() }),
      { maxLength: 2 },
    ),
    waitsForOpinion: fc.boolean(),
    openConsultations: fc.nat(2),
    supplements: fc.record({
      intake: fc.nat(2),
      mostAtIntake: fc.constant(1),
      afterExamination: fc.nat(2),
      mostAfterExamination: fc.constant(1),
      until: fc.constantFrom(earlier, later),
    }),
    answerUntil: fc.constantFrom(null, earlier, later),
    extension: fc.constantFrom(null, allowed, refused('extension-used'), refused('extension-too-late')),
    late: fc.boolean(),
  });
  const anyActor = fc.record({
    clerk: fc.boolean(),
    holder: fc.boolean(),
    leader: fc.boolean(),
    signer: fc.boolean(),
    returner: fc.boolean(),
    applicant: fc.boolean(),
  });
  const anyAct = fc.constantFrom(...dossierActs);

  test('a refusal has words, and what is allowed is in the table', () => {
    fc.assert(
      fc.property(anyFacts, anyActor, anyAct, (some, actor, act) => {
        const verdict = mayAct(act, some, actor);
        if (!verdict.ok) return errors[verdict.code] !== undefined;
        return transitions[act].to[some.state] !== undefined && stateAfter(act, some.state) !== undefined;
      }),
      { numRuns: 2_000 },
    );
  });

  test('nobody who is nothing to a dossier may do anything', () => {
    fc.assert(
      fc.property(anyFacts, anyAct, (some, act) => !mayAct(act, { ...some, lastMove: null }, nobody).ok),
      { numRuns: 1_000 },
    );
  });

  test('lateness never refuses anything', () => {
    fc.assert(
      fc.property(anyFacts, anyActor, anyAct, (some, actor, act) => {
        const inTime = mayAct(act, { ...some, late: false }, actor).ok;
        return !inTime || mayAct(act, { ...some, late: true }, actor).ok;
      }),
      { numRuns: 1_000 },
    );
  });

  test('nobody approves an own draft', () => {
    fc.assert(
      fc.property(anyFacts, anyActor, (some, actor) => {
        const drafts = some.drafts.map((draft) => ({ ...draft, byActor: true }));
        return (
          !mayAct('send-supplement', { ...some, drafts }, actor).ok &&
          !mayAct('sign-apology', { ...some, drafts }, actor).ok
        );
      }),
    );
  });

  test('buttons are the acts of the state, and the ends have none but apologies and corrections', () => {
    fc.assert(
      fc.property(anyFacts, anyActor, (some, actor) => {
        const acts = possibleActs(some, actor).map(({ act }) => act);
        const ended = endStates.includes(some.state);
        const after: readonly DossierAct[] = ['draft-apology', 'sign-apology', 'reject-draft', 'correct'];
        return acts.every(
          (act) => !ended || (some.state === ('returned' satisfies DossierState) && after.includes(act)),
        );
      }),
    );
  });

  test('what the province keeps is only apologised for here', () => {
    fc.assert(
      fc.property(anyFacts, anyActor, anyAct, (some, actor, act) => {
        const verdict = mayAct(act, { ...some, source: 'imported' }, actor);
        return !verdict.ok || ['draft-apology', 'sign-apology', 'reject-draft'].includes(act);
      }),
    );
  });
});

test('a way that is not there is a mistake of the caller', () => {
  expect(() => stateAfter('hand-over', 'accepted')).toThrow('hand-over leads nowhere from accepted');
});
