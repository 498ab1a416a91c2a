/** Groups of one's work: by the days left, then what waits for one's decision, and what waits for others. */
export const myGroups = [
  'overdue',
  'within-1',
  'within-3',
  'within-7',
  'later',
  'undated',
  'to-decide',
  'waiting',
] as const;
export type MyGroup = (typeof myGroups)[number];
