import { type Asked, wordsOfAsked } from '#web/ui/table/use-asked.ts';
import { excelPath } from '../contract/exports.ts';
import type { ExportedList } from '../domain/exported-lists.ts';

/** Address of the Excel of a list with these filters, as the search and order of the screen stand. */
export function excelOf(
  list: ExportedList,
  filters: Readonly<Record<string, string | undefined>>,
): (asked: Asked) => string {
  return (asked) => `${excelPath(list)}?${new URLSearchParams({ ...filters, ...wordsOfAsked(asked) } as never)}`;
}
