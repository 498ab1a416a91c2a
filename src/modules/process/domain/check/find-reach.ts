import type { ProcessLink, ProcessStep } from '../process.ts';

export interface Reach {
  /** Steps that can be come to from the first one given, itself included. */
  readonly reached: ReadonlySet<number>;
  /** A step from which the ways lead back to itself; undefined when there is none among those reached. */
  readonly circle: number | undefined;
}

/** Follows the ways on from the first of the steps. */
export function findReach(steps: readonly Pick<ProcessStep, 'no'>[], links: readonly ProcessLink[]): Reach {
  const known = new Set(steps.map((step) => step.no));
  const reached = new Set<number>();
  const open = new Set<number>();
  let circle: number | undefined;
  const visit = (no: number): void => {
    if (open.has(no)) circle ??= no;
    if (reached.has(no)) return;
    reached.add(no);
    open.add(no);
    for (const { kind, from, to } of links) if (kind === 'next' && from === no && known.has(to)) visit(to);
    open.delete(no);
  };
  const first = steps[0];
  if (first) visit(first.no);
  return { reached, circle };
}
