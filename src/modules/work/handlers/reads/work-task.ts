import type { ParsedInput } from '#kernel/route.ts';
import { loadStaffedDay } from '#modules/org/queries.ts';
import type { Context } from '#server/context.ts';
import { fail, textOf } from '#server/errors.ts';
import type { getWorkTask } from '../../contract/reads.ts';
import type { JournalAct } from '../../domain/acts.ts';
import { bearerOf } from '../../queries/bearer-of.ts';
import { listObligationsOfTask, listPartsOf } from '../../queries/find-obligation.ts';
import {
  type Amendment,
  type FoundTask,
  findWorkTask,
  listAmendmentsOf,
  listChecksOf,
  listChildrenOf,
} from '../../queries/find-work-task.ts';
import { findHandover } from '../../queries/list-handovers.ts';
import { obligationAnswer } from '../../queries/obligation-answer.ts';
import { amendmentWords } from '../../text/amendment-words.ts';
import { journalWords } from '../../text/state-words.ts';
import { askedAnswer } from '../above/compared.ts';
import { listAbove } from '../above/task-above.ts';
import { bearerOfPart } from './obligation.ts';

/** The page of a task: outputs, people, parts, checklist, where it comes from and what plans changed in it. */
export async function taskPageAnswer(ctx: Context, { params }: ParsedInput<typeof getWorkTask>) {
  const { db, unitId } = ctx;
  const id = params.taskId;
  const [found, staffed, parts, obligations, checks, children] = await Promise.all([
    findWorkTask(db, unitId, id),
    loadStaffedDay(db, unitId, ctx.today),
    listPartsOf(db, unitId, id),
    listObligationsOfTask(db, unitId, id),
    listChecksOf(db, unitId, id),
    listChildrenOf(db, unitId, id),
  ]);
  if (!found) fail('not-found', {}, 404);
  const amendments = found.planId === null ? [] : await listAmendmentsOf(db, unitId, found.planId, id);
  const { number, positionId, personId, holderName, ...task } = found;
  return {
    ...task,
    place: [found.place, number].filter(Boolean).join(' · '),
    lead: bearerOf(staffed, { positionId, personId, words: holderName, ours: found.ours }),
    parts: parts.map((part) => ({
      id: part.id,
      role: part.role,
      bearer: bearerOfPart(part, staffed),
      fromPlan: part.fromPlan,
    })),
    checks,
    children,
    obligations: obligations.map((row) => obligationAnswer(row, staffed)),
    above: (await listAbove(ctx, found)).map(askedAnswer),
    movedFrom: found.movedFrom && { ...found.movedFrom, history: await historyOf(ctx, found.id) },
    amendments: amendmentsOf(amendments),
    acts: taskActs(ctx, found),
  };
}

/** What was done with a task in the merged unit that it came from, in words. */
async function historyOf(ctx: Context, taskId: FoundTask['id']) {
  const handed = await findHandover(ctx.db, ctx.unitId, taskId);
  return (handed?.content.history ?? []).map(({ act, ...one }) => ({
    ...one,
    words: journalWords[act as JournalAct] ?? act,
  }));
}

function amendmentsOf(amendments: readonly Amendment[]) {
  return amendments.map(({ version, decision, what }) => ({
    version,
    decision: decision === '' ? `Phiên bản ${version}` : `Quyết định số ${decision}`,
    what: amendmentWords[what],
  }));
}

/** What may be done with a task; a grey button says why in the words of the refusal. */
function taskActs(ctx: Context, found: FoundTask) {
  const refusals = {
    change: ctx.may('work.manage') ? undefined : 'forbidden',
    drop: ctx.may('work.manage') ? (found.closed ? 'work-task-closed' : undefined) : 'forbidden',
    above: ctx.may('work.manage') ? (found.droppedBy === null ? undefined : 'work-task-dropped') : 'forbidden',
    'add-child': ctx.may('work.manage') ? undefined : 'forbidden',
    'add-check': ctx.may('work.do') ? undefined : 'forbidden',
  };
  return Object.entries(refusals).map(([act, code]) => ({
    act,
    allowed: code === undefined,
    why: code === undefined ? null : textOf(code),
  }));
}
