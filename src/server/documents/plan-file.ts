import type { Contradiction } from '#modules/plan/domain/contradictions/contradiction.ts';
import type { PlanReading } from '#modules/plan/domain/reading/plan-reading.ts';
import type { SourceDocument } from '#modules/plan/domain/source-document.ts';

/** A plan document that was read: its lines, what they say, and what is doubtful in it. */
export interface PlanFile {
  readonly document: SourceDocument;
  readonly reading: PlanReading;
  readonly contradictions: readonly Contradiction[];
}
