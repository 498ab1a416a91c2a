import { allowed, refused, type Verdict } from '#kernel/verdict.ts';
import { isWithin, mayHaveDates, type Validity } from './validity.ts';

/** A division of a unit as far as its place matters. */
export interface PlacedDepartment extends Validity {
  readonly id: string;
  readonly parentId: string | null;
}

/**
 * Whether a division may stand where it is asked to: under a known division (`org-department-unknown`), inside its days
 * (`org-parent-outside-dates`), and never under itself (`org-department-cycle`).
 */
export function mayPlaceDepartment(asked: PlacedDepartment, all: ReadonlyMap<string, PlacedDepartment>): Verdict {
  const order = mayHaveDates(asked);
  if (!order.ok || asked.parentId === null) return order;
  const parent = all.get(asked.parentId);
  if (!parent) return refused('org-department-unknown');
  const passed = new Set<string>();
  let above: PlacedDepartment | undefined = parent;
  while (above && !passed.has(above.id)) {
    if (above.id === asked.id) return refused('org-department-cycle');
    passed.add(above.id);
    above = above.parentId === null ? undefined : all.get(above.parentId);
  }
  if (isWithin(asked, parent)) return allowed;
  return refused('org-parent-outside-dates', { from: parent.validFrom, to: parent.validTo ?? '' });
}
