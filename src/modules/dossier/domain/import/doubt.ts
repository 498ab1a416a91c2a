import type { ImportField } from './fields.ts';
import type { RowDoubt } from './read-row.ts';

/** A doubt with the cell people find it by. `own`: the dossier was received here and no file changes it. */
export interface CellDoubt {
  readonly cell: string;
  readonly field: ImportField;
  readonly value: string;
  readonly why: RowDoubt['why'] | 'own';
}
