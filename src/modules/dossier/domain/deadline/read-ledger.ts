import type { Moment } from '#kernel/moment.ts';
import type { LedgerEvent, PauseKind } from './types.ts';

/** A pause as it stands at a cut-off: `to` is its end, or the cut-off while it lasts. */
export type KnownPause = {
  readonly kind: PauseKind;
  readonly from: Moment;
  readonly to: Moment;
  readonly isOpen: boolean;
  readonly basis: string;
  readonly excluded: boolean;
  /** Ends with the supplement that is awaited, not at a time of its own. */
  readonly awaitsSupplement: boolean;
};

export type KnownExtension = Extract<LedgerEvent, { type: 'extended' }>;

/** What a ledger says at a cut-off, in the order of time; what came later is not known yet. */
export type KnownLedger = {
  readonly receivedAt: Moment;
  readonly endedAt: Moment | undefined;
  /** Until when time is reckoned: the end of processing, or the cut-off. */
  readonly until: Moment;
  /** When full supplements were received after examination. */
  readonly supplementsReceived: readonly Moment[];
  readonly pauses: readonly KnownPause[];
  readonly extensions: readonly KnownExtension[];
};

type Of<Type extends LedgerEvent['type']> = Extract<LedgerEvent, { type: Type }>;

function eventsOf<Type extends LedgerEvent['type']>(ledger: readonly LedgerEvent[], type: Type): Of<Type>[] {
  return ledger.filter((event): event is Of<Type> => event.type === type);
}

/** When a pause ended as far as the ledger says; a supplement's also ends with the supplement. */
function findEndOfPause(pause: Of<'paused'>, supplements: readonly Moment[]): Moment | undefined {
  if (pause.to !== undefined || pause.kind !== 'supplement') return pause.to;
  return supplements.find((at) => at >= pause.from);
}

/**
 * Reads a ledger as it was known at a cut-off: events after it and after the end of processing are left out, pauses are
 * cut there. Of several receipts the first holds, of several ends the first. Throws RangeError without any receipt.
 */
export function readLedger(ledger: readonly LedgerEvent[], now: Moment): KnownLedger {
  const [received] = eventsOf(ledger, 'received').sort((a, b) => a.at - b.at);
  if (!received) throw new RangeError('a ledger begins with the receipt of the dossier');
  const [ended] = eventsOf(ledger, 'ended').sort((a, b) => a.at - b.at);
  const endedAt = ended && ended.at <= now ? ended.at : undefined;
  const until = endedAt ?? now;
  const supplementsReceived = eventsOf(ledger, 'supplement-received')
    .map(({ at }) => at)
    .filter((at) => at > received.at && at <= until)
    .sort((a, b) => a - b);
  const pauses = eventsOf(ledger, 'paused')
    .filter(({ from }) => from >= received.at && from <= until)
    .sort((a, b) => a.from - b.from)
    .map((pause) => {
      const end = findEndOfPause(pause, supplementsReceived);
      const isOpen = end === undefined || end > until;
      const { kind, from, basis, excluded } = pause;
      return {
        kind,
        from,
        to: isOpen ? until : end,
        isOpen: isOpen && endedAt === undefined,
        basis,
        excluded,
        awaitsSupplement: kind === 'supplement' && pause.to === undefined,
      };
    });
  const extensions = eventsOf(ledger, 'extended')
    .filter(({ decidedAt }) => decidedAt <= until)
    .sort((a, b) => a.decidedAt - b.decidedAt);
  return { receivedAt: received.at, endedAt, until, supplementsReceived, pauses, extensions };
}
