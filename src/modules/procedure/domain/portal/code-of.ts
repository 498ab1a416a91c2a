import { fold } from '#kernel/fold.ts';

const national = /^(\d\.\d{6})(\..+)?$/;

/**
 * The code a procedure is kept under and its local form: a national code loses the suffix of an agency
 * (`1.003901.H42` → `1.003901`); what has no code gets one from its name, always the same.
 */
export function codeOf(code: string | null, name: string): { code: string; localCode: string | null } {
  const written = code?.trim() ?? '';
  if (written === '') return { code: `CM-${slugOf(name)}`, localCode: null };
  const [, part, suffix] = national.exec(written) ?? [];
  return part === undefined || suffix === undefined
    ? { code: written, localCode: null }
    : { code: part, localCode: written };
}

function slugOf(name: string): string {
  const slug = fold(name).replace(/[^a-z0-9]+/g, '-');
  return slug.slice(0, 36).replace(/^-+|-+$/g, '');
}
