import { fold, foldWords } from '#kernel/fold.ts';
import type { ProcedureContent } from './procedure-content.ts';

/** What a search looks through, without diacritics: code, name, field, results. Codes stay as they are written. */
export function searchText(
  code: string,
  content: Pick<ProcedureContent, 'name' | 'field' | 'results' | 'localCode'>,
): string {
  const words = [content.name, content.field, ...content.results.map((one) => one.name)].map(foldWords);
  return [fold(code), ...(content.localCode === null ? [] : [fold(content.localCode)]), ...words].join(' ');
}
