import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Id } from '#kernel/brands.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { anIssuedPlan, aUnitAbove, type IssuedPlan } from '#test/above-factories.ts';
import { startTestApp, type TestApp } from '#test/app.ts';
import type { TestUnit } from '#test/factories.ts';
import { anObligation, anOffice, aWorkTask, type TestOffice } from '#test/work-factories.ts';
import {
  aboveSheetPath,
  addAboveItem,
  addAbovePlan,
  linkAlike,
  listAbove,
  listAbovePlans,
  listOfferedPlans,
  removeAbovePlan,
  setAboveItem,
  takeAbovePlan,
} from './contract/above.ts';
import { getWorkTask } from './contract/reads.ts';
import { setAbove } from './contract/tasks.ts';

let t: TestApp;
let office: TestOffice;
let above: TestUnit;
let theirs: IssuedPlan;
let ours: IssuedPlan;
/** The task of our plan as it is worked on. */
let taskId: Id;
beforeAll(async () => {
  t = await startTestApp();
  office = await anOffice(t);
  above = await aUnitAbove(t.owner, t.unit);
  theirs = await anIssuedPlan(t.owner, above.id, {
    year: 2022,
    published: true,
    targets: [
      { measure: 'Hồ sơ giải quyết đúng hạn', operator: 'min', value: 99 },
      { measure: 'Hồ sơ nộp trực tuyến toàn trình', operator: 'min', value: 90 },
    ],
    tasks: [{ content: 'Rà soát, đơn giản hóa thủ tục hành chính', due: '2022-10-31' }],
  });
  ours = await anIssuedPlan(t.owner, t.unit.id, {
    year: 2022,
    targets: [
      { measure: 'Hồ sơ giải quyết đúng hạn', operator: '=', value: 99 },
      { measure: 'Hồ sơ nộp trực tuyến', operator: 'min', value: 70 },
    ],
  });
  taskId = await aWorkTask(t.owner, t.unit.id, {
    content: 'Rà soát và đơn giản hóa thủ tục hành chính',
    planId: ours.id,
    positionId: office.posts.officer,
  });
  await anObligation(t.owner, t.unit.id, { taskId, due: '2022-12-15', positionId: office.posts.officer });
});
afterAll(() => t.close());

const day = (text: string) => text as PlainDate;
const focal = () => ({ as: office.focal });
const compared = async (query: object = {}) =>
  (await t.call(listAbove, { params: { planId: ours.id }, query }, focal())).body;
const asked = async (words: string) => {
  const found = (await compared()).rows.find((row) => row.content.includes(words));
  if (!found) throw new Error(`nothing asked reads ${words}`);
  return found;
};
const take = () => t.call(takeAbovePlan, { body: { from: 'unit', year: 2022, planId: theirs.id } }, focal());

describe('what a unit above has made public', () => {
  test('is offered and taken, once, and only from above', async () => {
    const offered = await t.call(listOfferedPlans, { query: { year: 2022 } }, focal());
    expect(offered.body.units).toMatchObject([{ planId: theirs.id, tasks: 1, targets: 2, number: '11/KH-THU' }]);
    const taken = await take();
    expect(taken.body).toMatchObject({ version: 1, added: 3, changed: 0, gone: 0 });
    expect((await take()).body).toMatchObject({ id: taken.body.id, version: 2, added: 0, changed: 0, gone: 0 });
    const kept = await t.call(listAbovePlans, { query: { year: 2022 } }, { as: 'viewer' });
    expect(kept.body.rows).toMatchObject([{ source: 'unit', tasks: 1, targets: 2, number: '11/KH-THU' }]);
    const foreign = await anIssuedPlan(t.owner, t.otherUnit.id, { year: 2022, published: true });
    const beside = await t.call(takeAbovePlan, { body: { from: 'unit', year: 2022, planId: foreign.id } }, focal());
    expect([beside.status, beside.error?.code]).toEqual([404, 'above-not-published']);
  });

  test('is not offered before it is public, nor to units that stand elsewhere', async () => {
    const hidden = await anIssuedPlan(t.owner, above.id, { year: 2023, tasks: [{ content: 'Việc chưa công khai' }] });
    const offered = await t.call(listOfferedPlans, { query: { year: 2023 } }, focal());
    expect(offered.body.units).toEqual([]);
    const taken = await t.call(takeAbovePlan, { body: { from: 'unit', year: 2023, planId: hidden.id } }, focal());
    expect(taken.error?.code).toBe('above-not-published');
    const other = await t.account('focal', t.otherUnit);
    const elsewhere = await t.call(listOfferedPlans, { query: { year: 2022 } }, { as: other });
    expect(elsewhere.body.units).toEqual([]);
    expect((await t.call(listAbove, { params: { planId: ours.id } }, { as: other })).status).toBe(404);
  });
});

describe('the comparison', () => {
  test('begins with all missing, and offers what reads alike', async () => {
    const { counts, rows } = await compared();
    expect(counts).toEqual({ unexplained: 0, missing: 3, explained: 0, met: 0, gone: 0 });
    expect(rows.find((row) => row.kind === 'task')?.alike?.id).toBe(taskId);
    expect((await asked('đúng hạn')).alike?.id).toBe(ours.targets[0]);
  });

  test('names what reads alike in one act, and finds where ours falls behind', async () => {
    const pairs = (await compared()).rows.flatMap((row) =>
      row.alike ? [{ itemId: row.id, version: row.version, kind: row.alike.kind, id: row.alike.id }] : [],
    );
    expect(pairs.length).toBe(3);
    const linked = await t.call(linkAlike, { params: { planId: ours.id }, body: { pairs } }, focal());
    expect(linked.body).toEqual({ linked: 3 });
    const { counts } = await compared();
    expect(counts).toEqual({ unexplained: 2, missing: 0, explained: 0, met: 1, gone: 0 });
    expect((await asked('trực tuyến')).ours[0]).toMatchObject({
      gap: 'weaker',
      gapWords: 'Mức thấp hơn: cấp trên giao ≥ 90 %, ta đặt ≥ 70 %.',
    });
    expect((await asked('Rà soát')).ours[0]).toMatchObject({ gap: 'later', due: '2022-12-15' });
    const again = await t.call(linkAlike, { params: { planId: ours.id }, body: { pairs } }, focal());
    expect(again.error?.code).toBe('stale-version');
  });

  test('asks for a reason where ours is weaker, and keeps it', async () => {
    const row = await asked('trực tuyến');
    const set = (version: number, reason: string | null) =>
      t.call(
        setAboveItem,
        {
          params: { itemId: row.id },
          body: {
            version,
            ours: [{ kind: 'target', id: ours.targets[1] as Id, difference: null, reason }],
            absentReason: null,
          },
        },
        focal(),
      );
    const refused = await set(row.version, null);
    expect(refused.error?.code).toBe('above-reason-missing');
    expect(refused.error?.message).toContain('cấp trên giao ≥ 90 %, ta đặt ≥ 70 %');
    expect((await set(row.version, 'Xã mới có đường truyền từ quý III')).body.version).toBe(row.version + 1);
    expect((await set(row.version, 'Đến sau người khác')).error?.code).toBe('stale-version');
    expect((await asked('trực tuyến')).comparison).toBe('explained');
    const only = await compared({ comparison: 'unexplained' });
    expect([only.total, only.rows[0]?.kind]).toEqual([1, 'task']);
  });

  test('takes a reason for what nothing of ours carries out, but not beside something that does', async () => {
    const row = await asked('đúng hạn');
    const body = (rest: object) => ({ version: row.version, ours: [], absentReason: null, ...rest });
    const send = (rest: object) => t.call(setAboveItem, { params: { itemId: row.id }, body: body(rest) }, focal());
    const kept = [{ kind: 'target' as const, id: ours.targets[0] as Id, difference: null, reason: null }];
    expect((await send({ ours: kept, absentReason: 'Không thuộc xã' })).error?.code).toBe('above-both');
    expect((await send({ ours: [...kept, ...kept] })).error?.code).toBe('above-twice');
    expect((await send({ ours: [{ ...kept[0], kind: 'task' }] })).error?.code).toBe('above-ours-unknown');
    const foreign = await aWorkTask(t.owner, t.otherUnit.id);
    expect((await send({ ours: [{ ...kept[0], kind: 'task', id: foreign }] })).error?.code).toBe('above-ours-unknown');
    await send({ absentReason: 'Không thuộc thẩm quyền của xã' });
    expect((await asked('đúng hạn')).comparison).toBe('explained');
  });

  test('follows a later version of the higher plan, and keeps what was said', async () => {
    await t.owner.query(`update plan_version set version = 2 where unit_id = $1 and plan_id = $2`, [
      above.id,
      theirs.id,
    ]);
    await t.owner.query(`update plan set version = 2 where unit_id = $1 and id = $2`, [above.id, theirs.id]);
    await t.owner.query(`alter table plan_target disable trigger user; update plan_target set value = 60
      where id = '${theirs.targets[1]}'; update plan_target set to_version = 2 where id = '${theirs.targets[0]}';
      alter table plan_target enable trigger user`);
    const kept = await t.call(listAbovePlans, { query: { year: 2022 } }, focal());
    expect(kept.body.rows[0]?.renewable).toBe(true);
    expect((await take()).body).toMatchObject({ added: 0, changed: 1, gone: 1 });
    expect((await asked('trực tuyến')).comparison).toBe('met');
    expect((await asked('đúng hạn')).comparison).toBe('gone');
  });

  test('goes out as Excel to those who read work, and to nobody else', async () => {
    const url = aboveSheetPath.replace(':planId', ours.id);
    const reply = await t.app.inject({ url, headers: (await t.signInAs('viewer')).headers });
    expect(reply.statusCode).toBe(200);
    expect(reply.headers['content-type']).toContain('spreadsheetml');
    expect(reply.rawPayload.subarray(0, 2).toString()).toBe('PK');
    expect((await t.app.inject({ url })).statusCode).toBe(401);
    const other = await t.account('viewer', t.otherUnit);
    expect((await t.app.inject({ url, headers: (await t.signInAs(other)).headers })).statusCode).toBe(404);
  });
});

describe('a higher plan entered by hand', () => {
  let planId: Id;
  test('takes tasks and targets, and only from who manages work', async () => {
    const body = {
      year: 2022,
      issuer: 'UBND tỉnh thử nghiệm',
      number: '5/KH-UBND',
      day: day('2021-12-30'),
      title: 'Kế hoạch tỉnh',
    };
    expect((await t.call(addAbovePlan, { body }, { as: 'officer' })).status).toBe(403);
    planId = (await t.call(addAbovePlan, { body }, focal())).body.id;
    const target = {
      ...{ kind: 'target' as const, place: 'II.3', content: 'Tối thiểu 55% thanh toán trực tuyến' },
      figure: { measure: 'Thanh toán trực tuyến', operator: 'min' as const, value: 55, unit: '%' },
    };
    const added = await t.call(addAboveItem, { params: { abovePlanId: planId }, body: target }, focal());
    expect(added.status).toBe(200);
    expect(await asked('thanh toán')).toMatchObject({ comparison: 'missing', figure: { value: 55 }, alike: null });
    const other = await t.account('focal', t.otherUnit);
    const foreign = await t.call(addAboveItem, { params: { abovePlanId: planId }, body: target }, { as: other });
    expect(foreign.status).toBe(404);
  });

  test('is told on the task that carries it out, with what is asked written down there', async () => {
    const read = async () => (await t.call(getWorkTask, { params: { taskId } }, focal())).body;
    const task = await read();
    const known = task.above[0];
    if (!known) throw new Error('the task carries something out');
    const written = { abovePlanId: planId, place: 'PL02/3', content: 'Công khai thủ tục', due: null };
    const items = [
      { itemId: known.id, difference: null, reason: 'Chờ danh mục của tỉnh' },
      { ...written, difference: 'Chỉ công khai tại hai điểm', reason: 'Xã có hai trụ sở' },
    ];
    const send = (version: number, given: typeof items) =>
      t.call(setAbove, { params: { taskId }, body: { version, items: given as never } }, focal());
    const refused = await send(task.version, [{ ...written, difference: 'Chỉ hai điểm', reason: null as never }]);
    expect(refused.error?.code).toBe('above-reason-missing');
    expect((await send(task.version, items)).body).toEqual({ id: taskId, version: task.version + 1 });
    expect((await send(task.version, items)).error?.code).toBe('stale-version');
    expect((await read()).above.map((one) => [one.place, one.comparison, one.ours[0]?.reason])).toEqual([
      ['PL01', 'explained', 'Chờ danh mục của tỉnh'],
      ['PL02/3', 'explained', 'Xã có hai trụ sở'],
    ]);
    const theirTask = await aWorkTask(t.owner, t.otherUnit.id);
    const foreign = await t.call(setAbove, { params: { taskId: theirTask }, body: { version: 1, items: [] } }, focal());
    expect(foreign.status).toBe(404);
    const before = await aWorkTask(t.owner, t.unit.id, { year: 2021 });
    const otherYear = await t.call(
      setAbove,
      {
        params: { taskId: before },
        body: { version: 1, items: [{ itemId: known.id, difference: null, reason: null }] },
      },
      focal(),
    );
    expect(otherYear.error?.code).toBe('above-item-unknown');
  });

  test('goes again with all that was said of it', async () => {
    const body = { version: 1, reason: 'Ghi nhầm kế hoạch năm khác' };
    const params = { abovePlanId: planId };
    expect((await t.call(removeAbovePlan, { params, body }, { as: 'chair' })).status).toBe(403);
    expect((await t.call(removeAbovePlan, { params, body: { ...body, version: 9 } }, focal())).error?.code).toBe(
      'stale-version',
    );
    expect((await t.call(removeAbovePlan, { params, body }, focal())).status).toBe(200);
    expect((await compared()).rows.some((row) => row.plan.id === planId)).toBe(false);
    expect((await t.call(getWorkTask, { params: { taskId } }, focal())).body.above.length).toBe(1);
  });
});
