import { writeFile } from 'node:fs/promises';
import type { Script } from '../write/pgbench.ts';
import type { RecordedStatement } from '../write/recorded-statements.ts';
import { idExpression } from './acts-data.ts';

/** What differs from act to act in the recorded statements. */
export interface Varying {
  readonly obligation: string;
  readonly task: string;
  /** Keys of the requests. */
  readonly keys: readonly string[];
  /** Milliseconds since 1970 when the recording began: ids made since are made anew each time. */
  readonly since: number;
}

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/**
 * Writes the recorded statements of a hand-in and its acceptance as one script: the same texts and parameters, on the
 * client's next obligation, with fresh ids in each round that are the same in both.
 */
export async function writeActsScript(
  path: string,
  statements: readonly RecordedStatement[],
  varying: Varying,
): Promise<Script> {
  const expressions = new Map<string, string>([
    [varying.obligation, idExpression.obligation],
    [varying.task, idExpression.task],
    ...varying.keys.map((key, nth) => [key, `(${nth} || 'pgbench-' || :client_id || '-' || :k)`] as const),
  ]);
  for (const id of freshIds(statements, varying.since)) {
    if (!expressions.has(id))
      expressions.set(id, `md5(${expressions.size} || '-' || :client_id || '-' || :k)::uuid::text`);
  }
  const variables: Record<string, string> = {};
  const lines = ['\\set k :k + 1'];
  for (const [at, { text, parameters }] of statements.entries()) {
    let line = text
      .replaceAll(/\s*\n\s*/g, ' ')
      .replaceAll(/'(?:[^']|'')*'/g, (quoted) => quotedText(quoted, expressions));
    for (const [index, value] of [...parameters.entries()].reverse()) {
      const name = `s${at}p${index + 1}`;
      line = line.replaceAll(`$${index + 1}`, () => parameterText(name, value, expressions, variables));
    }
    lines.push(`${line};`);
  }
  await writeFile(path, `${lines.join('\n')}\n`);
  return { path, variables };
}

/** Ids (version 7) that were made since an instant; their first 48 bits are the time. */
function freshIds(statements: readonly RecordedStatement[], since: number): ReadonlySet<string> {
  const texts = statements.flatMap(({ text, parameters }) => [text, ...parameters.flatMap((value) => value ?? [])]);
  const ids = texts.flatMap((text) => text.match(uuid) ?? []);
  return new Set(
    ids.filter((id) => id[14] === '7' && Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16) >= since),
  );
}

/** A text with what differs replaced, as an expression; undefined when nothing in it differs. */
function replaced(literal: string, text: string, expressions: ReadonlyMap<string, string>): string | undefined {
  let found: string | undefined;
  for (const [value, expression] of expressions) {
    if (text.includes(value)) found = `replace(${found ?? literal}, '${value}', ${expression})`;
  }
  return found;
}

function quotedText(quoted: string, expressions: ReadonlyMap<string, string>): string {
  const literal = /:[a-z_\u0080-\uffff]/i.test(quoted)
    ? `U&${quoted.replaceAll('\\', '\\\\').replaceAll(':', '\\003a')}`
    : quoted;
  const found = replaced(literal, quoted, expressions);
  return found === undefined ? literal : `(${found})`;
}

function parameterText(
  name: string,
  value: string | undefined,
  expressions: ReadonlyMap<string, string>,
  variables: Record<string, string>,
): string {
  if (value === undefined) return 'null';
  const whole = expressions.get(value);
  if (whole !== undefined) return `(${whole})::uuid`;
  variables[name] = value;
  const found = replaced(`:${name}::text`, value, expressions);
  return found === undefined ? `:${name}` : `(${found})`;
}
