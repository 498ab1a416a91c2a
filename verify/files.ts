import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const hashesPerFile = 65_536;
const linesPerFile = 4_096;

/** Units that have a folder in the log. */
export function unitsOnDisk(logDir: string): string[] {
  if (!existsSync(logDir)) return [];
  return readdirSync(logDir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && /^[0-9a-f-]{36}$/.test(entry.name))
    .map((entry) => entry.name)
    .sort();
}

/** Reads hashes of one level of a unit's tiles in order, one file of 2 MiB at a time. */
export class HashFile {
  readonly #folder: string;
  #number = -1;
  #hex = '';

  constructor(logDir: string, unit: string, level: number) {
    this.#folder = join(logDir, unit, 'tiles', String(level));
  }

  /** How many hashes the level holds now. */
  count(): number {
    const names = existsSync(this.#folder) ? readdirSync(this.#folder).sort() : [];
    const last = names.at(-1);
    if (last === undefined) return 0;
    return Number(last) * hashesPerFile + Math.floor(statSync(join(this.#folder, last)).size / 32);
  }

  /** The hash at a place in hex, or undefined where the files have none. */
  at(index: number): string | undefined {
    const number = Math.floor(index / hashesPerFile);
    const offset = (index % hashesPerFile) * 64;
    if (number !== this.#number) this.#load(number);
    const hash = this.#hex.slice(offset, offset + 64);
    return hash.length === 64 ? hash : undefined;
  }

  /** The first place from `from` on that holds this hash; reads on from there. */
  find(hash: string, from: number, to: number): number | undefined {
    for (let index = from; index < to; index++) if (this.at(index) === hash) return index;
    return undefined;
  }

  #load(number: number): void {
    const path = join(this.#folder, String(number).padStart(6, '0'));
    this.#number = number;
    this.#hex = existsSync(path) ? readFileSync(path).toString('hex') : '';
  }
}

/** Reads a unit's leaves in plain text in order, one file of 4,096 lines at a time. */
export class LineFile {
  readonly #folder: string;
  #number = -1;
  #lines: string[] = [];

  constructor(logDir: string, unit: string) {
    this.#folder = join(logDir, unit, 'leaves');
  }

  at(index: number): string | undefined {
    const number = Math.floor(index / linesPerFile);
    const place = index % linesPerFile;
    if (number !== this.#number) this.#load(number);
    return this.#lines[place];
  }

  #load(number: number): void {
    const path = join(this.#folder, `${String(number).padStart(6, '0')}.jsonl`);
    this.#number = number;
    this.#lines = existsSync(path) ? readFileSync(path, 'utf8').split('\n').slice(0, -1) : [];
  }
}
