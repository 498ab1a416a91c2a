import type { open } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import { writeDurably } from './durable.ts';
import { headText, type JointHead, jointHeadText, type TreeHead } from './head.ts';
import { leafHash } from './leaf.ts';
import type { LogKey } from './log-key.ts';
import { rootOf } from './tree.ts';

/**
 * The heads over all units, and `heads.jsonl`: every signed head, one a line, each round closed by its joint head.
 * That file is what is given to those whom the owner of the database cannot reach.
 */
export class JointHeads {
  readonly #client: pg.ClientBase;
  readonly #path: string;
  readonly #newest = new Map<string, Buffer>();
  #number = 0;
  #open = false;

  constructor(client: pg.ClientBase, logDir: string) {
    this.#client = client;
    this.#path = join(logDir, 'heads.jsonl');
  }

  /** Number of the joint head that will cover the heads signed now. */
  get next(): number {
    return this.#number + 1;
  }

  /** Reads where the database stands and brings the file there. Throws when the file knows more than the database. */
  async load(): Promise<void> {
    const { rows } = await this.#client.query<{ number: string }>(
      'select coalesce(max(number), 0)::text as number from log_joint_head',
    );
    this.#number = Number(rows[0]?.number ?? 0);
    this.#newest.clear();
    for (const head of await this.#heads(
      'select distinct on (unit_id) * from log_head order by unit_id, size desc',
      [],
    )) {
      this.#cover(head);
      if (head.joint > this.#number) this.#open = true;
    }
    await this.#bringFileUp();
  }

  /** Takes a new head of a unit into the round. */
  add(head: TreeHead): void {
    this.#cover(head);
    this.#open = true;
  }

  /** Closes the round, if any head was signed in it: signs over all units and writes the round to the file. */
  async close(key: LogKey, now: number): Promise<void> {
    if (!this.#open) return;
    const leaves = [...this.#newest].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, leaf]) => leaf);
    const unsigned = {
      number: this.next,
      units: leaves.length,
      root: rootOf(leaves).toString('hex'),
      at: new Date(now).toISOString(),
    };
    await this.#client.query(
      `insert into log_joint_head (number, units, root, at, signature)
       values ($1, $2, decode($3, 'hex'), $4, decode($5, 'hex'))`,
      [unsigned.number, unsigned.units, unsigned.root, unsigned.at, key.sign(jointHeadText(unsigned))],
    );
    this.#number = unsigned.number;
    this.#open = false;
    await this.#bringFileUp();
  }

  #cover(head: TreeHead): void {
    this.#newest.set(head.unit, leafHash(headText(head)));
  }

  async #bringFileUp(): Promise<void> {
    await writeDurably(this.#path, async (file) => {
      const { number, offset } = await lastRound(file);
      if (number > this.#number) {
        throw new Error(`heads.jsonl knows joint head ${number}, the database only ${this.#number}: it is older`);
      }
      await file.truncate(offset);
      let end = offset;
      for (let first = number + 1; first <= this.#number; first += 1_000) {
        const bytes = Buffer.from(await this.#roundsAsLines(first, Math.min(first + 999, this.#number)));
        await file.write(bytes, 0, bytes.length, end);
        end += bytes.length;
      }
    });
  }

  async #roundsAsLines(first: number, last: number): Promise<string> {
    const heads = await this.#heads(
      'select * from log_head where joint between $1 and $2 order by joint, unit_id, size',
      [first, last],
    );
    const joints = await this.#client.query<JointHead>(
      `select number::float8, units, encode(root, 'hex') as root, encode(signature, 'hex') as signature, ${isoAt}
       from log_joint_head where number between $1 and $2 order by number`,
      [first, last],
    );
    const rounds = joints.rows.map((joint) => [...heads.filter((head) => head.joint === joint.number), joint]);
    return rounds
      .flat()
      .map((line) => `${JSON.stringify(line)}\n`)
      .join('');
  }

  async #heads(from: string, values: readonly unknown[]): Promise<TreeHead[]> {
    const { rows } = await this.#client.query<TreeHead>(
      `select unit_id as unit, size::float8, encode(root, 'hex') as root, joint::float8,
         encode(signature, 'hex') as signature, ${isoAt} from (${from}) h`,
      [...values],
    );
    return rows;
  }
}

const isoAt = `to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at`;

/** The last complete round in the file and where it ends; what comes after was cut off by a crash. */
async function lastRound(file: Awaited<ReturnType<typeof open>>): Promise<{ number: number; offset: number }> {
  const { size } = await file.stat();
  for (let tail = 65_536; ; tail *= 4) {
    const start = Math.max(0, size - tail);
    const bytes = Buffer.alloc(size - start);
    await file.read(bytes, 0, bytes.length, start);
    for (let end = bytes.lastIndexOf(10); end >= 0; end = end === 0 ? -1 : bytes.lastIndexOf(10, end - 1)) {
      const begin = end === 0 ? -1 : bytes.lastIndexOf(10, end - 1);
      if (begin === -1 && start > 0) break;
      const line: unknown = JSON.parse(bytes.toString('utf8', begin + 1, end));
      if (line && typeof line === 'object' && 'number' in line && typeof line.number === 'number') {
        return { number: line.number, offset: start + end + 1 };
      }
    }
    if (start === 0) return { number: 0, offset: 0 };
  }
}
