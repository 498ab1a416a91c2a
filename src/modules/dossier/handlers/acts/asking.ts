import { sql } from 'kysely';
import type { Id } from '#kernel/brands.ts';
import { moment, parseMoment } from '#kernel/moment.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { fail } from '#server/errors.ts';
import type { Mount } from '#server/module.ts';
import * as contract from '../../contract/acts.ts';
import { rulesOf } from '../../domain/project.ts';
import { beginPause, endPause, withoutPause, withPause } from '../../store/pauses.ts';
import { insertSupplement, settleSupplements } from '../../store/supplements.ts';
import { timeFactsOf } from '../../store/time-facts.ts';
import { endOfDay } from '../receive/known-intake.ts';
import { supplementOf } from '../slip-contents.ts';
import { type Act, carryOut, obeyAct, onOne } from './carry-out.ts';
import { waitsAgain } from './moving.ts';

/** Routes by which other agencies and the applicant are asked for something. */
export function mountAsking(mount: Mount): void {
  mount(contract.consult, onOne(consult));
  mount(contract.answerConsultation, onOne(answerConsultation));
  mount(contract.draftSupplement, onOne(draftSupplement));
  mount(contract.sendSupplement, onOne(sendSupplement));
  mount(contract.callPayment, onOne(callPayment));
}

interface Consulted {
  readonly agency: string;
  readonly content: string;
  readonly until: string;
  readonly linked: boolean;
  readonly pauses?: { readonly basis: string } | undefined;
}

/** A pause for an opinion bears the id of its consultation, so that its answer ends it. */
export const consult: Act<Consulted> = async (ctx, standing, { agency, content, until, linked, pauses }) => {
  const { dossier, by } = standing;
  const asUntil = parseMoment(until) ?? fail('dossier-moment-wrong');
  obeyAct('consult', standing, { until: asUntil, pauses: pauses !== undefined });
  const id = ctx.newId();
  const pause = { kind: 'external-consultation' as const, basis: pauses?.basis ?? '', restarts: false };
  const asked = sql`insert into dossier_consultation (unit_id, id, dossier_id, agency, content, linked, asked_at,
      asked_by_name, until)
    values (${ctx.unitId}, ${id}, ${dossier.id}, ${agency}, ${content}, ${linked}, ${ctx.at}, ${by.name},
      ${new Date(asUntil).toISOString()})`;
  return carryOut(ctx, 'consult', standing, {
    ...(pauses ? { row: { waitsFor: 'answer' }, time: { pauses: withPause(ctx, dossier, pause) } } : {}),
    beside: [asked, ...(pauses ? [beginPause(ctx, dossier.id, id, pause)] : [])],
    note: `${agency}: ${content}`.slice(0, 4_000),
    refId: id,
  });
};

const answerConsultation: Act<{ readonly consultationId: Id; readonly answer: string }> = async (
  ctx,
  standing,
  { consultationId, answer },
) => {
  obeyAct('answer-consultation', standing);
  const { dossier } = standing;
  const asked = dossier.consultations.find((one) => one.id === consultationId);
  if (!asked) fail('dossier-no-consultation', {}, 409);
  const isPausing = dossier.pauses.some((one) => one.id === consultationId && one.toAt === null);
  const now = moment(ctx.now);
  const answered = sql`update dossier_consultation set answered_at = ${ctx.at}, answer = ${answer}, version = version + 1
    where unit_id = ${ctx.unitId} and id = ${consultationId}`;
  return carryOut(ctx, 'answer-consultation', standing, {
    ...(isPausing ? { row: { waitsFor: waitsAgain(standing) }, time: { pauses: withoutPause(dossier, now) } } : {}),
    beside: [answered, ...(isPausing ? [endPause(ctx, dossier.id, now)] : [])],
    note: `${asked.agency}: ${answer}`.slice(0, 4_000),
    refId: consultationId,
  });
};

interface Drafted {
  readonly items: readonly { readonly name: string; readonly note: string }[];
  readonly reason: string;
  readonly until: PlainDate | null;
  readonly contact: string;
}

export const draftSupplement: Act<Drafted> = async (ctx, standing, { items, reason, until, contact }) => {
  obeyAct('draft-supplement', standing, { reason, until: until === null ? null : endOfDay(until) });
  const { dossier, by } = standing;
  const id = ctx.newId();
  const stage = 'after-examination' as const;
  const number = dossier.supplements.filter((one) => one.stage === stage).length + 1;
  const draft = {
    id,
    dossierId: dossier.id,
    stage,
    number,
    state: 'draft' as const,
    items,
    reason,
    contact,
    until,
    by,
  };
  return carryOut(ctx, 'draft-supplement', standing, {
    row: { waitsFor: 'draft-approval' },
    beside: [insertSupplement(ctx, draft)],
    reason,
    refId: id,
  });
};

/** The clock stands still from here, and the term begins anew with the full supplement. */
export const sendSupplement: Act<{
  readonly supplementId?: Id | undefined;
  readonly note?: string | undefined;
}> = async (ctx, standing, { supplementId, note }) => {
  obeyAct('send-supplement', standing);
  const { dossier, by } = standing;
  const draft = dossier.supplements.find((one) => one.state === 'draft' && one.id === (supplementId ?? one.id));
  if (!draft) fail('dossier-no-draft', {}, 409);
  const basis = rulesOf(timeFactsOf(dossier)).supplementRestarts.citation;
  const pause = { kind: 'supplement' as const, basis, restarts: true };
  const answerDueAt = draft.until === null ? null : new Date(endOfDay(draft.until)).toISOString();
  const content = supplementOf(dossier, by, { ...draft, stage: 'after-examination' });
  return carryOut(ctx, 'send-supplement', standing, {
    row: {
      waitsFor: null,
      answerDueAt,
      afterSupplements: dossier.afterSupplements + 1,
      lockedBy: null,
      lockedAt: null,
    },
    time: { pauses: withPause(ctx, dossier, pause) },
    slips: () => [{ kind: 'supplement', content, refId: draft.id }],
    beside: [
      settleSupplements(ctx, dossier.id, 'draft', 'sent', { by }),
      beginPause(ctx, dossier.id, ctx.newId(), pause),
    ],
    note,
    refId: draft.id,
    topics: ['dossier.supplement-asked'],
  });
};

interface Called {
  readonly amount: number;
  readonly content: string;
  readonly until: PlainDate | null;
  readonly basis: string;
}

export const callPayment: Act<Called> = async (ctx, standing, { amount, content, until, basis }) => {
  const end = until === null ? null : endOfDay(until);
  obeyAct('call-payment', standing, { until: end });
  const { dossier, by } = standing;
  const id = ctx.newId();
  const pause = { kind: 'financial-obligation' as const, basis, restarts: false };
  const called = sql`insert into dossier_payment_call (unit_id, id, dossier_id, amount, content, until, called_at,
      called_by_name)
    values (${ctx.unitId}, ${id}, ${dossier.id}, ${amount}, ${content}, ${until}, ${ctx.at}, ${by.name})`;
  return carryOut(ctx, 'call-payment', standing, {
    row: { waitsFor: null, answerDueAt: end === null ? null : new Date(end).toISOString() },
    time: { pauses: withPause(ctx, dossier, pause) },
    beside: [called, beginPause(ctx, dossier.id, id, pause)],
    reason: content,
    refId: id,
    said: { amount },
  });
};
