/** One thing that is not as it was signed. `places` count from 0. */
export interface Finding {
  readonly unit: string | null;
  readonly kind: Kind;
  /** Place in the tree, or null when it is not about one entry. */
  readonly index: number | null;
  readonly id: string | null;
  readonly action: string | null;
  readonly record: string | null;
  readonly at: string | null;
  readonly differences: readonly Difference[];
  /** What else there is to say: where it was moved to, which file, which head. */
  readonly note: string | null;
}

export interface Difference {
  readonly field: string;
  readonly was: string | null;
  readonly is: string | null;
}

export type Kind =
  | 'altered'
  | 'removed'
  | 'reordered'
  | 'detail-altered'
  | 'detail-removed'
  | 'unplaced'
  | 'tiles-altered'
  | 'tiles-missing'
  | 'lines-altered'
  | 'head-forged'
  | 'head-mismatch'
  | 'head-beyond'
  | 'head-removed'
  | 'head-added'
  | 'head-unreadable';

export function aFinding(kind: Kind, unit: string | null, more: Partial<Finding> = {}): Finding {
  return {
    unit,
    kind,
    index: null,
    id: null,
    action: null,
    record: null,
    at: null,
    differences: [],
    note: null,
    ...more,
  };
}
