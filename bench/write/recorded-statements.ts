import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';

/** One statement as the server's log tells it, with the values of its parameters; undefined for NULL. */
export interface RecordedStatement {
  readonly text: string;
  readonly parameters: readonly (string | undefined)[];
}

interface LogLine {
  readonly pid: string;
  readonly user: string;
  readonly words: string;
}

const prefix = /^@(\d+)@(\w*)@/;

/**
 * What the application's role asked of the server for one write under this key: the transaction with its two ends. Who
 * sends was asked a moment before, as it is once in two seconds, however many writes come. Statements sent together
 * stand apart in the answer.
 */
export async function recordStatements(
  superuser: pg.Client,
  serverLog: string,
  appRole: string,
  key: string,
  write: () => Promise<void>,
): Promise<readonly RecordedStatement[]> {
  await setLogging(superuser, { log_line_prefix: '@%p@%u@', log_statement: 'all' });
  await sleep(500);
  const before = (await readFile(serverLog, 'utf8')).length;
  await write();
  await sleep(500);
  const lines = linesOf((await readFile(serverLog, 'utf8')).slice(before)).filter((line) => line.user === appRole);
  await setLogging(superuser, { log_line_prefix: '', log_statement: 'none' });
  const begin = lines.findIndex((line) => line.words.includes('begin;') && line.words.includes(key));
  const transaction = ofOneConnection(lines, begin);
  const end = transaction.findIndex((line) => line.words.includes('finish_write('));
  if (begin < 0 || end < 0) throw new Error(`no write in the server's log: ${serverLog}`);
  return statementsOf(transaction.slice(0, end + 1));
}

/** This line and the later ones of its connection. */
function ofOneConnection(lines: readonly LogLine[], from: number): readonly LogLine[] {
  return lines.slice(from).filter((line) => line.pid === lines[from]?.pid);
}

async function setLogging(superuser: pg.Client, settings: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, value] of Object.entries(settings))
    await superuser.query(`alter system set ${name} = ${superuser.escapeLiteral(value)}`);
  await superuser.query('select pg_reload_conf()');
}

function linesOf(log: string): readonly LogLine[] {
  const lines: { pid: string; user: string; words: string }[] = [];
  for (const text of log.split('\n')) {
    const [start, pid, user] = prefix.exec(text) ?? [];
    const last = lines.at(-1);
    if (start && pid !== undefined && user !== undefined) lines.push({ pid, user, words: text.slice(start.length) });
    else if (last) last.words += `\n${text}`;
  }
  return lines;
}

function statementsOf(lines: readonly LogLine[]): readonly RecordedStatement[] {
  return lines.flatMap((line, at) => {
    const simple = /^LOG: {2}statement: ([\s\S]*)$/.exec(line.words)?.[1];
    if (simple !== undefined) return apart(simple).map((text) => ({ text, parameters: [] }));
    const text = /^LOG: {2}execute [^:]*: ([\s\S]*)$/.exec(line.words)?.[1];
    return text === undefined ? [] : [{ text: text.trim(), parameters: parametersIn(lines[at + 1]?.words ?? '') }];
  });
}

/** Takes statements that were sent together apart at the semicolons outside of quotes. */
function apart(text: string): readonly string[] {
  return (text.match(/(?:'(?:[^']|'')*'|[^;'])+/g) ?? []).map((part) => part.trim()).filter(Boolean);
}

/** `DETAIL:  Parameters: $1 = 'a', $2 = NULL`, in the order of their numbers. */
function parametersIn(detail: string): readonly (string | undefined)[] {
  if (!/^DETAIL: {2}parameters:/i.test(detail)) return [];
  return [...detail.matchAll(/\$\d+ = (?:NULL|'((?:[^']|'')*)')/g)].map((found) => found[1]?.replaceAll("''", "'"));
}
