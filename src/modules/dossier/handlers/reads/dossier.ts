import type { Id } from '#kernel/brands.ts';
import { moment } from '#kernel/moment.ts';
import type { Answered, ParsedInput } from '#kernel/route.ts';
import { type Context, getSession } from '#server/context.ts';
import { fail, textOf } from '#server/errors.ts';
import type { explainDue, getDossier } from '../../contract/dossier-page.ts';
import { listMoments } from '../../domain/list-moments.ts';
import { possibleActs } from '../../domain/may-act.ts';
import { mayRead } from '../../domain/may-read.ts';
import { dossierAnswer, dueAnswer } from '../../queries/dossier-answer.ts';
import { findDossierParts } from '../../queries/one/dossier-parts.ts';
import { dossierTime } from '../../queries/one/dossier-time.ts';
import { listTimelineOf } from '../../queries/one/dossier-timeline.ts';
import { partsAnswer } from '../../queries/one/parts-answer.ts';
import { nextStepsOf, stepLine } from '../../queries/one/step-line.ts';
import { readerOf } from '../../visible.ts';
import { findStanding, type Standing } from '../acts/standing.ts';

async function getReadable(ctx: Context, id: Id): Promise<Standing> {
  const standing = await findStanding(ctx, id);
  return standing && mayRead(standing.dossier, readerOf(ctx, standing.staffed)) ? standing : fail('not-found', {}, 404);
}

/** One dossier with all that stands around it; 404 when there is none that one may read. */
export async function dossierPageAnswer(
  ctx: Context,
  { params }: ParsedInput<typeof getDossier>,
): Promise<Answered<typeof getDossier>> {
  const [standing, parts, timeline] = await Promise.all([
    getReadable(ctx, params.dossierId),
    findDossierParts(ctx.db, ctx.unitId, params.dossierId),
    listTimelineOf(ctx.db, ctx.unitId, params.dossierId),
  ]);
  if (!parts) fail('not-found', {}, 404);
  const { dossier, process, staffed, calendar, facts, actor } = standing;
  const moments = listMoments(moment(ctx.now), ctx.today, calendar);
  const { termWords, regime, explanation, ...judged } = dossierTime(dossier, calendar, moments.now);
  const row = dossierAnswer(dossier, moments, calendar);
  return {
    ...row,
    ...ownFacts(dossier),
    ...partsAnswer(parts),
    ...{ termWords, regime, explanation },
    figures: { due: row.due, ...judged },
    steps: stepLine(process, dossier),
    timeline,
    acts: possibleActs(facts, actor).map(({ act, verdict }) =>
      verdict.ok
        ? { act, allowed: true }
        : { act, allowed: false, code: verdict.code, message: textOf(verdict.code, verdict.params ?? {}) },
    ),
    nextSteps: nextStepsOf(process, dossier, staffed),
  };
}

function ownFacts(dossier: Standing['dossier']) {
  const { otherCodes, caseCode, channel, returnBy, submitter, summary, copies, resolvingAgency, termBasis } = dossier;
  return {
    ...{
      otherCodes: [...otherCodes],
      caseCode,
      channel,
      returnBy,
      submitter,
      summary,
      copies,
      resolvingAgency,
      termBasis,
    },
    owner: {
      name: dossier.ownerName,
      number: dossier.ownerNumber,
      phone: dossier.ownerPhone,
      email: dossier.ownerEmail,
      address: dossier.ownerAddress,
      kind: dossier.ownerKind,
      birth: dossier.ownerBirth,
    },
    receptionPoint: dossier.point,
  };
}

/** The due date of a dossier and how it came about, line by line. */
export async function explainDueAnswer(ctx: Context, { params }: ParsedInput<typeof explainDue>) {
  getSession(ctx);
  const { dossier, calendar } = await getReadable(ctx, params.dossierId);
  const moments = listMoments(moment(ctx.now), ctx.today, calendar);
  const { explanation } = dossierTime(dossier, calendar, moments.now);
  return { due: dueAnswer(dossier, moments, calendar), explanation };
}
