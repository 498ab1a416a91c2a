import type { WrittenDuration } from './read-duration.ts';

/** A step as a table writes it, read cell by cell but not judged. */
export interface WrittenStep {
  /** Its number: "1", "Bước 2", "2.1"; empty when it has none. */
  readonly label: string;
  readonly name: string;
  readonly actorWords: string;
  readonly duration: WrittenDuration;
  readonly product: string;
  /** Where they stand in the sheet. */
  readonly cells?: { readonly label: string; readonly actor: string; readonly duration: string };
}

/** A process as a table or file writes it. */
export interface WrittenProcess {
  readonly code: string;
  readonly caseCode: string;
  readonly name: string;
  readonly declared: WrittenDuration;
  readonly declaredCell?: string;
  readonly steps: readonly WrittenStep[];
}
