import { sql } from 'kysely';
import type { Id } from '#kernel/brands.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { type Context, getSession } from '#server/context.ts';
import { fail } from '#server/errors.ts';
import type { Mount } from '#server/module.ts';
import { confirmAfterwards, listReserved, markUnused, reserveCodes } from '../../contract/receive.ts';
import { dossierCode, findAgencyCode } from '../../domain/code.ts';
import { findWireMoment } from '../../queries/dossier-answer.ts';
import { loadIntakeFacts } from '../../queries/intake-facts.ts';
import { takeNumbers } from '../../store/counters.ts';

interface Reserved {
  readonly code: string;
  readonly day: PlainDate;
  readonly state: 'open' | 'used' | 'unused';
  readonly dossierId: Id | null;
  readonly enteredAt: string | null;
  readonly confirmedAt: string | null;
  readonly confirmedByName: string | null;
  readonly version: number;
}

const nobody = { receptionPointId: null, procedureCode: '', ownerName: '', ownerNumber: null, ownerPhone: null };

/** Routes of codes kept for paper, in case the line goes down. */
export function mountReserved(mount: Mount): void {
  mount(reserveCodes, (ctx, { body }) => reserve(ctx, body.count));

  mount(listReserved, async (ctx, { query: { page, size, q, day } }) => {
    const asked = sql`from reserved_code r where r.unit_id = ${ctx.unitId}
      and ${day === undefined ? sql`true` : sql`r.day = ${day}::date`}
      and r.code like ${`%${(q ?? '').toUpperCase().replace(/[\\%_]/g, '\\$&')}%`}`;
    const { rows } = await sql<Reserved>`select r.code, r.day, r.state, r.dossier_id as "dossierId",
        r.entered_at as "enteredAt", r.confirmed_at as "confirmedAt", r.confirmed_by_name as "confirmedByName", r.version
      ${asked} order by r.day desc, r.code limit ${size} offset ${(page - 1) * size}`.execute(ctx.db);
    const counted = await sql<{ n: number }>`select count(*)::integer as n ${asked}`.execute(ctx.db);
    const shown = rows.map((row) => ({
      ...row,
      enteredAt: findWireMoment(row.enteredAt),
      confirmedAt: findWireMoment(row.confirmedAt),
    }));
    return { rows: shown, total: counted.rows[0]?.n ?? 0, page, size };
  });

  mount(markUnused, async (ctx, { body }) => {
    const codes = [...new Set(body.codes)];
    const { rows } = await sql<{ code: string }>`update reserved_code set state = 'unused', version = version + 1
      where unit_id = ${ctx.unitId} and code = any(${codes}::text[]) and state = 'open' returning code`.execute(ctx.db);
    const done = new Set(rows.map((row) => row.code));
    const other = codes.find((code) => !done.has(code));
    if (other !== undefined) await refuseCode(ctx, other);
    ctx.log({
      action: 'reserved-codes.unused',
      record: { type: 'reserved-code', id: codes[0] ?? '' },
      after: { codes },
    });
    return { ok: true as const };
  });

  mount(confirmAfterwards, (ctx, { body }) => confirm(ctx, body.items));
}

async function reserve(ctx: Context, count: number): Promise<{ codes: string[] }> {
  const facts = await loadIntakeFacts(ctx.db, ctx.unitId, nobody, ctx.today);
  const agency = findAgencyCode(facts.agencyCodes, ctx.today) ?? fail('dossier-agency-code-missing', {}, 409);
  const [last = 0] = await takeNumbers(ctx, [{ series: agency, day: ctx.today, count }]);
  const codes = Array.from({ length: count }, (_, index) => dossierCode(agency, ctx.today, last - count + index + 1));
  await sql`insert into reserved_code (unit_id, code, day, reserved_at, reserved_by_name)
    select ${ctx.unitId}::uuid, code, ${ctx.today}::date, ${ctx.at}::timestamptz, ${getSession(ctx).name}::text
    from unnest(${codes}::text[]) as r (code)`.execute(ctx.db);
  ctx.log({
    action: 'reserved-codes.reserved',
    record: { type: 'reserved-code', id: codes[0] ?? '' },
    after: { codes },
  });
  return { codes };
}

/** The head confirms what somebody else entered from paper. */
async function confirm(
  ctx: Context,
  items: readonly { readonly code: string; readonly version: number }[],
): Promise<{ ok: true }> {
  const { accountId, name } = getSession(ctx);
  const { rows } = await sql<{ code: string; state: string; version: number; receivedBy: Id | null }>`
    select r.code, r.state, r.version, d.received_by as "receivedBy" from reserved_code r
    left join dossier d on d.unit_id = r.unit_id and d.id = r.dossier_id
    where r.unit_id = ${ctx.unitId} and r.code = any(${items.map((item) => item.code)}::text[]) order by r.code
    for update of r`.execute(ctx.db);
  const known = new Map(rows.map((row) => [row.code, row]));
  for (const { code, version } of items) {
    const row = known.get(code);
    if (!row) fail('reserved-code-unknown', { code }, 404);
    if (row.state !== 'used') fail('reserved-code-not-entered', { code }, 409);
    if (row.version !== version) fail('stale-version', {}, 409, { current: row });
    if (row.receivedBy === accountId) fail('dossier-own-confirmation', {}, 403);
  }
  const codes = items.map((item) => item.code);
  await sql`update reserved_code set confirmed_at = ${ctx.at}, confirmed_by_name = ${name}, version = version + 1
    where unit_id = ${ctx.unitId} and code = any(${codes}::text[]) and confirmed_at is null`.execute(ctx.db);
  ctx.log({
    action: 'reserved-codes.confirmed',
    record: { type: 'reserved-code', id: codes[0] ?? '' },
    after: { codes },
  });
  return { ok: true };
}

async function refuseCode(ctx: Context, code: string): Promise<never> {
  const { rows } = await sql<{ state: 'open' | 'used' | 'unused' }>`
    select state from reserved_code where unit_id = ${ctx.unitId} and code = ${code}`.execute(ctx.db);
  const [known] = rows;
  if (!known) return fail('reserved-code-unknown', { code }, 404);
  return fail(known.state === 'used' ? 'reserved-code-used' : 'reserved-code-unused', { code }, 409);
}
