import type pg from 'pg';
import type { Id, UnitId } from '#kernel/brands.ts';
import { inTransaction } from '#server/db.ts';
import { type MailLane, makeMailLane } from '#server/mail.ts';
import type { Background, Services } from '#server/module.ts';
import { findNoticeKind } from '#server/notice-kinds.ts';
import { findNextAttempt, restAfter } from '../domain/back-off.ts';
import { judgeFailure } from '../domain/mail-failure.ts';
import { afterQuietHours } from '../domain/quiet-hours.ts';
import { letterOf, type MailSource } from './letter.ts';
import { claimNext, findUnitsWithMail, type Outgoing, recover, type Settled, settle } from './outgoing.ts';
import { readMailSource } from './read-mail-source.ts';
import { SenderLock } from './sender-lock.ts';

export interface MailSenderOptions {
  readonly onError: (error: Error) => void;
  /** Connections to the mail server at one time. */
  readonly lanes?: number;
  readonly everyMs?: number;
  /** After how long a letter that another process took up counts as left over. */
  readonly leftOverAfterMs?: number;
}

/** No delay is longer than a day; a later time means that the demo clock was moved back. */
const farthestMs = 2 * 86_400_000;
/** Letters of one unit before the next unit has its turn, for each lane. */
const mostInTurn = 200;

/**
 * Sends the e-mails that wait, all outside of transactions: a letter is taken up (`sending`) and that is committed; it
 * is sent; its end is written down together with taking up the next one. One process of all sends at a time.
 *
 * What this promises. A letter is in the database before anybody tries to send it, and leaves the states `waiting` and
 * `sending` only as sent, or as failed or discarded where an administrator sees it: nothing is lost, however long the mail
 * server is away. It is sent at most once as long as server, line and this process live through the moment between the
 * server's acceptance and our commit. SMTP has no way to ask later whether a letter was accepted, so when that
 * moment is cut (kill, power, line broken before the reply), the letter is sent again: with the same Message-ID,
 * by which mailboxes recognise it, and counted in `repeats`, which administrators see. A kill concerns at most one
 * letter for each lane.
 */
export function startMailSender(services: Services, options: MailSenderOptions): Background {
  const { smtpUrl } = services.config;
  if (smtpUrl === undefined) return { stop: async () => undefined };
  const sender = new MailSender(services, smtpUrl, options);
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  const tick = (): void => {
    let pause = options.everyMs ?? 500;
    running = sender.round().catch((error: unknown) => {
      // Mostly the database is away: it is asked again in peace.
      pause = Math.max(pause, 3_000);
      options.onError(asError(error));
    });
    void running.then(() => {
      if (!sender.stopping) timer = setTimeout(tick, pause);
    });
  };
  tick();
  return {
    stop: async () => {
      sender.stopping = true;
      clearTimeout(timer);
      await Promise.race([running, new Promise((resolve) => setTimeout(resolve, 10_000).unref())]);
      sender.close();
    },
  };
}

class MailSender {
  stopping = false;
  readonly #services: Services;
  readonly #pool: pg.Pool;
  readonly #leftOverAfterMs: number;
  readonly #lanes: readonly MailLane[];
  readonly #lock: SenderLock;
  /** Letters this process has taken up and not settled. */
  readonly #inFlight = new Set<Id>();
  /** Ends of attempts that could not be written down because the database was away. */
  readonly #unsettled: { readonly unitId: UnitId; readonly settled: Settled }[] = [];
  #failures = 0;
  #restUntil = 0;

  constructor(services: Services, smtpUrl: string, options: MailSenderOptions) {
    this.#services = services;
    this.#pool = services.appPool;
    this.#leftOverAfterMs = options.leftOverAfterMs ?? 20_000;
    this.#lanes = Array.from({ length: options.lanes ?? 8 }, () => makeMailLane(smtpUrl));
    this.#lock = new SenderLock(services.workerPool);
  }

  async round(): Promise<void> {
    if (!(await this.#lock.hold())) return;
    await this.#settleLate();
    if (this.#isResting()) return;
    let busy = true;
    while (busy && !this.stopping && !this.#isResting()) {
      busy = false;
      for (const unitId of await findUnitsWithMail(this.#services.workerPool, this.#now())) {
        if (await this.#serve(unitId)) busy = true;
      }
    }
  }

  close(): void {
    for (const lane of this.#lanes) lane.close();
    this.#lock.release();
  }

  /** Sends what is due in one unit, a turn long; true when anything was. */
  async #serve(unitId: UnitId): Promise<boolean> {
    const now = this.#services.clock.now();
    const source = await inTransaction(this.#pool, unitId, 'write', async (db) => {
      await recover(db, unitId, {
        at: isoOf(now),
        claimedBefore: isoOf(now - this.#leftOverAfterMs),
        farthest: isoOf(now + farthestMs),
        except: [...this.#inFlight],
      });
      return readMailSource(db, unitId, this.#services.config);
    });
    if (!source.settings['mail.enabled']) return false;
    // While the server is in doubt one letter probes it; the others stay where they are.
    const lanes = this.#failures > 0 ? this.#lanes.slice(0, 1) : this.#lanes;
    const ends = await Promise.allSettled(lanes.map((lane) => this.#drain(lane, unitId, source)));
    for (const end of ends) if (end.status === 'rejected') throw end.reason;
    return ends.some((end) => end.status === 'fulfilled' && end.value > 0);
  }

  async #drain(lane: MailLane, unitId: UnitId, source: MailSource): Promise<number> {
    let settled: Settled | undefined;
    for (let count = 0; ; count++) {
      const mayGoOn = count < mostInTurn && !this.stopping && !this.#isResting();
      const next = await this.#change(unitId, settled, mayGoOn);
      if (!next) return count;
      settled = await this.#attempt(lane, next, source);
    }
  }

  /** Writes down one end and takes up the next letter, in one transaction. */
  async #change(unitId: UnitId, settled: Settled | undefined, mayGoOn: boolean): Promise<Outgoing | undefined> {
    if (!settled && !mayGoOn) return undefined;
    try {
      const next = await inTransaction(this.#pool, unitId, 'write', async (db) => {
        if (settled) await settle(db, unitId, settled);
        return mayGoOn ? claimNext(db, unitId, this.#now()) : undefined;
      });
      if (settled) this.#inFlight.delete(settled.id);
      if (next) this.#inFlight.add(next.id);
      return next;
    } catch (error) {
      if (settled) this.#unsettled.push({ unitId, settled });
      throw error;
    }
  }

  /** Before anything else is sent, what was sent must be known. */
  async #settleLate(): Promise<void> {
    for (let late = this.#unsettled[0]; late; late = this.#unsettled[0]) {
      const { unitId, settled } = late;
      await inTransaction(this.#pool, unitId, 'write', (db) => settle(db, unitId, settled));
      this.#inFlight.delete(settled.id);
      this.#unsettled.shift();
    }
  }

  async #attempt(lane: MailLane, outgoing: Outgoing, source: MailSource): Promise<Settled> {
    const { id, address, quiet, attempts, since } = outgoing;
    if (address === null)
      return { id, state: 'failed', attempted: false, address, code: 'mail-no-address', reply: null };
    const begin = this.#services.clock.now();
    const allowedAt = findNoticeKind(outgoing.kind)?.urgent ? begin : afterQuietHours(begin, quiet);
    const kept = { id, address, attempted: false, mayHaveArrived: false, code: null, reply: null };
    if (allowedAt > begin) return { ...kept, state: 'waiting', nextAt: allowedAt };
    const outcome = await lane.send(letterOf(outgoing, address, source));
    const at = this.#services.clock.now();
    if (outcome.ok) {
      this.#failures = 0;
      return { id, state: 'sent', at, address };
    }
    const { code, next, mayHaveArrived } = judgeFailure(outcome.refusal);
    if (next === 'rest') this.#rest();
    const ended = { id, attempted: true, address, code, reply: outcome.refusal.reply };
    const nextAt = next === 'give-up' ? undefined : findNextAttempt(attempts + 1, at, since);
    return nextAt === undefined
      ? { ...ended, state: 'failed' }
      : { ...ended, state: 'waiting', nextAt, mayHaveArrived };
  }

  #rest(): void {
    if (this.#isResting()) return;
    this.#failures++;
    this.#restUntil = performance.now() + restAfter(this.#failures);
  }

  #isResting(): boolean {
    return performance.now() < this.#restUntil;
  }

  #now(): string {
    return isoOf(this.#services.clock.now());
  }
}

function isoOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
