import { foldWords } from '#kernel/fold.ts';

/** A field of reform with the folded words that name it in headings. */
export interface ReformField {
  readonly code: string;
  readonly words: readonly string[];
}

/**
 * The field of reform that a heading names: the one whose words come first in it ("Cải cách tổ chức bộ máy và chế độ
 * công vụ" is of the apparatus). Undefined when it names none.
 */
export function fieldOf(heading: string, fields: readonly ReformField[]): string | undefined {
  const text = ` ${foldWords(heading)} `;
  let found: { code: string; at: number } | undefined;
  for (const field of fields) {
    for (const words of field.words) {
      const at = text.indexOf(` ${words} `);
      if (at >= 0 && (!found || at < found.at)) found = { code: field.code, at };
    }
  }
  return found?.code;
}
