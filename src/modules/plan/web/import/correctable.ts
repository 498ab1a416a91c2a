import { type ReadField, readingSections } from './reading-sections.ts';
import type { ReadImport } from './review.tsx';

type Doubt = ReadImport['doubts'][number];

/** Questions about when something is due: settled in the due words. */
const ofDeadlines = new Set([
  'missingDeadline',
  'outputWithoutDeadline',
  'frequencyUnstated',
  'openDeadline',
  'unreadDeadline',
  'impossibleDay',
  'deadlineBeforePlan',
  'yearTaken',
  'looseLabel',
  'oneDateForAll',
]);
/** Questions about something that is not there yet: it is added among the fields, not in one of them. */
const ofAbsence = new Set(['missingLead', 'missingOutput', 'taskWithoutRow', 'postsNotNamed', 'twoMeasures']);
/** More fields than this are better looked at where they stand. */
const most = 12;

/** A field with the row it belongs to. */
export interface CorrectableField {
  readonly field: ReadField;
  readonly place: string;
}

/** The fields a question may be settled in; none when the whole reading must be looked at. */
export function correctableFields(reading: ReadImport['reading'], doubt: Doubt): readonly CorrectableField[] {
  if (ofAbsence.has(doubt.kind)) return [];
  const all = readingSections(reading).flatMap((section) => section.groups.flatMap((group) => group.fields));
  const paths = [...new Map(doubt.places.map((place) => [place.path, place.label]))];
  const found = paths.flatMap(([path, place]) =>
    all
      .filter((field) => !field.isDerived && (field.path === path || field.path.startsWith(`${path}/`)))
      .map((field) => ({ field, place })),
  );
  const due = found.filter(({ field }) => field.path.endsWith('/deadlineText'));
  const shown = ofDeadlines.has(doubt.kind) && due.length > 0 ? due : found;
  return shown.length > most ? [] : shown;
}
