import type { Id } from '#kernel/brands.ts';
import { moment } from '#kernel/moment.ts';
import type { Verdict } from '#kernel/verdict.ts';
import type { WorkingCalendar } from '#kernel/working-calendar.ts';
import { loadWorkingCalendar } from '#modules/calendar/queries.ts';
import { loadStaffedDay, type StaffedDay } from '#modules/org/queries.ts';
import type { ProcessBody, ProcessStep } from '#modules/process/domain/process.ts';
import { type Context, getSession } from '#server/context.ts';
import { AppError, fail } from '#server/errors.ts';
import { listMoments } from '../../domain/list-moments.ts';
import { type ActFacts, type Actor, type Given, mayAct } from '../../domain/may-act.ts';
import { mayRead } from '../../domain/may-read.ts';
import type { DossierAct } from '../../domain/transitions.ts';
import { dossierAnswer } from '../../queries/dossier-answer.ts';
import type { Signature } from '../../store/apply-act.ts';
import { findForAct, type LockedDossier, lockDossiers } from '../../store/locked-dossier.ts';
import { processOf } from '../../store/process-of.ts';
import { termOf } from '../../store/time-facts.ts';
import { together } from '../../store/together.ts';
import { actWords } from '../../text/act-words.ts';
import { readerOf } from '../../visible.ts';
import { actFactsOf, actorOf, actsForPerson, actsInPost, findStep } from './act-facts-of.ts';

/** A dossier as it stands before an act, and what the person who acts is to it today. */
export interface Standing {
  readonly dossier: LockedDossier;
  readonly process: ProcessBody;
  readonly step: ProcessStep | undefined;
  readonly staffed: StaffedDay;
  readonly calendar: WorkingCalendar;
  readonly facts: ActFacts;
  readonly actor: Actor;
  /** The person who acts; for an account of nobody in the organisation the account itself. */
  readonly me: Id;
  readonly by: Signature;
}

/** Loads a dossier for an act; 404 when one may not see it, 409 with what it is now when it was changed meanwhile. */
export async function getStanding(ctx: Context, id: Id, version: number): Promise<Standing> {
  const [found] = await getStandings(ctx, [id]);
  if (!found) fail('not-found', {}, 404);
  if (found.dossier.version !== version) refuseStale(ctx, found);
  return found;
}

/** Loads dossiers for an act, locked; those the person who acts may not see are left out. */
export async function getStandings(ctx: Context, ids: readonly Id[]): Promise<Standing[]> {
  const [dossiers, staffed, calendar] = await together<[LockedDossier[], StaffedDay, WorkingCalendar]>([
    lockDossiers(ctx.db, ctx.unitId, ids),
    loadStaffedDay(ctx.db, ctx.unitId, ctx.today),
    loadWorkingCalendar(ctx.db, ctx.unitId),
  ]);
  const standings: Standing[] = [];
  for (const dossier of dossiers) {
    const standing = await standingOf(ctx, dossier, staffed, calendar);
    if (isKnown(ctx, standing)) standings.push(standing);
  }
  return standings;
}

/** The same without a lock, to say beforehand what may be done; undefined when the unit has none of this id. */
export async function findStanding(ctx: Context, id: Id): Promise<Standing | undefined> {
  const [dossier, staffed, calendar] = await together<[LockedDossier | undefined, StaffedDay, WorkingCalendar]>([
    findForAct(ctx.db, ctx.unitId, id),
    loadStaffedDay(ctx.db, ctx.unitId, ctx.today),
    loadWorkingCalendar(ctx.db, ctx.unitId),
  ]);
  return dossier && standingOf(ctx, dossier, staffed, calendar);
}

async function standingOf(
  ctx: Context,
  dossier: LockedDossier,
  staffed: StaffedDay,
  calendar: WorkingCalendar,
): Promise<Standing> {
  const { accountId, personId } = getSession(ctx);
  const me = personId ?? accountId;
  const process = await processOf(ctx.db, ctx.unitId, dossier.processVersionId, termOf(dossier));
  const step = findStep(process, dossier.stepNo);
  return {
    ...{ dossier, process, step, staffed, calendar, me },
    facts: actFactsOf(ctx, dossier, process, calendar, me),
    actor: actorOf(ctx, dossier, staffed, step),
    by: signatureOf(ctx, dossier, staffed, me),
  };
}

/** Who sent it last, drafted or handles it knows of it too, though it is with somebody else now. */
function isKnown(ctx: Context, { dossier, staffed, me }: Standing): boolean {
  const reader = readerOf(ctx, staffed);
  if (mayRead(dossier, reader)) return true;
  return dossier.last?.byId === me || (dossier.handlerId !== null && reader.positions.includes(dossier.handlerId));
}

/** Who acts, with title and whom they stand in for. */
export function signatureOf(
  ctx: Context,
  { positionId, personId }: Pick<LockedDossier, 'positionId' | 'personId'>,
  staffed: StaffedDay,
  me: Id,
): Signature {
  const inPost = positionId === null ? undefined : actsInPost(ctx, staffed, positionId);
  const forPerson = personId === null ? undefined : actsForPerson(ctx, staffed, personId);
  const post = inPost === undefined ? staffed.postsOf(me)[0]?.positionId : positionId;
  const title = staffed.posts.find((one) => one.id === post)?.title ?? '';
  return { id: me, name: getSession(ctx).name, title, insteadOf: inPost ?? forPerson ?? null };
}

function refuseStale(ctx: Context, { dossier, calendar }: Standing): never {
  const row = dossierAnswer(dossier, listMoments(moment(ctx.now), ctx.today, calendar), calendar);
  const { last } = dossier;
  const lastAct = last ? { act: last.act, words: actWords[last.act], byName: last.byName, at: last.at } : null;
  return fail('stale-version', {}, 409, { current: { ...row, lastAct } });
}

/** Codes that say who may not, rather than what cannot be done. */
const ofRights: ReadonlySet<string> = new Set([
  'dossier-not-clerk',
  'dossier-not-holder',
  'dossier-not-sender',
  'dossier-not-leader',
  'dossier-not-signer',
  'dossier-not-returner',
  'dossier-only-applicant',
  'dossier-own-draft',
]);

/** The refusal of an act by its rule, or undefined when it may be done. */
export function refusalOf(act: DossierAct, { facts, actor }: Standing, given?: Given): AppError | undefined {
  const verdict: Verdict = mayAct(act, facts, actor, given);
  if (verdict.ok) return undefined;
  return new AppError(verdict.code, verdict.params ?? {}, ofRights.has(verdict.code) ? 403 : 409);
}
