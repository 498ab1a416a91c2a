import { parentPort, workerData } from 'node:worker_threads';
import { findContradictions, issuerOf } from '#modules/plan/domain/contradictions/find-contradictions.ts';
import { withConflicts } from '#modules/plan/domain/contradictions/with-conflicts.ts';
import type { PlanReading } from '#modules/plan/domain/reading/plan-reading.ts';
import { readPlan } from '#modules/plan/domain/reading/read-plan.ts';
import { answerOf, type ThreadQuestion } from './ask-thread.ts';
import { DocumentRefusal } from './document-refusal.ts';
import type { PlanFile } from './plan-file.ts';
import { readDocument } from './read-document.ts';

/** True when no part of a plan was found at all: then the wrong file was chosen. */
function isNoPlan({ purposes, targets, tasksNarrative, appendices, responsibilities }: PlanReading): boolean {
  return [purposes, targets, tasksNarrative, appendices, responsibilities].every((part) => part.length === 0);
}

async function readFile({ bytes, name }: ThreadQuestion): Promise<PlanFile> {
  const document = await readDocument(bytes, name);
  const reading = readPlan(document);
  if (isNoPlan(reading)) throw new DocumentRefusal('notPlan', { name });
  const contradictions = findContradictions(reading, issuerOf(reading), document.lines);
  return { document, reading: withConflicts(reading, contradictions), contradictions };
}

// The parent sends one question by `workerData` and takes one answer; whatever else is thrown reaches it as an error.
const question: ThreadQuestion = workerData;
parentPort?.postMessage(await answerOf(() => readFile(question)));
