import type { Id } from '#kernel/brands.ts';
import type { ParsedInput } from '#kernel/route.ts';
import type { Context } from '#server/context.ts';
import { AppError, textOf } from '#server/errors.ts';
import type { Mount } from '#server/module.ts';
import { actOnMany } from '../../contract/acts.ts';
import type { Applied } from '../../store/apply-act.ts';
import { signApology } from './apologies.ts';
import { sendSupplement } from './asking.ts';
import { assign, forward, take, transfer } from './moving.ts';
import { handOver, signResult } from './results.ts';
import { getStandings, type Standing } from './standing.ts';

type Many = ParsedInput<typeof actOnMany>['body'];

const permissionOf: Readonly<Partial<Record<Many['act'], string>>> = {
  transfer: 'dossier.receive',
  'sign-result': 'dossier.sign',
  'sign-apology': 'dossier.sign',
  'hand-over': 'dossier.hand-over',
};

/** What each act does with one of many, where nothing is said of it alone. */
const doOne: Readonly<Record<Many['act'], (ctx: Context, standing: Standing, body: Many) => Promise<Applied>>> = {
  transfer: (ctx, standing, { to, note }) => transfer(ctx, standing, { to, note, moved: 'electronic', facts: {} }),
  forward: (ctx, standing, { to, note }) => forward(ctx, standing, { to, note, moved: 'electronic', facts: {} }),
  take: (ctx, standing, { note }) => take(ctx, standing, { note }),
  assign: (ctx, standing, { to, note }) =>
    assign(ctx, standing, { positionId: to?.positionId, personId: to?.personId, note }),
  'sign-result': (ctx, standing) =>
    signResult(ctx, standing, {
      title: `Kết quả: ${standing.dossier.procedureName}`.slice(0, 500),
      number: null,
      kind: 'paper',
      evidenceId: null,
      validUntil: null,
    }),
  'hand-over': (ctx, standing, { note }) => {
    const { returnBy, ownerName, submitter } = standing.dossier;
    const proof = returnBy === 'counter' ? ('form-01' as const) : returnBy;
    return handOver(ctx, standing, { way: returnBy, toName: submitter?.name ?? ownerName, proof, note });
  },
  'sign-apology': (ctx, standing, { note }) => signApology(ctx, standing, { note }),
  'send-supplement': (ctx, standing, { note }) => sendSupplement(ctx, standing, { note }),
};

/** The route that does one act on many dossiers: those refused are told with their reason, the others done. */
export function mountActOnMany(mount: Mount): void {
  mount(actOnMany, async (ctx, { body }) => {
    const permission = permissionOf[body.act];
    if (permission !== undefined && !ctx.may(permission)) throw new AppError('forbidden', {}, 403);
    const versions = new Map(body.items.map((item) => [item.id, item.version]));
    const standings = await getStandings(ctx, [...versions.keys()]);
    const known = new Map(standings.map((one) => [one.dossier.id, one]));
    const done: Applied[] = [];
    const refused: { id: Id; code: string; message: string }[] = [];
    for (const [id, version] of versions) {
      const outcome = await outcomeOf(ctx, known.get(id), version, body);
      if (outcome instanceof AppError)
        refused.push({ id, code: outcome.code, message: textOf(outcome.code, outcome.params) });
      else done.push(outcome);
    }
    return { done, refused };
  });
}

/** What was done, or the refusal that came before anything was written. */
async function outcomeOf(
  ctx: Context,
  standing: Standing | undefined,
  version: number,
  body: Many,
): Promise<Applied | AppError> {
  if (!standing) return new AppError('not-found', {}, 404);
  if (standing.dossier.version !== version) return new AppError('stale-version', {}, 409);
  try {
    return await doOne[body.act](ctx, standing, body);
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
}
