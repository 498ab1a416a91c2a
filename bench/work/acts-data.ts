import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import pg from 'pg';
import type { Id, UnitId } from '#kernel/brands.ts';
import { systemClock } from '#server/clock.ts';
import { newId } from '#server/ids.ts';
import { migrate } from '#server/migrate.ts';
import { ensureRoles } from '#server/roles.ts';
import { anAccount, aSession, aUnit, type TestAccount } from '#test/factories.ts';
import { anEvidence, aPost } from '#test/work-factories.ts';

/** Obligations of one client; each is handed in and accepted once. */
export const perClient = 8_000;
const perTask = 10;

/** Ids that a script can count: of an obligation or its task, by client and place. */
export const idText = {
  obligation: (client: number, nth: number) => idOf('8000', client * 1_000_000 + nth),
  task: (client: number, nth: number) => idOf('8001', client * 1_000_000 + Math.floor(nth / perTask)),
};

function idOf(kind: string, number: number): Id {
  return `00000000-0000-7000-${kind}-${number.toString(16).padStart(12, '0')}` as Id;
}

/** The same ids as PostgreSQL expressions over pgbench's variables `client_id` and `k`. */
export const idExpression = {
  obligation: `('00000000-0000-7000-8000-' || lpad(to_hex(:client_id * 1000000 + :k), 12, '0'))`,
  task: `('00000000-0000-7000-8001-' || lpad(to_hex(:client_id * 1000000 + :k / ${perTask}), 12, '0'))`,
};

/** A unit whose officers each owe very much to a chair who decides, with a session for everybody and a file to hand in. */
export async function prepareActs(ownerUrl: string, dataDir: string, clients: number) {
  const { roles, urls } = await ensureRoles(ownerUrl, 'lien_mach_bench', join(dataDir, 'secrets'));
  await migrate(ownerUrl, roles);
  const owner = new pg.Pool({ connectionString: ownerUrl, max: 2 });
  const authSecret = randomBytes(32).toString('base64url');
  try {
    const unit = await aUnit(owner, { code: 'xa-lon', name: 'xã Lớn' });
    const sessionOf = (account: TestAccount) => aSession(owner, account.id, authSecret);
    const chair = await anAccount(owner, unit.id, { username: 'chu.tich', roles: ['chair'] });
    await aPost(owner, unit.id, { title: 'Chủ tịch UBND xã', leader: true, sort: 1, personId: chair.personId });
    const officers: string[] = [];
    for (let client = 0; client < clients; client++) {
      const officer = await anAccount(owner, unit.id, { username: `cong.chuc.${client}`, roles: ['officer', 'focal'] });
      const post = await aPost(owner, unit.id, { title: `Chức danh số ${client}`, personId: officer.personId });
      await owe(owner, unit.id, client, post);
      officers.push(await sessionOf(officer));
    }
    await owner.query(
      `insert into work_count (unit_id, id, position_id, month, state, n)
       select unit_id, $2, position_id, date_trunc('month', due)::date, state, count(*) from obligation
       where unit_id = $1 group by unit_id, position_id, 4, state limit 1`,
      [unit.id, newId()],
    );
    const evidenceId = await anEvidence(owner, unit.id);
    await owner.query('vacuum analyze');
    const { app, worker, auth } = urls;
    return {
      officers,
      chair: await sessionOf(chair),
      evidenceId,
      task: { appUrl: app, workerUrl: worker, authUrl: auth, dataDir, authSecret, unitId: unit.id },
    };
  } finally {
    await owner.end();
  }
}

async function owe(owner: pg.Pool, unitId: UnitId, client: number, post: Id): Promise<void> {
  const due = systemClock.today();
  await owner.query(
    `insert into work_task (unit_id, id, source, plan_year, content, position_id, fold, created_at)
     select $1, ('00000000-0000-7000-8001-' || lpad(to_hex($2::integer * 1000000 + i), 12, '0'))::uuid, 'other',
       extract(year from $4::date), 'Việc số ' || i, $3, 'viec so ' || i, $4::date
     from generate_series(0, $5::integer) i`,
    [unitId, client, post, due, perClient / perTask],
  );
  await owner.query(
    `insert into obligation (unit_id, id, task_id, output_id, kind, title, due, first_due, due_words, position_id, state)
     select $1, id, ('00000000-0000-7000-8001-' || lpad(to_hex($2::integer * 1000000 + i / ${perTask}), 12, '0'))::uuid, id,
       'dated', 'Sản phẩm số ' || i, $4::date + 30, $4::date + 30, 'theo phân công', $3, 'in-time'
     from generate_series(0, $5::integer - 1) i
     cross join lateral (select ('00000000-0000-7000-8000-' || lpad(to_hex($2::integer * 1000000 + i), 12, '0'))::uuid as id) x`,
    [unitId, client, post, due, perClient],
  );
}
