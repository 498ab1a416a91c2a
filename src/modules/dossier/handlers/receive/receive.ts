import { type Moment, moment, parseMoment } from '#kernel/moment.ts';
import type { ParsedInput } from '#kernel/route.ts';
import type { Context } from '#server/context.ts';
import { fail } from '#server/errors.ts';
import type { Mount } from '#server/module.ts';
import { receiveDossier } from '../../contract/receive.ts';
import type { Applied } from '../../store/apply-act.ts';
import { checkEvidence, papersOf } from '../../store/components.ts';
import { insertDossier } from '../../store/insert-dossier.ts';
import { takeReserved } from '../../store/reserved-codes.ts';
import { receiptOf } from '../slip-contents.ts';
import { finishedActs, finishedDossier, finishedTopics, insertFinished } from './finished.ts';
import { besideIntake, takenBy, takenIn } from './known-intake.ts';
import { acceptedDossier } from './new-dossier.ts';
import { type PreparedIntake, prepareIntake } from './prepared-intake.ts';

type Received = ParsedInput<typeof receiveDossier>['body'];

/** The route by which dossiers are taken in at the counter. */
export function mountReceiving(mount: Mount): void {
  mount(receiveDossier, (ctx, { body }) => receive(ctx, body));
}

/** Takes a dossier at the counter; an immediate one may be finished at once, one from paper bears its true times. */
export async function receive(ctx: Context, body: Received): Promise<Applied> {
  const { intake, afterwards, finished } = body;
  const receivedAt = afterwards ? trueTime(ctx, afterwards.receivedAt) : moment(ctx.now);
  const prepared = await prepareIntake(ctx, intake, receivedAt);
  await mayBeReceived(ctx, prepared, body);
  const accepted = acceptedDossier(ctx, prepared);
  const by = takenBy(ctx, prepared, accepted);
  const reserved = afterwards ? [await takeReserved(ctx, afterwards.code, accepted)] : [];
  const begun = finished ? finishedDossier(ctx, accepted, finished, receivedAt) : accepted;
  const dossier = { ...begun, code: afterwards?.code ?? null };
  const given = { calendar: prepared.calendar, papers: papersOf(intake.components) };
  return insertDossier(ctx, prepared.calendar, {
    ...takenIn(ctx, dossier, by),
    paperReason: afterwards?.reason ?? null,
    acts: finished ? finishedActs : [{ act: 'receive', state: 'accepted' }],
    ...(afterwards ? {} : { newCodeOf: prepared.agency ?? '' }),
    slips: (code) => (finished ? [] : [{ kind: 'receipt', content: receiptOf(ctx, dossier, code, by, given) }]),
    beside: [
      ...besideIntake(ctx, dossier.id, intake, body.draftId),
      ...reserved,
      ...(finished ? insertFinished(ctx, dossier, finished.toName) : []),
    ],
    topics: finished ? finishedTopics : ['dossier.received'],
  });
}

/** Refuses what cannot be received: by the procedure, for papers that are missing, as one that is open already. */
async function mayBeReceived(ctx: Context, { refusal, facts, term }: PreparedIntake, body: Received): Promise<void> {
  if (refusal) throw refusal;
  const { components } = body.intake;
  const missing = components.filter((one) => one.handed === 'missing').length;
  if (missing > 0) fail('dossier-papers-missing', { count: missing }, 409);
  const [twin] = facts.same;
  if (twin && !body.knowinglyTwice) fail('dossier-same-open', { code: twin.code ?? '' }, 409, { same: facts.same });
  if (body.finished && term?.unit !== 'immediate') fail('dossier-not-immediate', {}, 409);
  await checkEvidence(
    ctx,
    components.map((one) => one.evidenceId),
  );
}

/** The true time of what was done on paper; never ahead of now. */
function trueTime(ctx: Context, text: string): Moment {
  const at = parseMoment(text) ?? fail('dossier-moment-wrong');
  return at <= ctx.now ? at : fail('dossier-received-in-future', {}, 409);
}
