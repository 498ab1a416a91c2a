import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PlainDate } from '#kernel/plain-date.ts';
import { startTestApp, type TestApp } from '#test/app.ts';
import { anAccount } from '#test/factories.ts';
import { getCurrentSession, getDemoClock, setDemoClock } from './contract/session.ts';
import { makeAccount } from './make-account.ts';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp({ demo: true, now: '2022-01-10T08:00:00+07:00' });
});
afterAll(() => t.close());

test('the people of the demo sign in by one click, marked as invented, and are not asked for a second factor', async () => {
  const id = await makeAccount(t.services, {
    unitId: t.unit.id,
    username: 'chutich',
    name: 'Nguyễn Văn Giả Định',
    password: 'không ai dùng tới',
    mustChangePassword: false,
    demo: true,
    roles: [{ role: 'chair', departmentId: null, from: '2021-01-01' as PlainDate, to: null }],
  });
  const shown = await t.app.inject('/dang-nhap?tiep=/lam-viec/ke-hoach');
  expect(shown.body).toContain('Bản trình diễn');
  expect(shown.body).toContain('Nguyễn Văn Giả Định');
  expect(shown.body).toContain('Lãnh đạo');
  const reply = await t.app.inject({
    method: 'POST',
    url: '/dang-nhap/trinh-dien',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ ai: id, tiep: '/lam-viec/ke-hoach' }).toString(),
  });
  expect([reply.statusCode, reply.headers.location]).toEqual([303, '/lam-viec/ke-hoach']);
  const cookie = reply.cookies.map((one) => `${one.name}=${encodeURIComponent(one.value)}`).join('; ');
  const session = await t.call(getCurrentSession, {}, { as: { headers: { cookie } } });
  expect(session.body).toMatchObject({
    demo: true,
    today: '2022-01-10',
    mustEnrolTotp: false,
    mustChangePassword: false,
  });
});

test('nobody else gets in by one click', async () => {
  const real = await anAccount(t.owner, t.unit.id, { roles: ['admin'] });
  const foreign = await anAccount(t.owner, t.otherUnit.id, { demo: true });
  for (const ai of [real.id, foreign.id, 'chutich', '']) {
    const reply = await t.app.inject({
      method: 'POST',
      url: '/dang-nhap/trinh-dien',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ ai }).toString(),
    });
    expect([reply.statusCode, reply.cookies]).toEqual([404, []]);
  }
  expect((await t.app.inject('/dang-nhap')).body).not.toContain(real.name);
});

test('anybody moves the demo clock; rules and sessions follow, and the log keeps it', async () => {
  expect((await t.call(getDemoClock)).body).toEqual({
    today: '2022-01-10',
    now: '2022-01-10T01:00:00.000Z',
    real: false,
  });
  const moved = await t.call(setDemoClock, { body: { today: '2022-06-30' as PlainDate } });
  expect(moved.body).toMatchObject({ today: '2022-06-30', now: '2022-06-30T01:00:00.000Z' });
  expect((await t.call(getCurrentSession, {}, { as: 'officer' })).body.today).toBe('2022-06-30');
  expect((await t.call(setDemoClock, { body: { today: '2150-01-01' as PlainDate } })).error?.code).toBe('demo-day-far');
  expect((await t.call(setDemoClock, { body: { today: '2022-02-30' as PlainDate } })).status).toBe(400);
  const { rows } = await t.owner.query(
    `select d.before, d.after from log_entry e join log_detail d on d.entry_id = e.id where action = 'demo-clock.moved'`,
  );
  expect(rows).toEqual([{ before: { today: '2022-01-10' }, after: { today: '2022-06-30' } }]);
});
