import type pg from 'pg';
import { dayInVietnam, daysBetween, type PlainDate } from '#kernel/plain-date.ts';

/** The one source of time for rules, jobs, screens and log. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  today(): PlainDate;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  today: () => dayInVietnam(Date.now()),
};

/** A clock of a demo installation, which anybody may move; its offset is kept in the database for all processes. */
export interface DemoClock extends Clock {
  /** Moves to the same time of another day. */
  moveTo(day: PlainDate): Promise<void>;
  /** Takes over a move made by another process. */
  refresh(): Promise<void>;
}

export async function makeDemoClock(pool: pg.Pool): Promise<DemoClock> {
  let offset = 0;
  const now = () => Date.now() + offset;
  const refresh = async () => {
    const { rows } = await pool.query<{ value: number }>(
      `select value from installation where key = 'demo_clock_offset_ms'`,
    );
    offset = Number(rows[0]?.value ?? 0);
  };
  await refresh();
  return {
    now,
    today: () => dayInVietnam(now()),
    refresh,
    moveTo: async (day) => {
      const moved = offset + daysBetween(dayInVietnam(now()), day) * 86_400_000;
      await pool.query('select set_demo_clock($1)', [moved]);
      offset = moved;
    },
  };
}
