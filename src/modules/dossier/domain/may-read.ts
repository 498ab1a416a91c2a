import type { Id } from '#kernel/brands.ts';

/** What of a dossier says who may read it. */
export interface Readable {
  readonly departmentId: Id | null;
  readonly positionId: Id | null;
  readonly personId: Id | null;
  /** The post that handles or handled it, whoever holds it now. */
  readonly handlerId: Id | null;
  /** Who took it in: a person, or an account of nobody in the organisation. */
  readonly receivedBy: Id | null;
  /** Something is still to be done with it. */
  readonly live: boolean;
}

/** Who reads, on a day. */
export interface Reader {
  /** Holds `dossier.read` for the whole unit. */
  readonly all: boolean;
  /** The person who reads, or the account of nobody in the organisation. */
  readonly me: Id | null;
  /** Own divisions, and those for which `dossier.read` is held. */
  readonly departments: readonly Id[];
  /** Posts held and posts of those stood in for. */
  readonly positions: readonly Id[];
  /** The person, and those the person stands in for. */
  readonly people: readonly Id[];
}

const isIn = (id: Id | null, ids: readonly Id[]) => id !== null && ids.includes(id);

/**
 * Whether a reader may read a dossier: every one with `dossier.read`; otherwise those of an own division, those taken in
 * by the reader, those that one of the reader's posts handles or handled, and those that one of these posts, the reader,
 * or somebody the reader stands in for now holds. Lists ask the same by `visible`.
 */
export function mayRead(dossier: Readable, reader: Reader): boolean {
  if (reader.all) return true;
  if (isIn(dossier.departmentId, reader.departments)) return true;
  if (dossier.receivedBy !== null && dossier.receivedBy === reader.me) return true;
  if (isIn(dossier.handlerId, reader.positions)) return true;
  if (!dossier.live) return false;
  return isIn(dossier.positionId, reader.positions) || isIn(dossier.personId, reader.people);
}
