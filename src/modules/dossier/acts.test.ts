import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { AnyRoute } from '#kernel/route.ts';
import { startTestApp, type TestApp } from '#test/app.ts';
import { aDossier } from '#test/dossier-factories.ts';
import { aDossierOffice, anIntake, aResult, Desk, type DossierOffice, type Walking } from '#test/dossier-office.ts';
import type { TestAccount } from '#test/factories.ts';
import { standsIn } from '#test/work-factories.ts';
import * as acts from './contract/acts.ts';
import { receiveDossier } from './contract/receive.ts';
import { type DossierAct, dossierActs } from './domain/transitions.ts';

/** Who may act and when, two at once, the same again, many at once; and what an act costs. */
let t: TestApp;
let office: DossierOffice;
let elsewhere: DossierOffice;
let desk: Desk;
beforeAll(async () => {
  t = await startTestApp();
  office = await aDossierOffice(t);
  elsewhere = await aDossierOffice(t, t.otherUnit);
  desk = new Desk(t, office);
});
afterAll(() => t.close());
beforeEach(() => t.clock.set('2022-03-15T09:00:00+07:00'));

const reason = 'lý do thử nghiệm';
const asked = { items: [{ name: 'Giấy xác nhận', note: '' }], reason, until: null };
const handed = { way: 'counter', toName: 'Người nhận Mẫu', proof: 'form-01' };
const extension = { dueAfter: '2022-04-05T17:00:00+07:00', reason };

async function idOf(table: string, { id }: Walking): Promise<string> {
  const { rows } = await t.owner.query(`select id from ${table} where dossier_id = $1 order by id desc limit 1`, [id]);
  return rows[0].id;
}
async function rowOf({ id }: Pick<Walking, 'id'>) {
  const { rows } = await t.owner.query('select * from dossier where id = $1', [id]);
  return rows[0];
}
async function submitted(): Promise<Walking> {
  const id = await aDossier(t.owner, t.unit.id, { state: 'submitted', code: null, procedureCode: '1.014027' });
  return { id, version: 1, code: null, state: 'submitted' };
}
async function withSupplement(isSent: boolean): Promise<Walking> {
  const dossier = await desk.assigned();
  await desk.does(acts.draftSupplement, dossier, office.officer, asked);
  const supplementId = await idOf('dossier_supplement', dossier);
  if (isSent) await desk.does(acts.sendSupplement, dossier, office.chair, { supplementId });
  return dossier;
}
async function done(route: AnyRoute, made: Promise<Walking>, as: TestAccount, body: object = {}): Promise<Walking> {
  const dossier = await made;
  await desk.does(route, dossier, as, body);
  return dossier;
}

/** For every act: a dossier on which it may be done, by whom, by which route and with what. */
interface Case {
  readonly route: AnyRoute;
  readonly make: () => Promise<Walking>;
  readonly as: () => TestAccount;
  readonly body?: (dossier: Walking) => Promise<object> | object;
}
const cases: Readonly<Partial<Record<DossierAct, Case>>> = {
  receive: { route: acts.receiveSubmitted, make: submitted, as: () => office.clerk },
  'ask-intake-supplement': { route: acts.askSubmitted, make: submitted, as: () => office.clerk, body: () => asked },
  resubmit: {
    route: acts.resubmit,
    make: () => done(acts.askSubmitted, submitted(), office.clerk, asked),
    as: () => office.clerk,
  },
  'refuse-intake': { route: acts.refuseSubmitted, make: submitted, as: () => office.clerk, body: () => ({ reason }) },
  transfer: {
    route: acts.transfer,
    make: () => desk.receive(),
    as: () => office.clerk,
    body: () => ({ moved: 'paper' }),
  },
  take: {
    route: acts.take,
    make: () => done(acts.transfer, desk.receive(), office.clerk, { moved: 'paper' }),
    as: () => office.chair,
  },
  forward: { route: acts.forward, make: () => desk.assigned(), as: () => office.officer },
  assign: { route: acts.assign, make: () => done(acts.transfer, desk.receive(), office.clerk), as: () => office.chair },
  'step-back': {
    route: acts.stepBack,
    make: () => desk.atSignature(),
    as: () => office.chair,
    body: () => ({ reason }),
  },
  recall: { route: acts.recall, make: () => desk.atSignature(), as: () => office.officer, body: () => ({ reason }) },
  lock: { route: acts.lock, make: () => desk.assigned(), as: () => office.officer },
  unlock: { route: acts.unlock, make: () => done(acts.lock, desk.assigned(), office.officer), as: () => office.chair },
  consult: {
    ...{ route: acts.consult, make: () => desk.assigned(), as: () => office.officer },
    body: () => ({ agency: 'Công an xã', content: 'xác minh', until: '2022-03-18T17:00:00+07:00' }),
  },
  'answer-consultation': {
    route: acts.answerConsultation,
    make: () =>
      done(acts.consult, desk.assigned(), office.officer, {
        ...{ agency: 'Công an xã', content: 'xác minh', until: '2022-03-18T17:00:00+07:00' },
        pauses: { basis: 'Luật Cư trú' },
      }),
    as: () => office.officer,
    body: async (dossier) => ({ consultationId: await idOf('dossier_consultation', dossier), answer: 'đúng' }),
  },
  'draft-supplement': {
    route: acts.draftSupplement,
    make: () => desk.assigned(),
    as: () => office.officer,
    body: () => asked,
  },
  'send-supplement': {
    ...{ route: acts.sendSupplement, make: () => withSupplement(false), as: () => office.chair },
    body: async (dossier) => ({ supplementId: await idOf('dossier_supplement', dossier) }),
  },
  'receive-supplement': { route: acts.receiveSupplement, make: () => withSupplement(true), as: () => office.clerk },
  'close-no-supplement': {
    route: acts.closeNoSupplement,
    make: () => withSupplement(true),
    as: () => office.clerk,
    body: () => ({ reason }),
  },
  'call-payment': {
    ...{ route: acts.callPayment, make: () => desk.assigned(), as: () => office.officer },
    body: () => ({ amount: 1_000, content: 'Lệ phí', until: null, basis: 'Luật Phí' }),
  },
  'confirm-payment': {
    ...{ route: acts.confirmPayment, as: () => office.clerk, body: () => ({ receiptNumber: '01' }) },
    make: () =>
      done(acts.callPayment, desk.assigned(), office.officer, {
        amount: 1_000,
        content: 'Lệ phí',
        until: null,
        basis: 'Luật Phí',
      }),
  },
  'draft-apology': {
    route: acts.draftApology,
    make: () => desk.assigned(),
    as: () => office.officer,
    body: () => extension,
  },
  'sign-apology': {
    ...{
      route: acts.signApology,
      make: () => done(acts.draftApology, desk.assigned(), office.officer, extension),
      as: () => office.chair,
    },
    body: async (dossier) => ({ extensionId: await idOf('dossier_extension', dossier) }),
  },
  'reject-draft': {
    ...{
      route: acts.rejectDraft,
      make: () => done(acts.draftApology, desk.assigned(), office.officer, extension),
      as: () => office.chair,
    },
    body: async (dossier) => ({ draftId: await idOf('dossier_extension', dossier), reason }),
  },
  stop: { route: acts.stop, make: () => desk.assigned(), as: () => office.clerk, body: () => ({ reason }) },
  refuse: {
    ...{ route: acts.refuse, make: () => desk.atSignature(), as: () => office.chair },
    body: () => ({ title: 'Thông báo', number: null, evidenceId: null, reason }),
  },
  'sign-result': {
    route: acts.signResult,
    make: () => desk.atSignature(),
    as: () => office.chair,
    body: () => aResult,
  },
  reopen: { route: acts.reopen, make: () => desk.resultReady(), as: () => office.chair, body: () => ({ reason }) },
  'hand-over': { route: acts.handOver, make: () => desk.resultReady(), as: () => office.clerk, body: () => handed },
  correct: {
    route: acts.correct,
    make: () => done(acts.handOver, desk.resultReady(), office.clerk, handed),
    as: () => office.chair,
    body: () => ({ reason }),
  },
};
const known = dossierActs.filter((act) => cases[act]) as DossierAct[];

function caseOf(act: DossierAct): Case {
  const found = cases[act];
  if (!found) throw new Error(act);
  return found;
}

test("every act but the applicant's own is tried", () => {
  expect(dossierActs.filter((act) => !cases[act])).toEqual(['submit']);
});

describe.each(known)('%s', (act) => {
  test('has one effect however often it is sent, and tells the version it is based on', async () => {
    const { route, make, as, body } = caseOf(act);
    const dossier = await make();
    const key = randomUUID();
    const input = {
      params: { dossierId: dossier.id },
      body: { version: dossier.version, ...(await body?.(dossier)) },
    } as never;
    const journal = async () =>
      (await t.owner.query('select act from dossier_act where dossier_id = $1 order by seq', [dossier.id])).rows;
    const before = await journal();
    const stale = {
      params: { dossierId: dossier.id },
      body: { version: dossier.version + 7, ...(await body?.(dossier)) },
    } as never;
    const refused = await t.call(route, stale, { as: as() });
    expect([refused.status, refused.error?.code]).toEqual([409, 'stale-version']);
    expect(refused.error?.details).toMatchObject({ current: { id: dossier.id, version: dossier.version } });
    const first = await t.call(route, input, { as: as(), key });
    expect(first.error).toBeUndefined();
    const second = await t.call(route, input, { as: as(), key });
    expect([second.status, second.body]).toEqual([200, first.body]);
    expect(await journal()).toEqual([...before, { act }]);
  });

  test("is no act of another unit's people", async () => {
    const { route, make, as, body } = caseOf(act);
    const dossier = await make();
    const input = {
      params: { dossierId: dossier.id },
      body: { version: dossier.version, ...(await body?.(dossier)) },
    } as never;
    const mine = Object.entries(office).find(([, value]) => value === as())?.[0] as 'clerk' | 'officer' | 'chair';
    const { status, error } = await t.call(route, input, { as: elsewhere[mine] });
    expect([status, error?.code]).toEqual([404, 'not-found']);
    expect((await rowOf(dossier)).version).toBe(dossier.version);
  });

  test('waits for the database at most six times', async () => {
    const { route, make, as, body } = caseOf(act);
    const send = async (dossier: Walking) => {
      const input = {
        params: { dossierId: dossier.id },
        body: { version: dossier.version, ...(await body?.(dossier)) },
      } as never;
      return () => t.call(route, input, { as: as() });
    };
    await (await send(await make()))();
    const sendAgain = await send(await make());
    const waits = await countWaits(sendAgain);
    // A code is looked up for one that is accepted later; a correction writes two dossiers.
    const most: Readonly<Partial<Record<DossierAct, number>>> = { receive: 7, correct: 9 };
    expect(waits).toBeLessThanOrEqual(most[act] ?? 6);
  });
});

/** How often a transaction waits: statements sent while others are under way cost no wait of their own. */
async function countWaits(send: () => Promise<{ error: unknown }>): Promise<number> {
  let waits = 0;
  let begun = false;
  const open = new Map<pg.Client, number>();
  const query = pg.Client.prototype.query;
  const spy = vi.spyOn(pg.Client.prototype, 'query').mockImplementation(function (
    this: pg.Client,
    ...given: unknown[]
  ) {
    const text = typeof given[0] === 'string' ? given[0] : ((given[0] as { text?: string } | undefined)?.text ?? '');
    begun ||= text.startsWith('begin');
    const under = open.get(this) ?? 0;
    if (begun && under === 0) waits++;
    open.set(this, under + 1);
    const answer = (query as (...all: unknown[]) => unknown).apply(this, given);
    void Promise.resolve(answer)
      .catch(() => undefined)
      .then(() => open.set(this, (open.get(this) ?? 1) - 1));
    return answer as never;
  });
  const { error } = await send();
  spy.mockRestore();
  expect(error).toBeUndefined();
  return waits;
}

test('receiving waits for the database at most six times', async () => {
  const send = () => t.call(receiveDossier, { body: { intake: anIntake() } }, { as: office.clerk });
  await send();
  expect(await countWaits(send)).toBeLessThanOrEqual(6);
});

describe('rights', () => {
  test('the officer of another field does not find it, the one who handled it does', async () => {
    const dossier = await desk.atSignature();
    expect((await desk.tries(acts.forward, dossier, office.colleague)).status).toBe(404);
    expect(await desk.codeOf(acts.forward, dossier, office.officer)).toBe('dossier-not-holder');
    expect(await desk.codeOf(acts.take, dossier, office.clerk)).toBe('dossier-not-holder');
  });

  test('a clerk neither signs nor assigns, an officer neither receives nor hands over', async () => {
    const dossier = await desk.assigned();
    expect(await desk.codeOf(acts.signResult, dossier, office.clerk, aResult)).toBe('forbidden');
    expect(await desk.codeOf(acts.assign, dossier, office.clerk, { positionId: office.posts.colleague })).toBe(
      'dossier-not-leader',
    );
    expect(await desk.codeOf(acts.stop, dossier, office.officer, { reason })).toBe('forbidden');
    expect(await desk.codeOf(acts.handOver, dossier, office.officer, handed)).toBe('forbidden');
    expect(await desk.codeOf(acts.signResult, dossier, office.chair, aResult)).toBe('dossier-not-at-signature');
  });

  test('a substitute acts for who is away, and the journal says for whom', async () => {
    const dossier = await desk.assigned();
    await standsIn(t.owner, t.unit.id, office.officer.personId, office.colleague.personId, {
      from: '2022-05-01',
      to: '2022-05-31',
    });
    t.clock.set('2022-05-04T09:00:00+07:00');
    await desk.does(acts.forward, dossier, office.colleague);
    const { rows } = await t.owner.query(
      `select by_name, by_title, instead_of from dossier_act where dossier_id = $1 and act = 'forward'`,
      [dossier.id],
    );
    expect(rows).toEqual([
      { by_name: 'Hồ Mẫu Thụ Lý', by_title: 'Công chức Văn hóa – xã hội', instead_of: 'Vũ Mẫu Thụ Lý' },
    ]);
  });

  test("what is given to one person is that person's, and a leader may give it to another", async () => {
    const dossier = await desk.assigned();
    await desk.does(acts.assign, dossier, office.chair, { personId: office.colleague.personId });
    expect(await rowOf(dossier)).toMatchObject({
      person_id: office.colleague.personId,
      position_id: office.posts.colleague,
      step_no: 3,
    });
    expect((await desk.tries(acts.forward, dossier, office.officer)).status).toBe(404);
    await desk.does(acts.assign, dossier, office.deputy, { positionId: office.posts.officer });
    await desk.does(acts.forward, dossier, office.officer);
    const nowhere = { positionId: '01890000-0000-7000-8000-000000000000' };
    const back = await desk.assigned();
    expect(await desk.codeOf(acts.assign, back, office.chair, nowhere)).toBe('dossier-holder-unknown');
  });

  test('what the province keeps is not acted on here', async () => {
    const id = await aDossier(t.owner, t.unit.id, { source: 'imported', positionId: office.posts.officer });
    const dossier: Walking = { id, version: 1, code: null, state: 'in-process' };
    expect(await desk.codeOf(acts.forward, dossier, office.officer)).toBe('dossier-is-elsewhere');
  });
});

describe('two at one dossier', () => {
  test('the later one is refused and told what the other did', async () => {
    const dossier = await desk.receive();
    const [one, two] = await Promise.all(
      [office.clerk, office.otherClerk].map((as) => desk.tries(acts.transfer, { ...dossier }, as)),
    );
    const statuses = [one?.status, two?.status].sort();
    expect(statuses).toEqual([200, 409]);
    const refused = one?.error ?? two?.error;
    expect(refused).toMatchObject({
      code: 'stale-version',
      details: {
        current: { state: 'in-process', lastAct: { act: 'transfer', words: 'chuyển hồ sơ đến nơi giải quyết' } },
      },
    });
  });

  test('what one keeps the other leaves alone, until a leader takes it away', async () => {
    const dossier = await desk.assigned();
    await desk.does(acts.assign, dossier, office.chair, { positionId: office.posts.officer });
    await desk.does(acts.lock, dossier, office.officer);
    await standsIn(t.owner, t.unit.id, office.chair.personId, office.deputy.personId, {
      from: '2022-06-01',
      to: '2022-06-30',
    });
    expect(await rowOf(dossier)).toMatchObject({ locked_by: office.officer.personId });
    await desk.does(acts.unlock, dossier, office.deputy);
    expect(await rowOf(dossier)).toMatchObject({ locked_by: null });
  });
});

describe('from hand to hand', () => {
  test('paper is on its way until it is taken, and nothing is done meanwhile', async () => {
    const dossier = await desk.receive();
    const sent = await desk.does(acts.transfer, dossier, office.clerk, { moved: 'paper' });
    expect(sent.forms).toMatchObject([{ kind: 'transfer' }]);
    expect(await rowOf(dossier)).toMatchObject({ to_take: true });
    await desk.does(acts.take, dossier, office.chair, { note: 'đủ giấy tờ' });
    expect(await desk.codeOf(acts.take, dossier, office.chair)).toBe('dossier-nothing-to-take');
    const { rows } = await t.owner.query(
      `select act, moved, taken_at is not null as taken from dossier_act where dossier_id = $1 order by seq`,
      [dossier.id],
    );
    expect(rows.slice(1)).toEqual([
      { act: 'transfer', moved: 'paper', taken: false },
      { act: 'take', moved: null, taken: true },
    ]);
    await desk.does(acts.assign, dossier, office.chair);
    await desk.does(acts.forward, dossier, office.officer, { moved: 'paper' });
    expect(await desk.codeOf(acts.stepBack, dossier, office.chair, { reason })).toBe('dossier-take-first');
  });

  test('sent back it is with who had it, also when that was somebody chosen', async () => {
    const dossier = await desk.receive();
    await desk.does(acts.transfer, dossier, office.clerk);
    await desk.does(acts.assign, dossier, office.chair, { positionId: office.posts.colleague });
    await desk.does(acts.forward, dossier, office.colleague);
    expect(await desk.codeOf(acts.stepBack, dossier, office.chair, { reason, stepNo: 1 })).toBe(
      'dossier-step-not-next',
    );
    await desk.does(acts.stepBack, dossier, office.chair, { reason });
    expect(await rowOf(dossier)).toMatchObject({
      step_no: 3,
      position_id: office.posts.colleague,
      waits_for: 'handle',
    });
  });

  test('recalled it is with who sent it, as long as nobody has begun', async () => {
    const dossier = await desk.atSignature();
    await desk.does(acts.recall, dossier, office.officer, { reason });
    expect(await rowOf(dossier)).toMatchObject({ step_no: 3, position_id: office.posts.officer });
    await desk.does(acts.forward, dossier, office.officer);
    await desk.does(acts.lock, dossier, office.chair);
    expect(await desk.codeOf(acts.recall, dossier, office.officer, { reason })).toBe('dossier-already-begun');
    const sent = await done(acts.transfer, desk.receive(), office.clerk);
    await desk.does(acts.recall, sent, office.clerk, { reason });
    expect(await rowOf(sent)).toMatchObject({ step_no: 1, position_id: office.posts.clerk, state: 'in-process' });
    await desk.does(acts.forward, sent, office.clerk);
    expect(await rowOf(sent)).toMatchObject({ step_no: 2 });
  });

  test('it goes nowhere the process does not lead', async () => {
    const dossier = await desk.receive();
    expect(await desk.codeOf(acts.transfer, dossier, office.clerk, { to: { stepNo: 5 } })).toBe(
      'dossier-step-not-next',
    );
  });
});

describe('many at once', () => {
  test('are done each for itself, the refused told with their reason', async () => {
    const [one, two, gone] = [await desk.resultReady(), await desk.resultReady(), await desk.assigned()];
    const items = [one, two, gone].map(({ id, version }) => ({ id, version }));
    const stale = { id: (await desk.resultReady()).id, version: 77 };
    const body = { act: 'hand-over' as const, items: [...items, stale] };
    const { body: answer } = await t.call(acts.actOnMany, { body }, { as: office.clerk });
    expect(answer.done.map((row) => [row.id, row.state])).toEqual(
      expect.arrayContaining([
        [one.id, 'returned'],
        [two.id, 'returned'],
      ]),
    );
    expect(answer.refused.map(({ id, code }) => [id, code])).toEqual([
      [gone.id, 'dossier-no-result'],
      [stale.id, 'stale-version'],
    ]);
  });

  test.each([
    'transfer',
    'forward',
    'take',
    'assign',
    'sign-result',
    'hand-over',
    'sign-apology',
    'send-supplement',
  ] as const)('%s', async (act) => {
    const { make, as } = caseOf(act);
    const dossier = await make();
    const body = { act, items: [{ id: dossier.id, version: dossier.version }] };
    const { body: answer } = await t.call(acts.actOnMany, { body }, { as: as() });
    expect(answer.refused).toEqual([]);
    expect(answer.done).toMatchObject([{ id: dossier.id, version: dossier.version + 1 }]);
  });

  test('need the permission of the act', async () => {
    const dossier = await desk.atSignature();
    const body = { act: 'sign-result' as const, items: [{ id: dossier.id, version: dossier.version }] };
    expect((await t.call(acts.actOnMany, { body }, { as: office.officer })).status).toBe(403);
  });
});
