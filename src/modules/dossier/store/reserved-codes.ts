import { type RawBuilder, sql } from 'kysely';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Context } from '#server/context.ts';
import { fail } from '#server/errors.ts';
import type { LockedDossier } from './locked-dossier.ts';

/** Locks the code that a paper bears and gives the statement that uses it up. Refuses codes that are not open that day. */
export async function takeReserved(
  ctx: Context,
  code: string,
  { id, receivedOn }: Pick<LockedDossier, 'id' | 'receivedOn'>,
): Promise<RawBuilder<unknown>> {
  const { rows } = await sql<{ day: PlainDate; state: 'open' | 'used' | 'unused' }>`
    select day, state from reserved_code where unit_id = ${ctx.unitId} and code = ${code} for update`.execute(ctx.db);
  const [known] = rows;
  if (!known) return fail('reserved-code-unknown', { code }, 404);
  if (known.state !== 'open') fail(`reserved-code-${known.state}`, { code }, 409);
  if (known.day !== receivedOn) fail('reserved-code-other-day', { day: known.day }, 409);
  return sql`update reserved_code set state = 'used', dossier_id = ${id}, entered_at = ${ctx.at}, version = version + 1
    where unit_id = ${ctx.unitId} and code = ${code}`;
}
