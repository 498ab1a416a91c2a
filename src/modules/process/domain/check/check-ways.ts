import type { Finding } from '../finding.ts';
import type { ProcessBody, ProcessLink, ProcessStep } from '../process.ts';
import { isCondition } from '../walk-process.ts';
import { findReach } from './find-reach.ts';

/**
 * Findings on the ways between steps. Without an error among them every dossier comes from the first step to an end,
 * whatever facts are stated on its way.
 */
export function checkWays({ steps, links }: ProcessBody): Finding[] {
  const known = new Set(steps.map((step) => step.no));
  const { reached, circle } = findReach(steps, links);
  return [
    ...(steps.some((step) => step.final) ? [] : [{ kind: 'no-final-step', severity: 'error' } as const]),
    ...links.flatMap((link) => checkTarget(link, known)),
    ...links.flatMap(checkCondition),
    ...steps.flatMap((step) => checkExits(step, steps, links)),
    ...steps.filter((step) => !reached.has(step.no)).map((step) => fault('unreachable', step.no)),
    ...(circle === undefined ? [] : [fault('loop', circle)]),
    ...links.flatMap((link) => checkReturn(link, steps, links, known)),
  ];
}

function fault(kind: Finding['kind'], stepNo: number, params?: Finding['params']): Finding {
  return { kind, severity: 'error', stepNo, ...(params && { params }) };
}

function checkTarget({ kind, from, to }: ProcessLink, known: ReadonlySet<number>): Finding[] {
  if (known.has(from) && known.has(to)) return [];
  return [fault(kind === 'next' ? 'next-to-nowhere' : 'return-to-nowhere', from, { to })];
}

function checkCondition({ kind, from, condition }: ProcessLink): Finding[] {
  if (kind === 'return' || condition === null || isCondition(condition)) return [];
  return [fault('condition-unknown', from, { condition })];
}

function checkExits(step: ProcessStep, steps: readonly ProcessStep[], links: readonly ProcessLink[]): Finding[] {
  const ways = links.filter((link) => link.kind === 'next' && link.from === step.no);
  if (step.final) return ways.length > 0 ? [fault('final-goes-on', step.no)] : [];
  if (ways.length === 0) return [fault('dead-end', step.no)];
  const branches = ways.filter((way) => way.condition !== null);
  const always = ways.filter((way) => way.condition === null);
  const findings: Finding[] = [];
  if (always.length === 0 && !coversAll(branches)) findings.push(fault('branch-open', step.no));
  if (always.length > 1 && !areBeside(always, steps)) findings.push(fault('fork-not-parallel', step.no));
  for (const [index, branch] of branches.entries()) {
    const same = branches.slice(0, index).filter((one) => isSameCase(one, branch));
    if (same.length > 0 && !areBeside([...same, branch], steps))
      findings.push(fault('condition-twice', step.no, { condition: branch.condition ?? '' }));
  }
  return findings;
}

/** Some condition is asked both ways, so that one of them always holds. */
function coversAll(branches: readonly ProcessLink[]): boolean {
  return branches.some((one) =>
    branches.some((other) => other.condition === one.condition && other.holds !== one.holds),
  );
}

const isSameCase = (a: ProcessLink, b: ProcessLink) => a.condition === b.condition && a.holds === b.holds;

function areBeside(ways: readonly ProcessLink[], steps: readonly ProcessStep[]): boolean {
  return ways.every((way) => steps.find((step) => step.no === way.to)?.joint === 'parallel');
}

/** A way back must lead to a step the dossier has come through. */
function checkReturn(
  link: ProcessLink,
  steps: readonly ProcessStep[],
  links: readonly ProcessLink[],
  known: ReadonlySet<number>,
): Finding[] {
  if (link.kind !== 'return' || !known.has(link.from) || !known.has(link.to)) return [];
  const target = steps.find((step) => step.no === link.to);
  const isBehind = link.from !== link.to && target && findReach([target, ...steps], links).reached.has(link.from);
  return isBehind ? [] : [fault('return-forward', link.from, { to: link.to })];
}
