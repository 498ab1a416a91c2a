import type { Id } from '#kernel/brands.ts';
import type { Answered, ParsedInput } from '#kernel/route.ts';
import type { Context } from '#server/context.ts';
import { fail } from '#server/errors.ts';
import { LastingAnswer } from '#server/http/lasting-answer.ts';
import type { Mount } from '#server/module.ts';
import { obey } from '#server/obey.ts';
import { getCalendar, getTask, getTaskFacets, listTasks } from '../contract/plans.ts';
import { dueDaysOf } from '../domain/due-days.ts';
import { maySeeVersion } from '../domain/may-see.ts';
import { findTaskSource, listNarrativeOfTask } from '../queries/find-task.ts';
import { findListBasis, listTasksOf, taskStates } from '../queries/list-tasks.ts';
import { listFieldsOf } from '../queries/plan-heads.ts';
import { taskFacetsOf } from '../queries/task-facets.ts';
import type { TaskFilter } from '../queries/task-filter.ts';
import { KeptPages } from './kept-pages.ts';
import { narrativeRowOf } from './part-rows.ts';
import { dueOf, taskRowOf } from './plan-answers.ts';
import { getShown } from './shown.ts';

const mostBars = 5_000;

/**
 * Answers with pages of the tasks of a plan. Pages of issued versions, which look the same to all who read plans, are
 * kept while they hold.
 */
export function makeTaskLister() {
  const pages = new KeptPages<Answered<typeof listTasks>>();
  return async (ctx: Context, { params, query }: ParsedInput<typeof listTasks>) => {
    const { page, size, version, ...filter } = query;
    const of = { unitId: ctx.unitId, planId: params.planId, version };
    const key = JSON.stringify([ctx.unitId, params.planId, query]);
    const kept = pages.find(key);
    if (kept && kept.basis === (await findListBasis(ctx.db, of, filter, kept.words))) return kept.answer;
    const found = await getTaskList(ctx, of, filter, { limit: size, offset: (page - 1) * size });
    const rows = found.rows.map((task) => taskRowOf(task, found.version));
    const answer = new LastingAnswer({ rows, total: found.total, page, size });
    if (found.state === 'issued') pages.keep(key, { answer, basis: found.basis, words: found.words });
    return answer;
  };
}

/** A part of the tasks of a version; 404 when there is none that this person may see. */
async function getTaskList(
  ctx: Context,
  of: { readonly planId: Id; readonly version: number | undefined },
  filter: TaskFilter,
  page: { readonly limit: number; readonly offset: number },
) {
  const found = await listTasksOf(ctx.db, { unitId: ctx.unitId, ...of }, filter, page);
  if (!found) fail('not-found', {}, 404);
  obey(maySeeVersion(ctx, found.state), 404);
  return found;
}

/** Routes of the tasks of a plan. */
export function mountTasks(mount: Mount): void {
  mount(listTasks, makeTaskLister());

  mount(getTask, async (ctx, { params, query }) => {
    const { at } = await getShown(ctx, params.planId, query.version);
    const states = await taskStates(ctx.db, at, params.taskId);
    const current = states.find((one) => one.fromVersion <= at.version && one.toVersion > at.version);
    if (!current) fail('not-found', {}, 404);
    const source = await findTaskSource(ctx.db, at, params.taskId);
    const narrative = await listNarrativeOfTask(ctx.db, at, params.taskId);
    return {
      task: taskRowOf(current, at.version),
      history: states
        .filter((one) => one.fromVersion <= at.version)
        .map((one) => ({
          fromVersion: one.fromVersion,
          toVersion: one.toVersion > at.version ? null : one.toVersion,
          task: taskRowOf(one, one.fromVersion),
        })),
      narrative: narrative.map((row) => narrativeRowOf(row, at.version)),
      ...source,
    };
  });

  mount(getTaskFacets, async (ctx, { params, query }) => {
    const { at } = await getShown(ctx, params.planId, query.version);
    const names = new Map((await listFieldsOf(ctx.db)).map((field) => [field.code, field.name]));
    const facets = await taskFacetsOf(ctx.db, at);
    const holders = (role: string) =>
      facets.holders
        .filter((one) => one.role === role)
        .map((one) => ({
          holder: { key: one.key, text: one.text, kind: one.kind as 'unknown', id: one.recordId },
          name: one.name,
          count: one.count,
        }));
    return {
      fields: facets.fields.map(({ code, count }) => ({
        code: code ?? 'none',
        name: code === null ? 'Chưa xếp lĩnh vực' : (names.get(code) ?? code),
        count,
      })),
      leads: holders('lead'),
      coordinators: holders('coordinator'),
      months: [...facets.months],
      undated: facets.undated,
    };
  });

  mount(getCalendar, async (ctx, { params, query }) => {
    const { version, ...filter } = query;
    const of = { planId: params.planId, version };
    const found = await getTaskList(ctx, of, filter, { limit: mostBars, offset: 0 });
    return {
      year: found.year,
      rows: found.rows.map((task) => {
        const row = taskRowOf(task, found.version);
        const outputs = new Map<Id | null, string>(task.outputs.map((output) => [output.id, output.text]));
        return {
          taskId: row.id,
          no: row.no,
          place: row.place,
          fieldCode: row.fieldCode,
          content: row.content,
          ours: row.ours,
          leads: row.leads,
          bars: task.dues.map((due) => ({
            ...dueOf(due),
            output: outputs.get(due.outputId) ?? '',
            days: [...dueDaysOf(due.rule, found.year)],
          })),
        };
      }),
    };
  });
}
