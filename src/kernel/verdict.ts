/** The answer of a rule that allows or refuses; a refusal names its reason by code, which `text.ts` turns into words. */
export type Verdict = { ok: true } | { ok: false; code: string; params?: Record<string, string | number> };

export const allowed: Verdict = { ok: true };

/** A refusal with the code of its reason. */
export function refused(code: string, params?: Record<string, string | number>): Verdict {
  return params ? { ok: false, code, params } : { ok: false, code };
}
