import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Id } from '#kernel/brands.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { startTestApp, type TestApp } from '#test/app.ts';
import type { TestAccount } from '#test/factories.ts';
import {
  anEvidence,
  anObligation,
  anOffice,
  aPost,
  type GivenObligation,
  holds,
  standsIn,
  type TestOffice,
} from '#test/work-factories.ts';
import {
  accept,
  askExtension,
  decideExtension,
  decideMany,
  handIn,
  handInMany,
  reportNotArising,
  returnWork,
  startWork,
  triggerWork,
  urgeWork,
  withdrawHandIn,
} from './contract/acts.ts';
import { getObligation } from './contract/reads.ts';

let t: TestApp;
let office: TestOffice;
let file: Id;
let document: Id;
const usual = '2022-03-15T09:00:00+07:00';

beforeAll(async () => {
  t = await startTestApp();
  office = await anOffice(t);
  document = await anEvidence(t.owner, t.unit.id, { signed: true });
  file = await anEvidence(t.owner, t.unit.id);
  await t.owner.query('update evidence set created_by = $1 where id = $2', [office.officer.id, file]);
});
afterAll(() => t.close());

const day = (text: string) => text as PlainDate;
const owed = (given: GivenObligation = {}) =>
  anObligation(t.owner, t.unit.id, { positionId: office.posts.officer, ...given });
const give = (id: Id, version: number, evidenceIds: Id[], as: TestAccount = office.officer) =>
  t.call(handIn, { params: { obligationId: id }, body: { version, evidenceIds } }, { as });
const take = (id: Id, version: number, as: TestAccount) =>
  t.call(accept, { params: { obligationId: id }, body: { version } }, { as });
const read = async (id: Id) =>
  (await t.call(getObligation, { params: { obligationId: id } }, { as: office.focal })).body;
const noticesOf = async (kind: string, id: Id) =>
  (
    await t.owner.query<{ accounts: string[] }>(
      `select payload->'accountIds' as accounts from outbox where topic = 'notification.wanted' and payload->>'kind' = $1
         and payload->'record'->>'id' = $2`,
      [kind, id],
    )
  ).rows.flatMap((row) => row.accounts);

describe('handing in', () => {
  test('goes to the chair, comes back with a reason, goes again and counts by the day it was handed in', async () => {
    const { id, taskId } = await owed({ due: '2022-03-15' });
    const first = await give(id, 1, [file]);
    expect(first.body).toEqual({ id, version: 2, stage: 'submitted', state: 'submitted' });
    expect(await noticesOf('work.submitted', id)).toEqual([office.chair.id]);
    const params = { obligationId: id };
    const body = { version: 2, reason: 'Thiếu phụ lục số liệu' };
    const back = await t.call(returnWork, { params, body }, { as: office.chair });
    expect(back.body).toEqual({ id, version: 3, stage: 'returned', state: 'due-soon' });
    expect(await noticesOf('work.returned', id)).toEqual([office.officer.id]);
    expect((await give(id, 3, [file])).body.stage).toBe('submitted');
    t.clock.set('2022-03-18T09:00:00+07:00');
    const done = await take(id, 4, office.chair);
    t.clock.set(usual);
    expect(done.body).toEqual({ id, version: 5, stage: 'accepted', state: 'done-in-time' });
    const page = await read(id);
    expect(page.submissions.map(({ number, state, decisionReason }) => [number, state, decisionReason])).toEqual([
      [1, 'returned', 'Thiếu phụ lục số liệu'],
      [2, 'accepted', null],
    ]);
    const { rows } = await t.owner.query('select closed from work_task where id = $1', [taskId]);
    expect(rows).toEqual([{ closed: true }]);
  });

  test('what was signed and numbered is looked at by the focal point, not approved a second time', async () => {
    const { id } = await owed();
    await give(id, 1, [document]);
    const page = await read(id);
    expect(page.approver?.positionId).toBe(office.posts.focal);
    expect(page.submissions[0]?.route).toBe('check');
    expect((await take(id, 2, office.chair)).error?.code).toBe('work-not-approver');
    expect((await take(id, 2, office.focal)).body.stage).toBe('accepted');
  });

  test('a file beside a signed document asks for the leader again', async () => {
    const { id } = await owed();
    await give(id, 1, [document, file]);
    expect((await read(id)).submissions[0]?.route).toBe('approve');
  });

  test('links one piece of evidence once for each, and never one of another unit or of nobody', async () => {
    const { id } = await owed();
    const theirs = await anEvidence(t.owner, t.otherUnit.id, { signed: true });
    const hidden = await anEvidence(t.owner, t.unit.id);
    for (const evidenceId of [theirs, hidden, office.posts.chair]) {
      const refused = await give(id, 1, [evidenceId]);
      expect([refused.status, refused.error?.code]).toEqual([404, 'work-evidence-unknown']);
    }
    expect((await give(id, 1, [document, document])).body.stage).toBe('submitted');
    const { rows } = await t.owner.query(
      'select count(*)::integer as n from submission_evidence l join submission s on s.id = l.submission_id where s.obligation_id = $1',
      [id],
    );
    expect(rows).toEqual([{ n: 1 }]);
  });

  test('can be taken back until it is decided, and then not', async () => {
    const { id } = await owed();
    await give(id, 1, [file]);
    const params = { obligationId: id };
    const back = await t.call(
      withdrawHandIn,
      { params, body: { version: 2, reason: 'Nhầm tệp' } },
      { as: office.officer },
    );
    expect(back.body).toMatchObject({ version: 3, stage: 'started' });
    expect((await read(id)).submissions.map((one) => one.state)).toEqual(['withdrawn']);
    const late = await take(id, 3, office.chair);
    expect(late.error?.code).toBe('work-nothing-handed-in');
  });

  test('what does not arise is accepted by another', async () => {
    const { id } = await owed();
    const params = { obligationId: id };
    const body = { version: 1, reason: 'Không có hồ sơ nào' };
    await t.call(reportNotArising, { params, body }, { as: office.officer });
    expect((await take(id, 2, office.officer)).error?.code).toBe('work-not-approver');
    expect((await take(id, 2, office.chair)).body).toMatchObject({ stage: 'not-arising', state: 'not-arising' });
  });
});

describe('nobody accepts their own', () => {
  test('what the chair hands in goes to the deputy by itself', async () => {
    const { id } = await owed({ positionId: office.posts.chair });
    await give(id, 1, [file], office.chair).then((refused) => expect(refused.error).toBeUndefined());
    expect((await read(id)).approver?.positionId).toBe(office.posts.deputy);
    expect((await take(id, 2, office.chair)).error?.code).toBe('work-not-approver');
    expect((await take(id, 2, office.deputy)).body.stage).toBe('accepted');
  });

  test('what the focal point hands in, signed, goes to the chair', async () => {
    const { id } = await owed({ positionId: office.posts.focal });
    await give(id, 1, [document], office.focal);
    expect((await read(id)).approver?.positionId).toBe(office.posts.chair);
  });

  test('who came to the chair’s post meanwhile does not decide about what they handed in themselves', async () => {
    const { id } = await owed();
    await give(id, 1, [file]);
    await t.owner.query(`update position_holder set valid_to = '2022-03-31' where position_id = $1`, [
      office.posts.chair,
    ]);
    await holds(t.owner, t.unit.id, office.posts.chair, office.officer.personId, { from: '2022-04-01' });
    t.clock.set('2022-04-04T09:00:00+07:00');
    const own = await take(id, 2, office.officer);
    const deputys = await take(id, 2, office.deputy);
    t.clock.set(usual);
    await t.owner.query('delete from position_holder where position_id = $1 and person_id = $2', [
      office.posts.chair,
      office.officer.personId,
    ]);
    await t.owner.query('update position_holder set valid_to = null where position_id = $1', [office.posts.chair]);
    expect([own.status, deputys.status]).toEqual([403, 200]);
  });

  test('without anybody else it says what to do', async () => {
    const lonely = await startTestApp();
    const alone = await anOffice(lonely);
    await lonely.owner.query(`update position_holder set valid_to = '2021-12-31' where person_id <> $1`, [
      alone.officer.personId,
    ]);
    const evidence = await anEvidence(lonely.owner, lonely.unit.id, { signed: true });
    const { id } = await anObligation(lonely.owner, lonely.unit.id, { positionId: alone.posts.officer });
    const body = { version: 1, evidenceIds: [evidence] };
    const refused = await lonely.call(handIn, { params: { obligationId: id }, body }, { as: alone.officer });
    await lonely.close();
    expect([refused.status, refused.error?.code]).toEqual([409, 'work-no-approver']);
  });
});

describe('two people on one obligation', () => {
  test('the second is refused and shown what the first did', async () => {
    const { id } = await owed();
    const params = { obligationId: id };
    await t.call(startWork, { params, body: { version: 1 } }, { as: office.officer });
    const late = await give(id, 1, [file]);
    expect([late.status, late.error?.code]).toEqual([409, 'stale-version']);
    expect(late.error?.details).toMatchObject({
      current: { id, version: 2, stage: 'started', lastAct: { act: 'start', by: office.officer.name } },
    });
  });

  test('at the very same time one wins and the other is refused; nothing is done twice', async () => {
    const { id } = await owed({ stage: 'submitted', submitted: submittedBy([file]) });
    const params = { obligationId: id };
    const answers = await Promise.all([
      take(id, 1, office.chair),
      t.call(returnWork, { params, body: { version: 1, reason: 'Chưa đạt yêu cầu' } }, { as: office.chair }),
      take(id, 1, office.chair),
    ]);
    expect(answers.map((one) => one.status).sort()).toEqual([200, 409, 409]);
    const { rows } = await t.owner.query('select count(*)::integer as n from obligation_act where obligation_id = $1', [
      id,
    ]);
    expect(rows).toEqual([{ n: 1 }]);
  });

  test('the last two obligations of a task accepted at once close it', async () => {
    const first = await owed({ stage: 'submitted', submitted: submittedBy([file]) });
    const second = await owed({ taskId: first.taskId, stage: 'submitted', submitted: submittedBy([file]) });
    await Promise.all([take(first.id, 1, office.chair), take(second.id, 1, office.chair)]);
    const { rows } = await t.owner.query('select closed from work_task where id = $1', [first.taskId]);
    expect(rows).toEqual([{ closed: true }]);
  });
});

const submittedBy = (evidenceIds: Id[]) => ({
  by: office.officer.personId,
  approverId: office.posts.chair,
  evidenceIds,
});

describe('standing in', () => {
  test('the substitute acts, and the name of who is away is kept; from the day after not', async () => {
    const away = office.colleague.personId;
    const days = { from: '2022-03-14', to: '2022-03-16' };
    await standsIn(t.owner, t.unit.id, away, office.officer.personId, days);
    const { id } = await owed({ positionId: office.posts.colleague });
    const handed = await give(id, 1, [document], office.officer);
    expect(handed.body.stage).toBe('submitted');
    const page = await read(id);
    expect(page.submissions[0]).toMatchObject({ submittedBy: office.officer.name, insteadOf: office.colleague.name });
    expect(page.timeline[0]?.insteadOf).toBe(office.colleague.name);
    const other = await owed({ positionId: office.posts.colleague });
    t.clock.set('2022-03-17T09:00:00+07:00');
    const late = await give(other.id, 1, [document], office.officer);
    t.clock.set(usual);
    expect([late.status, late.error?.code]).toEqual([403, 'work-not-holder']);
  });

  test('work given to a person is done by who stands in for that person', async () => {
    const { id } = await owed({ positionId: null, personId: office.colleague.personId });
    expect((await give(id, 1, [document], office.officer)).body.stage).toBe('submitted');
    expect((await read(id)).submissions[0]?.insteadOf).toBe(office.colleague.name);
  });

  test('a post that changes hands takes its work along', async () => {
    const next = office.colleague;
    const post = await aPost(t.owner, t.unit.id, { title: 'Công chức Địa chính thử' });
    await holds(t.owner, t.unit.id, post, office.officer.personId, { to: '2022-03-31' });
    await holds(t.owner, t.unit.id, post, next.personId, { from: '2022-04-01' });
    const { id } = await owed({ positionId: post });
    expect((await give(id, 1, [document], next)).error?.code).toBe('work-not-holder');
    t.clock.set('2022-04-01T00:00:00+07:00');
    const former = await give(id, 1, [document], office.officer);
    const later = await give(id, 1, [document], next);
    t.clock.set(usual);
    expect([former.error?.code, later.body.stage]).toEqual(['work-not-holder', 'submitted']);
  });
});

describe('days', () => {
  test('one minute before the year ends is in time, one minute later late', async () => {
    const both = [await owed({ due: '2022-12-31' }), await owed({ due: '2022-12-31' })];
    const states: string[] = [];
    for (const [index, instant] of ['2022-12-31T23:59:00+07:00', '2023-01-01T00:00:00+07:00'].entries()) {
      const id = both[index]?.id as Id;
      t.clock.set(instant);
      await give(id, 1, [file]);
      states.push((await take(id, 2, office.chair)).body.state);
    }
    t.clock.set(usual);
    expect(states).toEqual(['done-in-time', 'done-late']);
  });

  test('29/02 is a day of its own', async () => {
    const { id } = await owed({ due: '2024-02-29' });
    t.clock.set('2024-02-29T23:59:00+07:00');
    await give(id, 1, [file]);
    t.clock.set('2024-03-01T00:01:00+07:00');
    const done = await take(id, 2, office.chair);
    t.clock.set(usual);
    expect(done.body.state).toBe('done-in-time');
    expect((await read(id)).obligation.doneOn).toBe('2024-02-29');
  });

  test('a guiding document gives the day, and the day says which', async () => {
    const { id } = await owed({ kind: 'guided', due: null, stage: 'awaiting-guidance' });
    const body = { version: 1, due: day('2022-05-20'), evidenceId: document, reason: 'Sở đã hướng dẫn' };
    const set = await t.call(triggerWork, { params: { obligationId: id }, body }, { as: office.focal });
    expect(set.body).toMatchObject({ stage: 'open', state: 'in-time' });
    const page = await read(id);
    expect(page.obligation).toMatchObject({ due: '2022-05-20', firstDue: '2022-05-20' });
    expect(page.dueSteps.at(-1)?.words).toMatch(/^Theo văn bản số .*: hạn 20\/05\/2022\.$/);
  });
});

describe('more time', () => {
  const ask = (id: Id, due: string) => {
    const body = { version: 1, due: day(due), reason: 'Chờ số liệu của thôn' };
    return t.call(askExtension, { params: { obligationId: id }, body }, { as: office.officer });
  };
  const decide = async (id: Id, given: { granted: boolean; due?: PlainDate; reason?: string }) => {
    const extensionId = (await read(id)).extensions.at(-1)?.id as Id;
    const body = { version: 2, extensionId, ...given };
    return t.call(decideExtension, { params: { obligationId: id }, body }, { as: office.chair });
  };

  test('is asked before the day, decided by another, and both days are kept', async () => {
    const { id } = await owed({ due: '2022-04-29' });
    expect((await ask(id, '2022-05-31')).body.version).toBe(2);
    expect(await noticesOf('work.extension-asked', id)).toEqual([office.chair.id]);
    const granted = await decide(id, { granted: true, due: day('2022-05-20') });
    expect(granted.body.version).toBe(3);
    const page = await read(id);
    expect(page.obligation).toMatchObject({ due: '2022-05-20', firstDue: '2022-04-29' });
    expect(page.extensions[0]).toMatchObject({ dueNow: '2022-04-29', dueAsked: '2022-05-31', dueGiven: '2022-05-20' });
    expect(page.timeline[0]?.words).toContain('hạn từ 29/04/2022 thành 20/05/2022');
    expect(await noticesOf('work.extension-decided', id)).toEqual([office.officer.id]);
  });

  test('when it is refused the day stays, with the reason', async () => {
    const { id } = await owed({ due: '2022-04-29' });
    await ask(id, '2022-05-31');
    expect((await decide(id, { granted: false })).error?.code).toBe('work-reason-missing');
    const refused = await decide(id, { granted: false, reason: 'Việc gấp, không dời' });
    expect(refused.status).toBe(200);
    expect((await read(id)).obligation.due).toBe('2022-04-29');
  });

  test('is needed no longer once the output is accepted', async () => {
    const { id } = await owed({ due: '2022-04-29' });
    await ask(id, '2022-05-31');
    await give(id, 2, [file]);
    await take(id, 3, office.chair);
    const page = await read(id);
    expect(page.extensions.map((one) => one.state)).toEqual(['withdrawn']);
    expect((await decide(id, { granted: true })).status).toBe(409);
  });

  test.each([
    ['on the day itself', '2022-03-15', '2022-04-01', 'work-extension-too-late'],
    ['to the same day', '2022-04-29', '2022-04-29', 'work-extension-not-later'],
    ['to an earlier one', '2022-04-29', '2022-04-28', 'work-extension-not-later'],
  ])('is not asked %s', async (_, due, asked, code) => {
    const { id } = await owed({ due });
    expect((await ask(id, asked)).error?.code).toBe(code);
  });
});

describe('many at once', () => {
  test('each is told apart: done, stale, unknown, another’s', async () => {
    const mine = await owed();
    const stale = await owed();
    const theirs = await owed({ positionId: office.posts.chair });
    const items = [
      { id: mine.id, version: 1 },
      { id: stale.id, version: 9 },
      { id: theirs.id, version: 1 },
      { id: document, version: 1 },
    ];
    const body = { evidenceIds: [file], items };
    const handed = await t.call(handInMany, { body }, { as: office.officer });
    expect(handed.body.done.map((one) => one.id)).toEqual([mine.id]);
    expect(handed.body.refused.map((one) => [one.id, one.code])).toEqual([
      [stale.id, 'stale-version'],
      [theirs.id, 'work-not-holder'],
      [document, 'not-found'],
    ]);
    expect(handed.body.refused.map((one) => one.current?.version ?? null)).toEqual([1, null, null]);
    const decided = await t.call(
      decideMany,
      { body: { decision: 'return', items: [{ id: mine.id, version: 2 }] } },
      { as: office.chair },
    );
    expect(decided.body.refused.map((one) => one.code)).toEqual(['work-reason-missing']);
    const accepted = await t.call(
      decideMany,
      { body: { decision: 'accept', items: [{ id: mine.id, version: 2 }] } },
      { as: office.chair },
    );
    expect(accepted.body.done.map((one) => one.stage)).toEqual(['accepted']);
  });
});

describe('urging', () => {
  test('reaches who answers for it today', async () => {
    const { id } = await owed({ positionId: office.posts.chair });
    const params = { obligationId: id };
    const urged = await t.call(urgeWork, { params, body: { version: 1 } }, { as: office.focal });
    expect(urged.status).toBe(200);
    expect(await noticesOf('work.urged', id)).toEqual([office.chair.id]);
  });

  test('reaches who was given it by name, and who stands in today', async () => {
    const { id } = await owed({ personId: office.deputy.personId });
    await standsIn(t.owner, t.unit.id, office.deputy.personId, office.officer.personId);
    const params = { obligationId: id };
    await t.call(urgeWork, { params, body: { version: 1 } }, { as: office.chair });
    const told = await noticesOf('work.urged', id);
    await t.owner.query(`delete from substitution where away_id = $1`, [office.deputy.personId]);
    expect(told.sort()).toEqual([office.deputy.id, office.officer.id].sort());
  });
});

test('the work of a unit that was merged stays readable, under the name it had', async () => {
  const merged = await startTestApp();
  const former = await anOffice(merged);
  const evidence = await anEvidence(merged.owner, merged.unit.id, { signed: true });
  const { id } = await anObligation(merged.owner, merged.unit.id, { positionId: former.posts.officer });
  const body = { version: 1, evidenceIds: [evidence] };
  await merged.call(handIn, { params: { obligationId: id }, body }, { as: former.officer });
  await merged.owner.query(`update unit set valid_to = '2025-06-30' where id = $1`, [merged.unit.id]);
  merged.clock.set('2025-07-02T09:00:00+07:00');
  const page = await merged.call(getObligation, { params: { obligationId: id } }, { as: former.focal });
  await merged.close();
  expect(page.status).toBe(200);
  expect(page.body.timeline.map((one) => [one.act, one.by])).toEqual([['hand-in', former.officer.name]]);
});
