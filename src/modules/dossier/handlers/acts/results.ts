import { sql } from 'kysely';
import type { Id } from '#kernel/brands.ts';
import { moment } from '#kernel/moment.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Facts, ProcessStep } from '#modules/process/domain/process.ts';
import { nextSteps } from '#modules/process/domain/walk-process.ts';
import type { Context } from '#server/context.ts';
import type { Mount } from '#server/module.ts';
import * as contract from '../../contract/acts.ts';
import { findSigningStep } from '../../domain/steps.ts';
import { type Changed, endingNow } from '../../store/apply-act.ts';
import { checkEvidence } from '../../store/components.ts';
import { insertResult, voidResult } from '../../store/results.ts';
import { commonOf, handOverOf } from '../slip-contents.ts';
import { type Act, carryOut, obeyAct, onOne } from './carry-out.ts';
import { correct } from './correct.ts';
import { type Holding, holdingAt } from './holding.ts';
import type { Standing } from './standing.ts';

/** Routes by which a dossier gets its result and the applicant receives it. */
export function mountResults(mount: Mount): void {
  mount(contract.refuse, onOne(refuse));
  mount(contract.signResult, onOne(signResult));
  mount(contract.reopen, onOne(reopen));
  mount(contract.handOver, onOne(handOver));
  mount(contract.correct, onOne(correct));
}

/**
 * Where a signed result goes: on by the process, over the seal when it has no number yet. Where the process does not say,
 * to its last step: a result that is signed always reaches the counter.
 */
function afterSigning(ctx: Context, standing: Standing, facts: Facts, isNumbered: boolean): Changed {
  const { process, dossier } = standing;
  const next = nextSteps(process, dossier.stepNo ?? 0, facts);
  const last = process.steps.findLast((step) => step.final);
  const way = next.ok ? next.steps[0] : undefined;
  const wanted = way && !(isNumbered && way.actor === 'records') ? way : last;
  return goTo(ctx, standing, wanted) ?? goTo(ctx, standing, last) ?? { waitsFor: 'hand-over' };
}

function goTo(ctx: Context, standing: Standing, step: ProcessStep | undefined): Holding | undefined {
  if (!step) return undefined;
  try {
    return holdingAt(ctx, standing, standing.dossier, step);
  } catch {
    return undefined;
  }
}

interface Refused {
  readonly reason: string;
  readonly title: string;
  readonly number: string | null;
  readonly evidenceId: Id | null;
}

export const refuse: Act<Refused> = async (ctx, standing, { reason, title, number, evidenceId }) => {
  obeyAct('refuse', standing, { reason });
  await checkEvidence(ctx, [evidenceId]);
  const { dossier, by } = standing;
  const id = ctx.newId();
  const kind = evidenceId === null ? ('paper' as const) : ('electronic' as const);
  const signed = { id, dossierId: dossier.id, kind, title, number, evidenceId, signer: by.name };
  const content = { ...commonOf(dossier, dossier.code, by), stage: 'resolution' as const, reason };
  return carryOut(ctx, 'refuse', standing, {
    row: {
      ...afterSigning(ctx, standing, { eligible: false }, number !== null),
      ...endingNow(ctx),
      outcome: 'negative',
    },
    time: { endedAt: moment(ctx.now) },
    slips: () => [{ kind: 'refusal', content, refId: id }],
    beside: [insertResult(ctx, { ...signed, negative: true, resultCode: null, validUntil: null })],
    reason,
    refId: id,
    topics: ['dossier.ended', 'dossier.refused'],
  });
};

interface Signed {
  readonly title: string;
  readonly number: string | null;
  readonly kind: 'electronic' | 'scan' | 'paper';
  readonly evidenceId: Id | null;
  readonly validUntil: PlainDate | null;
}

/** Processing ends here, and here lateness is judged. */
export const signResult: Act<Signed> = async (ctx, standing, { title, number, kind, evidenceId, validUntil }) => {
  obeyAct('sign-result', standing);
  await checkEvidence(ctx, [evidenceId]);
  const { dossier, by } = standing;
  const id = ctx.newId();
  const signed = { id, dossierId: dossier.id, kind, title, number, evidenceId, validUntil, signer: by.name };
  return carryOut(ctx, 'sign-result', standing, {
    row: {
      ...afterSigning(ctx, standing, { eligible: true }, number !== null),
      ...endingNow(ctx),
      outcome: 'positive',
    },
    time: { endedAt: moment(ctx.now) },
    beside: [insertResult(ctx, { ...signed, negative: false, resultCode: null })],
    refId: id,
    said: { title, number },
    topics: ['dossier.ended'],
  });
};

/** Back to the signature: the result stands no more and the clock goes on as if it had not ended. */
const reopen: Act<{ readonly reason: string }> = async (ctx, standing, { reason }) => {
  obeyAct('reopen', standing, { reason });
  const { dossier, process } = standing;
  const step = findSigningStep(process);
  const holding = step ? holdingAt(ctx, standing, dossier, step) : { waitsFor: 'handle' as const };
  return carryOut(ctx, 'reopen', standing, {
    row: { ...holding, endedAt: null, endedOn: null, outcome: null },
    time: { endedAt: null },
    beside: [voidResult(ctx, dossier.id)],
    reason,
  });
};

interface Handed {
  readonly way: 'counter' | 'postal' | 'online';
  readonly toName: string;
  readonly proof: 'form-01' | 'identity' | 'authorisation' | 'postal' | 'online';
  readonly note?: string | undefined;
}

export const handOver: Act<Handed> = async (ctx, standing, { way, toName, proof, note }) => {
  obeyAct('hand-over', standing);
  const { dossier, by } = standing;
  const { originals } = dossier;
  const content = handOverOf(ctx, dossier, by, { way, toName, proof, originals });
  const handed = sql`insert into dossier_hand_over (unit_id, id, dossier_id, way, to_name, proof, at, day, by_name, note)
    values (${ctx.unitId}, ${ctx.newId()}, ${dossier.id}, ${way}, ${toName}, ${proof}, ${ctx.at}, ${ctx.today},
      ${by.name}, ${note?.slice(0, 1_000) ?? null})`;
  const givenBack = sql`update dossier_component set given_back_at = ${ctx.at}, version = version + 1
    where unit_id = ${ctx.unitId} and dossier_id = ${dossier.id} and to_give_back and given_back_at is null`;
  return carryOut(ctx, 'hand-over', standing, {
    row: { returnedAt: ctx.at, waitsFor: null, toTake: false, stepDueAt: null, lockedBy: null, lockedAt: null },
    slips: () => [{ kind: 'result-hand-over', content }],
    beside: [handed, ...(originals.length > 0 ? [givenBack] : [])],
    note,
    topics: ['dossier.returned'],
  });
};
