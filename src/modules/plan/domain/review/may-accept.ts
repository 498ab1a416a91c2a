import type { PlanReading } from '../reading/plan-reading.ts';

/** Years that plans of this kind are made for. */
function isPlanYear(year: number | null): boolean {
  return year !== null && year >= 1990 && year <= 2200;
}

/** What stands in the way of accepting a plan: a code that `text.ts` turns into words, and how many of them. */
export interface Obstacle {
  readonly code: 'import-no-title' | 'import-no-year' | 'import-empty' | 'import-open-doubts' | 'import-open-lines';
  readonly count: number;
}

/**
 * Lists what must be settled before what was read may become a plan: a title, a year, at least one task or target, no
 * blocking question and no unread line left open. Empty: it may be accepted.
 */
export function obstaclesOf(
  reading: Pick<PlanReading, 'title' | 'year' | 'targets' | 'tasksNarrative' | 'appendices'>,
  open: { readonly blocking: number; readonly unread: number },
): readonly Obstacle[] {
  const obstacles: Obstacle[] = [];
  const tasks = reading.appendices.reduce((sum, appendix) => sum + appendix.tasks.length, 0);
  if (reading.title.trim() === '') obstacles.push({ code: 'import-no-title', count: 1 });
  if (!isPlanYear(reading.year)) obstacles.push({ code: 'import-no-year', count: 1 });
  if (tasks + reading.tasksNarrative.length + reading.targets.length === 0)
    obstacles.push({ code: 'import-empty', count: 1 });
  if (open.blocking > 0) obstacles.push({ code: 'import-open-doubts', count: open.blocking });
  if (open.unread > 0) obstacles.push({ code: 'import-open-lines', count: open.unread });
  return obstacles;
}
