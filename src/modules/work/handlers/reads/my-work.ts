import type { Id } from '#kernel/brands.ts';
import type { ParsedInput } from '#kernel/route.ts';
import { findKeptStaffing, loadStaffedDay, type StaffedDay } from '#modules/org/queries.ts';
import { type Context, getSession } from '#server/context.ts';
import type { getMyWork } from '../../contract/reads.ts';
import { type MyGroup, myGroups } from '../../domain/my-groups.ts';
import { findMyWork, type Whose } from '../../queries/my-work.ts';
import { obligationAnswer } from '../../queries/obligation-answer.ts';

interface Side extends Whose {
  /** Whom the work of a post or a person is done for; empty on one's own side. */
  readonly insteadOf: ReadonlyMap<Id, string>;
}

const nobody: Side = { positions: [], people: [], insteadOf: new Map() };

/** The work of a person's own posts, and that of the posts and people the person stands in for. */
function sidesOf(staffed: StaffedDay, personId: Id | null): { readonly own: Side; readonly forOthers: Side } {
  if (personId === null) return { own: nobody, forOthers: nobody };
  const posts = staffed.postsOf(personId);
  const others = posts.filter((one) => one.insteadOf !== null);
  const away = staffed.standsInFor(personId);
  return {
    own: {
      positions: posts.filter((one) => one.insteadOf === null).map((one) => one.positionId),
      people: [personId],
      insteadOf: new Map(),
    },
    forOthers: {
      positions: others.map((one) => one.positionId),
      people: away.map((one) => one.personId),
      insteadOf: new Map([
        ...others.map((one) => [one.positionId, one.insteadOf ?? ''] as const),
        ...away.map((one) => [one.personId, one.name] as const),
      ]),
    },
  };
}

/** *Việc của tôi*, by one statement as long as nobody's post has changed since this process last looked. */
export async function myWorkAnswer(ctx: Context, { query }: ParsedInput<typeof getMyWork>) {
  const { personId } = getSession(ctx);
  const kept = findKeptStaffing(ctx.unitId, ctx.today);
  const first = kept && (await read(ctx, query, personId, kept));
  if (first && first.found.revision === kept.revision) return answerOf(ctx, query, first);
  return answerOf(ctx, query, await read(ctx, query, personId, await loadStaffedDay(ctx.db, ctx.unitId, ctx.today)));
}

type Query = ParsedInput<typeof getMyWork>['query'];

async function read(ctx: Context, query: Query, personId: Id | null, staffed: StaffedDay) {
  const { own, forOthers } = sidesOf(staffed, personId);
  const [side, otherSide] = query.side === 'own' ? [own, forOthers] : [forOthers, own];
  const found = await findMyWork(ctx.db, {
    unitId: ctx.unitId,
    today: ctx.today,
    whose: side,
    otherSide,
    group: query.group,
    limit: query.size,
    offset: (query.page - 1) * query.size,
  });
  return { staffed, side, forOthers, found };
}

const toDo: readonly MyGroup[] = ['overdue', 'within-1', 'within-3', 'within-7', 'later', 'undated'];

function answerOf(ctx: Context, query: Query, { staffed, side, forOthers, found }: Awaited<ReturnType<typeof read>>) {
  const numberOf = (group: MyGroup) => found.counts[group] ?? 0;
  const shown = query.group === undefined ? toDo : [query.group];
  return {
    day: ctx.today,
    counts: myGroups.map((group) => ({ group, n: numberOf(group) })),
    otherSide: found.otherSide,
    insteadOf: [...new Set(forOthers.insteadOf.values())],
    rows: found.rows.map(({ group, ...record }) => ({
      ...obligationAnswer(record, staffed),
      group,
      insteadOf: side.insteadOf.get(record.positionId ?? record.personId ?? record.id) ?? null,
    })),
    total: shown.reduce((sum, group) => sum + numberOf(group), 0),
    page: query.page,
    size: query.size,
  };
}
