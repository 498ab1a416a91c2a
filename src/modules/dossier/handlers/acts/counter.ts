import { sql } from 'kysely';
import { moment, parseMoment } from '#kernel/moment.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { findFirstStep } from '#modules/process/domain/walk-process.ts';
import { fail } from '#server/errors.ts';
import type { Mount } from '#server/module.ts';
import * as contract from '../../contract/acts.ts';
import { findAgencyCode } from '../../domain/code.ts';
import { transferDue } from '../../domain/deadline/transfer-due.ts';
import { rulesOf } from '../../domain/project.ts';
import { getMoment } from '../../queries/dossier-answer.ts';
import { loadIntakeFacts } from '../../queries/intake-facts.ts';
import { areDigitised, type ComponentIn, checkEvidence, insertComponents, papersOf } from '../../store/components.ts';
import { endPause, withoutPause } from '../../store/pauses.ts';
import { insertSupplement, settleSupplements } from '../../store/supplements.ts';
import { timeFactsOf } from '../../store/time-facts.ts';
import { endOfDay } from '../receive/known-intake.ts';
import { commonOf, receiptOf, supplementOf } from '../slip-contents.ts';
import { type Act, carryOut, obeyAct, onOne } from './carry-out.ts';
import { holdingAt } from './holding.ts';
import { waitsAgain } from './moving.ts';

/** Routes by which the counter goes on with a dossier that is there already. */
export function mountCounter(mount: Mount): void {
  mount(contract.receiveSubmitted, onOne(receiveSubmitted));
  mount(contract.askSubmitted, onOne(askSubmitted));
  mount(contract.resubmit, onOne(resubmit));
  mount(contract.refuseSubmitted, onOne(refuseSubmitted));
  mount(contract.receiveSupplement, onOne(receiveSupplement));
  mount(contract.confirmPayment, onOne(confirmPayment));
}

interface WithPapers {
  readonly components?: readonly ComponentIn[] | undefined;
  readonly note?: string | undefined;
}

const missingOf = (components: readonly ComponentIn[]) => components.filter((one) => one.handed === 'missing').length;
const filesOf = (components: readonly ComponentIn[]) => components.map((one) => one.evidenceId);

/** Accepted now: its code, its dates and its form 01 are of today. */
const receiveSubmitted: Act<WithPapers> = async (ctx, standing, { components = [], note }) => {
  obeyAct('receive', standing, { missing: missingOf(components) });
  const { dossier, calendar, process, by } = standing;
  if (dossier.termUnit === null) fail('dossier-term-unknown', {}, 409);
  await checkEvidence(ctx, filesOf(components));
  const facts = await loadIntakeFacts(ctx.db, ctx.unitId, dossier, ctx.today);
  const agency = findAgencyCode(facts.agencyCodes, ctx.today) ?? fail('dossier-agency-code-missing', {}, 409);
  const now = moment(ctx.now);
  const first = findFirstStep(process);
  const holding = first ? holdingAt(ctx, standing, dossier, first) : {};
  const stepDueAt = new Date(transferDue(calendar, rulesOf(timeFactsOf(dossier)), now).due).toISOString();
  const received = { receivedAt: ctx.at, receivedOn: ctx.today, receivedByName: by.name };
  const accepted = { ...dossier, ...received };
  const given = { calendar, papers: papersOf(components), time: { receivedAt: now } };
  return carryOut(ctx, 'receive', standing, {
    row: { ...holding, ...received, stepDueAt, receivedBy: ctx.session?.accountId ?? null, answerDueAt: null },
    time: { receivedAt: now },
    newCodeOf: agency,
    slips: (code) => [{ kind: 'receipt', content: receiptOf(ctx, accepted, code, by, given) }],
    beside: components.length > 0 ? [insertComponents(ctx, dossier.id, components)] : [],
    note,
    topics: ['dossier.received'],
  });
};

interface AskedFor {
  readonly items: readonly { readonly name: string; readonly note: string }[];
  readonly reason: string;
  readonly until: PlainDate | null;
}

const askSubmitted: Act<AskedFor> = async (ctx, standing, { items, reason, until }) => {
  const end = until === null ? null : endOfDay(until);
  obeyAct('ask-intake-supplement', standing, { reason, until: end });
  const { dossier, by } = standing;
  const id = ctx.newId();
  const stage = 'intake' as const;
  const number = dossier.supplements.filter((one) => one.stage === stage).length + 1;
  const asked = { stage, items, reason, until, contact: '' };
  return carryOut(ctx, 'ask-intake-supplement', standing, {
    row: {
      intakeSupplements: dossier.intakeSupplements + 1,
      answerDueAt: end === null ? null : new Date(end).toISOString(),
    },
    slips: () => [{ kind: 'supplement', content: supplementOf(dossier, by, asked), refId: id }],
    beside: [insertSupplement(ctx, { ...asked, id, dossierId: dossier.id, number, state: 'sent', by })],
    reason,
    refId: id,
    topics: ['dossier.supplement-asked'],
  });
};

const resubmit: Act<WithPapers> = async (ctx, standing, { components = [], note }) => {
  obeyAct('resubmit', standing);
  const { dossier } = standing;
  await checkEvidence(ctx, filesOf(components));
  const supplementId = dossier.supplements.findLast((one) => one.state === 'sent')?.id ?? null;
  return carryOut(ctx, 'resubmit', standing, {
    row: { answerDueAt: null },
    beside: [
      settleSupplements(ctx, dossier.id, 'sent', 'received'),
      ...(components.length > 0 ? [insertComponents(ctx, dossier.id, components, supplementId)] : []),
    ],
    note,
    topics: ['dossier.supplement-received'],
  });
};

const refuseSubmitted: Act<{ readonly reason: string }> = async (ctx, standing, { reason }) => {
  obeyAct('refuse-intake', standing, { reason });
  const { dossier, by } = standing;
  const content = { ...commonOf(dossier, dossier.code, by), stage: 'intake' as const, reason };
  return carryOut(ctx, 'refuse-intake', standing, {
    slips: () => [{ kind: 'refusal', content }],
    reason,
    topics: ['dossier.refused'],
  });
};

/** The term begins anew with the full supplement, and form 01 is made anew. */
export const receiveSupplement: Act<WithPapers> = async (ctx, standing, { components = [], note }) => {
  obeyAct('receive-supplement', standing, { missing: missingOf(components) });
  const { dossier, calendar, by } = standing;
  await checkEvidence(ctx, filesOf(components));
  const now = moment(ctx.now);
  const supplementId = dossier.supplements.findLast((one) => one.state === 'sent')?.id ?? null;
  const time = { pauses: withoutPause(dossier, now) };
  const given = { calendar, papers: papersOf(components), time };
  return carryOut(ctx, 'receive-supplement', standing, {
    row: {
      waitsFor: waitsAgain(standing),
      answerDueAt: null,
      digitised: dossier.digitised && (components.length === 0 || areDigitised(components)),
    },
    time,
    slips: (code) => [{ kind: 'receipt', content: receiptOf(ctx, dossier, code, by, given), refId: supplementId }],
    beside: [
      endPause(ctx, dossier.id, now),
      settleSupplements(ctx, dossier.id, 'sent', 'received'),
      ...(components.length > 0 ? [insertComponents(ctx, dossier.id, components, supplementId)] : []),
    ],
    note,
    ...(supplementId ? { refId: supplementId } : {}),
    topics: ['dossier.supplement-received'],
  });
};

interface Paid {
  readonly receiptNumber: string;
  readonly paidAt?: string | undefined;
}

/** The clock goes on from when it was paid, as far as that is not before it was asked for. */
const confirmPayment: Act<Paid> = async (ctx, standing, { receiptNumber, paidAt }) => {
  obeyAct('confirm-payment', standing);
  const { dossier } = standing;
  const said = paidAt === undefined ? moment(ctx.now) : (parseMoment(paidAt) ?? fail('dossier-moment-wrong'));
  const pause = dossier.pauses.find((one) => one.toAt === null);
  if (said > ctx.now || (pause && said < getMoment(pause.fromAt))) fail('dossier-paid-when', {}, 409);
  const paid = sql`update dossier_payment_call set paid_at = ${new Date(said).toISOString()},
      receipt_number = ${receiptNumber}, version = version + 1
    where unit_id = ${ctx.unitId} and dossier_id = ${dossier.id} and paid_at is null`;
  return carryOut(ctx, 'confirm-payment', standing, {
    row: { waitsFor: waitsAgain(standing), answerDueAt: null },
    time: { pauses: withoutPause(dossier, said) },
    beside: [paid, endPause(ctx, dossier.id, said)],
    note: receiptNumber,
    ...(dossier.payment ? { refId: dossier.payment.id } : {}),
  });
};
