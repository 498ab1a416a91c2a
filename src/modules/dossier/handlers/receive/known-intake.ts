import { type RawBuilder, sql } from 'kysely';
import type { Id } from '#kernel/brands.ts';
import { type Moment, momentOn } from '#kernel/moment.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { type Context, getSession } from '#server/context.ts';
import type { Intake } from '../../contract/receive.ts';
import type { Signature } from '../../store/apply-act.ts';
import { insertComponents } from '../../store/components.ts';
import type { LockedDossier } from '../../store/locked-dossier.ts';
import { signatureOf } from '../acts/standing.ts';
import type { PreparedIntake } from './prepared-intake.ts';

/** Who takes the dossier in, with the title of the counter's post where that is theirs. */
export function takenBy(
  ctx: Context,
  { staffed }: Pick<PreparedIntake, 'staffed'>,
  held: Pick<LockedDossier, 'positionId' | 'personId'>,
): Signature {
  const { personId, accountId } = getSession(ctx);
  return signatureOf(ctx, held, staffed, personId ?? accountId);
}

/** What every way of taking a dossier in tells of it. */
export function takenIn(ctx: Context, dossier: LockedDossier, by: Signature) {
  const isNow = dossier.receivedAt === ctx.at;
  return {
    ...{ dossier, by, actAt: dossier.receivedAt, paperReason: null, correctsId: null },
    day: isNow ? ctx.today : dossier.receivedOn,
  };
}

/** What is written beside any dossier taken in: its papers; and its draft is gone. */
export function besideIntake(
  ctx: Context,
  id: Id,
  { components }: Intake,
  draftId: Id | undefined,
): RawBuilder<unknown>[] {
  const drop = sql`delete from dossier_draft where unit_id = ${ctx.unitId} and id = ${draftId}
    and account_id = ${ctx.session?.accountId}`;
  return [...(components.length > 0 ? [insertComponents(ctx, id, components)] : []), ...(draftId ? [drop] : [])];
}

/** The last second of a day. */
export function endOfDay(day: PlainDate): Moment {
  return momentOn(day, 86_399_000);
}
