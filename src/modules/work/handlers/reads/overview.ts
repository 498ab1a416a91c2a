import type { Id } from '#kernel/brands.ts';
import type { ParsedInput } from '#kernel/route.ts';
import { loadStaffedDay, type StaffedDay } from '#modules/org/queries.ts';
import type { Context } from '#server/context.ts';
import { fail } from '#server/errors.ts';
import type { getOverview } from '../../contract/reads.ts';
import { states, type WorkState } from '../../domain/states.ts';
import { firstObligations } from '../../queries/list-obligations.ts';
import { obligationAnswer } from '../../queries/obligation-answer.ts';
import { type Counted, countWork, loadOverviewFrame, type OverviewFrame } from '../../queries/overview.ts';

const firstFew = 10;
/** What is still to be done, whoever waits for whom. */
const liveStates: ReadonlySet<WorkState> = new Set([
  'overdue',
  'due-soon',
  'doing',
  'in-time',
  'submitted',
  'awaiting-guidance',
  'awaiting-authority',
  'paused',
]);

/** *Tổng quan*: figures from the counts that every act keeps, and the first few that are late or soon will be. */
export async function overviewAnswer(ctx: Context, { query }: ParsedInput<typeof getOverview>) {
  const [frame, staffed] = await Promise.all([
    loadOverviewFrame(ctx.db, ctx.unitId, ctx.today, query),
    loadStaffedDay(ctx.db, ctx.unitId, ctx.today),
  ]);
  const asksPlan = query.planId !== undefined || query.year !== undefined;
  if (asksPlan && frame.plan === null) fail('not-found', {}, 404);
  const planId = frame.plan?.id;
  const unit = { unitId: ctx.unitId, staffed };
  const [counted, late, soon] = await Promise.all([
    countWork(ctx.db, { unitId: ctx.unitId, planId }, frame.countRevision),
    firstObligations(ctx.db, unit, { planId, state: 'overdue' }, firstFew),
    firstObligations(ctx.db, unit, { planId, state: 'due-soon' }, firstFew),
  ]);
  const holders = counted.filter((one) => one.by === 'holder');
  return {
    day: frame.derivedFor ?? ctx.today,
    plan: frame.plan,
    all: figureOf(holders),
    ...groupsOf(counted, frame),
    posts: postsOf(holders, staffed),
    approvals: frame.asked + sumOf(holders.filter((one) => one.state === 'submitted')),
    empty: sumOf(holders.filter((one) => liveStates.has(one.state) && isEmpty(one, staffed))),
    late: late.map((row) => obligationAnswer(row, staffed)),
    soon: soon.map((row) => obligationAnswer(row, staffed)),
    targets: [...frame.targets],
  };
}

const sumOf = (counted: readonly Counted[]) => counted.reduce((sum, one) => sum + one.n, 0);

/** Numbers by state, in the order in which states call for somebody, with their sum. */
function figureOf(counted: readonly Counted[]) {
  const sums = new Map<WorkState, number>();
  for (const { state, n } of counted) sums.set(state, (sums.get(state) ?? 0) + n);
  const byState = states.map((state) => ({ state, n: sums.get(state) ?? 0 })).filter(({ n }) => n !== 0);
  return { total: sumOf(counted), byState };
}

function groupsOf(counted: readonly Counted[], frame: OverviewFrame) {
  const byKey = (by: Counted['by']) =>
    Map.groupBy(
      counted.filter((one) => one.by === by),
      (one) => one.key,
    );
  const [fields, departments, months] = [byKey('field'), byKey('department'), byKey('month')];
  const fieldOrder = [...frame.fields, { code: null, name: 'Chưa xếp lĩnh vực' }];
  const departmentOrder = [...frame.departments, { id: null, name: 'Ngoài các bộ phận' }];
  return {
    fields: fieldOrder
      .filter(({ code }) => fields.has(code))
      .map(({ code, name }) => ({ code, name, ...figureOf(fields.get(code) ?? []) })),
    departments: departmentOrder
      .filter(({ id }) => departments.has(id))
      .map(({ id, name }) => ({ id, name, ...figureOf(departments.get(id) ?? []) })),
    months: [...months]
      .sort(([a], [b]) => (a ?? '9999').localeCompare(b ?? '9999'))
      .map(([month, ones]) => ({ month: month === null ? null : month.slice(0, 7), ...figureOf(ones) })),
  };
}

/** Posts in their order, then people given work by name, posts that are no more, and what nobody answers for. */
function postsOf(holders: readonly Counted[], staffed: StaffedDay) {
  const found = Map.groupBy(holders, ({ key, personId }) => key ?? personId);
  const named = new Map<string | null, { id: Id | null; name: string; people: string[] }>();
  for (const post of staffed.posts) {
    const people = staffed.bearers.get(post.id)?.people.map((one) => one.name) ?? [];
    named.set(post.id, { id: post.id, name: post.title, people });
  }
  for (const { key, personId } of holders) {
    if (key !== null && !named.has(key)) named.set(key, { id: key as Id, name: 'Chức danh không còn', people: [] });
    if (key !== null || personId === null) continue;
    const name = staffed.names.get(personId) ?? 'Người được giao';
    named.set(personId, { id: null, name, people: [name] });
  }
  named.set(null, { id: null, name: 'Chưa có người', people: [] });
  return [...named]
    .filter(([key]) => found.has(key as Id))
    .map(([key, head]) => ({ ...head, ...figureOf(found.get(key as Id) ?? []) }));
}

/** Nobody answers for it today. */
function isEmpty({ key, personId }: Counted, staffed: StaffedDay): boolean {
  if (key === null) return personId === null;
  const bearer = staffed.bearers.get(key as Id);
  return bearer === undefined || bearer.empty !== null;
}
