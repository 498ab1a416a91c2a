import type { ProcedureContent } from './procedure-content.ts';

/**
 * One text for the same content, however its fields came ordered: equal texts are equal contents, so that a file read
 * twice changes nothing.
 */
export function contentKey(content: ProcedureContent): string {
  return JSON.stringify(sorted(content));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([name, one]) => [name, sorted(one)]));
}
