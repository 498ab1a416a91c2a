import { type Moment, parseMoment, toIso } from '#kernel/moment.ts';
import type { WorkingCalendar } from '#kernel/working-calendar.ts';
import type { DossierRow } from '../contract/parts.ts';
import { dueStanding } from '../domain/due-words.ts';
import type { ListMoments } from '../domain/list-moments.ts';
import { maskNumber } from '../domain/mask-number.ts';
import { nationalCodes } from '../domain/states.ts';
import type { DossierRecord } from './dossier-record.ts';

/** An instant of the database. Throws RangeError for text that is none. */
export function getMoment(text: string): Moment {
  const at = parseMoment(text);
  if (at === undefined) throw new RangeError(`not an instant: ${text}`);
  return at;
}

/** An instant of the database, null where there is none. */
export function findMoment(text: string | null): Moment | null {
  return text === null ? null : getMoment(text);
}

/** An instant of the database as the wire has it, with the offset of office time. */
export function wireMoment(text: string): string {
  return toIso(getMoment(text));
}

/** As `wireMoment`, null where there is none. */
export function findWireMoment(text: string | null): string | null {
  return text === null ? null : wireMoment(text);
}

/** How the time of a dossier stands, as the contract answers it. */
export function dueAnswer(record: DossierRecord, moments: ListMoments, calendar: WorkingCalendar): DossierRow['due'] {
  const facts = {
    ...record,
    firstDue: findMoment(record.firstDueAt),
    current: findMoment(record.dueAt),
    answerDue: findMoment(record.answerDueAt),
    endedAt: findMoment(record.endedAt),
  };
  return {
    first: findWireMoment(record.firstDueAt),
    statutory: findWireMoment(record.statutoryDueAt),
    current: findWireMoment(record.dueAt),
    ...dueStanding(facts, moments, calendar),
  };
}

/** A dossier as every list answers it: the owner's number masked. */
export function dossierAnswer(record: DossierRecord, moments: ListMoments, calendar: WorkingCalendar): DossierRow {
  const { id, version, code, procedureCode, procedureName, field, ownerName, state, waitsFor, stepName } = record;
  const { holderName, departmentId, extended, apologyOwed, digitised, source, sourceName } = record;
  return {
    ...{ id, version, code, procedureCode, procedureName, field, ownerName, state, waitsFor, stepName },
    ...{ holderName, departmentId, extended, apologyOwed, digitised, source, sourceName },
    ownerNumberMasked: maskNumber(record.ownerNumber),
    nationalCode: nationalCodes[state],
    stepDueAt: findWireMoment(record.stepDueAt),
    receivedAt: wireMoment(record.receivedAt),
    due: dueAnswer(record, moments, calendar),
    sourceAt: findWireMoment(record.sourceAt),
  };
}
