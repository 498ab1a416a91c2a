/** What the watch looks for: signs that an on-time figure is not true. */
export const findingKinds = [
  'due-edited',
  'reopened',
  'result-before-signature',
  'intake-delayed',
  'dummy-number',
  'state-not-so',
] as const;
export type FindingKind = (typeof findingKinds)[number];
