import type { Id } from '#kernel/brands.ts';
import type { ParsedInput } from '#kernel/route.ts';
import { loadStaffedDay } from '#modules/org/queries.ts';
import { type Context, getSession } from '#server/context.ts';
import type { listApprovals, listCalendar, listObligations, listWorkTasks } from '../../contract/reads.ts';
import { listApprovalsOf } from '../../queries/approvals.ts';
import { listObligationsOf } from '../../queries/list-obligations.ts';
import { obligationAnswer } from '../../queries/obligation-answer.ts';
import { listExtensions, listSubmissions } from '../../queries/submissions.ts';
import { taskAnswer } from '../../queries/task-answer.ts';
import { listTasksOf } from '../../queries/work-tasks.ts';

/** A page of the obligations of the unit. */
export async function obligationsAnswer(ctx: Context, { query }: Pick<ParsedInput<typeof listObligations>, 'query'>) {
  const { page, size, sort, ...filter } = query;
  const staffed = await loadStaffedDay(ctx.db, ctx.unitId, ctx.today);
  const found = await listObligationsOf(ctx.db, { unitId: ctx.unitId, staffed }, filter, {
    sort,
    limit: size,
    offset: (page - 1) * size,
  });
  return { rows: found.rows.map((row) => obligationAnswer(row, staffed)), total: found.total, page, size };
}

/** Most rows of a calendar; beyond it the answer says how many are not shown. */
const mostInCalendar = 2_000;

/** What falls due in a span of days. */
export async function calendarAnswer(ctx: Context, { query }: ParsedInput<typeof listCalendar>) {
  const { mine, ...asked } = query;
  const staffed = await loadStaffedDay(ctx.db, ctx.unitId, ctx.today);
  const me = getSession(ctx).personId;
  if (mine === 'yes' && me === null) return { rows: [], more: 0 };
  const filter = mine === 'yes' && me !== null ? { ...asked, personId: me } : asked;
  const page = { sort: 'due' as const, limit: mostInCalendar, offset: 0 };
  const found = await listObligationsOf(ctx.db, { unitId: ctx.unitId, staffed }, filter, page);
  return {
    rows: found.rows.map((row) => obligationAnswer(row, staffed)),
    more: Math.max(0, found.total - found.rows.length),
  };
}

/** A page of the tasks of the unit with how far their outputs are. */
export async function tasksAnswer(ctx: Context, { query }: ParsedInput<typeof listWorkTasks>) {
  const { page, size, ...filter } = query;
  const staffed = await loadStaffedDay(ctx.db, ctx.unitId, ctx.today);
  const found = await listTasksOf(ctx.db, ctx.unitId, filter, { limit: size, offset: (page - 1) * size });
  return { rows: found.rows.map((row) => taskAnswer(row, staffed)), total: found.total, page, size };
}

/** What waits for a decision of the person who asks, also for somebody away. */
export async function approvalsAnswer(ctx: Context, { query }: ParsedInput<typeof listApprovals>) {
  const { kind, page, size } = query;
  const { personId } = getSession(ctx);
  const staffed = await loadStaffedDay(ctx.db, ctx.unitId, ctx.today);
  const posts = new Map<Id, string | null>(
    personId === null ? [] : staffed.postsOf(personId).map((one) => [one.positionId, one.insteadOf]),
  );
  const found = await listApprovalsOf(ctx.db, {
    unitId: ctx.unitId,
    positions: [...posts.keys()],
    kind,
    limit: size,
    offset: (page - 1) * size,
  });
  const ids = found.rows.map((row) => row.obligation.id);
  const [submitted, asked] = await Promise.all([
    listSubmissions(ctx.db, ctx.unitId, ids, staffed),
    listExtensions(ctx.db, ctx.unitId, ids),
  ]);
  const submissions = new Map(submitted.map((one) => [one.id, one]));
  const extensions = new Map(asked.map((one) => [one.id, one]));
  return {
    rows: found.rows.map(({ of, itemId, approverId, route, obligation }) => ({
      kind: of,
      obligation: obligationAnswer(obligation, staffed),
      submission: submissions.get(itemId) ?? null,
      extension: extensions.get(itemId) ?? null,
      route,
      insteadOf: posts.get(approverId) ?? null,
    })),
    total: found.total,
    page,
    size,
  };
}
