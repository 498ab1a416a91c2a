import type { Database, Entry, Row } from './database.ts';
import { HashFile, LineFile } from './files.ts';
import { aFinding, type Finding } from './finding.ts';
import { Frontier } from './frontier.ts';
import { commit, hashLeaf } from './hashing.ts';
import type { Head } from './heads.ts';
import { differencesOf, lineOf, parseLine } from './leaf.ts';

/** A head whose signature is good, and the most trustworthy place it was found in. */
export interface UnitHead {
  readonly head: Head;
  readonly source: string;
}

export interface UnitTask {
  readonly unit: string;
  readonly logDir: string;
  /** Hashes that were on disk before the snapshot of the database was taken. */
  readonly onDiskBefore: number;
  readonly heads: readonly UnitHead[];
  /** Undefined when only the files are to be checked. */
  readonly database: Database | undefined;
  /** Findings beyond this are counted only. */
  readonly most: number;
}

export interface UnitReport {
  readonly unit: string;
  readonly entries: number;
  readonly pending: number;
  readonly erased: number;
  readonly findings: Finding[];
  /** How many findings there were beyond those kept. */
  readonly more: number;
}

/** Whose tree has the signed root where they part; undefined when they agree or none has it. */
type Side = 'files' | 'rows' | undefined;

/** A place where database and files do not say the same; whom to believe shows at the next signed head. */
interface Suspect {
  readonly index: number;
  readonly row: Row | undefined;
  readonly computed: string | undefined;
  readonly tile: string | undefined;
  readonly line: string | undefined;
}

/**
 * Goes through a unit's tree once, place by place: database row, leaf hash on disk, leaf in plain text; at the size of
 * every signed head the root must be the signed one. Where the sources part, the signed heads tell which was changed.
 */
export async function checkUnit(task: UnitTask): Promise<UnitReport> {
  return new UnitCheck(task).run();
}

class UnitCheck {
  readonly #task: UnitTask;
  readonly #tiles: HashFile;
  readonly #lines: LineFile;
  /** Size of the largest signed head. */
  readonly #signed: number;
  readonly #upper = new Map<number, HashFile>();
  readonly #findings: Finding[] = [];
  readonly #settled: (Suspect & { right: Side })[] = [];
  #more = 0;
  #suspects: Suspect[] = [];
  #erased = 0;
  #erasures = new Set<string>();
  #onDisk = 0;
  #nextHead = 0;
  #lastGood = 0;
  #disorder = false;
  #badUpper = false;
  #badHead = false;
  /** The tree of the files; also that of the database until they part. */
  readonly #fileTree: Frontier;
  #rowTree: Frontier | undefined;

  constructor(task: UnitTask) {
    this.#task = task;
    this.#signed = task.heads.at(-1)?.head.size ?? 0;
    this.#tiles = new HashFile(task.logDir, task.unit, 0);
    this.#lines = new LineFile(task.logDir, task.unit);
    this.#fileTree = new Frontier((level, index, hash) => this.#checkUpper(level, index, hash));
  }

  async run(): Promise<UnitReport> {
    const { unit, database, onDiskBefore, most } = this.#task;
    const places = database ? await database.countPlaces(unit) : 0;
    this.#onDisk = database ? Math.max(onDiskBefore, Math.min(this.#tiles.count(), places)) : this.#tiles.count();
    let index = 0;
    if (database) {
      this.#erasures = await database.erased(unit);
      for await (const rows of database.places(unit)) {
        for (const row of rows) {
          while (index < row.index) this.#visit(index++, undefined);
          this.#visit(index++, row);
        }
      }
    }
    while (index < this.#onDisk) this.#visit(index++, undefined);
    this.#settle(undefined);
    this.#checkHeadsBeyond(index);
    for (const suspect of this.#settled) await this.#explain(suspect);
    const bare = await database?.findPlaceWithoutHead(unit, this.#signed);
    if (bare !== undefined) this.#report(aFinding('head-removed', unit, { index: bare, note: `> ${bare}` }));
    for (const stray of (await database?.strays(unit)) ?? []) this.#report(aFinding('unplaced', unit, stray));
    const findings = this.#findings.sort((a, b) => (a.index ?? Infinity) - (b.index ?? Infinity));
    return {
      unit,
      entries: index,
      pending: (await database?.countPending(unit)) ?? 0,
      erased: this.#erased,
      findings: findings.slice(0, most),
      more: this.#more + Math.max(0, findings.length - most),
    };
  }

  #visit(index: number, row: Row | undefined): void {
    const tile = index < this.#onDisk ? this.#tiles.at(index) : undefined;
    const line = index < this.#onDisk ? this.#lines.at(index) : undefined;
    const text = this.#task.database ? row?.entry && lineOf(this.#task.unit, row.entry) : line;
    const computed = text === undefined ? undefined : hashLeaf(text);
    const inRows = computed ?? row?.placeLeaf;
    if (this.#task.database && row?.entry) {
      const { placeLeaf, entry } = row;
      const whole = computed === tile && computed === placeLeaf && computed === entry.leaf && text === line;
      if (!whole) this.#suspect({ index, row, computed, tile, line });
      this.#checkDetail(index, row, entry);
    } else if (this.#task.database || computed === undefined || computed !== tile) {
      this.#suspect({ index, row, computed, tile, line });
    }
    if (!this.#rowTree && inRows !== tile) this.#rowTree = this.#fileTree.fork();
    if (tile !== undefined) this.#fileTree.push(tile);
    if (inRows !== undefined) this.#rowTree?.push(inRows);
    if (this.#task.heads[this.#nextHead]?.head.size === index + 1) this.#checkHeads(index + 1);
  }

  /** Past the last head the files may lag or be torn: the sequencer writes them again before it signs. */
  #suspect(suspect: Suspect): void {
    const { row, computed, index } = suspect;
    const { database } = this.#task;
    const whole = !database || (computed !== undefined && computed === row?.placeLeaf && computed === row.entry?.leaf);
    if (whole && index >= this.#signed) return;
    if (this.#suspects.length < this.#task.most) this.#suspects.push(suspect);
    else this.#more++;
  }

  #checkHeads(size: number): void {
    const roots = { files: this.#fileTree.root(), rows: (this.#rowTree ?? this.#fileTree).root() };
    const files = this.#fileTree.size === size;
    const rows = (this.#rowTree ?? this.#fileTree).size === size;
    let right: Side | 'both';
    for (; this.#task.heads[this.#nextHead]?.head.size === size; this.#nextHead++) {
      const found = this.#task.heads[this.#nextHead];
      if (!found) return;
      const filesRight = files && roots.files === found.head.root;
      const rowsRight = rows && roots.rows === found.head.root;
      if (filesRight || rowsRight) right ??= filesRight && rowsRight ? 'both' : filesRight ? 'files' : 'rows';
      else if (!this.#rowTree) this.#reportMismatch(found);
    }
    if (right === undefined) return;
    this.#lastGood = size;
    this.#settle(right === 'both' ? undefined : right);
  }

  /** Database and files agree with each other and not with what was signed: both were rewritten, or the head. */
  #reportMismatch({ head, source }: UnitHead): void {
    if (this.#badHead) this.#more++;
    else {
      this.#badHead = true;
      const about = { index: this.#lastGood, at: head.at, note: `${head.size} (${source})` };
      this.#report(aFinding('head-mismatch', head.unit, about));
    }
  }

  #checkHeadsBeyond(size: number): void {
    const first = this.#task.heads.find(({ head }) => head.size > size);
    if (!first) return;
    const about = { index: size, at: first.head.at, note: `${first.head.size} (${first.source})` };
    this.#report(aFinding('head-beyond', this.#task.unit, about));
  }

  /** Puts the suspects away to be worded, now that a head has told which side still has the signed root, if any. */
  #settle(right: Side): void {
    for (const suspect of this.#suspects) {
      if (this.#settled.length < this.#task.most) this.#settled.push({ ...suspect, right });
      else this.#more++;
    }
    this.#suspects = [];
  }

  async #explain({ index, row, computed, tile, line, right }: Suspect & { right: Side }): Promise<void> {
    const { unit, database } = this.#task;
    const lineIsTile = line !== undefined && hashLeaf(line) === tile;
    const about = { index, ...nameOf(row, lineIsTile || !database ? line : undefined) };
    const whole = database
      ? row?.entry !== undefined && computed === row.placeLeaf && computed === row.entry.leaf
      : computed !== undefined;
    if (tile === undefined && (whole || !database)) return this.#report(aFinding('tiles-missing', unit, about));
    if (whole && right === 'rows') return this.#report(aFinding('tiles-altered', unit, { ...about, note: 'tiles/0' }));
    if (!database || (whole && computed === tile)) return this.#report(aFinding('lines-altered', unit, about));
    if (lineIsTile) return this.#explainByLine(index, row, line);
    if (!row?.entry) return this.#report(aFinding('removed', unit, about));
    const differences = [{ field: 'leaf', was: tile ?? null, is: computed ?? null }];
    this.#report(aFinding('altered', unit, { ...about, differences }));
  }

  /** The line on disk hashes to the leaf on disk: so it tells what stood at this place. */
  async #explainByLine(index: number, row: Row | undefined, line: string): Promise<void> {
    const { unit, database } = this.#task;
    const signed = parseLine(line);
    const id = String(signed?.['id'] ?? signed?.['removed'] ?? '');
    const about = { index, ...nameOf(undefined, line) };
    if (row?.entryId !== id) {
      if (this.#disorder) {
        this.#more++;
        return;
      }
      this.#disorder = true;
      const found = await database?.findEntry(unit, id);
      if (!found?.exists || found.index === undefined) return this.#report(aFinding('removed', unit, about));
      return this.#report(aFinding('reordered', unit, { ...about, note: String(found.index) }));
    }
    if (!row.entry) return this.#report(aFinding('removed', unit, about));
    const differences = differencesOf(line, lineOf(unit, row.entry));
    const stored = [
      { field: 'log_entry.leaf', was: hashLeaf(line), is: row.entry.leaf },
      { field: 'log_sequence.leaf', was: hashLeaf(line), is: row.placeLeaf },
    ].filter(({ was, is }) => was !== is);
    this.#report(aFinding('altered', unit, { ...about, differences: [...differences, ...stored] }));
  }

  #checkDetail(index: number, row: Row, entry: Entry): void {
    const { detail } = row;
    if (!detail) {
      if (entry.before === null && entry.after === null && entry.context === null) return;
      if (this.#erasures.has(entry.id)) this.#erased++;
      else this.#report(aFinding('detail-removed', this.#task.unit, { index, ...nameOf(row, undefined) }));
      return;
    }
    const wrong = (['before', 'after', 'context'] as const).filter((field) => {
      const value = detail[field];
      return (value === null ? null : commit(detail.salt, value)) !== entry[field];
    });
    if (wrong.length === 0) return;
    const differences = wrong.map((field) => ({ field: `log_detail.${field}`, was: null, is: detail[field] }));
    this.#report(aFinding('detail-altered', this.#task.unit, { index, ...nameOf(row, undefined), differences }));
  }

  #checkUpper(level: number, index: number, hash: string): void {
    if ((index + 1) * 256 ** level > this.#signed) return;
    const file = this.#upper.get(level) ?? new HashFile(this.#task.logDir, this.#task.unit, level);
    this.#upper.set(level, file);
    if (file.at(index) === hash || this.#badUpper) return;
    this.#badUpper = true;
    const note = `tiles/${level}, ${index}`;
    this.#report(aFinding('tiles-altered', this.#task.unit, { index: index * 256 ** level, note }));
  }

  #report(finding: Finding): void {
    if (this.#findings.length < 2 * this.#task.most) this.#findings.push(finding);
    else this.#more++;
  }
}

function nameOf(row: Row | undefined, line: string | undefined): Partial<Finding> {
  const signed = parseLine(line);
  const text = (name: string): string | null => (typeof signed?.[name] === 'string' ? signed[name] : null);
  if (signed) {
    return {
      id: text('id') ?? text('removed'),
      action: text('action'),
      record: `${text('recordType')}/${text('recordId')}`,
      at: text('at'),
    };
  }
  const entry = row?.entry;
  return {
    id: row?.entryId ?? null,
    action: entry?.action ?? null,
    record: entry ? `${entry.recordType}/${entry.recordId}` : null,
    at: entry?.at ?? null,
  };
}
