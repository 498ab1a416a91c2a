import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AnyRoute } from '#kernel/route.ts';
import { roles, startTestApp, type TestApp } from '#test/app.ts';

/** Every route of every module × every role, with records that do not exist and with another unit's. */
let t: TestApp;
let permissions: Map<string, ReadonlySet<string>>;
beforeAll(async () => {
  t = await startTestApp({ demo: true });
  const { rows } = await t.owner.query<{ code: string; permissions: string[] }>('select code, permissions from role');
  permissions = new Map(rows.map((row) => [row.code, new Set(row.permissions)]));
});
afterAll(() => t.close());

const addressOf = (route: AnyRoute, value: string) => route.path.replace(/:\w+/g, value);

async function ask(
  route: AnyRoute,
  address: string,
  headers: Readonly<Record<string, string>>,
): Promise<{ status: number; code: string | undefined }> {
  const reply = await t.app.inject({
    method: route.method,
    url: address,
    headers: { ...headers, 'idempotency-key': randomUUID() },
    ...(route.method === 'GET' || route.file ? {} : { payload: {} }),
  });
  const type = String(reply.headers['content-type'] ?? '');
  return { status: reply.statusCode, code: type.includes('json') ? reply.json().error?.code : undefined };
}

describe('every route', () => {
  test('is there to be walked', () => expect(t.app.contractRoutes.length).toBeGreaterThan(20));

  test('names a permission that some module describes', async () => {
    const { modules } = await import('#modules/index.server.ts');
    const described = new Set(modules.flatMap((module) => Object.keys(module.permissions ?? {})));
    const unknown = t.app.contractRoutes.filter(
      (route) => !['public', 'session'].includes(route.permission) && !described.has(route.permission),
    );
    expect(unknown.map((route) => `${route.method} ${route.path} ${route.permission}`)).toEqual([]);
  });

  test('that is not public refuses whoever is not signed in', async () => {
    const wrong: string[] = [];
    for (const route of t.app.contractRoutes) {
      if (route.permission === 'public') continue;
      const { status } = await ask(route, addressOf(route, randomUUID()), {});
      if (status !== 401) wrong.push(`${route.method} ${route.path} → ${status}`);
    }
    expect(wrong).toEqual([]);
  });

  test.each(roles)('asks its permission of %s', async (role) => {
    const { headers } = await t.signInAs(role);
    const held = permissions.get(role) ?? new Set();
    const wrong: string[] = [];
    for (const route of t.app.contractRoutes) {
      if (['public', 'session'].includes(route.permission) || held.has(route.permission)) continue;
      const { status, code } = await ask(route, addressOf(route, randomUUID()), headers);
      if (status !== 403 || code !== 'forbidden') wrong.push(`${route.method} ${route.path} → ${status} ${code}`);
    }
    expect(wrong).toEqual([]);
  });

  test('never fails inside, whatever id or body comes', async () => {
    const { headers } = await t.signInAs('admin');
    const wrong: string[] = [];
    for (const route of t.app.contractRoutes) {
      for (const value of [randomUUID(), 'khong-phai-ma', "1' or '1'='1", '%00']) {
        const { status } = await ask(route, addressOf(route, encodeURIComponent(value)), headers);
        if (status >= 500) wrong.push(`${route.method} ${route.path} (${value}) → ${status}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

describe('records of another unit', () => {
  test('are not found by any route, whoever asks', async () => {
    const { rows: tables } = await t.owner.query<{ name: string }>(
      `select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
         and exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'id')
         and exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'unit_id')`,
    );
    const foreign: string[] = [];
    await Promise.all(roles.map((role) => t.account(role, t.otherUnit)));
    for (const { name } of tables) {
      const { rows } = await t.owner.query<{ id: string }>(
        `select id::text from "${name}" where unit_id = $1 limit 3`,
        [t.otherUnit.id],
      );
      foreign.push(...rows.map((row) => row.id));
    }
    expect(foreign.length).toBeGreaterThan(5);
    const leaks: string[] = [];
    for (const role of ['admin', 'chair', 'focal'] as const) {
      const { headers } = await t.signInAs(role);
      for (const route of t.app.contractRoutes.filter((one) => one.path.includes(':') && one.permission !== 'public')) {
        for (const id of foreign) {
          const { status } = await ask(route, addressOf(route, id), headers);
          if (status < 400) leaks.push(`${role}: ${route.method} ${addressOf(route, id)} → ${status}`);
        }
      }
    }
    expect(leaks).toEqual([]);
  });
});
