/** Lists of the organisation that go out as Excel. */
export const exportedLists = [
  'departments',
  'positions',
  'people',
  'duties',
  'substitutions',
  'reception-points',
  'recipients',
] as const;
export type ExportedList = (typeof exportedLists)[number];
