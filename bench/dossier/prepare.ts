import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import pg from 'pg';
import type { Id, UnitId } from '#kernel/brands.ts';
import { moment } from '#kernel/moment.ts';
import { systemClock } from '#server/clock.ts';
import { migrate } from '#server/migrate.ts';
import { ensureRoles } from '#server/roles.ts';
import { aDepartment, anAccount, aSession, aUnit } from '#test/factories.ts';
import { aPost } from '#test/work-factories.ts';
import { type BigUnit, makeBigDossiers, type Sample } from '../dossier-data.ts';
import type { ServerTask } from '../plan-list/server-task.ts';

const departments = 20;
const postsOfEach = 3;
const clerks = 6;

/** What a bench of dossiers works with. */
export interface ReadyDossiers {
  readonly task: ServerTask;
  readonly samples: readonly Sample[];
  readonly departments: readonly Id[];
  /** Sessions: an officer of each department, a clerk, who may read all, and the chair. */
  readonly officers: readonly string[];
  readonly clerk: string;
  readonly chair: string;
  readonly acts: number;
}

/** A database with a unit of so many dossiers, one with a twentieth of them beside it, and people to ask for them. */
export async function prepareDossiers(ownerUrl: string, dataDir: string, count: number): Promise<ReadyDossiers> {
  const { roles, urls } = await ensureRoles(ownerUrl, 'lien_mach_bench', join(dataDir, 'secrets'));
  await migrate(ownerUrl, roles);
  const owner = new pg.Pool({ connectionString: ownerUrl, max: 2 });
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  const authSecret = randomBytes(32).toString('base64url');
  const sessionOf = async (unitId: UnitId, username: string, role: string) =>
    aSession(owner, (await anAccount(owner, unitId, { username, roles: [role] })).id, authSecret);
  try {
    const unit = await aUnit(owner, { code: 'xa-lon', name: 'xã Lớn' });
    const other = await aUnit(owner, { code: 'xa-ben', name: 'xã Bên' });
    const now = moment(systemClock.now());
    const beside = await staffed(owner, other.id, authSecret);
    await makeBigDossiers(client, beside.unit, Math.ceil(count / 20), now, 2);
    const { unit: big, officers } = await staffed(owner, unit.id, authSecret);
    const samples = await makeBigDossiers(client, big, count, now, 1);
    await client.query('vacuum analyze');
    const { rows } = await client.query<{ n: number }>('select count(*)::integer as n from dossier_act');
    return {
      task: { appUrl: urls.app, workerUrl: urls.worker, authUrl: urls.auth, dataDir, authSecret, unitId: unit.id },
      samples,
      departments: big.departments,
      officers,
      clerk: await sessionOf(unit.id, 'mot.cua', 'clerk'),
      chair: await sessionOf(unit.id, 'chu.tich', 'chair'),
      acts: rows[0]?.n ?? 0,
    };
  } finally {
    await Promise.all([owner.end(), client.end()]);
  }
}

async function staffed(
  owner: pg.Pool,
  unitId: UnitId,
  authSecret: string,
): Promise<{ unit: BigUnit; officers: string[] }> {
  const unit = { unitId, departments: [] as Id[], posts: [] as { id: Id; name: string }[], clerks: [] as Id[] };
  const officers: string[] = [];
  for (let nth = 0; nth < departments; nth++) {
    const departmentId = await aDepartment(owner, unitId, { name: `Phòng số ${nth + 1}` });
    unit.departments.push(departmentId);
    for (let place = 0; place < postsOfEach; place++) {
      const account = await anAccount(owner, unitId, { roles: ['officer'] });
      const title = `Công chức số ${nth * postsOfEach + place + 1}`;
      const id = await aPost(owner, unitId, { title, personId: account.personId, departmentId });
      unit.posts.push({ id, name: account.name });
      if (place === 0) officers.push(await aSession(owner, account.id, authSecret));
    }
  }
  for (let nth = 0; nth < clerks; nth++)
    unit.clerks.push((await anAccount(owner, unitId, { roles: ['clerk'] })).personId);
  return { unit, officers };
}
