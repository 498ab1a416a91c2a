import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Id } from '#kernel/brands.ts';
import { addDays, plainDate } from '#kernel/plain-date.ts';
import { isWorkingDay } from '#kernel/working-calendar.ts';
import { days, months } from '#modules/plan/domain/due-rule/calendar-cases.ts';
import { outputOf } from '#modules/plan/domain/due-rule/output-of.ts';
import { parseDueText } from '#modules/plan/domain/due-rule/parse-due-text.ts';
import { labels, noTime, othersDates, quartersAndYears, rhythms } from '#modules/plan/domain/due-rule/period-cases.ts';
import { calendar } from './made-calendar.ts';
import { firstStage } from './obligation.ts';
import { obligationsOfTask, type PlannedTask } from './obligations-of-task.ts';
import { reconcile } from './reconcile.ts';
import { stateOf } from './state-of.ts';
import { type Stage, stages, states } from './states.ts';

const cases = [days, months, quartersAndYears, rhythms, othersDates, labels, noTime].flat();

/** Every way of writing a time that is known, and none. */
const texts = ['', ...cases.map(([text]) => text)];

const aTask = fc
  .record({
    due: fc.constantFrom(...texts),
    outputs: fc.uniqueArray(
      fc.constantFrom('Kế hoạch', 'Báo cáo kết quả thực hiện', 'Quyết định', 'Văn bản triển khai'),
      { maxLength: 4 },
    ),
  })
  .map(
    ({ due, outputs }): Omit<PlannedTask, 'id'> => ({
      content: 'Nhiệm vụ thử',
      outputs: outputs.map((content, nth) => ({ id: `output${nth}` as Id, content })),
      rules: parseDueText(due, { year: 2022, outputs }).map((rule, nth) => {
        const at = outputOf(rule, outputs);
        return { id: `rule${nth}` as Id, outputId: at === undefined ? null : (`output${at}` as Id), rule };
      }),
    }),
  );

const aPlan = fc
  .array(aTask, { minLength: 1, maxLength: 12 })
  .map((tasks) => tasks.map((task, nth): PlannedTask => ({ ...task, id: `task${nth}` as Id })));

test('of any plan each output is owed, on working days, each obligation once', () => {
  fc.assert(
    fc.property(aPlan, (plan) => {
      const all = plan.flatMap((task) => obligationsOfTask(task, 2022, calendar));
      for (const task of plan) {
        const own = all.filter(({ taskId }) => taskId === task.id);
        expect(own.length).toBeGreaterThan(0);
        for (const { id } of task.outputs) expect(own.some(({ outputId }) => outputId === id)).toBe(true);
      }
      for (const { due, kind, dueSteps } of all) {
        expect(due !== null).toBe(kind === 'dated');
        if (due !== null) expect(isWorkingDay(calendar, due)).toBe(true);
        expect(dueSteps.length).toBeGreaterThan(1);
      }
      const keys = all.map((one) =>
        [one.taskId, one.outputId ?? one.taskId, one.ruleId ?? one.taskId, one.period].join(),
      );
      expect(new Set(keys).size).toBe(all.length);
    }),
  );
});

test('of any plan on any day the obligations of each state sum to all', () => {
  const acted = fc.array(fc.constantFrom<Stage | null>(null, ...stages), { minLength: 40, maxLength: 40 });
  const on = fc.integer({ min: -60, max: 800 }).map((n) => addDays(plainDate(2022, 1, 1), n));
  fc.assert(
    fc.property(aPlan, acted, on, fc.boolean(), (plan, acts, today, ours) => {
      const { add } = reconcile(
        [],
        plan.flatMap((task) => obligationsOfTask(task, 2022, calendar)),
      );
      const shown = add.map(({ kind, due }, nth) => {
        const stage = acts[nth % acts.length] ?? firstStage(kind);
        return stateOf({ stage, ours, due, doneOn: stage === 'accepted' ? today : null }, today, 7);
      });
      const counts = Map.groupBy(shown, (state) => state);
      expect(states.reduce((sum, state) => sum + (counts.get(state)?.length ?? 0), 0)).toBe(add.length);
    }),
  );
});
