import type { Entry } from './database.ts';
import type { Difference } from './finding.ts';

/** The line that was hashed for an entry, made again from its columns: canonical JSON, version 1. */
export function lineOf(unit: string, entry: Entry): string {
  const text = (value: string | null): string => (value === null ? 'null' : JSON.stringify(value));
  return `{"action":${text(entry.action)},"actor":${text(entry.actor)},"after":${text(entry.after)},"at":${text(
    entry.at,
  )},"before":${text(entry.before)},"context":${text(entry.context)},"id":${text(entry.id)},"recordId":${text(
    entry.recordId,
  )},"recordType":${text(entry.recordType)},"unit":${text(unit)},"v":1}`;
}

/** What a line on disk says, without trusting it. */
export function parseLine(line: string | undefined): Record<string, unknown> | undefined {
  try {
    const value: unknown = line === undefined ? undefined : JSON.parse(line);
    return typeof value === 'object' && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

/** Fields in which the signed line and the line made from the database differ. */
export function differencesOf(signed: string | undefined, now: string): Difference[] {
  const was = parseLine(signed);
  const is = parseLine(now);
  if (!was || !is) return [];
  const show = (value: unknown): string | null => (value === null || value === undefined ? null : String(value));
  return Object.keys({ ...was, ...is })
    .filter((field) => was[field] !== is[field])
    .map((field) => ({ field, was: show(was[field]), is: show(is[field]) }));
}
