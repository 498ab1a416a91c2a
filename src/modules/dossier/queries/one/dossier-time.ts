import type { Moment } from '#kernel/moment.ts';
import { writeTerm } from '#kernel/term.ts';
import type { WorkingCalendar } from '#kernel/working-calendar.ts';
import { deadlineOf } from '../../domain/deadline/deadline-of.ts';
import { spanWords } from '../../domain/deadline/left-words.ts';
import { explainDeadline, pauseWords } from '../../domain/deadline/text.ts';
import { type DeadlineFigures, pauseKinds } from '../../domain/deadline/types.ts';
import { findDeadlineInput, rulesOf } from '../../domain/project.ts';
import type { LockedDossier } from '../../store/locked-dossier.ts';
import { termOf, timeFactsOf } from '../../store/time-facts.ts';

/** What a dossier's page says of its time beside the dates. */
export interface DossierTime {
  readonly termWords: string;
  readonly regime: string;
  readonly explanation: string[];
  readonly pausedWords: string;
  /** Null while nothing is judged yet. */
  readonly onTimeFirst: boolean | null;
  readonly onTimeCurrent: boolean | null;
  readonly onTime766: boolean | null;
}

function pausedWordsOf({ pausedMinutes }: DeadlineFigures): string {
  const said = pauseKinds.filter((kind) => pausedMinutes[kind] > 0);
  return said.map((kind) => `${pauseWords[kind]}: ${spanWords(0, pausedMinutes[kind])} làm việc`).join('; ');
}

/** On time once ended; late already while it runs; otherwise not judged. */
const judged = (isEnded: boolean, isLate: boolean) => (isEnded ? !isLate : isLate ? false : null);

/** The whole reckoning of a dossier's time at a moment, in words. A dossier that was not accepted has no dates yet. */
export function dossierTime(dossier: LockedDossier, calendar: WorkingCalendar, now: Moment): DossierTime {
  const facts = timeFactsOf(dossier);
  const term = termOf(dossier);
  const said = { termWords: term === null ? '' : writeTerm(term), regime: rulesOf(facts).citation };
  const input = dossier.firstDueAt === null ? undefined : findDeadlineInput(facts, calendar, now);
  if (!input) {
    return {
      ...{ ...said, explanation: [], pausedWords: '' },
      ...{ onTimeFirst: dossier.lateFirst === null ? null : !dossier.lateFirst },
      ...{ onTimeCurrent: dossier.lateCurrent === null ? null : !dossier.lateCurrent },
      ...{ onTime766: dossier.late766 === null ? null : !dossier.late766 },
    };
  }
  const figures = deadlineOf(input);
  const isEnded = figures.state === 'ended';
  return {
    ...said,
    explanation: explainDeadline(figures.explanation),
    pausedWords: pausedWordsOf(figures),
    onTimeFirst: judged(isEnded, figures.isLateByFirst),
    onTimeCurrent: judged(isEnded, figures.isLateByCurrent),
    onTime766: judged(isEnded, !figures.metricOnTime),
  };
}
