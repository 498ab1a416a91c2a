import type { ImportField } from './fields.ts';
import type { ImportedDossier } from './read-row.ts';

/** Fields in which a file may differ from what is held, in the order they are shown. */
const compared = [
  'procedureCode',
  'procedureName',
  'field',
  'ownerName',
  'ownerNumber',
  'phone',
  'address',
  'summary',
  'receivedAt',
  'dueAt',
  'endedAt',
  'returnedAt',
  'state',
  'channel',
  'holder',
] as const satisfies readonly ImportField[];

export type ComparedField = (typeof compared)[number];

/** What differs, with the old and the new value. */
export interface FieldChange {
  readonly field: ComparedField;
  readonly before: string | number | null;
  readonly after: string | number | null;
}

/**
 * What a file changes of a dossier held from an earlier file. A column the file does not have, or a cell that is empty,
 * says nothing: what is held stays.
 */
export function compareImported(held: ImportedDossier, told: ImportedDossier): FieldChange[] {
  return compared.flatMap((field) => {
    const [before, after] = [held[field], told[field]];
    return after === null || after === before ? [] : [{ field, before, after }];
  });
}

/** What is held once the file is taken over. */
export function mergeImported(held: ImportedDossier, told: ImportedDossier): ImportedDossier {
  const changes = Object.fromEntries(compareImported(held, told).map(({ field, after }) => [field, after]));
  return { ...held, ...changes };
}
