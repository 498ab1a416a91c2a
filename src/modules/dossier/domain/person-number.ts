import { allowed, refused, type Verdict } from '#kernel/verdict.ts';

const ofCitizen = /^(?:\d{9}|\d{12}|[A-Z]{1,2}\d{6,8})$/;
const ofOthers = /^[0-9A-Z][0-9A-Z./-]{3,39}$/i;
const repeated = /^(.)\1*$/;

/**
 * Whether a number may stand for a person: of a citizen an identity number of 12 digits, an older one of 9, or a passport;
 * of others any register number. None is fine; one of the same digit throughout is invented and refused.
 */
export function mayBearNumber(kind: 'citizen' | 'business' | 'agency' | 'other', number: string | null): Verdict {
  if (number === null) return allowed;
  const form = kind === 'citizen' ? ofCitizen : ofOthers;
  return form.test(number) && !repeated.test(number) ? allowed : refused('dossier-number-wrong');
}
