import { createHmac } from 'node:crypto';
import type pg from 'pg';
import type { UnitId } from '#kernel/brands.ts';
import type { LogNote, OutboxNote } from './context.ts';
import { newId } from './ids.ts';
import { logEntry } from './log/entry.ts';

/** Who and which request a write is for, so that the same again has one effect. */
export interface IdempotencyKey {
  readonly actor: string;
  readonly route: string;
  readonly key: string;
  readonly bodyHash: string;
}

export interface StoredAnswer {
  readonly bodyHash: string;
  readonly status: number;
  readonly answer: unknown;
}

export interface FinishedWrite {
  readonly unitId: UnitId;
  readonly at: string;
  readonly actor: { readonly id: string | null; readonly name: string };
  readonly idempotency?: IdempotencyKey & { readonly status: number; readonly answer: unknown };
  readonly entries: readonly LogNote[];
  readonly events: readonly OutboxNote[];
  /** Lets locks go before the end of the transaction is on disk; `waitForDisk` then waits for that. */
  readonly locksBriefly?: boolean;
}

/** The database's answer when another transaction carried out the same request first. */
export const alreadyDone = 'LM001';

/** The text that reads a stored answer; appended to the statements that open the transaction. */
export function readStoredAnswer(client: pg.ClientBase, unitId: UnitId, key: IdempotencyKey): string {
  const [unit, actor, route, name] = [unitId, key.actor, key.route, key.key].map((text) => client.escapeLiteral(text));
  return `select body_hash as "bodyHash", status, answer from idempotency where unit_id = ${unit} and actor = ${actor} and route = ${route} and key = ${name}`;
}

/** Idempotency key, outbox, log and commit in one round trip. */
export async function finishWrite(client: pg.ClientBase, write: FinishedWrite): Promise<void> {
  const entries = write.entries.map((note) =>
    logEntry({
      unitId: write.unitId,
      id: newId(),
      at: Date.parse(write.at),
      actor: write.actor.id,
      action: note.action,
      record: note.record,
      before: note.before,
      after: note.after,
      context: { actorName: write.actor.name, reason: note.reason },
    }),
  );
  const events = write.events.map((event) => ({
    id: newId(),
    topic: event.topic,
    payload: event.payload,
    actor: write.actor.id,
  }));
  const literal = (value: unknown) => client.escapeLiteral(JSON.stringify(value));
  const idempotency = write.idempotency ? `${literal(write.idempotency)}::jsonb` : 'null';
  await client.query(
    `${write.locksBriefly ? 'set local synchronous_commit = off; ' : ''}select finish_write('${write.unitId}', '${write.at}', ${idempotency}, ${literal(entries)}::jsonb, ${literal(events)}::jsonb); commit`,
  );
}

/**
 * Waits until a write that locked briefly is on disk. What is written here comes after it in the write-ahead log and ends
 * synchronously; many that wait at once share one writing to disk. The row is that of the write, so that with several
 * database machines the right one is asked.
 */
export async function waitForDisk(client: pg.ClientBase, unitId: UnitId, key: IdempotencyKey): Promise<void> {
  const [unit, actor, route, name] = [unitId, key.actor, key.route, key.key].map((text) => client.escapeLiteral(text));
  await client.query(`begin; set local app.unit_id = ${unit};
    select pg_logical_emit_message(true, 'lien-mach', '') from idempotency
    where unit_id = ${unit} and actor = ${actor} and route = ${route} and key = ${name}; commit`);
}

/** Tells whether the same key came with the same content; keyed, so that a password cannot be guessed from it. */
export function bodyHashOf(parts: readonly unknown[], secret: string): string {
  return createHmac('sha256', secret).update(JSON.stringify(parts)).digest('hex');
}
