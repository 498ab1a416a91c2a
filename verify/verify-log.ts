import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkHeads, type HeadSources } from './check-heads.ts';
import { checkUnit } from './check-unit.ts';
import { Database } from './database.ts';
import { HashFile, unitsOnDisk } from './files.ts';
import type { Finding } from './finding.ts';
import { type Head, Keys, parseHeadLines } from './heads.ts';

export interface Question {
  /** Data folder of the installation; the log is in `log` under it. */
  readonly dataDir: string;
  /** Undefined: files and heads only. */
  readonly databaseUrl?: string | undefined;
  /** Text of heads that were kept elsewhere, one JSON a line. */
  readonly witness?: string | undefined;
  /** Public keys in PEM; those of the log folder when not given. */
  readonly keys?: string | undefined;
  /** Most findings to name; 20 unless said. */
  readonly most?: number | undefined;
}

export interface Outcome {
  readonly whole: boolean;
  readonly units: number;
  readonly entries: number;
  readonly pending: number;
  readonly erased: number;
  readonly heads: number;
  readonly joints: number;
  readonly withDatabase: boolean;
  readonly ms: number;
  readonly findings: readonly Finding[];
  readonly more: number;
}

/** Compares database, files and signed heads of all units. Throws only when it cannot read them at all. */
export async function verifyLog(question: Question): Promise<Outcome> {
  const begun = performance.now();
  const logDir = join(question.dataDir, 'log');
  const most = question.most ?? 20;
  const file = parseHeadLines(readIfThere(join(logDir, 'heads.jsonl')));
  const onDisk = new Map(unitsOnDisk(logDir).map((unit) => [unit, new HashFile(logDir, unit, 0).count()]));
  const database = question.databaseUrl === undefined ? undefined : await Database.open(question.databaseUrl);
  try {
    const units = new Set([
      ...onDisk.keys(),
      ...file.heads.map((head) => head.unit),
      ...((await database?.units()) ?? []),
    ]);
    const sources: HeadSources = {
      file,
      witness: parseHeadLines(question.witness ?? ''),
      database: database && { heads: await headsOf(database, units), joints: await database.jointHeads() },
    };
    for (const { unit } of sources.witness.heads) units.add(unit);
    const keys = readKeys(question, logDir, units.size > 0);
    const heads = keys ? checkHeads(sources, keys) : { byUnit: new Map(), count: 0, joints: 0, findings: [] };
    const total = { units: 0, entries: 0, pending: 0, erased: 0, more: 0 };
    const findings: Finding[] = [];
    for (const unit of [...units].sort()) {
      await database?.enter(unit);
      const unitHeads = heads.byUnit.get(unit) ?? [];
      const report = await checkUnit({
        unit,
        logDir,
        onDiskBefore: onDisk.get(unit) ?? 0,
        heads: unitHeads,
        database,
        most,
      });
      if (report.entries + report.pending > 0) total.units++;
      total.entries += report.entries;
      total.pending += report.pending;
      total.erased += report.erased;
      total.more += report.more;
      findings.push(...report.findings);
    }
    findings.push(...heads.findings);
    return {
      ...total,
      whole: findings.length === 0,
      heads: heads.count,
      joints: heads.joints,
      withDatabase: database !== undefined,
      ms: Math.round(performance.now() - begun),
      findings: findings.slice(0, most),
      more: total.more + Math.max(0, findings.length - most),
    };
  } finally {
    await database?.close();
  }
}

async function headsOf(database: Database, units: ReadonlySet<string>): Promise<Map<string, Head[]>> {
  const heads = new Map<string, Head[]>();
  for (const unit of units) {
    await database.enter(unit);
    heads.set(unit, await database.heads(unit));
  }
  return heads;
}

function readKeys(question: Question, logDir: string, needed: boolean): Keys | undefined {
  const pem = question.keys ?? readIfThere(join(logDir, 'public-keys.pem'));
  return pem === '' && !needed ? undefined : new Keys(pem);
}

function readIfThere(path: string): string {
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}
