import { sql } from 'kysely';
import type { z } from 'zod';
import type { Id, UnitId } from '#kernel/brands.ts';
import type { Moment } from '#kernel/moment.ts';
import type { Db } from '#server/db.ts';
import type { timelineRow } from '../../contract/dossier-page.ts';
import { stepResult } from '../../domain/forms/control-rows.ts';
import type { JournalAct } from '../../domain/transitions.ts';
import { actWords } from '../../text/act-words.ts';
import { findMoment, findWireMoment, getMoment, wireMoment } from '../dossier-answer.ts';

export type TimelineRow = z.output<typeof timelineRow>;

/** More acts than a dossier comes to; of one that has more the newest are shown. */
const mostShown = 500;

type Row = Omit<TimelineRow, 'words' | 'stepResult'> & {
  readonly fromStep: number | null;
  readonly toStep: number | null;
};

/** Every act on a dossier in words, the newest first, and how the step that ended with it was done. */
export async function listTimelineOf(db: Db, unitId: UnitId, dossierId: Id): Promise<TimelineRow[]> {
  const { rows } = await sql<Row>`
    select a.seq, a.act, a.at, a.by_name as "byName", a.by_title as "byTitle", a.instead_of as "insteadOf",
      a.to_name as "toName", a.to_step_name as "toStepName", a.moved, a.taken_at as "takenAt",
      a.step_due_at as "stepDueAt", a.due_before as "dueBefore", a.due_after as "dueAfter", a.reason, a.note,
      a.from_step as "fromStep", a.to_step as "toStep"
    from dossier_act a where a.unit_id = ${unitId} and a.dossier_id = ${dossierId}
    order by a.seq desc limit ${sql.lit(mostShown)}`.execute(db);
  let stepDue: Moment | null = null;
  const takenOf = takings(rows);
  const told = rows.toReversed().map(({ fromStep, toStep, ...row }) => {
    const at = getMoment(row.at);
    const endsStep = fromStep !== toStep;
    const result = endsStep ? stepResult(at, stepDue) : null;
    if (endsStep || row.stepDueAt !== null) stepDue = findMoment(row.stepDueAt);
    return {
      ...row,
      words: actWords[row.act as JournalAct] ?? row.act,
      at: wireMoment(row.at),
      takenAt: findWireMoment(row.takenAt ?? takenOf.get(row.seq) ?? null),
      stepDueAt: findWireMoment(row.stepDueAt),
      dueBefore: findWireMoment(row.dueBefore),
      dueAfter: findWireMoment(row.dueAfter),
      stepResult: result,
    };
  });
  return told.reverse();
}

/** When what went on paper was taken, by the number of the act that sent it. */
function takings(newestFirst: readonly Row[]): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  let taken: string | undefined;
  for (const { seq, act, at, moved } of newestFirst) {
    if (act === 'take') taken = at;
    if (moved === null) continue;
    if (moved === 'paper' && taken !== undefined) found.set(seq, taken);
    taken = undefined;
  }
  return found;
}
