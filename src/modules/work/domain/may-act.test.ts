import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, plainDate } from '#kernel/plain-date.ts';
import { errors } from '../text/errors.ts';
import { type Act, acts } from './acts.ts';
import { type ActFacts, type Actor, type Given, mayAct, possibleActs, stageAfter } from './may-act.ts';
import { obligationKinds } from './obligation.ts';
import { type Stage, stages } from './states.ts';
import { transitions } from './transitions.ts';

const today = plainDate(2022, 6, 15);
const due = plainDate(2022, 6, 30);

const nobody: Actor = { holder: false, approver: false, extensionApprover: false, focal: false, leader: false };
const everybody: Actor = { holder: true, approver: true, extensionApprover: true, focal: true, leader: true };

const facts: ActFacts = {
  stage: 'open',
  kind: 'dated',
  ours: true,
  due,
  submission: null,
  extension: null,
  urged: false,
};
const handedIn = {
  ...facts,
  stage: 'submitted' as const,
  submission: { kind: 'evidence' as const, evidence: 1, byActor: false },
};

function codeOf(act: Act, more: Partial<ActFacts> = {}, actor: Actor = everybody, given?: Given, on = today): string {
  const verdict = mayAct(act, { ...facts, ...more }, actor, on, given);
  return verdict.ok ? 'ok' : verdict.code;
}

/** act → from each stage in the order of `stages`: where it leads, or – where it cannot be done. */
const table: Readonly<Record<Act, string>> = {
  start: 'started – – started – – – – – –',
  'hand-in': 'submitted submitted – submitted – – – – – –',
  withdraw: '– – started – – – – – – –',
  'not-arising': 'submitted submitted – submitted – – submitted – – –',
  accept: '– – accepted – – – – – – –',
  return: '– – returned – – – – – – –',
  review: 'started started – started – – – – – –',
  pause: 'paused paused – paused – – paused paused – –',
  'await-authority': 'awaiting-authority awaiting-authority – awaiting-authority – – – – – –',
  resume: '– – – – – started – started – –',
  trigger: 'open started – returned – – open – – –',
  void: 'void void – void – void void void – –',
  reopen: '– – – – started – – – started started',
  'ask-extension': 'open started – returned – paused – awaiting-authority – –',
  'decide-extension': 'open started submitted returned – paused – awaiting-authority – –',
  urge: 'open started – returned – – awaiting-guidance awaiting-authority – –',
  'answer-urge': 'open started submitted returned – paused awaiting-guidance awaiting-authority – –',
};

test.each(acts)('%s leads from each stage where the table says, and nowhere else', (act) => {
  const found = stages.map((stage) =>
    transitions[act].to[stage] === null ? '–' : stageAfter(act, { ...facts, stage }),
  );
  expect(found.join(' ')).toBe(table[act]);
});

test('a way that is not there is a mistake of the caller', () => {
  expect(() => stageAfter('accept', facts)).toThrow('accept leads nowhere from open');
});

describe('where an act leads depends on what waits', () => {
  const waiting = { ...handedIn, kind: 'guided' as const, due: null };
  test.each<[Act, Partial<ActFacts>, Stage]>([
    ['accept', { submission: { kind: 'not-arising', evidence: 0, byActor: false } }, 'not-arising'],
    ['return', { kind: 'guided', due: null }, 'awaiting-guidance'],
    ['return', { kind: 'triggered', due: null }, 'awaiting-guidance'],
    ['return', { kind: 'guided' }, 'returned'],
    ['return', { kind: 'undated', due: null }, 'returned'],
    ['withdraw', { kind: 'guided', due: null }, 'awaiting-guidance'],
  ])('%s with %o: %s', (act, more, stage) => {
    expect(stageAfter(act, { ...handedIn, ...more })).toBe(stage);
  });
  test('resumed and reopened work waits again for its day', () => {
    expect(stageAfter('resume', { ...waiting, stage: 'paused' })).toBe('awaiting-guidance');
    expect(stageAfter('reopen', { ...waiting, stage: 'void' })).toBe('awaiting-guidance');
  });
});

describe('who may', () => {
  const by = (who: keyof Actor): Actor => ({ ...nobody, [who]: true });
  const ways: readonly [Act, Partial<ActFacts>, readonly (keyof Actor)[], string][] = [
    ['start', {}, ['holder'], 'work-not-holder'],
    ['hand-in', {}, ['holder'], 'work-not-holder'],
    ['withdraw', handedIn, ['holder'], 'work-not-holder'],
    ['not-arising', {}, ['holder'], 'work-not-holder'],
    ['accept', handedIn, ['approver'], 'work-not-approver'],
    ['return', handedIn, ['approver'], 'work-not-approver'],
    ['review', { kind: 'standing', due: null }, ['holder'], 'work-not-holder'],
    ['pause', {}, ['focal'], 'work-not-focal'],
    ['await-authority', {}, ['holder', 'focal'], 'work-not-holder'],
    ['resume', { stage: 'awaiting-authority' }, ['holder', 'focal'], 'work-not-holder'],
    ['resume', { stage: 'paused' }, ['focal'], 'work-not-focal'],
    ['trigger', { due: null, kind: 'undated' }, ['focal'], 'work-not-focal'],
    ['void', {}, ['focal'], 'work-not-focal'],
    ['reopen', { stage: 'accepted' }, ['focal'], 'work-not-focal'],
    ['ask-extension', {}, ['holder'], 'work-not-holder'],
    ['decide-extension', { extension: { byActor: false } }, ['extensionApprover'], 'work-not-extension-approver'],
    ['urge', {}, ['leader', 'focal'], 'work-not-urger'],
    ['answer-urge', { urged: true }, ['holder'], 'work-not-holder'],
  ];
  test.each(ways)('%s of %o: %o', (act, more, who, refusal) => {
    for (const one of Object.keys(nobody) as (keyof Actor)[])
      expect(codeOf(act, more, by(one))).toBe(who.includes(one) ? 'ok' : refusal);
    expect(codeOf(act, more, nobody)).toBe(refusal);
  });
  test('every act is in this list', () => {
    expect(new Set(ways.map(([act]) => act))).toEqual(new Set(acts));
  });
});

test.each<[Act, Partial<ActFacts>, string]>([
  ['start', { stage: 'started' }, 'work-at-work'],
  ['start', { stage: 'submitted' }, 'work-waits-for-decision'],
  ['hand-in', { stage: 'accepted' }, 'work-done'],
  ['hand-in', { stage: 'not-arising' }, 'work-done'],
  ['hand-in', { stage: 'void' }, 'work-void'],
  ['hand-in', { stage: 'paused' }, 'work-paused'],
  ['hand-in', { stage: 'awaiting-guidance' }, 'work-awaits-guidance'],
  ['hand-in', { stage: 'awaiting-authority' }, 'work-awaits-authority'],
  ['withdraw', {}, 'work-nothing-handed-in'],
  ['accept', {}, 'work-nothing-handed-in'],
  ['return', { stage: 'accepted' }, 'work-nothing-handed-in'],
  ['resume', {}, 'work-not-waiting'],
  ['reopen', {}, 'work-not-ended'],
  ['start', { ours: false }, 'work-higher-level'],
  ['accept', { ...handedIn, submission: { kind: 'evidence', evidence: 1, byActor: true } }, 'work-own-work'],
  ['return', { ...handedIn, submission: { kind: 'evidence', evidence: 1, byActor: true } }, 'work-own-work'],
  ['withdraw', { ...handedIn, submission: { kind: 'evidence', evidence: 1, byActor: true } }, 'ok'],
  ['accept', { ...handedIn, submission: { kind: 'evidence', evidence: 0, byActor: false } }, 'work-no-evidence'],
  ['accept', { ...handedIn, submission: null }, 'work-no-evidence'],
  ['accept', { ...handedIn, submission: { kind: 'not-arising', evidence: 0, byActor: false } }, 'ok'],
  ['return', { ...handedIn, submission: { kind: 'evidence', evidence: 0, byActor: false } }, 'ok'],
  ['review', {}, 'work-not-standing'],
  ['review', { kind: 'standing' }, 'ok'],
  ['trigger', {}, 'work-has-due'],
  ['trigger', { due: null, kind: 'standing' }, 'work-standing-without-due'],
  ['trigger', { due: null, kind: 'guided', stage: 'awaiting-guidance' }, 'ok'],
  ['answer-urge', {}, 'work-not-urged'],
  ['decide-extension', {}, 'work-no-extension'],
  ['decide-extension', { extension: { byActor: true } }, 'work-own-extension'],
  ['ask-extension', { due: null }, 'work-without-due'],
  ['ask-extension', { extension: { byActor: true } }, 'work-extension-open'],
])('%s of %o: %s', (act, more, code) => {
  expect(codeOf(act, more)).toBe(code);
});

test.each([
  [-1, 'ok'],
  [0, 'work-extension-too-late'],
  [1, 'work-extension-too-late'],
])('an extension asked %s days after the due day: %s', (days, code) => {
  expect(codeOf('ask-extension', {}, everybody, undefined, addDays(due, days))).toBe(code);
});

const undated: Partial<ActFacts> = { due: null, kind: 'undated' };
const asked: Partial<ActFacts> = { extension: { byActor: false } };
const reason = 'vì lý do này';
test.each<[Act, Partial<ActFacts>, Given, string]>([
  ['start', {}, {}, 'ok'],
  ['hand-in', {}, {}, 'work-no-evidence'],
  ['hand-in', {}, { evidence: 0 }, 'work-no-evidence'],
  ['hand-in', {}, { evidence: 1 }, 'ok'],
  ['withdraw', handedIn, {}, 'work-reason-missing'],
  ['return', handedIn, { reason: '  abcd ' }, 'work-reason-missing'],
  ['return', handedIn, { reason: 'abcde' }, 'ok'],
  ['accept', handedIn, {}, 'ok'],
  ['not-arising', {}, {}, 'work-reason-missing'],
  ['not-arising', {}, { reason }, 'ok'],
  ['pause', {}, {}, 'work-reason-missing'],
  ['await-authority', {}, {}, 'work-reason-missing'],
  ['reopen', { stage: 'void' }, {}, 'work-reason-missing'],
  ['void', {}, { evidence: 1 }, 'work-reason-missing'],
  ['void', {}, { reason }, 'work-void-needs-document'],
  ['void', {}, { reason, evidence: 1 }, 'ok'],
  ['trigger', undated, { due }, 'work-reason-missing'],
  ['trigger', undated, { reason }, 'work-due-missing'],
  ['trigger', undated, { reason, due: addDays(today, -1) }, 'work-due-past'],
  ['trigger', undated, { reason, due: today }, 'ok'],
  ['ask-extension', {}, { due: addDays(due, 1) }, 'work-reason-missing'],
  ['ask-extension', {}, { reason }, 'work-extension-not-later'],
  ['ask-extension', {}, { reason, due }, 'work-extension-not-later'],
  ['ask-extension', {}, { reason, due: addDays(due, 1) }, 'ok'],
  ['decide-extension', asked, { granted: true }, 'work-extension-not-later'],
  ['decide-extension', asked, { granted: true, due }, 'work-extension-not-later'],
  ['decide-extension', asked, { granted: true, due: addDays(due, 1) }, 'ok'],
  ['decide-extension', { ...asked, due: null }, { granted: true, due }, 'work-extension-not-later'],
  ['decide-extension', asked, { granted: false }, 'work-reason-missing'],
  ['decide-extension', asked, { granted: false, reason }, 'ok'],
])('%s of %o with %o: %s', (act, more, given, code) => {
  expect(codeOf(act, more, everybody, given)).toBe(code);
});

test('refusals that name a day name it as people write it', () => {
  expect(mayAct('trigger', facts, everybody, today)).toMatchObject({ params: { due: '30/06/2022' } });
  expect(mayAct('ask-extension', facts, everybody, due)).toMatchObject({ params: { due: '30/06/2022' } });
  const past = { reason, due: addDays(today, -1) };
  expect(mayAct('trigger', { ...facts, ...undated }, everybody, today, past)).toMatchObject({
    params: { today: '15/06/2022' },
  });
  const same = mayAct('ask-extension', facts, everybody, today, { reason, due });
  expect(same).toMatchObject({ params: { due: '30/06/2022' } });
});

describe('of any facts and anybody', () => {
  const anyActor = fc.record({
    holder: fc.boolean(),
    approver: fc.boolean(),
    extensionApprover: fc.boolean(),
    focal: fc.boolean(),
    leader: fc.boolean(),
  });
  const anyFacts = fc.record({
    stage: fc.constantFrom(...stages),
    kind: fc.constantFrom(...obligationKinds),
    ours: fc.boolean(),
    due: fc.option(fc.constantFrom(due, today)),
    submission: fc.option(
      fc.record({
        kind: fc.constantFrom<'evidence' | 'not-arising'>('evidence', 'not-arising'),
        evidence: fc.nat(2),
        byActor: fc.boolean(),
      }),
    ),
    extension: fc.option(fc.record({ byActor: fc.boolean() })),
    urged: fc.boolean(),
  });

  test('every refusal has words, and every allowed act a way', () => {
    fc.assert(
      fc.property(anyFacts, anyActor, (some, actor) => {
        for (const { act, verdict } of possibleActs(some, actor, today)) {
          if (verdict.ok) expect(stages).toContain(stageAfter(act, some));
          else expect(errors).toHaveProperty([verdict.code]);
        }
      }),
    );
  });

  test('nobody accepts or returns their own, and nothing of a higher level is acted on', () => {
    fc.assert(
      fc.property(anyFacts, anyActor, (some, actor) => {
        const may = new Set(possibleActs(some, actor, today).flatMap(({ act, verdict }) => (verdict.ok ? [act] : [])));
        if (!some.ours) expect(may.size).toBe(0);
        if (some.submission?.byActor) expect(may.has('accept') || may.has('return')).toBe(false);
        if (some.extension?.byActor) expect(may.has('decide-extension')).toBe(false);
      }),
    );
  });
});
