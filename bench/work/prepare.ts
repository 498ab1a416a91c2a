import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import pg from 'pg';
import { systemClock } from '#server/clock.ts';
import { migrate } from '#server/migrate.ts';
import { ensureRoles } from '#server/roles.ts';
import { anAccount, aSession, aUnit } from '#test/factories.ts';
import { makeBigWork } from './data.ts';

const usualSize = { tasks: 20_000, obligations: 200_000, posts: 40 };
export const clients = 16;

/** A database with the work of a very large unit and of one beside it, and a session for each client, all officers. */
export async function prepareWork(ownerUrl: string, dataDir: string, size = usualSize) {
  const { roles, urls } = await ensureRoles(ownerUrl, 'lien_mach_bench', join(dataDir, 'secrets'));
  await migrate(ownerUrl, roles);
  const owner = new pg.Pool({ connectionString: ownerUrl, max: 2 });
  const authSecret = randomBytes(32).toString('base64url');
  try {
    const unit = await aUnit(owner, { code: 'xa-lon', name: 'xã Lớn' });
    const other = await aUnit(owner, { code: 'xa-ben', name: 'xã Bên' });
    const today = systemClock.today();
    const { people } = await makeBigWork(owner, unit.id, { ...size, today });
    await makeBigWork(owner, other.id, { ...size, tasks: size.tasks / 4, obligations: size.obligations / 4, today });
    const cookies: string[] = [];
    for (const [nth, personId] of people.slice(2, 2 + clients).entries()) {
      const account = await anAccount(owner, unit.id, { username: `cong.chuc.${nth}`, personId, roles: ['officer'] });
      cookies.push(await aSession(owner, account.id, authSecret));
    }
    const { app, worker, auth } = urls;
    return { cookies, appUrl: app, workerUrl: worker, authUrl: auth, dataDir, authSecret, unitId: unit.id };
  } finally {
    await owner.end();
  }
}
