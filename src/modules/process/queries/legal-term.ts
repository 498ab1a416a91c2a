import type { UnitId } from '#kernel/brands.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Term } from '#kernel/term.ts';
import { termFor } from '#modules/procedure/domain/term-for.ts';
import { findProcedureFor } from '#modules/procedure/queries.ts';
import type { Db } from '#server/db.ts';
import { hourMillis } from '../domain/amount.ts';

export interface LegalTerm {
  /** Null when the catalogue does not know the code. */
  readonly procedureName: string | null;
  /** Null when it knows no term. */
  readonly term: Term | null;
}

/**
 * The legal term of a case of a procedure on a day. Where channels have terms of their own it is the shortest: whatever
 * way a dossier comes, its steps must fit.
 */
export async function legalTermOf(
  db: Db,
  unitId: UnitId,
  procedureCode: string,
  caseCode: string,
  day: PlainDate,
): Promise<LegalTerm> {
  const procedure = await findProcedureFor(db, unitId, procedureCode, day);
  if (!procedure) return { procedureName: null, term: null };
  const terms = procedure.content.channels.flatMap((channel) => {
    const found = termFor(procedure, channel, caseCode === '' ? null : caseCode);
    return found.ok ? [found.term] : [];
  });
  return { procedureName: procedure.name, term: shortestOf(terms) };
}

/** Legal terms of many cases by `keyOf`, each asked once. */
export async function legalTermsOf(
  db: Db,
  unitId: UnitId,
  asked: readonly { readonly procedureCode: string; readonly caseCode: string }[],
  day: PlainDate,
): Promise<ReadonlyMap<string, Term | null>> {
  const terms = new Map<string, Term | null>();
  for (const one of asked) {
    const key = keyOf(one);
    if (terms.has(key)) continue;
    terms.set(key, (await legalTermOf(db, unitId, one.procedureCode, one.caseCode, day)).term);
  }
  return terms;
}

export function keyOf(asked: { readonly procedureCode: string; readonly caseCode: string }): string {
  return JSON.stringify([asked.procedureCode, asked.caseCode]);
}

function shortestOf(terms: readonly Term[]): Term | null {
  return terms.reduce<Term | null>(
    (shortest, term) => (shortest === null || hourMillis(term) < hourMillis(shortest) ? term : shortest),
    null,
  );
}
