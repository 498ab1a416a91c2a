import type { UnitId } from '#kernel/brands.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Term } from '#kernel/term.ts';
import { postsOn } from '#modules/org/queries.ts';
import type { Db } from '#server/db.ts';
import type { ShownFinding } from '../contract/body.ts';
import { checkProcess, type Days } from '../domain/check/check-process.ts';
import type { Finding } from '../domain/finding.ts';
import type { ProcessBody } from '../domain/process.ts';
import { findingWords } from '../text/findings.ts';

interface Checked {
  readonly body: ProcessBody;
  readonly legalTerm: Term | null;
  readonly days: Days;
}

/** All findings on a version as it is to hold from a day on: those of the domain, and posts that are not there then. */
export async function findingsOf(db: Db, unitId: UnitId, day: PlainDate, checked: Checked): Promise<Finding[]> {
  const { body, legalTerm, days } = checked;
  const findings = checkProcess(body, legalTerm, days);
  const named = body.steps.filter((step) => step.positionId !== null);
  if (named.length === 0) return findings;
  const posts = new Set((await postsOn(db, unitId, days.from ?? day)).map((post) => post.id));
  const lost = named.filter((step) => step.positionId !== null && !posts.has(step.positionId));
  return [...findings, ...lost.map((step): Finding => ({ kind: 'post-unknown', severity: 'error', stepNo: step.no }))];
}

/** A finding with its words, as screens show it. */
export function shownFinding(finding: Finding): ShownFinding {
  const { kind, severity, stepNo } = finding;
  return { kind, severity, ...(stepNo !== undefined && { stepNo }), message: findingWords(finding) };
}
