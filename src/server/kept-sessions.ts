import type { UnitId } from '#kernel/brands.ts';
import type { Session } from './session.ts';

const keptMs = 2_000;
const mostKept = 10_000;

interface Kept {
  readonly session: Session;
  readonly until: number;
  /** How often something had been forgotten when the database was asked. */
  readonly asked: number;
}

/** Sessions that the database told a moment ago. */
export interface KeptSessions {
  /** The session under a key: what is kept, else what `load` gives; that there is none is not kept. */
  get(key: string, load: () => Promise<Session | undefined>): Promise<Session | undefined>;
  /** Forgets the sessions of a unit, or of all. */
  forget(unitId?: UnitId): void;
  /** Forgets the sessions of a person. */
  forgetPerson(personId: string): void;
}

/**
 * Keeps sessions for two seconds, so that the calls of one screen ask the database once. Whoever changes what sessions
 * tell calls `forget` before the change is answered: no request that begins after the answer sees rights from before,
 * also when the database was asked before the change and answered after it. What another process changes holds here
 * after these two seconds at most.
 */
export function makeKeptSessions(clock: () => number): KeptSessions {
  const kept = new Map<string, Kept>();
  const forgottenOfUnit = new Map<UnitId, number>();
  const forgottenOfPerson = new Map<string, number>();
  let forgotten = 0;
  let forgottenOfAll = 0;
  const holds = ({ session, until, asked }: Kept) =>
    until > clock() &&
    asked >= forgottenOfAll &&
    asked >= (forgottenOfUnit.get(session.unitId) ?? 0) &&
    asked >= (forgottenOfPerson.get(session.personId ?? '') ?? 0);
  const forget = (unitId?: UnitId) => {
    forgotten++;
    if (unitId === undefined) forgottenOfAll = forgotten;
    else forgottenOfUnit.set(unitId, forgotten);
  };
  return {
    get: async (key, load) => {
      const known = kept.get(key);
      if (known && holds(known)) return known.session;
      const asked = forgotten;
      const until = clock() + keptMs;
      const session = await load();
      if (!session) {
        kept.delete(key);
        return undefined;
      }
      if (kept.size >= mostKept) kept.clear();
      kept.set(key, { session, until, asked });
      return session;
    },
    forget,
    forgetPerson: (personId) => {
      if (forgottenOfPerson.size >= mostKept) {
        forgottenOfPerson.clear();
        forget();
      }
      forgottenOfPerson.set(personId, ++forgotten);
    },
  };
}
