import type pg from 'pg';

/** What the protocol's connection gives for COPY; the driver has it, its types leave it out. */
interface CopyConnection {
  query(text: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
  readonly stream: { readonly writableNeedDrain: boolean; once(event: 'drain', listener: () => void): void };
}

type Value = string | number | boolean | null;

const special = /[\\\t\n\r]/g;
const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };
const chunkLength = 262_144;

function textOf(value: Value): string {
  if (value === null) return '\\N';
  if (typeof value === 'string') return value.replace(special, (char) => escapes[char] ?? char);
  return typeof value === 'boolean' ? (value ? 't' : 'f') : String(value);
}

/** Loads rows by COPY, as fast as the server takes them. */
export async function copyRows(
  client: pg.Client,
  table: string,
  columns: readonly string[],
  rows: Iterable<readonly Value[]>,
): Promise<void> {
  const source = rows[Symbol.iterator]();
  await new Promise<void>((resolve, reject) => {
    const pump = (connection: CopyConnection) => {
      while (!connection.stream.writableNeedDrain) {
        let chunk = '';
        while (chunk.length < chunkLength) {
          const { value, done } = source.next();
          if (done) {
            connection.sendCopyFromChunk(Buffer.from(chunk));
            connection.endCopyFrom();
            return;
          }
          chunk += `${value.map(textOf).join('\t')}\n`;
        }
        connection.sendCopyFromChunk(Buffer.from(chunk));
      }
      connection.stream.once('drain', () => pump(connection));
    };
    const copy = {
      submit: (connection: CopyConnection) => connection.query(`copy ${table} (${columns.join(', ')}) from stdin`),
      handleCopyInResponse: pump,
      handleCommandComplete: () => undefined,
      handleReadyForQuery: () => resolve(),
      handleError: reject,
    };
    client.query(copy as unknown as pg.Submittable);
  });
}
