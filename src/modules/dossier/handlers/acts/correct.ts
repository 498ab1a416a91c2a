import { moment } from '#kernel/moment.ts';
import { findFirstStep } from '#modules/process/domain/walk-process.ts';
import type { Context } from '#server/context.ts';
import { fail } from '#server/errors.ts';
import { findAgencyCode } from '../../domain/code.ts';
import { rulesOn } from '../../domain/deadline/rules.ts';
import { transferDue } from '../../domain/deadline/transfer-due.ts';
import { project } from '../../domain/project.ts';
import { findWireMoment, wireMoment } from '../../queries/dossier-answer.ts';
import { loadIntakeFacts } from '../../queries/intake-facts.ts';
import { insertDossier } from '../../store/insert-dossier.ts';
import type { LockedDossier } from '../../store/locked-dossier.ts';
import { voidResult } from '../../store/results.ts';
import { termOf } from '../../store/time-facts.ts';
import { commonOf } from '../slip-contents.ts';
import { type Act, carryOut, obeyAct } from './carry-out.ts';
import { holdingAt } from './holding.ts';
import type { Standing } from './standing.ts';

/** A wrong result: the same again at no cost in a new dossier that names the old one, and an apology for the old. */
export const correct: Act<{ readonly reason: string }> = async (ctx, standing, { reason }) => {
  obeyAct('correct', standing, { reason });
  const { dossier, calendar, by } = standing;
  const facts = await loadIntakeFacts(ctx.db, ctx.unitId, dossier, ctx.today);
  const agency = findAgencyCode(facts.agencyCodes, ctx.today) ?? fail('dossier-agency-code-missing', {}, 409);
  const again = againOf(ctx, standing, facts.calendarRevision);
  const made = await insertDossier(ctx, calendar, {
    ...{ dossier: again, by, actAt: ctx.at, day: ctx.today, paperReason: null, correctsId: dossier.id },
    acts: [{ act: 'receive', state: 'accepted', reason, refId: dossier.id }],
    newCodeOf: agency,
    topics: ['dossier.received'],
  });
  const content = {
    ...commonOf(dossier, dossier.code, by),
    receivedAt: wireMoment(dossier.receivedAt),
    dueBefore: wireMoment(dossier.firstDueAt ?? dossier.receivedAt),
    dueAfter: findWireMoment(again.dueAt),
    reason,
  };
  return carryOut(ctx, 'correct', standing, {
    slips: () => [{ kind: 'apology', content, refId: made.id }],
    beside: [voidResult(ctx, dossier.id)],
    reason,
    refId: made.id,
    said: { correctedBy: made.code },
  });
};

/** The same dossier, received now under the rules of today. */
function againOf(ctx: Context, standing: Standing, calendarRevision: number): LockedDossier {
  const { dossier, process, calendar } = standing;
  const now = moment(ctx.now);
  const rules = rulesOn(ctx.today);
  const term = termOf(dossier);
  const { counting } = dossier;
  const time = { term, counting, rulesCode: rules.version, receivedAt: now, pauses: [], extensions: [], endedAt: null };
  const { firstDue, statutoryDue, due } = project(time, calendar, now);
  const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString());
  const first = findFirstStep(process);
  return {
    ...dossier,
    ...(first ? holdingAt(ctx, standing, dossier, first) : {}),
    ...{ id: ctx.newId(), version: 1, code: null, otherCodes: [], source: 'own', sourceName: null, sourceAt: null },
    ...{ state: 'accepted', live: true, rulesCode: rules.version, calendarRevision },
    ...{ receivedAt: ctx.at, receivedOn: ctx.today, receivedBy: ctx.session?.accountId ?? null },
    ...{ receivedByName: ctx.session?.name ?? '', stepDueAt: iso(transferDue(calendar, rules, now).due) },
    ...{ firstDueAt: iso(firstDue), statutoryDueAt: iso(statutoryDue), dueAt: iso(due), answerDueAt: null },
    ...{ extended: false, intakeSupplements: 0, afterSupplements: 0, endedAt: null, endedOn: null, outcome: null },
    ...{ lateFirst: null, lateCurrent: null, late766: null, returnedAt: null, apologyOwed: false, last: null },
    ...{ pauses: [], supplements: [], extensions: [], consultations: [], payment: null, result: null, originals: [] },
  };
}
