import type { Id } from '#kernel/brands.ts';
import { type RefusalCode, refusalCodes } from '#server/documents/document-refusal.ts';
import { refusalText } from '#server/documents/refusals.ts';
import { textOf } from '#server/errors.ts';
import type { Contradiction } from '../domain/contradictions/contradiction.ts';
import { contradictionWeights } from '../domain/contradictions/contradiction.ts';
import { contradictionWords } from '../domain/contradictions/text.ts';
import type { PlanReading } from '../domain/reading/plan-reading.ts';
import { needsReason, proposedCorrection } from '../domain/review/carry-out.ts';
import { valueAt } from '../domain/review/json-pointer.ts';
import { obstaclesOf } from '../domain/review/may-accept.ts';
import { doubtIdOf } from '../store/doubt-id.ts';
import type { ReviewActs, StoredDecision } from '../store/import-review.ts';
import type { ListedImport, StoredImport } from '../store/imports.ts';
import { wordsOfChoice } from '../text/choices.ts';
import { obstacleWords } from '../text/errors.ts';

/** Code and words of a refused document. */
export function refusalOf(stored: Pick<ListedImport, 'refusal_code' | 'refusal_params'>) {
  const { refusal_code: code, refusal_params: params } = stored;
  if (code === null) return null;
  const known = refusalCodes.find((one) => one === code) as RefusalCode | undefined;
  return { code, message: known ? refusalText(known, params ?? {}) : textOf(code, { ...params }) };
}

/** An import as lists tell it. */
export function importHeadOf(stored: ListedImport) {
  return {
    id: stored.id as Id,
    state: stored.state,
    fileName: stored.file_name,
    fileSize: stored.file_size,
    format: stored.format as 'docx' | 'pdf' | 'txt' | null,
    progress: stored.progress,
    step: stored.step,
    refusal: refusalOf(stored),
    title: stored.title,
    year: stored.year,
    issuer: stored.issuer,
    open: { blocking: stored.blocking_count, all: stored.open_count, unread: stored.unread_count },
    planId: stored.plan_id as Id | null,
    planVersion: stored.plan_version,
    importedBy: stored.created_by_name,
    importedAt: stored.created_at,
    version: stored.version,
  };
}

/** An import with everything a review shows. */
export function reviewOf(
  stored: StoredImport,
  acts: ReviewActs,
  plans: readonly { readonly id: string; readonly title: string; readonly version: number }[],
) {
  const { reading } = stored;
  const head = importHeadOf(stored);
  const decided = new Map(acts.decisions.map((one) => [one.doubt_id, one]));
  const settled = new Map(acts.lines.map((one) => [one.line, one]));
  return {
    ...head,
    reading,
    doubts: reading ? stored.doubts.map((one) => doubtOf(one, reading, decided.get(doubtIdOf(one.code, one.key)))) : [],
    unread: (reading?.unread ?? []).map((one) => {
      const line = settled.get(one.line);
      return {
        line: one.line,
        text: one.text,
        page: one.page ?? null,
        settled: line ? { use: line.use, path: line.path, by: line.made_by_name, at: instantOf(line.made_at) } : null,
      };
    }),
    obstacles: reading
      ? obstaclesOf(reading, head.open).map(({ code, count }) => ({ code, message: obstacleWords[code](count), count }))
      : [],
    edits: acts.edits.map((edit) => ({
      op: edit.op,
      path: edit.path,
      before: edit.before,
      after: edit.after,
      by: edit.made_by_name,
      at: instantOf(edit.made_at),
      applied: edit.applied,
    })),
    plansOfYear: plans.map((plan) => ({ ...plan, id: plan.id as Id })),
  };
}

/** An instant inside JSON of the database, as the contract writes instants. */
function instantOf(text: string): string {
  return new Date(text).toISOString();
}

function doubtOf(one: Contradiction, reading: PlanReading, decision: StoredDecision | undefined) {
  const { title, finding, proposal } = contradictionWords(one);
  return {
    id: doubtIdOf(one.code, one.key),
    kind: one.code,
    blocking: contradictionWeights[one.code] === 'decide',
    title,
    detail: `${finding} ${proposal}`,
    places: one.places.map((place) => ({
      path: place.path,
      label: place.ref,
      lines: [...place.lines],
      text: textAt(reading, place.path),
    })),
    choices: one.choices.map((code) => ({
      code,
      words: wordsOfChoice(one.code, code),
      needsReason: needsReason(one, code),
    })),
    proposed: one.proposal,
    correctsItself: proposedCorrection(reading, one) !== undefined,
    decision: decision
      ? {
          choice: decision.choice,
          reason: decision.reason,
          by: decision.made_by_name,
          at: instantOf(decision.made_at),
        }
      : null,
  };
}

/** The words a place stands for: the field's own, or those of the row it names. */
function textAt(reading: PlanReading, path: string): string {
  const value = valueAt(reading, path);
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return value === undefined || value === null ? '' : String(value);
  const row = value as Readonly<Record<string, unknown>>;
  const words = row.content ?? row.text ?? row.about ?? row.title ?? row.role;
  return typeof words === 'string' ? words : '';
}
