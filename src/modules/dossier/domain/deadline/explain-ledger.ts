import { type Moment, minute, toIso } from '#kernel/moment.ts';
import { writeTerm } from '#kernel/term.ts';
import { workingTimeBetween } from '#kernel/working-hours.ts';
import { dueOfTerm } from './due-of-term.ts';
import { explainTerm } from './explain-term.ts';
import { type Dues, standsStill } from './find-dues.ts';
import type { KnownLedger, KnownPause } from './read-ledger.ts';
import type { DeadlineFigures, DeadlineInput, ExplanationLine } from './types.ts';

function pauseLine(input: DeadlineInput, pause: KnownPause): ExplanationLine {
  const { kind, from, to, basis, isOpen } = pause;
  const minutes = Math.floor(workingTimeBetween(input.calendar, from, to) / minute);
  const code = standsStill(input.rules, pause) ? (isOpen ? 'paused-until-now' : 'paused') : 'pause-not-excluded';
  return { code, moment: from, params: { kind, to: toIso(to), basis, minutes } };
}

type Dated = { readonly at: Moment; readonly lines: readonly ExplanationLine[] };

function restartsOf(input: DeadlineInput, ledger: KnownLedger): Dated[] {
  if (!input.rules.supplementRestarts.value) return [];
  const { citation } = input.rules.supplementRestarts;
  return ledger.supplementsReceived.map((at) => ({
    at,
    lines: [{ code: 'restarted', moment: at, params: { citation } }, ...explainTerm(input, at)],
  }));
}

/** Where pauses have moved the date by law and the re-appointed one. */
function movedLines(input: DeadlineInput, { start, statutoryDue, currentDue, accepted }: Dues): ExplanationLine[] {
  const lines: ExplanationLine[] = [];
  if (statutoryDue !== dueOfTerm(input, start)) lines.push({ code: 'moved', moment: statutoryDue });
  const appointed = accepted.at(-1)?.newDue;
  if (appointed !== undefined && currentDue !== appointed)
    lines.push({ code: 'moved-appointment', moment: currentDue });
  return lines;
}

function extensionsOf({ accepted, refused }: Dues): Dated[] {
  return [
    ...accepted.map(({ decidedAt, newDue, apology }) => ({
      at: decidedAt,
      lines: [{ code: 'extended' as const, moment: newDue, params: { decidedAt: toIso(decidedAt), apology } }],
    })),
    ...refused.map(({ extension: { decidedAt, newDue, apology }, verdict }) => ({
      at: decidedAt,
      lines: [
        {
          code: 'extension-refused' as const,
          moment: newDue,
          params: { ...(verdict.ok ? {} : { ...verdict.params, reason: verdict.code }), apology },
        },
      ],
    })),
  ];
}

function endLines(ledger: KnownLedger, figures: DeadlineFigures): ExplanationLine[] {
  if (ledger.endedAt === undefined) return [];
  const { isLateByFirst, isLateByCurrent, statutoryDue, currentDue } = figures;
  const code = isLateByCurrent ? 'ended-late' : isLateByFirst ? 'ended-late-by-first' : 'ended-on-time';
  const params = { due: toIso(isLateByCurrent ? currentDue : statutoryDue), minutes: figures.lateByFirst };
  return [{ code, moment: ledger.endedAt, params }];
}

/** Said only where Decision 766 judges otherwise than the law. */
function metricLines(figures: DeadlineFigures): ExplanationLine[] {
  if (figures.metricOnTime === !figures.isLateByFirst) return [];
  if (figures.supplements > 1) return [{ code: 'metric-late-by-supplements', params: { count: figures.supplements } }];
  return [{ code: figures.metricOnTime ? 'metric-on-time' : 'metric-late', moment: figures.metricDue }];
}

/**
 * How a dossier comes to its dates, in the order of time: the rules it began under, its receipt and term, each pause,
 * supplement and re-appointment (also those that change nothing, and why), and how it ended.
 */
export function explainLedger(
  input: DeadlineInput,
  ledger: KnownLedger,
  dues: Dues,
  figures: DeadlineFigures,
): ExplanationLine[] {
  const { receivedAt, pauses } = ledger;
  const events: Dated[] = [
    ...pauses.map((pause) => ({ at: pause.from, lines: [pauseLine(input, pause)] })),
    ...restartsOf(input, ledger),
    ...extensionsOf(dues),
  ];
  return [
    { code: 'rules', params: { version: input.rules.version, citation: input.rules.citation } },
    { code: 'received', moment: receivedAt },
    { code: 'term', params: { term: writeTerm(input.term) } },
    ...explainTerm(input, receivedAt),
    ...events.sort((a, b) => a.at - b.at).flatMap(({ lines }) => lines),
    ...movedLines(input, dues),
    ...endLines(ledger, figures),
    ...metricLines(figures),
  ];
}
