import { moment } from '#kernel/moment.ts';
import type { ParsedInput } from '#kernel/route.ts';
import type { Context } from '#server/context.ts';
import { fail } from '#server/errors.ts';
import type { Mount } from '#server/module.ts';
import { askAtIntake, type Intake, refuseAtIntake } from '../../contract/receive.ts';
import type { Applied } from '../../store/apply-act.ts';
import { insertDossier } from '../../store/insert-dossier.ts';
import type { LockedDossier } from '../../store/locked-dossier.ts';
import { insertSupplement } from '../../store/supplements.ts';
import { commonOf, supplementOf } from '../slip-contents.ts';
import { besideIntake, endOfDay, takenBy, takenIn } from './known-intake.ts';
import { newDossier } from './new-dossier.ts';
import { type PreparedIntake, prepareIntake } from './prepared-intake.ts';

/** Routes by which a dossier is sent home for papers or refused at the counter. */
export function mountTurnAway(mount: Mount): void {
  mount(askAtIntake, (ctx, { body }) => askAtCounter(ctx, body));
  mount(refuseAtIntake, (ctx, { body }) => refuseAtCounter(ctx, body));
}

type AskedFor = ParsedInput<typeof askAtIntake>['body'];

/** Says once and in full what is missing; the dossier waits for it without a code. */
export async function askAtCounter(ctx: Context, body: AskedFor): Promise<Applied> {
  const prepared = await prepareIntake(ctx, body.intake, moment(ctx.now));
  if (prepared.refusal && prepared.refusal.code !== 'dossier-agency-code-missing') throw prepared.refusal;
  const by = takenBy(ctx, prepared, { positionId: null, personId: null });
  const until = body.until === null ? null : endOfDay(body.until);
  if (until !== null && until <= ctx.now) fail('dossier-until-past', {}, 409);
  const supplementId = ctx.newId();
  const answerDueAt = until === null ? null : new Date(until).toISOString();
  const waiting = { state: 'intake-supplement', intakeSupplements: 1, answerDueAt } as const;
  const dossier: LockedDossier = { ...newDossier(ctx, prepared), ...waiting };
  const asked = { ...body, stage: 'intake' as const, contact: '' };
  const supplement = { ...asked, id: supplementId, dossierId: dossier.id, number: 1, state: 'sent' as const, by };
  return insertDossier(ctx, prepared.calendar, {
    ...takenIn(ctx, dossier, by),
    acts: [{ act: 'ask-intake-supplement', state: 'intake-supplement', reason: body.reason, refId: supplementId }],
    slips: () => [{ kind: 'supplement', content: supplementOf(dossier, by, asked), refId: supplementId }],
    beside: [...besideIntake(ctx, dossier.id, body.intake, body.draftId), insertSupplement(ctx, supplement)],
    topics: ['dossier.supplement-asked'],
  });
}

async function refuseAtCounter(ctx: Context, body: ParsedInput<typeof refuseAtIntake>['body']): Promise<Applied> {
  const prepared = await prepareRefused(ctx, body.intake);
  const by = takenBy(ctx, prepared, { positionId: null, personId: null });
  const dossier: LockedDossier = { ...newDossier(ctx, prepared), state: 'refused', live: false };
  const content = { ...commonOf(dossier, null, by), stage: 'intake' as const, reason: body.reason };
  return insertDossier(ctx, prepared.calendar, {
    ...takenIn(ctx, dossier, by),
    acts: [{ act: 'refuse-intake', state: 'refused', reason: body.reason }],
    slips: () => [{ kind: 'refusal', content }],
    beside: besideIntake(ctx, dossier.id, body.intake, body.draftId),
    topics: ['dossier.refused'],
  });
}

const onlyOfAccepted: ReadonlySet<string> = new Set(['dossier-term-unknown', 'dossier-agency-code-missing']);

/** Loads an intake that is refused: what only an accepted one needs is no hindrance. */
async function prepareRefused(ctx: Context, intake: Intake): Promise<PreparedIntake> {
  const prepared = await prepareIntake(ctx, intake, moment(ctx.now));
  if (prepared.refusal && !onlyOfAccepted.has(prepared.refusal.code)) throw prepared.refusal;
  return prepared;
}
