import type { FastifyRequest } from 'fastify';
import type { UnitId } from '#kernel/brands.ts';
import { dayInVietnam } from '#kernel/plain-date.ts';
import type { Clock } from '../clock.ts';
import type { Context, LogNote, OutboxNote } from '../context.ts';
import type { Db } from '../db.ts';
import type { StoredUpload } from '../files.ts';
import { newId } from '../ids.ts';
import { holds } from '../session.ts';

/** A context in the making: it collects what the act logs and publishes until its transaction is finished. */
export interface Draft {
  readonly at: string;
  readonly actor: { readonly id: string | null; readonly name: string };
  readonly entries: LogNote[];
  readonly events: OutboxNote[];
  /** Set by `lockBriefly`. */
  readonly locks: { brief: boolean };
  withDb(db: Db | undefined): Context;
}

/** Everything a handler knows of its request, but for the transaction. */
export function draftContext(
  request: FastifyRequest,
  unitId: UnitId,
  clock: Clock,
  file: StoredUpload | undefined,
): Draft {
  const now = clock.now();
  const at = new Date(now).toISOString();
  const session = request.session;
  const entries: LogNote[] = [];
  const events: OutboxNote[] = [];
  const locks = { brief: false };
  return {
    at,
    actor: { id: session?.accountId ?? null, name: session?.name ?? 'Người dân' },
    entries,
    events,
    locks,
    withDb: (db) => ({
      get db(): Db {
        if (!db) throw new Error('the route declares db: none');
        return db;
      },
      unitId,
      session,
      now,
      at,
      today: dayInVietnam(now),
      file,
      address: request.ip,
      newId,
      log: (note) => void entries.push(note),
      publish: (topic, payload) => void events.push({ topic, payload }),
      may: (permission, departmentId) => (session ? holds(session.grants, permission, departmentId) : false),
      lockBriefly: () => {
        locks.brief = true;
      },
    }),
  };
}
