import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import pg from 'pg';
import type { UnitId } from '#kernel/brands.ts';
import { systemClock } from '#server/clock.ts';
import { migrate } from '#server/migrate.ts';
import { ensureRoles } from '#server/roles.ts';
import { anAccount, aSession, aUnit, type TestAccount } from '#test/factories.ts';
import { aDuty, aPost } from '#test/work-factories.ts';

/** Dossiers of one client; each is transferred and assigned once. */
export const perClient = 6_000;
/** Sessions that receive; every client of a load uses one of them. */
export const clerks = 20;

/** A commune with a one-stop shop, and accepted dossiers that wait for each client, with ids a script can count. */
export async function prepareDossierActs(ownerUrl: string, dataDir: string, clients: number) {
  const { roles, urls } = await ensureRoles(ownerUrl, 'lien_mach_bench', join(dataDir, 'secrets'));
  await migrate(ownerUrl, roles);
  const owner = new pg.Pool({ connectionString: ownerUrl, max: 2 });
  const authSecret = randomBytes(32).toString('base64url');
  try {
    const unit = await aUnit(owner, { code: 'xa-lon', name: 'xã Lớn' });
    const sessionOf = (account: TestAccount) => aSession(owner, account.id, authSecret);
    const post = async (title: string, role: string, sort: number, duty?: string) => {
      const account = await anAccount(owner, unit.id, { username: `nguoi.${sort}`, roles: [role] });
      const id = await aPost(owner, unit.id, { title, leader: sort === 1, sort, personId: account.personId });
      if (duty) await aDuty(owner, unit.id, duty, title, id);
      return { account, id };
    };
    const chair = await post('Chủ tịch UBND xã', 'chair', 1);
    await post('Công chức Văn hóa – xã hội', 'officer', 2, 'van-hoa-xa-hoi');
    await post('Công chức Văn phòng – thống kê', 'officer', 3, 'van-phong-thong-ke');
    const desk = await post('Phụ trách Một cửa', 'clerk', 4, 'mot-cua');
    const others = Array.from({ length: clerks - 1 }, (_, index) =>
      anAccount(owner, unit.id, { username: `mot.cua.${index}`, roles: ['clerk'] }),
    );
    await owner.query(
      `insert into unit_setting (unit_id, key, value, version) values ($1, 'dossier.agency-codes', $2, 1)`,
      [unit.id, JSON.stringify([{ from: '2020-09-15', code: 'H56.22.17' }])],
    );
    for (let client = 0; client < clients; client++) await accept(owner, unit.id, client, desk.id);
    await owner.query('vacuum analyze');
    const { app, worker, auth } = urls;
    return {
      chair: await sessionOf(chair.account),
      clerks: await Promise.all([desk.account, ...(await Promise.all(others))].map(sessionOf)),
      task: { appUrl: app, workerUrl: worker, authUrl: auth, dataDir, authSecret, unitId: unit.id },
    };
  } finally {
    await owner.end();
  }
}

/** Dossiers of a client in state accepted, as the counter leaves them, with the act that took them in. */
async function accept(owner: pg.Pool, unitId: UnitId, client: number, positionId: string): Promise<void> {
  const at = new Date(systemClock.now()).toISOString();
  const id = `('00000000-0000-7000-8000-' || lpad(to_hex(${client} * 1000000 + i), 12, '0'))::uuid`;
  await owner.query(
    `insert into dossier (unit_id, id, code, source, procedure_code, procedure_name, field, channel, owner_name,
       owner_number, term_unit, term_milli, rules_code, received_at, received_on, recorded_at, received_by_name, state,
       step_no, step_name, position_id, holder_name, waits_for, first_due_at, statutory_due_at, due_at, name_fold, fold)
     select $1, ${id}, 'H56.22.17-260101-' || ${client} || '-' || i, 'own', '1.014027', 'Trợ cấp hưu trí xã hội',
       'Bảo trợ xã hội', 'counter', 'Nguyễn Mẫu Số ' || i, lpad((${client} * 1000000 + i)::text, 12, '3'), 'working-day',
       10000, 'nd-118-2025', $2, $2::timestamptz::date, $2, 'Mẫu', 'accepted', 1, 'Tiếp nhận hồ sơ', $3, 'Phụ trách Một cửa',
       'handle', $2::timestamptz + interval '14 days', $2::timestamptz + interval '14 days',
       $2::timestamptz + interval '14 days', 'nguyen mau so ' || i, ' nguyen mau so ' || i || ' tro cap huu tri xa hoi '
     from generate_series(0, $4::integer - 1) i`,
    [unitId, at, positionId, perClient],
  );
  await owner.query(
    `insert into dossier_act (unit_id, id, dossier_id, seq, act, from_state, to_state, at, day, recorded_at, by_name, to_step)
     select $1, ${id}, ${id}, 1, 'receive', 'submitted', 'accepted', $2, $2::timestamptz::date, $2, 'Mẫu', 1
     from generate_series(0, $3::integer - 1) i`,
    [unitId, at, perClient],
  );
}
