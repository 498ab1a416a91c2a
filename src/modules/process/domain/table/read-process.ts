import { checkNumbers, stepNoOf } from '../check/check-numbers.ts';
import { checkProcess } from '../check/check-process.ts';
import type { Finding } from '../finding.ts';
import type { ProcessBody, ProcessStep } from '../process.ts';
import { readActor, readLevel } from './read-actor.ts';
import { settleUnits } from './settle-units.ts';
import { readTraits, readWays } from './ways.ts';
import type { WrittenProcess, WrittenStep } from './written-process.ts';

/** A table as a process whose steps follow each other, numbered anew, with everything that is to be said of it. */
export interface ReadProcess {
  readonly body: ProcessBody;
  readonly findings: readonly Finding[];
}

/**
 * Reads a written process: roles from their words, units said exactly, the last step as the end. The findings name steps
 * by the numbers the table gives them. A responsible that is read as no known role is a warning here: the table is not
 * wrong, the role must be chosen before the process is put into force.
 */
export function readProcess(written: WrittenProcess): ReadProcess {
  const units = settleUnits(
    written.steps.map((step) => step.duration),
    written.declared,
  );
  const hasWays = written.steps.some((step) => (step.ways?.next ?? '').trim() !== '');
  const steps = written.steps.map((step, index) =>
    stepOf(step, index, written.steps.length, units.norms[index] ?? null, hasWays),
  );
  const body: ProcessBody = { steps, links: readWays(written.steps, steps), declared: units.declared };
  const hasNames = written.steps.some((step) => step.name.trim() !== '');
  const findings = checkProcess(body, undefined)
    .filter((finding) => hasNames || finding.kind !== 'name-missing')
    .map((finding) => asWritten(finding, written.steps));
  return {
    body,
    findings: [
      ...checkDeclaredWords(written),
      ...(units.isUnclear ? [unclear(written)] : []),
      ...placed(checkNumbers(written.steps.map((step) => step.label)), written.steps),
      ...written.steps.flatMap((step, index) => checkSilence(step, index === written.steps.length - 1)),
      ...findings,
    ],
  };
}

function stepOf(
  step: WrittenStep,
  index: number,
  count: number,
  norm: ProcessStep['norm'],
  hasWays: boolean,
): ProcessStep {
  const { duration, actorWords, name, product } = step;
  const isLast = index === count - 1;
  const isSilent = duration.is === 'missing' && (duration.said || isLast);
  return {
    no: index + 1,
    name: name.trim(),
    level: readLevel(actorWords),
    actor: readActor(step.ways?.role ?? '') ?? readActor(actorWords) ?? null,
    actorWords: actorWords.trim(),
    positionId: null,
    norm,
    counted: duration.is !== 'not-counted' && !isSilent,
    product: product.trim(),
    recallable: false,
    joint: 'none',
    final: isLast,
    ...readTraits(step, hasWays),
  };
}

function checkDeclaredWords({ declared, declaredCell }: WrittenProcess): Finding[] {
  const place = declaredCell === undefined ? {} : { cell: declaredCell };
  if (declared.is === 'missing') return [{ kind: 'declared-missing', severity: 'warning', ...place }];
  if (declared.is !== 'unread') return [];
  return [{ kind: 'declared-unread', severity: 'error', params: unreadOf(declared), ...place }];
}

function unclear({ declaredCell }: WrittenProcess): Finding {
  return { kind: 'unit-unclear', severity: 'warning', ...(declaredCell !== undefined && { cell: declaredCell }) };
}

/** A time left blank that is taken for "không tính thời gian". */
function checkSilence({ label, duration, cells }: WrittenStep, isLast: boolean): Finding[] {
  if (duration.is !== 'missing' || duration.said === isLast) return [];
  const place = { stepNo: stepNoOf(label), ...(cells && { cell: cells.duration }) };
  return [{ kind: 'duration-missing', severity: 'warning', params: { taken: 'uncounted' }, ...place }];
}

function asWritten(finding: Finding, steps: readonly WrittenStep[]): Finding {
  const step = typeof finding.stepNo === 'number' ? steps[finding.stepNo - 1] : undefined;
  if (!step) return finding;
  const stepNo = step.label === '' ? finding.stepNo : stepNoOf(step.label);
  const { duration, cells } = step;
  const isOfTime = finding.kind === 'duration-missing' || finding.kind === 'duration-zero';
  const cell = cells && (isOfTime ? cells.duration : finding.kind.startsWith('actor') ? cells.actor : cells.label);
  const named = { ...finding, ...(stepNo !== undefined && { stepNo }), ...(cell !== undefined && { cell }) };
  if (finding.kind === 'duration-missing' && duration.is === 'unread')
    return { ...named, kind: 'duration-unread', params: unreadOf(duration) };
  return finding.kind === 'actor-unknown' ? { ...named, severity: 'warning' } : named;
}

function unreadOf({ words, why }: { readonly words: string; readonly why: 'value' | 'unit' }) {
  return { words, why };
}

function placed(findings: readonly Finding[], steps: readonly WrittenStep[]): Finding[] {
  return findings.map((finding) => {
    const cells = steps.find((step) => stepNoOf(step.label) === finding.stepNo)?.cells;
    return cells ? { ...finding, cell: cells.label } : finding;
  });
}
