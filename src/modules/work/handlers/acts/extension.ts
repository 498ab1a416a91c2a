import type { Id } from '#kernel/brands.ts';
import { formatDate, type PlainDate } from '#kernel/plain-date.ts';
import { type Context, getSession } from '#server/context.ts';
import { fail } from '#server/errors.ts';
import type { Mount } from '#server/module.ts';
import { askExtension, decideExtension } from '../../contract/acts.ts';
import { findExtensionApprover } from '../../domain/approver-of.ts';
import type { Change } from '../../store/apply-act.ts';
import { decideExtensionRow, insertExtension } from '../../store/extensions.ts';
import type { OpenExtension } from '../../store/locked-obligation.ts';
import { actOn } from './act-on.ts';
import { asHolder, inPost, peopleIn, type Standing } from './standing.ts';

type Making = Omit<Change, 'act' | 'stage'>;

/** Routes by which more time is asked for and given or refused; both days are kept. */
export function mountExtension(mount: Mount): void {
  mount(askExtension, (ctx, asked) => {
    const { due, reason } = asked.body;
    return actOn(ctx, asked, 'ask-extension', { due, reason }, (standing) => asking(ctx, standing, due, reason));
  });

  mount(decideExtension, (ctx, asked) => {
    const { granted, reason, extensionId, due } = asked.body;
    const untilOf = (open: OpenExtension | null) => due ?? open?.dueAsked;
    return actOn(
      ctx,
      asked,
      'decide-extension',
      ({ obligation }) => ({ granted, reason, due: untilOf(obligation.extension) }),
      (standing) => {
        const open = getOpenExtension(standing, extensionId);
        return granted
          ? {
              ...deciding(ctx, standing, open, due ?? open.dueAsked, reason),
              ...moved(ctx, standing, due ?? open.dueAsked),
            }
          : deciding(ctx, standing, open, null, reason);
      },
    );
  });
}

function asking(ctx: Context, standing: Standing, due: PlainDate, reason: string): Making {
  const { obligation, posts, staffed, me } = standing;
  const approverId = findExtensionApprover(getSession(ctx).personId ?? undefined, posts);
  if (approverId === undefined) fail('work-no-approver', {}, 409);
  const id = ctx.newId();
  const by = asHolder(ctx, standing);
  return {
    by,
    reason,
    said: { dueAsked: due },
    beside: [insertExtension(ctx, { id, obligation, dueAsked: due, reason, approverId, by })],
    events: [{ topic: 'extension.asked', payload: { extensionId: id, obligationId: obligation.id } }],
    tell: {
      kind: 'work.extension-asked',
      people: peopleIn(staffed, approverId).filter((person) => person !== me),
      params: { by: by.name, due: formatDate(due), reason },
    },
  };
}

/** The request that waits, when it is the one meant. */
function getOpenExtension({ obligation }: Standing, extensionId: Id): OpenExtension {
  const { extension } = obligation;
  return extension?.id === extensionId ? extension : fail('work-no-extension', {}, 409);
}

function deciding(
  ctx: Context,
  standing: Standing,
  open: OpenExtension,
  dueGiven: PlainDate | null,
  reason: string | undefined,
): Making {
  const by = inPost(ctx, standing, open.approverId);
  const granted = dueGiven !== null;
  const until = dueGiven ?? standing.obligation.due ?? open.dueAsked;
  return {
    by,
    reason,
    said: { granted, ...(granted ? { dueGiven } : {}) },
    beside: [decideExtensionRow(ctx, open.id, { dueGiven, by, reason })],
    events: [
      {
        topic: 'extension.decided',
        payload: { extensionId: open.id, obligationId: standing.obligation.id, granted },
      },
    ],
    tell: {
      kind: 'work.extension-decided',
      people: open.askedBy ? [open.askedBy] : [],
      params: { by: by.name, granted: granted ? 1 : 0, due: formatDate(until) },
    },
  };
}

/** The day that was given, with the one before it kept and said. */
function moved(
  ctx: Context,
  { obligation: { due: former, firstDue, dueSteps } }: Standing,
  due: PlainDate,
): Pick<Making, 'due' | 'firstDue' | 'dueSteps'> {
  const { name } = getSession(ctx);
  const words = `Được gia hạn${former === null ? '' : ` từ ${formatDate(former)}`} đến ${formatDate(due)}, ${name} quyết định.`;
  return { due, firstDue: firstDue ?? former, dueSteps: [...dueSteps, { code: 'due', day: due, words }] };
}
