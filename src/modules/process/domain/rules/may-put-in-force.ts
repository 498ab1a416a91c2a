import type { PlainDate } from '#kernel/plain-date.ts';
import { allowed, refused, type Verdict } from '#kernel/verdict.ts';
import type { Finding } from '../finding.ts';
import type { VersionSource, VersionState } from '../process.ts';

/** Another version of the process, which holds already. */
export interface Neighbour {
  readonly effectiveFrom: PlainDate;
  readonly effectiveTo: PlainDate | null;
}

interface Asked {
  readonly state: VersionState;
  readonly source: VersionSource;
  readonly findings: readonly Finding[];
  readonly from: PlainDate;
  readonly to: PlainDate | null;
  readonly reason: string | undefined;
  /** The versions in force, whatever their days. */
  readonly others: readonly Neighbour[];
}

/**
 * Whether a draft may be put into force from a day. Refuses `process-not-draft`, `process-example` (an example is copied
 * first), `process-has-errors` (`count`), `process-reason-missing` (`count` warnings and no reason), `process-days` (ends
 * before it begins) and `process-later-version` (a version begins on that day or later; `day`).
 */
export function mayPutInForce({ state, source, findings, from, to, reason, others }: Asked): Verdict {
  if (state !== 'draft') return refused('process-not-draft');
  if (source === 'example') return refused('process-example');
  const errors = findings.filter((finding) => finding.severity === 'error').length;
  if (errors > 0) return refused('process-has-errors', { count: errors });
  const warnings = findings.length - errors;
  if (warnings > 0 && (reason ?? '').trim().length < 3) return refused('process-reason-missing', { count: warnings });
  if (to !== null && to < from) return refused('process-days');
  const later = others.find((other) => other.effectiveFrom >= from);
  return later ? refused('process-later-version', { day: later.effectiveFrom }) : allowed;
}

/**
 * Whether the days of a version in force may end on a day: `process-not-in-force`, `process-days` (before it began),
 * `process-day-past` (an end before today would change what dossiers have already begun under).
 */
export function mayEnd(
  version: { readonly state: VersionState; readonly effectiveFrom: PlainDate | null },
  to: PlainDate,
  today: PlainDate,
): Verdict {
  if (version.state !== 'in-force' || version.effectiveFrom === null) return refused('process-not-in-force');
  if (to < version.effectiveFrom) return refused('process-days');
  return to < today ? refused('process-day-past') : allowed;
}
