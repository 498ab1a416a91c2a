import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Id } from '#kernel/brands.ts';
import type { AnyRoute } from '#kernel/route.ts';
import { type Sender, startTestApp, type TestApp } from '#test/app.ts';
import { aUnit } from '#test/factories.ts';
import { aCase, bodyOfAct, routeOfAct } from '#test/work-acts.ts';
import { anEvidence, anOffice, aPlanInForce, aWorkTask, type TestOffice } from '#test/work-factories.ts';
import { addAboveItem, addAbovePlan, removeAbovePlan, setAboveItem } from './contract/above.ts';
import { decideMany, handInMany } from './contract/acts.ts';
import { askTakeover } from './contract/takeovers.ts';
import {
  addCheck,
  addTask,
  carryOver,
  changeTask,
  dropTask,
  removeCheck,
  setAbove,
  tickCheck,
} from './contract/tasks.ts';
import { type Act, acts } from './domain/acts.ts';
import type { Stage } from './domain/states.ts';

/** A request that comes again has one effect and the same answer; and none asks the database more than it may. */
let t: TestApp;
let office: TestOffice;
let evidenceId: Id;
beforeAll(async () => {
  t = await startTestApp();
  office = await anOffice(t);
  evidenceId = await anEvidence(t.owner, t.unit.id, { signed: true });
});
afterAll(() => t.close());

const mostRoundTrips = 6;

const byWhom: Readonly<Record<Act, { readonly stage: Stage; readonly who: 'officer' | 'chair' | 'focal' }>> = {
  start: { stage: 'open', who: 'officer' },
  'hand-in': { stage: 'started', who: 'officer' },
  withdraw: { stage: 'submitted', who: 'officer' },
  'not-arising': { stage: 'open', who: 'officer' },
  accept: { stage: 'submitted', who: 'chair' },
  return: { stage: 'submitted', who: 'chair' },
  review: { stage: 'open', who: 'officer' },
  pause: { stage: 'open', who: 'focal' },
  'await-authority': { stage: 'open', who: 'officer' },
  resume: { stage: 'paused', who: 'focal' },
  trigger: { stage: 'awaiting-guidance', who: 'focal' },
  void: { stage: 'open', who: 'focal' },
  reopen: { stage: 'accepted', who: 'focal' },
  'ask-extension': { stage: 'open', who: 'officer' },
  'decide-extension': { stage: 'open', who: 'chair' },
  urge: { stage: 'open', who: 'chair' },
  'answer-urge': { stage: 'open', who: 'officer' },
};

/** Sends the same twice, and once more with another body under the same key. */
async function expectOneEffect(route: AnyRoute, input: { body?: object; params?: object }, as: Sender): Promise<void> {
  const key = randomUUID();
  const countLog = async () => (await t.owner.query('select count(*)::integer as n from log_pending')).rows[0].n;
  const first = await t.call(route, input as never, { as, key });
  expect(first.error).toBeUndefined();
  const entries = await countLog();
  const second = await t.call(route, input as never, { as, key });
  expect([second.status, second.body]).toEqual([200, first.body]);
  expect(await countLog()).toBe(entries);
  if (!input.body) return;
  const other = { ...input, body: { ...input.body, version: 77 } };
  const reused = await t.call(route, other as never, { as, key });
  expect([400, 409]).toContain(reused.status);
}

describe('acts', () => {
  test.each(acts)('%s has one effect however often it is sent', async (act) => {
    const { stage, who } = byWhom[act];
    const made = await aCase(t, office, evidenceId, act, stage);
    const input = { params: { obligationId: made.id }, body: { version: 1, ...bodyOfAct(act, made, evidenceId) } };
    await expectOneEffect(routeOfAct[act], input, office[who]);
    const { rows } = await t.owner.query('select act from obligation_act where obligation_id = $1', [made.id]);
    expect(rows).toEqual([{ act }]);
  });

  test.each(acts)('%s asks the database at most six times', async (act) => {
    const { stage, who } = byWhom[act];
    const warm = await aCase(t, office, evidenceId, act, stage);
    const made = await aCase(t, office, evidenceId, act, stage);
    const send = async ({ id, ...rest }: typeof made) => {
      const body = { version: 1, ...bodyOfAct(act, { id, ...rest }, evidenceId) };
      const input = { params: { obligationId: id }, body } as never;
      return t.call(routeOfAct[act], input, { as: office[who] });
    };
    await send(warm);
    const asked: string[] = [];
    const query = pg.Client.prototype.query;
    const spy = vi.spyOn(pg.Client.prototype, 'query').mockImplementation(function (
      this: pg.Client,
      ...given: unknown[]
    ) {
      const [first] = given;
      if (first) asked.push(typeof first === 'string' ? first : (first as { text: string }).text);
      return (query as (...all: unknown[]) => unknown).apply(this, given) as never;
    });
    const answer = await send(made);
    spy.mockRestore();
    expect(answer.error).toBeUndefined();
    const begins = asked.findIndex((text) => text.startsWith('begin'));
    expect(begins).toBeGreaterThanOrEqual(0);
    expect(asked.slice(begins).length).toBeLessThanOrEqual(mostRoundTrips);
    expect(asked.at(-1)).toContain('finish_write');
  });
});

describe('acts on many', () => {
  test('have one effect', async () => {
    const open = await aCase(t, office, evidenceId, 'hand-in', 'open');
    const items = [{ id: open.id, version: 1 }];
    await expectOneEffect(handInMany, { body: { evidenceIds: [evidenceId], items } }, office.officer);
    const waiting = await aCase(t, office, evidenceId, 'accept', 'submitted');
    const body = { decision: 'accept', items: [{ id: waiting.id, version: 1 }] };
    await expectOneEffect(decideMany, { body }, office.chair);
  });
});

describe('tasks', () => {
  const lead = () => ({ kind: 'position' as const, id: office.posts.officer });

  test('adding, changing and ending have one effect', async () => {
    const outputs = [{ title: 'Báo cáo', due: '2022-04-15' }];
    await expectOneEffect(
      addTask,
      { body: { source: 'other', content: 'Việc gửi hai lần', outputs, lead: lead() } },
      office.focal,
    );
    const { rows } = await t.owner.query(`select id from work_task where content = 'Việc gửi hai lần'`);
    expect(rows).toHaveLength(1);
    const params = { taskId: rows[0].id };
    await expectOneEffect(changeTask, { params, body: { version: 1, reason: 'thử hai lần', weight: 2 } }, office.focal);
    await expectOneEffect(dropTask, { params, body: { version: 2, reason: 'thử hai lần', evidenceId } }, office.focal);
  });

  test('the checklist too', async () => {
    const taskId = await aWorkTask(t.owner, t.unit.id, { positionId: office.posts.officer });
    await expectOneEffect(addCheck, { params: { taskId }, body: { content: 'Đầu việc' } }, office.officer);
    const { rows } = await t.owner.query('select id from work_check where task_id = $1', [taskId]);
    expect(rows).toHaveLength(1);
    const params = { taskId, checkId: rows[0].id };
    await expectOneEffect(tickCheck, { params, body: { version: 1, done: true } }, office.officer);
    await expectOneEffect(removeCheck, { params }, office.officer);
  });

  test('carrying over too', async () => {
    const planId = await aPlanInForce(t.owner, t.unit.id, 2022);
    const toPlanId = await aPlanInForce(t.owner, t.unit.id, 2023);
    const taskId = await aWorkTask(t.owner, t.unit.id, { planId, positionId: office.posts.officer });
    const toTaskId = await aWorkTask(t.owner, t.unit.id, { planId: toPlanId, year: 2023 });
    const body = { toPlanId, reason: 'thử hai lần', tasks: [{ taskId, toTaskId }] };
    await expectOneEffect(carryOver, { params: { planId }, body }, office.focal);
  });
});

describe('what higher plans ask, and work of merged units', () => {
  test('is written down, taken and removed with one effect', async () => {
    const head = { year: 2022, issuer: 'UBND huyện thử', number: '9/KH', day: null, title: 'Kế hoạch gửi hai lần' };
    await expectOneEffect(addAbovePlan, { body: head }, office.focal);
    const { rows } = await t.owner.query(`select id from above_plan where title = 'Kế hoạch gửi hai lần'`);
    expect(rows).toHaveLength(1);
    const params = { abovePlanId: rows[0].id };
    const item = { kind: 'task', place: '', content: 'Yêu cầu gửi hai lần', due: null };
    await expectOneEffect(addAboveItem, { params, body: item }, office.focal);
    const items = await t.owner.query<{ id: Id }>('select id from above_item where above_plan_id = $1', [rows[0].id]);
    expect(items.rows).toHaveLength(1);
    const itemId = items.rows[0]?.id as Id;
    const absent = { version: 1, ours: [], absentReason: 'Không thuộc xã' };
    await expectOneEffect(setAboveItem, { params: { itemId }, body: absent }, office.focal);
    const taskId = await aWorkTask(t.owner, t.unit.id);
    const links = [{ itemId, difference: null, reason: null }];
    await expectOneEffect(setAbove, { params: { taskId }, body: { version: 1, items: links } }, office.focal);
    await expectOneEffect(removeAbovePlan, { params, body: { version: 1, reason: 'Gửi hai lần' } }, office.focal);
  });

  test('is asked for with one effect', async () => {
    const old = await aUnit(t.owner, { code: 'xa-thu-gui-hai-lan', name: 'xã Thử Gửi Hai Lần' });
    await t.owner.query(
      `insert into unit_succession (predecessor_id, successor_id, kind, heir, day, citation)
       values ($1, $2, 'merge', true, '2022-01-01', 'Nghị quyết thử nghiệm')`,
      [old.id, t.unit.id],
    );
    await expectOneEffect(askTakeover, { params: { predecessorId: old.id }, body: {} }, office.focal);
    const { rows } = await t.owner.query(`select 1 from outbox where topic = 'takeover.asked'`);
    expect(rows).toHaveLength(1);
  });
});

describe('tasks of another unit', () => {
  test('are found by no route that changes one, whatever is sent', async () => {
    const taskId = await aWorkTask(t.owner, t.otherUnit.id);
    const checkId = taskId;
    const planId = await aPlanInForce(t.owner, t.otherUnit.id, 2021);
    const own = await aPlanInForce(t.owner, t.unit.id, 2024);
    const requests: [AnyRoute, object, object | undefined][] = [
      [changeTask, { taskId }, { version: 1, reason: 'thử sang đơn vị khác', weight: 2 }],
      [dropTask, { taskId }, { version: 1, reason: 'thử sang đơn vị khác', evidenceId }],
      [addCheck, { taskId }, { content: 'Đầu việc' }],
      [tickCheck, { taskId, checkId }, { version: 1, done: true }],
      [removeCheck, { taskId, checkId }, undefined],
      [
        carryOver,
        { planId },
        { toPlanId: own, reason: 'thử sang', tasks: [{ taskId, toTaskId: null, due: '2022-05-05' }] },
      ],
    ];
    for (const [route, params, body] of requests) {
      const { status, error } = await t.call(route, { params, body } as never, { as: office.focal });
      expect([route.path, status, error?.code]).toEqual([route.path, 404, 'not-found']);
    }
  });
});
