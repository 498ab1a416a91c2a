import { connect, type Socket } from 'node:net';

/** One request of a client. */
export interface Request {
  readonly kind: string;
  readonly url: string;
  /** Beside those of all requests. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent by POST, as JSON; without one it is a GET. */
  readonly body?: unknown;
}

export interface Timing {
  readonly kind: string;
  readonly ms: number;
}

const endOfHead = Buffer.from('\r\n\r\n');

const linesOf = (headers: Readonly<Record<string, string>>) =>
  Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('');

function messageOf(path: string, headers: string, body: unknown): string {
  if (body === undefined) return `GET ${path} HTTP/1.1\r\n${headers}\r\n`;
  const text = JSON.stringify(body);
  const typed = linesOf({ 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(text)) });
  return `POST ${path} HTTP/1.1\r\n${headers}${typed}\r\n${text}`;
}

/**
 * One client with one connection that stays open. It reads whole answers but looks only at their status and length, so
 * that asking takes little of the processors that are measured.
 */
class Client {
  readonly #socket: Socket;
  readonly #headers: string;
  #head: Buffer = Buffer.alloc(0);
  /** Bytes of the answer still to come; undefined before its head was read. */
  #missing: number | undefined;
  #status = '';
  #done: ((error?: Error) => void) | undefined;

  constructor(origin: URL, headers: Readonly<Record<string, string>>) {
    this.#socket = connect({ host: origin.hostname, port: Number(origin.port), noDelay: true });
    this.#headers = linesOf({ host: origin.host, ...headers });
    this.#socket.on('data', (chunk: Buffer) => this.#take(chunk));
    this.#socket.on('error', (error) => this.#done?.(error));
    this.#socket.on('close', () => this.#done?.(new Error('the server closed the connection')));
  }

  /** Resolves when the whole answer has come; gives the milliseconds it took. */
  async ask({ url, headers: own = {}, body }: Request): Promise<number> {
    const { pathname, search } = new URL(url);
    const begun = performance.now();
    await new Promise<void>((resolve, reject) => {
      this.#done = (error) => (error ? reject(error) : resolve());
      this.#socket.write(messageOf(`${pathname}${search}`, this.#headers + linesOf(own), body));
    });
    const took = performance.now() - begun;
    if (this.#status !== '200') throw new Error(`${this.#status} ${pathname}${search}`);
    return took;
  }

  #take(chunk: Buffer): void {
    let body = chunk.length;
    if (this.#missing === undefined) {
      this.#head = Buffer.concat([this.#head, chunk]);
      const end = this.#head.indexOf(endOfHead);
      if (end < 0) return;
      const head = this.#head.toString('latin1', 0, end);
      body = this.#head.length - end - endOfHead.length;
      this.#head = Buffer.alloc(0);
      this.#status = head.slice(9, 12);
      this.#missing = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1]);
    }
    this.#missing -= body;
    if (this.#missing > 0) return;
    const isWhole = this.#missing === 0;
    this.#missing = undefined;
    this.#done?.(isWhole ? undefined : new Error('an answer of another length than it said'));
  }

  end(): void {
    this.#done = undefined;
    this.#socket.destroy();
  }
}

/** So many clients, each sending its next request when the last was answered, until the time is over. */
export async function drive(
  clients: number,
  ms: number,
  headers: Readonly<Record<string, string>>,
  next: (client: number, nth: number) => Request,
): Promise<Timing[]> {
  const timings: Timing[] = [];
  const until = performance.now() + ms;
  await Promise.all(
    Array.from({ length: clients }, async (_, number) => {
      const client = new Client(new URL(next(number, 0).url), headers);
      for (let nth = 0; performance.now() < until; nth++) {
        const request = next(number, nth);
        timings.push({ kind: request.kind, ms: await client.ask(request) });
      }
      client.end();
    }),
  );
  return timings;
}
