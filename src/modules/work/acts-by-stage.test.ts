import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Id } from '#kernel/brands.ts';
import { type Sender, startTestApp, type TestApp } from '#test/app.ts';
import { aCase, bodyOfAct, routeOfAct } from '#test/work-acts.ts';
import { anEvidence, anOffice, countsThatDiffer, type TestOffice } from '#test/work-factories.ts';
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
  const { permission } = routeOfAct[act];
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
      const made = await aCase(t, office, evidenceId, act, stage);
      const body = { version: 1, ...bodyOfAct(act, made, evidenceId) };
      const input = { params: { obligationId: made.id }, body } as never;
      const { status, body: answer, error } = await t.call(routeOfAct[act], input, { as: senderOf(who) });
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

test('after all of it counts, states and journals still say what is there', async () => {
  expect(await countsThatDiffer(t)).toEqual([]);
  const { rows: states } = await t.owner.query(
    `select id, state from obligation where state <> obligation_state(stage, ours, due, done_on, '2022-03-15', 7)`,
  );
  expect(states).toEqual([]);
  const { rows: journals } = await t.owner.query(
    `select o.id from obligation o join obligation_act a on a.obligation_id = o.id
     where a.to_stage <> o.stage or o.version <> 2`,
  );
  expect(journals).toEqual([]);
});

test('a role that may do nothing else reads at most', () => {
  expect([...(permissions.get('viewer') ?? [])].filter((one) => one.startsWith('work.'))).toEqual(['work.read']);
});
