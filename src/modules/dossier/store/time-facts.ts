import type { Term } from '#kernel/term.ts';
import type { TimeFacts } from '../domain/project.ts';
import { findMoment, getMoment } from '../queries/dossier-answer.ts';
import type { LockedDossier } from './locked-dossier.ts';

/** The term a dossier began under; null for an imported one whose term nobody told. */
export function termOf({ termUnit, termMilli }: Pick<LockedDossier, 'termUnit' | 'termMilli'>): Term | null {
  return termUnit === null || termMilli === null ? null : { unit: termUnit, milli: termMilli };
}

/** What the dates of a dossier follow from. */
export function timeFactsOf(dossier: LockedDossier): TimeFacts {
  const { counting, rulesCode } = dossier;
  return {
    term: termOf(dossier),
    counting,
    rulesCode,
    receivedAt: getMoment(dossier.receivedAt),
    pauses: dossier.pauses.map(({ kind, basis, restarts, fromAt, toAt }) => ({
      ...{ kind, basis, restarts },
      from: getMoment(fromAt),
      to: findMoment(toAt),
    })),
    extensions: dossier.extensions.flatMap(({ id, kind, state, dueAfter, signedAt }) =>
      kind === 'extension' && state === 'issued' && dueAfter !== null && signedAt !== null
        ? [{ decidedAt: getMoment(signedAt), newDue: getMoment(dueAfter), apology: id }]
        : [],
    ),
    endedAt: findMoment(dossier.endedAt),
  };
}
