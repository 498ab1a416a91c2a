import { type RawBuilder, sql } from 'kysely';
import { dayOf, type Moment } from '#kernel/moment.ts';
import type { Context } from '#server/context.ts';
import { newToken } from '../../store/forms.ts';
import type { NewDossier } from '../../store/insert-dossier.ts';
import type { LockedDossier } from '../../store/locked-dossier.ts';

/** What an immediate procedure gave, taken in and handed over in one step. */
export interface Finished {
  readonly title: string;
  readonly number: string | null;
  readonly toName: string;
}

/** The acts of such a dossier, and what they are told as. */
export const finishedActs: NewDossier['acts'] = [
  { act: 'receive', state: 'accepted' },
  { act: 'sign-result', state: 'result-ready' },
  { act: 'hand-over', state: 'returned' },
];
export const finishedTopics = ['dossier.received', 'dossier.ended', 'dossier.returned'] as const;

/** The dossier as it is once its result was given at the counter. */
export function finishedDossier(
  ctx: Context,
  accepted: LockedDossier,
  { title, number }: Finished,
  at: Moment,
): LockedDossier {
  const iso = new Date(at).toISOString();
  return {
    ...accepted,
    ...{ state: 'returned', live: false, waitsFor: null, outcome: 'positive' },
    result: { id: ctx.newId(), title, number, signedOn: dayOf(at), negative: false },
    ...{ endedAt: iso, endedOn: dayOf(at), returnedAt: iso },
    ...{ lateFirst: false, lateCurrent: false, late766: false },
  };
}

/** The statements that keep its result and to whom it was given. */
export function insertFinished(
  ctx: Context,
  { id, result, endedAt, endedOn, receivedByName }: LockedDossier,
  toName: string,
): RawBuilder<unknown>[] {
  if (!result) return [];
  return [
    sql`insert into dossier_result (unit_id, id, dossier_id, kind, negative, title, number, signed_on, token, made_at,
        made_by_name)
      values (${ctx.unitId}, ${result.id}, ${id}, 'paper', false, ${result.title}, ${result.number}, ${endedOn},
        ${newToken()}, ${ctx.at}, ${receivedByName})`,
    sql`insert into dossier_hand_over (unit_id, id, dossier_id, way, to_name, proof, at, day, by_name)
      values (${ctx.unitId}, ${ctx.newId()}, ${id}, 'counter', ${toName}, 'identity', ${endedAt}, ${endedOn},
        ${receivedByName})`,
  ];
}
