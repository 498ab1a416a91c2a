import type { PlanReading } from '../reading/plan-reading.ts';
import { itemsOf, rowsOf } from './places.ts';

/** A text of the plan that was written for it, with where it stands. */
export interface PlanText {
  readonly path: string;
  readonly ref: string;
  readonly text: string;
}

/** Targets, items, rows with their outputs, and duties: the texts in which words of another plan may be left over. */
export function planTexts(reading: PlanReading): PlanText[] {
  const targets = reading.targets.flatMap(({ id, text, duplicateOf }, index) =>
    duplicateOf === undefined ? [{ path: `/targets/${index}/text`, ref: id, text }] : [],
  );
  const items = itemsOf(reading).map(({ path, ref, task }) => ({ path: `${path}/text`, ref, text: task.text }));
  const rows = rowsOf(reading).flatMap(({ path, ref, task }) => [
    { path: `${path}/content`, ref, text: task.content },
    ...task.outputs.map((text, index) => ({ path: `${path}/outputs/${index}`, ref, text })),
  ]);
  const duties = reading.responsibilities.flatMap(({ duties: texts }, role) =>
    texts.map((text, index) => ({
      path: `/responsibilities/${role}/duties/${index}`,
      ref: `trách nhiệm ${role + 1}.${index + 1}`,
      text,
    })),
  );
  return [...targets, ...items, ...rows, ...duties];
}
