import type { FastifyRequest } from 'fastify';
import type pg from 'pg';
import type { UnitId } from '#kernel/brands.ts';

const keptMs = 30_000;

/**
 * Finds the unit of a request without session: by `:unitCode` in the path, else by the host, else the installation's own
 * unit. Never by a header or body of the sender's choice. Kept for half a minute.
 */
export function makePublicUnitFinder(pool: pg.Pool): (request: FastifyRequest) => Promise<UnitId | undefined> {
  const kept = new Map<string, { unit: UnitId | undefined; until: number }>();
  return async (request) => {
    const code = (request.params as { unitCode?: string } | undefined)?.unitCode ?? null;
    const key = code === null ? `host:${request.hostname}` : `code:${code}`;
    const known = kept.get(key);
    if (known && known.until > performance.now()) return known.unit;
    const { rows } = await pool.query<{ id: UnitId }>({
      name: 'find_public_unit',
      text: `select id from unit
        where ($1::text is not null and code = $1)
           or ($1::text is null and (host = $2 or id = (select (value ->> 0)::uuid from installation where key = 'own_unit')))
        order by (host = $2) desc nulls last limit 1`,
      values: [code, request.hostname],
    });
    if (kept.size > 1_000) kept.clear();
    kept.set(key, { unit: rows[0]?.id, until: performance.now() + keptMs });
    return rows[0]?.id;
  };
}
