import { afterAll, beforeAll, expect, test } from 'vitest';
import type { UnitId } from '#kernel/brands.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { seedOrg } from '#modules/org/starter.ts';
import { seedProcedures } from '#modules/procedure/starter.ts';
import { seedProcess } from '#modules/process/starter.ts';
import { seedSetting } from '#modules/setting/starter.ts';
import { newId } from '#server/ids.ts';
import { runInUnit } from '#server/jobs.ts';
import { startTestApp, type TestApp } from '#test/app.ts';
import { anAccount } from '#test/factories.ts';
import { dossierStates } from './domain/states.ts';
import { demoDossiers } from './starter/demo-dossiers.ts';
import { seedDossiers } from './starter.ts';

let t: TestApp;
const unitId = newId() as unknown as UnitId;

beforeAll(async () => {
  t = await startTestApp({ now: '2022-01-10T08:00:00+07:00' });
  await t.owner.query('truncate unit cascade');
  await runInUnit(t.services, { unitId, actor: 'test' }, async (ctx) => {
    await seedOrg(ctx, { demo: true });
    await seedSetting(ctx, 'dossier.agency-codes', [{ from: '2020-09-15' as PlainDate, code: 'H56.22.17' }]);
  });
  const { rows } = await t.owner.query('select id from person where unit_id = $1', [unitId]);
  for (const { id } of rows) await anAccount(t.owner, unitId, { personId: id });
  await seedProcedures(t.services, unitId);
  await seedProcess(t.services, unitId);
  await seedDossiers(t.services, unitId);
});
afterAll(() => t.close());

const all = async () =>
  (await t.owner.query('select id, code, state, owner_name, due_at, version from dossier order by id')).rows;

test('the demo has every dossier that is written down, in all states but those that need longer', async () => {
  const rows = await all();
  expect(rows).toHaveLength(demoDossiers.length);
  const states = new Set(rows.map((row) => row.state));
  const later = ['refused', 'closed-no-supplement'];
  expect(dossierStates.filter((state) => !states.has(state))).toEqual(later);
  expect(rows.filter((row) => !/ Mẫu /.test(row.owner_name))).toEqual([]);
});

test('it has late ones, owed apologies, drafts and extensions to show', async () => {
  const count = async (what: string) =>
    (await t.owner.query(`select count(*)::integer as n from ${what}`)).rows[0].n as number;
  expect(await count(`dossier where timed and due_at < '2022-01-10T08:00+07'`)).toBeGreaterThan(0);
  expect(await count('dossier where apology_owed')).toBeGreaterThan(0);
  expect(await count('dossier where extended')).toBeGreaterThan(0);
  expect(await count(`dossier_extension where state = 'draft'`)).toBeGreaterThan(0);
  expect(await count(`dossier_supplement where state = 'draft'`)).toBeGreaterThan(0);
  expect(await count(`dossier where waits_for = 'signature'`)).toBeGreaterThan(1);
  expect(await count('dossier where locked_by is not null')).toBe(1);
});

test('codes of a day follow each other, nothing happened after the demo begins, and counts are those of the rows', async () => {
  const late = await t.owner.query(`select 1 from dossier_act where at > '2022-01-10T08:00+07'`);
  expect(late.rows).toEqual([]);
  const codes = (await all()).flatMap((row) => (row.code ? [row.code] : []));
  const days = Map.groupBy(codes, (code) => code.slice(0, -5));
  for (const [day, ofDay] of days)
    expect(ofDay.sort()).toEqual(ofDay.map((_, index) => `${day}-${String(index + 1).padStart(4, '0')}`));
  const counted = await t.owner.query(
    'select state, sum(n)::integer as n from dossier_count group by 1 having sum(n) <> 0 order by 1',
  );
  const live = await t.owner.query(
    'select state, count(*)::integer as n from dossier where live group by 1 order by 1',
  );
  expect(counted.rows).toEqual(live.rows);
});

test('a second run changes nothing', async () => {
  const before = await all();
  await seedDossiers(t.services, unitId).catch((error: { code?: string }) => expect(error.code).toBe('LM001'));
  expect(await all()).toEqual(before);
});
