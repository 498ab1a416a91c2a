import type { Contradiction } from '#modules/plan/domain/contradictions/contradiction.ts';
import type { PlanReading } from '#modules/plan/domain/reading/plan-reading.ts';
import type { SourceDocument } from '#modules/plan/domain/source-document.ts';
import type { RefusalCode, RefusalParams } from './document-refusal.ts';

/** A plan document that was read: its lines, what they say, and what is doubtful in it. */
export interface PlanFile {
  readonly document: SourceDocument;
  readonly reading: PlanReading;
  readonly contradictions: readonly Contradiction[];
}

export interface WorkerQuestion {
  readonly bytes: Uint8Array;
  readonly name: string;
}

export type WorkerAnswer =
  | { readonly kind: 'read'; readonly file: PlanFile }
  | { readonly kind: 'refused'; readonly code: RefusalCode; readonly params: RefusalParams };
