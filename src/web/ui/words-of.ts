import type { Verdict } from '#kernel/verdict.ts';

type Params = Readonly<Record<string, string | number>>;

/** Words by code, as a module's `text.ts` gives them. */
export type Words = Readonly<Record<string, string | ((params: Record<string, string | number>) => string)>>;

/** The words of a refusal; undefined when the verdict allows. A code without words shows itself. */
export function wordsOf(verdict: Verdict, words: Words): string | undefined {
  if (verdict.ok) return undefined;
  const params: Params = verdict.params ?? {};
  const text = words[verdict.code];
  if (text === undefined) return `Chưa làm được (${verdict.code}).`;
  return typeof text === 'string' ? text : text({ ...params });
}
