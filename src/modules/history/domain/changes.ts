/** One field that an act changed; a side that had no such field is undefined. */
export interface FieldChange {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** Fields that only serve the machine. */
const silent = new Set(['version', 'fold', 'unitId', 'unit_id']);

/**
 * What changed field by field between two logged values, in the order of the fields after, then of those that went.
 * Values that are no objects are one field without a name. Equal fields are left out.
 */
export function changesOf(before: unknown, after: unknown): FieldChange[] {
  const [old, now] = [membersOf(before), membersOf(after)];
  const fields = [...new Set([...Object.keys(now), ...Object.keys(old)])].filter((field) => !silent.has(field));
  return fields.flatMap((field) =>
    isEqual(old[field], now[field]) ? [] : [{ field, before: old[field], after: now[field] }],
  );
}

function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  if (value === undefined || value === null) return {};
  if (typeof value === 'object' && !Array.isArray(value)) return value as Readonly<Record<string, unknown>>;
  return { '': value };
}

function isEqual(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  return [...keys].every((key) => isEqual(left[key], right[key]));
}
