import type { Id } from '#kernel/brands.ts';
import type { Facts } from '#modules/process/domain/process.ts';
import { mayReturnTo } from '#modules/process/domain/walk-process.ts';
import type { Context } from '#server/context.ts';
import { fail } from '#server/errors.ts';
import type { Mount } from '#server/module.ts';
import * as contract from '../../contract/acts.ts';
import { waitsAt } from '../../domain/steps.ts';
import type { Applied, Change } from '../../store/apply-act.ts';
import { findFormerHolder } from '../../store/locked-dossier.ts';
import { numberResult } from '../../store/results.ts';
import { transferOf } from '../slip-contents.ts';
import { findStep } from './act-facts-of.ts';
import { type Act, carryOut, obeyAct, onOne } from './carry-out.ts';
import { type Holding, holdingAt, nextStep, type Wanted } from './holding.ts';
import type { Standing } from './standing.ts';

/** Routes by which a dossier goes from hand to hand. */
export function mountMoving(mount: Mount): void {
  mount(contract.transfer, onOne(transfer));
  mount(contract.take, onOne(take));
  mount(contract.forward, onOne(forward));
  mount(contract.assign, onOne(assign));
  mount(contract.stepBack, onOne(stepBack));
  mount(contract.recall, onOne(recall));
  mount(contract.lock, onOne(lock));
  mount(contract.unlock, onOne(unlock));
}

interface Sent {
  readonly to?: Wanted | undefined;
  readonly moved: 'electronic' | 'paper';
  readonly facts: { readonly [K in keyof Facts]?: boolean | undefined };
  readonly number?: string | undefined;
  readonly note?: string | undefined;
}

const moved = { topics: ['dossier.moved'] } as const;

/** The facts that were stated, without those left open. */
function stated(facts: Sent['facts']): Facts {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as Facts;
}

/** The slip of a paper that goes to another desk; what goes electronically needs none. */
function handing(ctx: Context, { dossier, by, step }: Standing, how: Sent['moved'], to: Holding): Partial<Change> {
  if (how === 'electronic') return { moved: how, row: to };
  const content = transferOf(ctx, dossier, by, dossier.holderName || (step?.name ?? ''), to.holderName);
  return { moved: how, row: { ...to, toTake: true }, slips: () => [{ kind: 'transfer', content }] };
}

export const transfer: Act<Sent> = async (ctx, standing, { to, moved: how, facts, note }) => {
  obeyAct('transfer', standing);
  const step = nextStep(standing, to, stated(facts));
  const holding = holdingAt(ctx, standing, standing.dossier, step, to);
  return carryOut(ctx, 'transfer', standing, { ...handing(ctx, standing, how, holding), note, ...moved });
};

export const take: Act<{ readonly note?: string | undefined }> = async (ctx, standing, { note }) => {
  obeyAct('take', standing);
  return carryOut(ctx, 'take', standing, { row: { toTake: false }, note });
};

export const forward: Act<Sent> = async (ctx, standing, { to, moved: how, facts, number, note }) => {
  obeyAct('forward', standing);
  const { dossier } = standing;
  const step = nextStep(standing, to, stated(facts));
  obeyAct('forward', standing, { number, toFinalStep: step.final });
  const holding = holdingAt(ctx, standing, dossier, step, to);
  return carryOut(ctx, 'forward', standing, {
    ...handing(ctx, standing, how, holding),
    note,
    beside: number && dossier.result ? [numberResult(ctx, dossier.result.id, number)] : [],
    ...(number ? { said: { number } } : {}),
    ...moved,
  });
};

interface Assigned {
  readonly positionId?: Id | undefined;
  readonly personId?: Id | undefined;
  readonly note?: string | undefined;
}

/** From the step of assigning on to who handles it; anywhere else to another person of the same step. */
export const assign: Act<Assigned> = async (ctx, standing, { positionId, personId, note }) => {
  obeyAct('assign', standing);
  const { dossier, step } = standing;
  const wanted = { positionId, personId };
  const isOn = step?.actor === 'department-head' || step === undefined;
  const target = isOn ? nextStep(standing, undefined, {}) : step;
  const holding = holdingAt(ctx, standing, dossier, target, wanted);
  const stepDueAt = isOn ? holding.stepDueAt : dossier.stepDueAt;
  return carryOut(ctx, 'assign', standing, { row: { ...holding, stepDueAt }, moved: 'electronic', note, ...moved });
};

export const stepBack: Act<{ readonly stepNo?: number | undefined; readonly reason: string }> = async (
  ctx,
  standing,
  { stepNo, reason },
) => {
  obeyAct('step-back', standing, { reason });
  const targets = mayReturnTo(standing.process, standing.dossier.stepNo ?? 0);
  const target = stepNo === undefined ? targets.at(-1) : targets.find((one) => one.no === stepNo);
  if (!target) fail('dossier-step-not-next', {}, 409);
  return sendBack(ctx, standing, 'step-back', target.no, reason);
};

export const recall: Act<{ readonly reason: string }> = async (ctx, standing, { reason }) => {
  obeyAct('recall', standing, { reason });
  return sendBack(ctx, standing, 'recall', standing.dossier.last?.fromStep ?? null, reason);
};

/** Sends a dossier to a former step and to who held it there, as long as that post is still there. */
async function sendBack(
  ctx: Context,
  standing: Standing,
  act: 'step-back' | 'recall',
  stepNo: number | null,
  reason: string,
): Promise<Applied> {
  const { dossier, process, staffed } = standing;
  const step = findStep(process, stepNo) ?? fail('dossier-no-step-back', {}, 409);
  const before = dossier.last?.seq ?? 0;
  const former = await findFormerHolder(
    ctx.db,
    ctx.unitId,
    dossier.id,
    step.no,
    act === 'recall' ? before : before + 1,
  );
  const post = staffed.posts.find((one) => one.id === former?.positionId)?.id;
  const person = former?.personId && staffed.names.has(former.personId) ? former.personId : undefined;
  const row = holdingAt(ctx, standing, dossier, step, { positionId: post, personId: person });
  return carryOut(ctx, act, standing, { row, moved: 'electronic', reason, ...moved });
}

export const lock: Act<object> = async (ctx, standing) => {
  obeyAct('lock', standing);
  return carryOut(ctx, 'lock', standing, { row: { lockedBy: standing.me, lockedAt: ctx.at } });
};

const unlock: Act<object> = async (ctx, standing) => {
  obeyAct('unlock', standing);
  return carryOut(ctx, 'unlock', standing, { row: { lockedBy: null, lockedAt: null } });
};

/** What a dossier waits for at its step, once nothing else holds it up. */
export function waitsAgain({ step }: Standing): ReturnType<typeof waitsAt> | null {
  return step ? waitsAt(step) : null;
}
