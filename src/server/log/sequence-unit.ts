import { join } from 'node:path';
import type pg from 'pg';
import { headText, type TreeHead } from './head.ts';
import { type Leaf, leafText } from './leaf.ts';
import { LeafLines } from './leaf-lines.ts';
import type { LogKey } from './log-key.ts';
import { Tiles } from './tiles.ts';

/** What one step for one unit needs: the connection that holds the sequencer's lock, and where and how to sign. */
export interface SequenceContext {
  readonly client: pg.ClientBase;
  readonly logDir: string;
  readonly key: LogKey;
  readonly now: () => number;
  /** Most entries under one head. */
  readonly most: number;
}

interface Sequenced {
  readonly index: number;
  readonly entryId: string;
  readonly leaf: Buffer;
  readonly line: string;
}

/**
 * Takes the pending entries of a unit into its tree, in three steps that each make something catch up with the one
 * before: places in the database, then tiles on disk, then a signed head together with the end of the queue rows.
 * Killed anywhere, the next call goes on from there. Gives the new head and how many entries it took, or undefined
 * when nothing was pending.
 * Throws when the disk disagrees with the last signed head: it never signs on top of a tree that was changed.
 */
export async function sequenceUnit(
  context: SequenceContext,
  unitId: string,
  joint: number,
): Promise<{ head: TreeHead; taken: number } | undefined> {
  const { client, key, now } = context;
  const last = await findLastHead(client, unitId);
  const from = last?.size ?? 0;
  const size = (await countPlaces(client, unitId, from)) ?? (await givePlaces(context, unitId, from));
  if (size === from) return undefined;
  const entries = await readPlaces(client, unitId, from, size);
  const root = await growTree(context, unitId, last, entries);
  const unsigned = { unit: unitId, size, root: root.toString('hex'), at: new Date(now()).toISOString(), joint };
  const head = { ...unsigned, signature: key.sign(headText(unsigned)) };
  await storeHead(client, head, entries);
  return { head, taken: entries.length };
}

async function findLastHead(
  client: pg.ClientBase,
  unitId: string,
): Promise<{ size: number; root: Buffer } | undefined> {
  const { rows } = await client.query<{ size: string; root: Buffer }>(
    'select size::text, root from log_head where unit_id = $1 order by log_head.size desc limit 1',
    [unitId],
  );
  return rows[0] && { size: Number(rows[0].size), root: rows[0].root };
}

/** The number of places when some are not yet under a head, as after a crash. */
async function countPlaces(client: pg.ClientBase, unitId: string, from: number): Promise<number | undefined> {
  const { rows } = await client.query<{ size: string }>(
    'select (index + 1)::text as size from log_sequence where unit_id = $1 and index >= $2 order by index desc limit 1',
    [unitId, from],
  );
  return rows[0] && Number(rows[0].size);
}

/** Gives places to what is in the queue now, late commits included, and gives the new number of places. */
async function givePlaces({ client, most }: SequenceContext, unitId: string, from: number): Promise<number> {
  const { rows } = await client.query<{ entry_id: string; leaf: Buffer }>(
    `select p.entry_id, p.leaf from log_pending p
     left join log_sequence s on s.unit_id = p.unit_id and s.entry_id = p.entry_id
     where p.unit_id = $1 and s.entry_id is null order by p.entry_id limit $2`,
    [unitId, most],
  );
  await inOneTransaction(client, async () => {
    for (let done = 0; done < rows.length; done += 500) {
      const part = rows.slice(done, done + 500);
      const places = part.map((_, i) => `($1, ${from + done + i}, $${2 * i + 2}, $${2 * i + 3})`).join(', ');
      await client.query(`insert into log_sequence (unit_id, index, entry_id, leaf) values ${places}`, [
        unitId,
        ...part.flatMap((row) => [row.entry_id, row.leaf]),
      ]);
    }
  });
  return from + rows.length;
}

type EntryRow = { index: string; entry_id: string; leaf: Buffer } & (Omit<Leaf, 'unit'> | { id: null });

async function readPlaces(client: pg.ClientBase, unitId: string, from: number, to: number): Promise<Sequenced[]> {
  const { rows } = await client.query<EntryRow>(
    `select s.index::text, s.entry_id, s.leaf, e.id, e.actor, e.action, e.record_type as "recordType",
       e.record_id as "recordId",
       to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at,
       encode(e.before_commitment, 'hex') as before, encode(e.after_commitment, 'hex') as after,
       encode(e.context_commitment, 'hex') as context
     from log_sequence s left join log_entry e on e.unit_id = s.unit_id and e.id = s.entry_id
     where s.unit_id = $1 and s.index >= $2 and s.index < $3 order by s.index`,
    [unitId, from, to],
  );
  return rows.map(({ index, entry_id: entryId, leaf, ...row }) => ({
    index: Number(index),
    entryId,
    leaf,
    line: row.id === null ? `{"removed":"${entryId}"}` : leafText({ ...row, unit: unitId }),
  }));
}

/** Brings the files of a unit to the end of `entries` and gives the root there. */
async function growTree(
  { client, logDir }: SequenceContext,
  unitId: string,
  last: { size: number; root: Buffer } | undefined,
  entries: readonly Sequenced[],
): Promise<Buffer> {
  const tiles = new Tiles(join(logDir, unitId));
  const lines = new LeafLines(join(logDir, unitId));
  const from = last?.size ?? 0;
  const to = from + entries.length;
  if ((await tiles.size()) > to) {
    throw new Error(`the tiles of unit ${unitId} hold more entries than the database: it is older than they are`);
  }
  const append = async (part: readonly Sequenced[]): Promise<boolean> => {
    const first = part[0]?.index ?? 0;
    await tiles.write(
      first,
      part.map((entry) => entry.leaf),
    );
    return lines.write(
      first,
      part.map((entry) => entry.line),
    );
  };
  const whole = (await tiles.holds(from)) && (await append(entries));
  if (!whole) {
    for (let done = 0; done < to; done += 10_000)
      await append(await readPlaces(client, unitId, done, Math.min(done + 10_000, to)));
  }
  if (last && !(await tiles.root(last.size)).equals(last.root)) {
    throw new Error(`the tree of unit ${unitId} no longer has the root that was signed at ${last.size} entries`);
  }
  return tiles.root(to);
}

async function storeHead(client: pg.ClientBase, head: TreeHead, entries: readonly Sequenced[]): Promise<void> {
  await inOneTransaction(client, async () => {
    await client.query(
      `insert into log_head (unit_id, size, root, at, joint, signature)
       values ($1, $2, decode($3, 'hex'), $4, $5, decode($6, 'hex'))`,
      [head.unit, head.size, head.root, head.at, head.joint, head.signature],
    );
    await client.query('delete from log_pending where unit_id = $1 and entry_id = any ($2::uuid[])', [
      head.unit,
      entries.map((entry) => entry.entryId),
    ]);
  });
}

async function inOneTransaction(client: pg.ClientBase, work: () => Promise<void>): Promise<void> {
  await client.query('begin');
  try {
    await work();
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}
