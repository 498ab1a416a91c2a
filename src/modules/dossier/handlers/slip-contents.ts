import { moment, toIso } from '#kernel/moment.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { writeTerm } from '#kernel/term.ts';
import type { WorkingCalendar } from '#kernel/working-calendar.ts';
import type { Context } from '#server/context.ts';
import { deadlineOf } from '../domain/deadline/deadline-of.ts';
import { explainDeadline } from '../domain/deadline/text.ts';
import type { FormCommon, ReceiptContent, StopContent, SupplementContent } from '../domain/forms/form-content.ts';
import { findDeadlineInput, type TimeFacts } from '../domain/project.ts';
import { findWireMoment, wireMoment } from '../queries/dossier-answer.ts';
import type { Signature } from '../store/apply-act.ts';
import type { LockedDossier } from '../store/locked-dossier.ts';
import { termOf, timeFactsOf } from '../store/time-facts.ts';
import { stateWords } from '../text/state-words.ts';

/** What every slip of a dossier says. */
export function commonOf(dossier: LockedDossier, code: string | null, by: Signature): FormCommon {
  const { procedureName, summary, submitter } = dossier;
  return {
    code,
    procedure: procedureName,
    request: summary === '' ? procedureName : summary,
    owner: {
      name: dossier.ownerName,
      number: dossier.ownerNumber,
      address: dossier.ownerAddress,
      phone: dossier.ownerPhone,
      email: dossier.ownerEmail,
    },
    submitter,
    byName: by.name,
    byTitle: by.title,
  };
}

/** Form 01, also the one made anew after a full supplement. */
export function receiptOf(
  ctx: Context,
  dossier: LockedDossier,
  code: string | null,
  by: Signature,
  given: {
    readonly calendar: WorkingCalendar;
    readonly papers: ReceiptContent['components'];
    readonly time?: Partial<TimeFacts>;
  },
): ReceiptContent {
  const time = { ...timeFactsOf(dossier), ...given.time };
  const input = findDeadlineInput(time, given.calendar, moment(ctx.now));
  const deadline = input && deadlineOf(input);
  const term = termOf(dossier);
  return {
    ...commonOf(dossier, code, by),
    point: dossier.point ?? '',
    components: given.papers,
    copies: dossier.copies,
    term: term === null ? '' : writeTerm(term),
    receivedAt: toIso(time.pauses.findLast((one) => one.restarts)?.to ?? time.receivedAt),
    dueAt: deadline ? toIso(deadline.currentDue) : null,
    returnBy: dossier.returnBy,
    explanation: deadline ? explainDeadline(deadline.explanation) : [],
  };
}

/** Form 02. */
export function supplementOf(
  dossier: LockedDossier,
  by: Signature,
  asked: Pick<SupplementContent, 'stage' | 'items' | 'reason' | 'until' | 'contact'>,
): SupplementContent {
  const { stage, items, reason, until, contact } = asked;
  return { ...commonOf(dossier, dossier.code, by), stage, items, reason, until, contact };
}

/** The notice that a dossier is stopped. */
export function stopOf(
  ctx: Context,
  dossier: LockedDossier,
  by: Signature,
  told: Pick<StopContent, 'why' | 'reason' | 'givenBack'>,
): StopContent {
  return {
    ...commonOf(dossier, dossier.code, by),
    ...told,
    receivedAt: wireMoment(dossier.receivedAt),
    stoppedAt: toIso(moment(ctx.now)),
    standing: stateWords[dossier.state],
  };
}

/** The slip of a hand-over between desks. */
export function transferOf(
  ctx: Context,
  dossier: LockedDossier,
  by: Signature,
  from: string,
  to: string,
): FormCommon & { from: string; to: string; at: string; dueAt: string | null } {
  const dueAt = findWireMoment(dossier.dueAt);
  return { ...commonOf(dossier, dossier.code, by), from, to, at: toIso(moment(ctx.now)), dueAt };
}

/** The slip of a result handed over. */
export function handOverOf(
  ctx: Context,
  dossier: LockedDossier,
  by: Signature,
  told: {
    readonly toName: string;
    readonly proof: 'form-01' | 'identity' | 'authorisation' | 'postal' | 'online';
    readonly way: 'counter' | 'postal' | 'online';
    readonly originals: readonly string[];
  },
) {
  const { result } = dossier;
  const results = result
    ? [{ title: result.title, number: result.number, signedOn: result.signedOn as PlainDate | null }]
    : [];
  return { ...commonOf(dossier, dossier.code, by), ...told, at: toIso(moment(ctx.now)), results };
}
