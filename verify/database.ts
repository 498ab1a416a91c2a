import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import pg from 'pg';
import type { Head, JointHead } from './heads.ts';

/** One place of a unit's tree as the database tells it. Bytes are hex, JSON is text, missing things are null. */
export interface Row {
  readonly index: number;
  readonly entryId: string;
  /** Leaf hash of the place. */
  readonly placeLeaf: string;
  /** Undefined when the entry is gone. */
  readonly entry: Entry | undefined;
  /** Undefined when nothing is kept behind the commitments. */
  readonly detail: Detail | undefined;
}

export interface Entry {
  readonly id: string;
  readonly at: string;
  readonly actor: string | null;
  readonly action: string;
  readonly recordType: string;
  readonly recordId: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly context: string | null;
  readonly leaf: string;
}

export interface Detail {
  readonly salt: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly context: string | null;
}

const rowsAtOnce = 4_000;

const placesInOrder = `
  select s.index, s.entry_id, s.leaf, e.id, e.at, e.actor, e.action, e.record_type, e.record_id,
    e.before_commitment, e.after_commitment, e.context_commitment, e.leaf, d.salt, d.before, d.after, d.context
  from log_sequence s
  left join log_entry e on e.unit_id = s.unit_id and e.id = s.entry_id
  left join log_detail d on d.unit_id = s.unit_id and d.entry_id = s.entry_id
  where s.unit_id = $1 order by s.index`;

/** Reads the log tables in one snapshot; every value comes as PostgreSQL writes it, untouched by the driver. */
export class Database {
  readonly #client: pg.Client;

  private constructor(client: pg.Client) {
    this.#client = client;
  }

  static async open(url: string): Promise<Database> {
    const client = new pg.Client({ connectionString: url, types: { getTypeParser: () => (text: string) => text } });
    await client.connect();
    await client.query(`set timezone = 'UTC'; set datestyle = 'ISO'; set bytea_output = 'hex'; set jit = off;
      set work_mem = '64MB'; set cursor_tuple_fraction = 1; set statement_timeout = 0`);
    await client.query('begin isolation level repeatable read read only');
    return new Database(client);
  }

  /** Units that have a head, a place or an entry; where the login sees one unit at a time, those of the list of units. */
  async units(): Promise<string[]> {
    const rows = await this.#ask(`
      select id from unit union select unit_id from log_head union select unit_id from log_sequence
      union select unit_id from log_entry union select unit_id from log_pending order by 1`);
    return rows.map(([id]) => text(id));
  }

  /** From here on, row-level security shows this unit. */
  async enter(unit: string): Promise<void> {
    await this.#client.query(`set local app.unit_id = '${unit.replaceAll("'", '')}'`);
  }

  async countPlaces(unit: string): Promise<number> {
    const rows = await this.#ask('select coalesce(max(index) + 1, 0) from log_sequence where unit_id = $1', [unit]);
    return Number(rows[0]?.[0]);
  }

  /** All places of a unit in order, in batches; the server works on the next one while one is being checked. */
  async *places(unit: string): AsyncGenerator<Row[]> {
    await this.#ask(`declare places no scroll cursor for ${placesInOrder.replace('$1', `'${unit}'`)}`);
    const fetch = (): Promise<Value[][]> => this.#ask(`fetch ${rowsAtOnce} from places`);
    let next = fetch();
    for (;;) {
      const rows = await next;
      if (rows.length === 0) break;
      next = fetch();
      yield rows.map(toRow);
    }
    await this.#ask('close places');
  }

  /** Entries whose details were erased by an act that is itself in the log. */
  async erased(unit: string): Promise<Set<string>> {
    const rows = await this.#ask(
      `select record_id from log_entry where unit_id = $1 and record_type = 'log-entry' and action = 'log.detail-erased'`,
      [unit],
    );
    return new Set(rows.map(([id]) => text(id)));
  }

  /** Place and presence of one entry. */
  async findEntry(unit: string, id: string): Promise<{ index: number | undefined; exists: boolean }> {
    const [[index, exists] = [null, null]] = await this.#ask(
      `select (select index from log_sequence where unit_id = $1 and entry_id = $2),
         (select id from log_entry where unit_id = $1 and id = $2)`,
      [unit, id],
    );
    return { index: index == null ? undefined : Number(index), exists: exists != null };
  }

  /** Entries with neither a place nor a turn in the queue, and turns without an entry. */
  async strays(
    unit: string,
  ): Promise<{ id: string; action: string | null; record: string | null; at: string | null }[]> {
    const rows = await this.#ask(
      `select e.id, e.action, e.record_type || '/' || e.record_id, e.at from log_entry e
       where e.unit_id = $1
         and not exists (select 1 from log_sequence s where s.unit_id = $1 and s.entry_id = e.id)
         and not exists (select 1 from log_pending p where p.unit_id = $1 and p.entry_id = e.id)
       union all
       select p.entry_id, null, null, null from log_pending p
       where p.unit_id = $1 and not exists (select 1 from log_entry e where e.unit_id = $1 and e.id = p.entry_id)
       order by 1`,
      [unit],
    );
    return rows.map(([id, action, record, at]) => ({
      id: text(id),
      action: action ?? null,
      record: record ?? null,
      at: at == null ? null : toIso(at),
    }));
  }

  /**
   * The first place past the last signed head whose entry has left the queue, undefined in a whole log: an entry
   * leaves the queue only together with the signing of its head.
   */
  async findPlaceWithoutHead(unit: string, signed: number): Promise<number | undefined> {
    const [[index] = [null]] = await this.#ask(
      `select min(s.index) from log_sequence s where s.unit_id = $1 and s.index >= $2
         and not exists (select 1 from log_pending p where p.unit_id = $1 and p.entry_id = s.entry_id)`,
      [unit, String(signed)],
    );
    return index == null ? undefined : Number(index);
  }

  async countPending(unit: string): Promise<number> {
    const rows = await this.#ask('select count(*) from log_pending where unit_id = $1', [unit]);
    return Number(rows[0]?.[0]);
  }

  async heads(unit: string): Promise<Head[]> {
    const rows = await this.#ask(
      'select unit_id, size, root, at, joint, signature from log_head h where unit_id = $1 order by h.size',
      [unit],
    );
    return rows.map(([of, size, root, at, joint, signature]) => ({
      unit: text(of),
      size: Number(size),
      root: hex(root) ?? '',
      at: toIso(text(at)),
      joint: Number(joint),
      signature: hex(signature) ?? '',
    }));
  }

  async jointHeads(): Promise<JointHead[]> {
    const rows = await this.#ask('select number, units, root, at, signature from log_joint_head h order by h.number');
    return rows.map(([number, units, root, at, signature]) => ({
      number: Number(number),
      units: Number(units),
      root: hex(root) ?? '',
      at: toIso(text(at)),
      signature: hex(signature) ?? '',
    }));
  }

  async close(): Promise<void> {
    await this.#client.end();
  }

  async #ask(sql: string, values: readonly string[] = []): Promise<Value[][]> {
    const { rows } = await this.#client.query<Value[]>({ text: sql, values: [...values], rowMode: 'array' });
    return rows;
  }
}

type Value = string | null | undefined;

function toRow(values: readonly Value[]): Row {
  const [index, entryId, placeLeaf, id, at, actor, action, recordType, recordId, before, after, context, leaf] = values;
  const [salt, valueBefore, valueAfter, valueContext] = values.slice(13);
  return {
    index: Number(index),
    entryId: text(entryId),
    placeLeaf: hex(placeLeaf) ?? '',
    entry:
      id == null
        ? undefined
        : {
            id,
            at: toIso(text(at)),
            actor: actor ?? null,
            action: text(action),
            recordType: text(recordType),
            recordId: text(recordId),
            before: hex(before),
            after: hex(after),
            context: hex(context),
            leaf: hex(leaf) ?? '',
          },
    detail:
      salt == null
        ? undefined
        : {
            salt: hex(salt) ?? '',
            before: valueBefore ?? null,
            after: valueAfter ?? null,
            context: valueContext ?? null,
          },
  };
}

function text(value: Value): string {
  return value ?? '';
}

/** bytea comes as `\x` and hex. */
function hex(value: Value): string | null {
  return value == null ? null : value.slice(2);
}

/** `2022-01-10 01:00:00.5+00` as `2022-01-10T01:00:00.500Z`; finer than milliseconds stays as it is. */
function toIso(value: string): string {
  const [day = '', rest = ''] = value.split(' ');
  const [time = '', fraction = ''] = rest.replace('+00', '').split('.');
  return `${day}T${time}.${fraction.padEnd(3, '0')}Z`;
}

/** The address of the PostgreSQL that came with the installation in `dataDir`; undefined when it does not run. */
export function findOwnDatabase(dataDir: string): string | undefined {
  const name = createHash('sha256').update(resolve(dataDir)).digest('hex').slice(0, 16);
  const folders = [join(dataDir, 'pg'), join('/var/lib/lien-mach', name, 'pg')];
  const pidFile = folders.map((folder) => join(folder, 'postmaster.pid')).find((path) => existsSync(path));
  const passwordFile = join(dataDir, 'secrets', 'pg-super');
  if (!pidFile || !existsSync(passwordFile)) return undefined;
  const port = readFileSync(pidFile, 'utf8').split('\n')[3];
  return `postgres://postgres:${readFileSync(passwordFile, 'utf8')}@127.0.0.1:${port}/lien_mach`;
}
