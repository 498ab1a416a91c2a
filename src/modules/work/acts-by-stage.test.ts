import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Id } from '#kernel/brands.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { AnyRoute } from '#kernel/route.ts';
import { newId } from '#server/ids.ts';
import { type Sender, startTestApp, type TestApp } from '#test/app.ts';
import { anEvidence, anObligation, anOffice, type TestOffice } from '#test/work-factories.ts';
import * as contract from './contract/acts.ts';
import { type Act, acts } from './domain/acts.ts';
import { type Stage, stages } from './domain/states.ts';
import { transitions, type Who } from './domain/transitions.ts';

/** Every act × stage × role, as the table of transitions says it, on the running server. */
let t: TestApp;
let office: TestOffice;
let elsewhere: TestOffice;
let evidenceId: Id;
const permissions = new Map<string, ReadonlySet<string>>();

beforeAll(async () => {
  t = await startTestApp();
  office = await anOffice(t);
  elsewhere = await anOffice(t, t.otherUnit);
  evidenceId = await anEvidence(t.owner, t.unit.id, { signed: true });
  const { rows } = await t.owner.query<{ code: string; permissions: string[] }>('select code, permissions from role');
  for (const row of rows) permissions.set(row.code, new Set(row.permissions));
});
afterAll(() => t.close());

const reason = 'lý do thử nghiệm';
const later = '2022-06-30' as PlainDate;

const routeOf: Readonly<Record<Act, AnyRoute>> = {
  start: contract.startWork,
  'hand-in': contract.handIn,
  withdraw: contract.withdrawHandIn,
  'not-arising': contract.reportNotArising,
  accept: contract.accept,
  return: contract.returnWork,
  review: contract.reviewStanding,
  pause: contract.pauseWork,
  'await-authority': contract.awaitAuthority,
  resume: contract.resumeWork,
  trigger: contract.triggerWork,
  void: contract.voidWork,
  reopen: contract.reopenWork,
  'ask-extension': contract.askExtension,
  'decide-extension': contract.decideExtension,
  urge: contract.urgeWork,
  'answer-urge': contract.answerUrge,
};

interface Case {
  readonly id: Id;
  readonly extensionId: Id;
  readonly urgeId: Id;
}

const bodyOf: Readonly<Record<Act, (made: Case) => Record<string, unknown>>> = {
  start: () => ({}),
  'hand-in': () => ({ evidenceIds: [evidenceId] }),
  withdraw: () => ({ reason }),
  'not-arising': () => ({ reason }),
  accept: () => ({}),
  return: () => ({ reason }),
  review: () => ({}),
  pause: () => ({ reason }),
  'await-authority': () => ({ reason }),
  resume: () => ({}),
  trigger: () => ({ due: later, reason }),
  void: () => ({ reason, evidenceId }),
  reopen: () => ({ reason }),
  'ask-extension': () => ({ due: later, reason }),
  'decide-extension': ({ extensionId }) => ({ extensionId, granted: true }),
  urge: () => ({}),
  'answer-urge': ({ urgeId }) => ({ urgeId, words: 'đang làm' }),
};

/** An obligation for which the further conditions of the act hold, so that stage and role alone decide. */
async function aCase(act: Act, stage: Stage): Promise<Case> {
  const kind = act === 'review' ? ('standing' as const) : act === 'trigger' ? ('guided' as const) : ('dated' as const);
  const { id } = await anObligation(t.owner, t.unit.id, {
    positionId: office.posts.officer,
    kind,
    stage,
    due: kind === 'dated' ? '2022-04-29' : null,
    submitted: { by: office.officer.personId, approverId: office.posts.chair, evidenceIds: [evidenceId] },
  });
  const [extensionId, urgeId] = [newId(), newId()];
  if (act === 'decide-extension') {
    await t.owner.query(
      `insert into extension_request (unit_id, id, obligation_id, due_now, due_asked, reason, state, approver_id, asked_at,
         asked_by, asked_by_name) values ($1, $2, $3, '2022-04-29', $4, $5, 'asked', $6, now(), $7, 'người thử')`,
      [t.unit.id, extensionId, id, later, reason, office.posts.chair, office.officer.personId],
    );
  }
  if (act === 'answer-urge') {
    await t.owner.query(
      `insert into urge (unit_id, id, obligation_id, words, urged_at, urged_by_name) values ($1, $2, $3, 'nhanh lên', now(), 'người thử')`,
      [t.unit.id, urgeId, id],
    );
  }
  return { id, extensionId, urgeId };
}

/** What each of these people is to the obligation of a case. */
const people = {
  holder: { role: 'officer', is: ['holder'] },
  colleague: { role: 'officer', is: [] },
  chair: { role: 'chair', is: ['approver', 'extension-approver', 'leader'] },
  deputy: { role: 'chair', is: ['leader'] },
  focal: { role: 'focal', is: ['focal'] },
  viewer: { role: 'viewer', is: [] },
  stranger: { role: 'chair', is: [] },
} as const satisfies Record<string, { role: string; is: readonly Who[] }>;
type Who7 = keyof typeof people;

function senderOf(who: Who7): Sender {
  if (who === 'viewer') return 'viewer';
  if (who === 'stranger') return elsewhere.chair;
  return who === 'holder' ? office.officer : office[who];
}

type Expected = { readonly status: 200; readonly stage: Stage } | { readonly status: 403 | 404 | 409 };

function expectedOf(act: Act, stage: Stage, who: Who7): Expected {
  const { role, is } = people[who];
  const { permission } = routeOf[act];
  if (permission !== 'session' && !permissions.get(role)?.has(permission)) return { status: 403 };
  if (who === 'stranger') return { status: 404 };
  const target = transitions[act].to[stage];
  if (target === null) return { status: 409 };
  const asked: readonly Who[] = act === 'resume' && stage === 'paused' ? ['focal'] : transitions[act].who;
  if (!asked.some((one) => (is as readonly Who[]).includes(one))) return { status: 403 };
  const reached: Readonly<Record<string, Stage>> = {
    same: stage,
    decided: 'accepted',
    ready: 'started',
    back: 'returned',
  };
  return { status: 200, stage: reached[target] ?? (target as Stage) };
}

describe.each(acts)('%s', (act) => {
  test.each(stages)('from %s: allowed or refused with its reason, for each', async (stage) => {
    const wrong: string[] = [];
    for (const who of Object.keys(people) as Who7[]) {
      const made = await aCase(act, stage);
      const body = { version: 1, ...bodyOf[act](made) };
      const input = { params: { obligationId: made.id }, body } as never;
      const { status, body: answer, error } = await t.call(routeOf[act], input, { as: senderOf(who) });
      const expected = expectedOf(act, stage, who);
      const isWrong =
        status !== expected.status ||
        (expected.status === 200 && (answer as { stage: Stage }).stage !== expected.stage) ||
        error?.message.startsWith('Yêu cầu bị từ chối');
      if (isWrong)
        wrong.push(`${who}: ${status} ${error?.code ?? ''} ${JSON.stringify(answer)}, not ${JSON.stringify(expected)}`);
    }
    expect(wrong).toEqual([]);
  });
});

test('a role that may do nothing else reads at most', () => {
  expect([...(permissions.get('viewer') ?? [])].filter((one) => one.startsWith('work.'))).toEqual(['work.read']);
});
