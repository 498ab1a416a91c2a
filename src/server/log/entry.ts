import { randomBytes } from 'node:crypto';
import { canonicalJson } from './canonical-json.ts';
import { commitment, leafHash, leafText } from './leaf.ts';

/** An act as the one who acts tells it. */
export interface Act {
  readonly unitId: string;
  /** UUIDv7 of the entry. */
  readonly id: string;
  /** Milliseconds since 1970, from the clock of the installation. */
  readonly at: number;
  /** Account that acted; null for the system and for the public. */
  readonly actor: string | null;
  /** Code of the act: `plan.accepted`, or of the refusal: `plan.accept-refused`. */
  readonly action: string;
  readonly record: { readonly type: string; readonly id: string };
  readonly before?: unknown;
  readonly after?: unknown;
  /** How it came about: reason, actorName, onBehalfOf … Members that are undefined are left out. */
  readonly context?: Readonly<Record<string, unknown>>;
}

/** An entry in the form the SQL function `append_log` takes. */
export interface LogEntry {
  readonly id: string;
  readonly at: string;
  readonly actor: string | null;
  readonly action: string;
  readonly record_type: string;
  readonly record_id: string;
  readonly before_commitment: string | null;
  readonly after_commitment: string | null;
  readonly context_commitment: string | null;
  readonly leaf: string;
  readonly detail: LogDetail | null;
}

interface LogDetail {
  readonly salt: string;
  readonly before?: unknown;
  readonly after?: unknown;
  readonly context?: unknown;
}

/**
 * Makes the log entry of an act: commits to its values under a fresh salt and computes its leaf. Values are stored
 * in the very form that was hashed. Throws on values that JSON cannot hold.
 */
export function logEntry(act: Act): LogEntry {
  const salt = randomBytes(16);
  const values = { before: act.before, after: act.after, context: filled(act.context) };
  const commit = (value: unknown): string | null => (value === undefined ? null : commitment(salt, value));
  const before = commit(values.before);
  const after = commit(values.after);
  const context = commit(values.context);
  const leaf = {
    unit: act.unitId.toLowerCase(),
    id: act.id.toLowerCase(),
    at: new Date(act.at).toISOString(),
    actor: act.actor?.toLowerCase() ?? null,
    action: act.action,
    recordType: act.record.type,
    recordId: act.record.id,
    before,
    after,
    context,
  };
  const empty = before === null && after === null && context === null;
  return {
    id: leaf.id,
    at: leaf.at,
    actor: leaf.actor,
    action: leaf.action,
    record_type: leaf.recordType,
    record_id: leaf.recordId,
    before_commitment: before,
    after_commitment: after,
    context_commitment: context,
    leaf: leafHash(leafText(leaf)).toString('hex'),
    detail: empty ? null : { salt: salt.toString('hex'), ...JSON.parse(canonicalJson(values)) },
  };
}

function filled(context: Act['context']): Act['context'] {
  const some = context && Object.values(context).some((value) => value !== undefined);
  return some ? context : undefined;
}
