import type { Id } from '#kernel/brands.ts';
import { useChoices } from '#modules/org/web/use-choices.ts';
import { listTargets } from '#modules/plan/contract/plans.ts';
import { targetWords } from '#modules/plan/domain/target-words.ts';
import { useCall } from '#web/use-call.ts';
import { listWorkTasks } from '../../contract/reads.ts';

interface OursChoice {
  /** `task:id` or `target:id`. */
  readonly value: string;
  readonly label: string;
}

/** Tasks and targets of our plan, to be named as carrying something out. */
export function useOursChoices(planId: Id): readonly OursChoice[] {
  const tasks = useChoices(listWorkTasks, (row) => [row.place, row.content].filter(Boolean).join(' · '), {
    query: { planId, sort: 'place' },
  });
  const targets = useCall(listTargets, { params: { planId }, query: {} }).data?.rows ?? [];
  return [
    ...targets
      .filter((row) => row.ours)
      .map((row) => ({ value: `target:${row.id}`, label: `Chỉ tiêu: ${row.measure} ${targetWords(row)}` })),
    ...tasks.map(({ value, label }) => ({ value: `task:${value}`, label: `Nhiệm vụ: ${label}` })),
  ];
}
