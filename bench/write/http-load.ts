import { randomUUID } from 'node:crypto';
import { connect, type Socket } from 'node:net';

/** One write of a client, made anew for each request. */
export interface Write {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

/**
 * A client with one connection that stays open. It knows just enough HTTP to send JSON and to read an answer of known
 * length, so that it takes little of the machine from those it measures.
 */
export class HttpClient {
  readonly #socket: Socket;
  readonly #head: string;
  #read = '';
  #answered: ((answer: string) => void) | undefined;
  #failed: ((error: Error) => void) | undefined;

  constructor(url: string, cookie: string) {
    const { hostname, port, host } = new URL(url);
    this.#head = `host: ${host}\r\ncookie: ${cookie}\r\ncontent-type: application/json\r\n`;
    this.#socket = connect({ host: hostname, port: Number(port), noDelay: true });
    this.#socket.setEncoding('latin1');
    this.#socket.on('data', (chunk) => this.#take(String(chunk)));
    this.#socket.on('error', (error) => this.#failed?.(error));
    this.#socket.on('close', () => this.#failed?.(new Error('the server closed the connection')));
  }

  /** Sends a write under a fresh key, or the given one, and waits for its answer; throws when it is not 200. */
  async send({ method, path, body }: Write, key: string = randomUUID()): Promise<void> {
    const text = JSON.stringify(body);
    const length = Buffer.byteLength(text);
    const answer = await new Promise<string>((resolve, reject) => {
      this.#answered = resolve;
      this.#failed = reject;
      this.#socket.write(
        `${method} ${path} HTTP/1.1\r\n${this.#head}idempotency-key: ${key}\r\ncontent-length: ${length}\r\n\r\n${text}`,
      );
    });
    if (!answer.startsWith('HTTP/1.1 200')) throw new Error(`${method} ${path}: ${answer}`);
  }

  close(): void {
    this.#failed = undefined;
    this.#socket.destroy();
  }

  #take(chunk: string): void {
    this.#read += chunk;
    const end = this.#read.indexOf('\r\n\r\n');
    if (end < 0) return;
    const length = Number(/\r\ncontent-length: (\d+)/i.exec(this.#read)?.[1] ?? 0);
    if (this.#read.length < end + 4 + length) return;
    const answer = this.#read;
    this.#read = '';
    this.#answered?.(answer);
  }
}

/** Writes a second of all clients together, each sending its next one when the last was answered. */
export async function runHttp(
  clients: readonly HttpClient[],
  seconds: number,
  next: (client: number) => Write,
): Promise<number> {
  const begun = performance.now();
  const until = begun + seconds * 1_000;
  let count = 0;
  await Promise.all(
    clients.map(async (client, at) => {
      for (; performance.now() < until; count++) await client.send(next(at));
    }),
  );
  return count / ((performance.now() - begun) / 1_000);
}
