import { expect, test } from 'vitest';
import type { Id, UnitId } from '#kernel/brands.ts';
import { makeKeptSessions } from './kept-sessions.ts';
import type { Session } from './session.ts';

const unit = 'xã Thử' as UnitId;
const session: Session = {
  id: 'phiên thử',
  accountId: 'tài khoản thử' as Id,
  personId: 'người thử' as Id,
  unitId: unit,
  name: 'Người Thử',
  username: 'nguoi.thu',
  email: null,
  grants: [],
  departmentIds: [],
  mustChangePassword: false,
  mustEnrolTotp: false,
  via: 'cookie',
};

function rig() {
  let now = 0;
  let asked = 0;
  let known: Session | undefined = session;
  const kept = makeKeptSessions(() => now);
  return {
    kept,
    pass: (ms: number) => (now += ms),
    end: () => (known = undefined),
    asked: () => asked,
    get: () =>
      kept.get('khóa', async () => {
        asked++;
        return known;
      }),
  };
}

test('the database is asked once in two seconds', async () => {
  const it = rig();
  expect(await it.get()).toBe(session);
  it.pass(1_999);
  expect(await it.get()).toBe(session);
  expect(it.asked()).toBe(1);
  it.pass(1);
  await it.get();
  expect(it.asked()).toBe(2);
});

test.each([
  ['of its unit', unit],
  ['of all units', undefined],
])('a session that ended is not kept after a change %s', async (_words, changed) => {
  const it = rig();
  await it.get();
  it.end();
  it.kept.forget(changed);
  expect(await it.get()).toBeUndefined();
});

test('a change of another unit leaves it', async () => {
  const it = rig();
  await it.get();
  it.kept.forget('xã Khác' as UnitId);
  await it.get();
  expect(it.asked()).toBe(1);
});

test('a change of a person ends what is kept of that one alone', async () => {
  const it = rig();
  await it.get();
  it.kept.forgetPerson('người khác');
  await it.get();
  expect(it.asked()).toBe(1);
  it.kept.forgetPerson('người thử');
  await it.get();
  expect(it.asked()).toBe(2);
});

test('so many changes of people that they are no longer told apart end all that is kept', async () => {
  const it = rig();
  await it.get();
  for (let nth = 0; nth < 10_001; nth++) it.kept.forgetPerson(`người khác ${nth}`);
  await it.get();
  expect(it.asked()).toBe(2);
});

test('what the database said while something changed serves that request alone', async () => {
  const it = rig();
  let answer: (found: Session) => void = () => undefined;
  const slow = it.kept.get('khóa', () => new Promise<Session>((resolve) => (answer = resolve)));
  it.kept.forget(unit);
  answer(session);
  expect(await slow).toBe(session);
  it.end();
  expect(await it.get()).toBeUndefined();
});

test('that there is no session is asked each time', async () => {
  const it = rig();
  it.end();
  await it.get();
  await it.get();
  expect(it.asked()).toBe(2);
});
