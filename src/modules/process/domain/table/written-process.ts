import type { WrittenDuration } from './read-duration.ts';

/** The columns beyond those every table has, in words. */
export interface WrittenWays {
  /** The role from the closed list, where `actorWords` does not name it. */
  readonly role: string;
  readonly level: string;
  readonly joint: string;
  /** "3; 5 nếu không đủ điều kiện giải quyết", or "kết thúc". */
  readonly next: string;
  /** "1; 2". */
  readonly returns: string;
  readonly recallable: string;
}

/** A step as a table writes it, read cell by cell but not judged. */
export interface WrittenStep {
  /** Its number: "1", "Bước 2", "2.1"; empty when it has none. */
  readonly label: string;
  readonly name: string;
  readonly actorWords: string;
  readonly duration: WrittenDuration;
  readonly product: string;
  /** What only our own tables write; else steps follow each other. */
  readonly ways?: WrittenWays;
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
