import { type RawBuilder, sql } from 'kysely';
import type { Id } from '#kernel/brands.ts';
import { type Moment, moment } from '#kernel/moment.ts';
import type { Context } from '#server/context.ts';
import type { PauseFact } from '../domain/project.ts';
import type { LockedDossier } from './locked-dossier.ts';
import { timeFactsOf } from './time-facts.ts';

/** What a pause that begins now is. */
export type NewPause = Pick<PauseFact, 'kind' | 'basis' | 'restarts'>;

/** The pauses of a dossier with one more, which begins now. */
export function withPause(ctx: Context, dossier: LockedDossier, pause: NewPause): readonly PauseFact[] {
  return [...timeFactsOf(dossier).pauses, { ...pause, from: moment(ctx.now), to: null }];
}

/** The pauses of a dossier with the open one ended; of a supplement that never came the term does not begin anew. */
export function withoutPause(dossier: LockedDossier, to: Moment, came = true): readonly PauseFact[] {
  return timeFactsOf(dossier).pauses.map((pause) =>
    pause.to === null ? { ...pause, to, restarts: pause.restarts && came } : pause,
  );
}

/** The statement that begins a pause now. */
export function beginPause(
  ctx: Context,
  dossierId: Id,
  id: Id,
  { kind, basis, restarts }: NewPause,
): RawBuilder<unknown> {
  return sql`insert into dossier_pause (unit_id, id, dossier_id, kind, from_at, basis, restarts)
    values (${ctx.unitId}, ${id}, ${dossierId}, ${kind}, ${ctx.at}, ${basis}, ${restarts})`;
}

/** The statement that ends the open pause of a dossier. */
export function endPause(ctx: Context, dossierId: Id, to: Moment, came = true): RawBuilder<unknown> {
  return sql`update dossier_pause set to_at = ${new Date(to).toISOString()}, restarts = restarts and ${came}::boolean,
      version = version + 1
    where unit_id = ${ctx.unitId} and dossier_id = ${dossierId} and to_at is null`;
}
