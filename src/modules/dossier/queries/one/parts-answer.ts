import { findingWords } from '../../text/finding-words.ts';
import { findWireMoment, wireMoment } from '../dossier-answer.ts';
import type { DossierParts } from './part-types.ts';

/** What stands around a dossier as the contract answers it: instants in office time. */
export function partsAnswer(parts: DossierParts) {
  return {
    ...parts,
    pauses: parts.pauses.map(({ fromAt, toAt, ...one }) => ({
      ...one,
      from: wireMoment(fromAt),
      to: findWireMoment(toAt),
    })),
    extensions: parts.extensions.map((one) => ({
      ...one,
      dueBefore: wireMoment(one.dueBefore),
      dueAfter: findWireMoment(one.dueAfter),
      signedAt: findWireMoment(one.signedAt),
    })),
    consultations: parts.consultations.map((one) => ({
      ...one,
      askedAt: wireMoment(one.askedAt),
      until: wireMoment(one.until),
      answeredAt: findWireMoment(one.answeredAt),
    })),
    payments: parts.payments.map((one) => ({
      ...one,
      calledAt: wireMoment(one.calledAt),
      paidAt: findWireMoment(one.paidAt),
    })),
    components: parts.components.map((one) => ({
      ...one,
      scannedAt: findWireMoment(one.scannedAt),
      checkedAt: findWireMoment(one.checkedAt),
      givenBackAt: findWireMoment(one.givenBackAt),
    })),
    forms: parts.forms.map((one) => ({ ...one, issuedAt: wireMoment(one.issuedAt) })),
    findings: parts.findings.map(({ kind, facts, foundAt, explanation }) => ({
      ...{ kind, words: findingWords(kind, facts), foundAt: wireMoment(foundAt), explanation },
    })),
  };
}
