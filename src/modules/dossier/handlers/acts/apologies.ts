import { type RawBuilder, sql } from 'kysely';
import type { Id } from '#kernel/brands.ts';
import { moment, parseMoment } from '#kernel/moment.ts';
import type { Context } from '#server/context.ts';
import { fail } from '#server/errors.ts';
import type { Mount } from '#server/module.ts';
import * as contract from '../../contract/acts.ts';
import { mayReappoint } from '../../domain/deadline/may-apologise.ts';
import { mayExtend } from '../../domain/deadline/may-extend.ts';
import { findDeadlineInput } from '../../domain/project.ts';
import { getMoment, wireMoment } from '../../queries/dossier-answer.ts';
import type { LockedExtension } from '../../store/locked-dossier.ts';
import { settleSupplements } from '../../store/supplements.ts';
import { timeFactsOf } from '../../store/time-facts.ts';
import { commonOf } from '../slip-contents.ts';
import { type Act, carryOut, obeyAct, onOne } from './carry-out.ts';
import { waitsAgain } from './moving.ts';
import type { Standing } from './standing.ts';

/** Routes of apologies: drafted by who is at work, signed by the head. */
export function mountApologies(mount: Mount): void {
  mount(contract.draftApology, onOne(draftApology));
  mount(contract.signApology, onOne(signApology));
  mount(contract.rejectDraft, onOne(rejectDraft));
}

/** The date in force; while the clock stands still, or after the end, the first one. */
function dueOf({ dossier }: Standing): string {
  return dossier.dueAt ?? dossier.firstDueAt ?? fail('dossier-without-term', {}, 409);
}

export const draftApology: Act<{ readonly dueAfter: string | null; readonly reason: string }> = async (
  ctx,
  standing,
  { dueAfter, reason },
) => {
  const newDue = dueAfter === null ? null : (parseMoment(dueAfter) ?? fail('dossier-moment-wrong'));
  obeyAct('draft-apology', standing);
  const before = dueOf(standing);
  const reappoint = newDue === null ? {} : { reappoint: mayReappoint(standing.calendar, getMoment(before), newDue) };
  obeyAct('draft-apology', standing, { reason, dueAfter: newDue, ...reappoint });
  const { dossier, by } = standing;
  const id = ctx.newId();
  const drafted = sql`insert into dossier_extension (unit_id, id, dossier_id, kind, state, due_before, due_after, reason,
      drafted_at, drafted_by, drafted_by_name)
    values (${ctx.unitId}, ${id}, ${dossier.id}, ${newDue === null ? 'apology-only' : 'extension'}, 'draft', ${before},
      ${newDue === null ? null : new Date(newDue).toISOString()}, ${reason}, ${ctx.at}, ${by.id}, ${by.name})`;
  return carryOut(ctx, 'draft-apology', standing, { beside: [drafted], reason, refId: id });
};

export const signApology: Act<{ readonly extensionId?: Id | undefined; readonly note?: string | undefined }> = async (
  ctx,
  standing,
  { extensionId, note },
) => {
  obeyAct('sign-apology', standing);
  const { dossier, by } = standing;
  const draft = dossier.extensions.find((one) => one.state === 'draft' && one.id === (extensionId ?? one.id));
  if (!draft) fail('dossier-no-draft', {}, 409);
  const time = timeAfter(ctx, standing, draft);
  const content = {
    ...commonOf(dossier, dossier.code, by),
    receivedAt: wireMoment(dossier.receivedAt),
    dueBefore: wireMoment(draft.dueBefore),
    dueAfter: draft.dueAfter === null ? null : wireMoment(draft.dueAfter),
    reason: draft.reason,
  };
  return carryOut(ctx, 'sign-apology', standing, {
    row: { apologyOwed: false, extended: dossier.extended || draft.kind === 'extension' },
    ...time,
    slips: () => [{ kind: 'apology', content, refId: draft.id }],
    beside: [issued(ctx, standing, draft)],
    reason: draft.reason,
    note,
    refId: draft.id,
    topics: ['dossier.extended'],
  });
};

/** A new date counts only while it may still be given: what waited too long for the signature is refused here. */
function timeAfter(ctx: Context, { dossier, calendar }: Standing, draft: LockedExtension) {
  if (draft.kind === 'apology-only' || draft.dueAfter === null) return {};
  const time = timeFactsOf(dossier);
  const newDue = getMoment(draft.dueAfter);
  const input = findDeadlineInput(time, calendar, moment(ctx.now)) ?? fail('dossier-without-term', {}, 409);
  const verdict = mayExtend(input, newDue);
  if (!verdict.ok) fail(verdict.code, verdict.params ?? {}, 409);
  const extension = { decidedAt: moment(ctx.now), newDue, apology: draft.id };
  return { time: { extensions: [...time.extensions, extension] } };
}

function issued(ctx: Context, { by }: Standing, { id, kind }: LockedExtension): RawBuilder<unknown> {
  return sql`update dossier_extension set state = 'issued', signed_at = ${ctx.at}, signed_by = ${by.id},
      signed_by_name = ${by.name}, signed_title = ${by.title}, in_time = ${kind === 'extension'}, version = version + 1
    where unit_id = ${ctx.unitId} and id = ${id}`;
}

const rejectDraft: Act<{ readonly draftId: Id; readonly reason: string }> = async (
  ctx,
  standing,
  { draftId, reason },
) => {
  const { dossier, by } = standing;
  const isSupplement = dossier.supplements.some((one) => one.id === draftId && one.state === 'draft');
  const isApology = dossier.extensions.some((one) => one.id === draftId && one.state === 'draft');
  if (!isSupplement && !isApology) obeyAct('reject-draft', { ...standing, facts: { ...standing.facts, drafts: [] } });
  obeyAct('reject-draft', standing, { reason, draft: isSupplement ? 'supplement' : 'apology' });
  const rejected = sql`update dossier_extension set state = 'rejected', decision_reason = ${reason}, signed_by = ${by.id},
      signed_by_name = ${by.name}, version = version + 1
    where unit_id = ${ctx.unitId} and id = ${draftId}`;
  return carryOut(ctx, 'reject-draft', standing, {
    ...(isSupplement ? { row: { waitsFor: waitsAgain(standing) } } : {}),
    beside: [isSupplement ? settleSupplements(ctx, dossier.id, 'draft', 'rejected', { by, reason }) : rejected],
    reason,
    refId: draftId,
  });
};
