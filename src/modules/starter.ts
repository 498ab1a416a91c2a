import { randomInt } from 'node:crypto';
import pg from 'pg';
import type { Id, UnitId } from '#kernel/brands.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { makeAccount } from '#modules/account/make-account.ts';
import { seedDossiers } from '#modules/dossier/starter.ts';
import { seedOrg, seedUnit } from '#modules/org/starter.ts';
import { seedPlan } from '#modules/plan/starter.ts';
import { seedProcedures } from '#modules/procedure/starter.ts';
import { seedProcess } from '#modules/process/starter.ts';
import { seedSetting } from '#modules/setting/starter.ts';
import { seedWork } from '#modules/work/starter.ts';
import { newId } from '#server/ids.ts';
import { runInUnit } from '#server/jobs.ts';
import type { Services } from '#server/module.ts';

/** An invented person of the demo with the first password. */
export interface DemoAccount {
  readonly username: string;
  readonly password: string;
  readonly title: string;
}

/** An ordinary Monday before Tết, when the plan's year begins. */
const demoBegins = '2022-01-10' as PlainDate;
const rolesFrom = '2021-01-01' as PlainDate;

/** Roles by post of the demo commune; every other post works as an officer. */
const rolesOf: Readonly<Record<string, readonly string[]>> = {
  'chu-tich': ['chair'],
  'pho-chu-tich': ['chair'],
  'van-phong-thong-ke': ['focal', 'officer'],
  'phu-trach-mot-cua': ['clerk', 'officer'],
};

interface DemoPerson {
  readonly username: string;
  readonly title: string;
  readonly personId?: Id;
  readonly name?: string;
  readonly roles: readonly string[];
}

/**
 * Makes the demo commune, its people and its plan of 2022, step by step; what an interrupted start left is completed.
 * Gives the accounts made just now, with their passwords; later starts give none.
 */
export async function beginDemo(services: Services, ownerUrl: string): Promise<DemoAccount[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    if (await findSetting(client, 'demo_ready')) return [];
    if ((await findSetting(client, 'demo_clock_offset_ms')) === undefined) await services.demoClock?.moveTo(demoBegins);
    const known = await findSetting(client, 'own_unit');
    const unitId = (typeof known === 'string' ? known : newId()) as UnitId;
    if (known === undefined) await saveSetting(client, 'own_unit', unitId);
    const accounts = await makePeople(services, client, unitId);
    await seedPlan(services, unitId);
    await seedProcedures(services, unitId);
    await seedWork(services, unitId);
    await seedProcess(services, unitId);
    await seedAgencyCodes(services, unitId);
    await seedDossiers(services, unitId);
    await saveSetting(client, 'demo_ready', true);
    return accounts;
  } finally {
    await client.end();
  }
}

/** Identification codes by which the demo numbers its dossiers: the smallest unit first until 15/09/2020, the largest since. */
const agencyCodes = [
  { from: '2018-06-21' as PlainDate, code: '000.17.22.H56' },
  { from: '2020-09-15' as PlainDate, code: 'H56.22.17' },
];

async function seedAgencyCodes(services: Services, unitId: UnitId): Promise<void> {
  const who = { unitId, actor: 'starter', key: 'starter-agency-codes', name: 'Dữ liệu mẫu' };
  await runInUnit(services, who, (ctx) => seedSetting(ctx, 'dossier.agency-codes', agencyCodes));
}

async function makePeople(services: Services, client: pg.Client, unitId: UnitId): Promise<DemoAccount[]> {
  const people: DemoPerson[] = [];
  await runInUnit(services, { unitId, actor: 'starter' }, async (ctx) => {
    const posts = await seedOrg(ctx, { demo: true });
    for (const [code, post] of posts) {
      if (post.personId === null) continue;
      const title = `${post.personName} – ${post.title}`;
      people.push({
        username: code.replaceAll('-', '.'),
        title,
        personId: post.personId,
        roles: rolesOf[code] ?? ['officer'],
      });
    }
  });
  people.push(
    { username: 'quan.tri', title: 'Quản trị hệ thống', name: 'Quản trị (trình diễn)', roles: ['admin'] },
    { username: 'cap.tren', title: 'Cấp trên theo dõi, chỉ xem', name: 'Cấp trên (trình diễn)', roles: ['viewer'] },
  );
  const made: DemoAccount[] = [];
  for (const person of people) {
    const { rowCount } = await client.query('select 1 from account where unit_id = $1 and username = $2', [
      unitId,
      person.username,
    ]);
    if (rowCount) continue;
    const { title, roles, ...who } = person;
    const password = readablePassword();
    await makeAccount(services, {
      ...who,
      unitId,
      password,
      mustChangePassword: false,
      demo: true,
      roles: roles.map((role) => ({ role, departmentId: null, from: rolesFrom, to: null })),
    });
    made.push({ username: person.username, password, title });
  }
  return made;
}

/** What `init` asks for: a real unit and who administers it first. */
export interface FirstUnit {
  readonly name: string;
  readonly shortName: string;
  readonly code: string;
  readonly level: string;
  readonly province: string;
  readonly admin: string;
  readonly username: string;
}

/**
 * Makes the first unit of an installation with its usual posts and duties, and its administrator, whose password must be
 * changed at the first sign-in. Refuses when the installation has begun already.
 */
export async function beginUnit(
  services: Services,
  ownerUrl: string,
  unit: FirstUnit,
): Promise<{ username: string; password: string }> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    if ((await findSetting(client, 'own_unit')) !== undefined)
      throw new Error('Nơi này đã có đơn vị. Muốn tạo thêm đơn vị, đăng nhập và vào Quản trị → Đơn vị.');
    const unitId = newId() as string as UnitId;
    const from = services.clock.today();
    const province = { code: `tinh-${unit.code}`, name: unit.province, shortName: unit.province, level: 'province' };
    await runInUnit(services, { unitId, actor: 'init' }, async (ctx) => {
      await seedUnit(ctx, { ...unit, province, from, citation: 'Khởi tạo hệ thống' });
    });
    const password = readablePassword();
    const roles = [{ role: 'admin', departmentId: null, from, to: null }];
    await makeAccount(services, { unitId, username: unit.username, name: unit.admin, password, roles });
    await saveSetting(client, 'own_unit', unitId);
    return { username: unit.username, password };
  } finally {
    await client.end();
  }
}

async function findSetting(client: pg.Client, key: string): Promise<unknown> {
  const { rows } = await client.query<{ value: unknown }>('select value from installation where key = $1', [key]);
  return rows[0]?.value;
}

async function saveSetting(client: pg.Client, key: string, value: unknown): Promise<void> {
  await client.query(
    'insert into installation (key, value) values ($1, $2) on conflict (key) do update set value = excluded.value',
    [key, JSON.stringify(value)],
  );
}

const syllables = [
  'lua',
  'song',
  'bien',
  'nui',
  'sao',
  'trang',
  'gio',
  'hoa',
  'tre',
  'sen',
  'bac',
  'nam',
  'dong',
  'tay',
  'xuan',
  'thu',
];

/** Four syllables and two digits: easy to type from a terminal. */
function readablePassword(): string {
  const words = Array.from({ length: 4 }, () => syllables[randomInt(syllables.length)]);
  return `${words.join('-')}-${randomInt(10, 100)}`;
}
