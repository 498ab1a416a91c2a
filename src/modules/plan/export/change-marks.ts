import type { RowChange } from '../domain/version/version-diff.ts';

/** Gives the mark of a row by its key. */
export type ChangeOf = (key: string) => string;

/** What is set behind words that are new or other than in the version before; nothing for the rest. */
export function changeMark(change: RowChange | undefined): string {
  if (change === 'added') return ' (bổ sung)';
  return change === 'changed' ? ' (sửa đổi)' : '';
}
