import { spawn, spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import type { RecordedStatement } from './recorded-statements.ts';

/** What differs from write to write in the recorded statements. */
export interface Varying {
  /** The record that was changed when the statements were recorded. */
  readonly record: string;
  /** The record each client changes. */
  readonly records: readonly string[];
  /** The key of the request. */
  readonly key: string;
}

/** A script for pgbench and the texts its variables stand for. */
export interface Script {
  readonly path: string;
  readonly variables: Readonly<Record<string, string>>;
}

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** Says whether this machine has pgbench, and which. */
export function findPgbench(): string | undefined {
  const asked = spawnSync('pgbench', ['--version'], { encoding: 'utf8' });
  return asked.status === 0 ? asked.stdout.trim() : undefined;
}

/**
 * Writes the recorded statements as a script: the same texts and parameters, with the client's own record, and with a
 * fresh key and fresh ids in each round.
 */
export async function writeScript(
  path: string,
  statements: readonly RecordedStatement[],
  varying: Varying,
): Promise<Script> {
  const variables: Record<string, string> = {};
  const lines = ['\\set nth random(1, 1000000000000000)'];
  for (const [client, record] of varying.records.entries()) {
    lines.push(`\\${client === 0 ? 'if' : 'elif'} :client_id = ${client}`);
    for (const [at, { text, parameters }] of statements.entries()) {
      let line = withFreshIds(text.replaceAll(/\s*\n\s*/g, ' ').replaceAll(varying.record, record), varying.key);
      for (const [index, value] of [...parameters.entries()].reverse()) {
        const name = value === varying.record ? `record${client}` : `s${at}p${index + 1}`;
        if (value !== undefined) variables[name] = value === varying.record ? record : value;
        line = line.replaceAll(`$${index + 1}`, value === undefined ? 'null' : `:${name}`);
      }
      lines.push(`${line};`);
    }
  }
  await writeFile(path, `${lines.join('\n')}\n\\endif\n`);
  return { path, variables };
}

/** In texts between quotes: another key of the request, and other ids for what this write made. */
function withFreshIds(statement: string, key: string): string {
  const finishes = statement.includes('finish_write(');
  return statement.replaceAll(/'(?:[^']|'')*'/g, (quoted) => {
    let fresh = withoutVariables(quoted);
    if (fresh.includes(key)) fresh = `replace(${fresh}, '${key}', 'pgbench-' || :nth::text)`;
    for (const id of finishes ? newIdsIn(quoted) : []) fresh = `replace(${fresh}, '${id}', uuidv7()::text)`;
    return fresh.startsWith('replace') ? `(${fresh})` : fresh;
  });
}

/** pgbench takes a colon and a letter for a variable, inside quotes too: such a colon is written by its number. */
function withoutVariables(quoted: string): string {
  if (!/:[a-z_\u0080-\uffff]/i.test(quoted)) return quoted;
  return `U&${quoted.replaceAll('\\', '\\\\').replaceAll(':', '\\003a')}`;
}

/** Ids of the log entry and of the outbox row: those that stand first in their item. */
function newIdsIn(quoted: string): readonly string[] {
  return [...quoted.matchAll(/[[,]\{"id":"([0-9a-f-]{36})"/g)].flatMap((found) => found[1]?.match(uuid) ?? []);
}

/** Transactions a second of so many clients during so many seconds; throws with pgbench's words when one failed. */
export async function runPgbench(url: string, script: Script, clients: number, seconds: number): Promise<number> {
  const { hostname, port, username, password, pathname } = new URL(url);
  const child = spawn(
    'pgbench',
    [
      ...['-n', '-M', 'extended', '-c', String(clients), '-j', '2', '-T', String(seconds), '-f', script.path],
      ...Object.entries(script.variables).flatMap(([name, value]) => ['-D', `${name}=${value}`]),
      pathname.slice(1),
    ],
    {
      env: { ...process.env, PGHOST: hostname, PGPORT: port, PGUSER: username, PGPASSWORD: password },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let output = '';
  child.stdout.on('data', (chunk) => (output += String(chunk)));
  child.stderr.on('data', (chunk) => (output += String(chunk)));
  await new Promise((resolve, reject) => child.once('close', resolve).once('error', reject));
  const perSecond = Number(/^tps = ([\d.]+)/m.exec(output)?.[1]);
  if (!(perSecond > 0) || /aborted/.test(output)) throw new Error(`pgbench: ${output.slice(-2_000)}`);
  return perSecond;
}
