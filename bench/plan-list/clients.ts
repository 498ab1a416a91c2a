import { Agent, get } from 'node:http';

/** One request of a client. */
export interface Request {
  readonly kind: string;
  readonly url: string;
  /** Beside those of all requests. */
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Timing {
  readonly kind: string;
  readonly ms: number;
}

function fetchOnce(agent: Agent, url: string, headers: Readonly<Record<string, string>>): Promise<number> {
  return new Promise((resolve, reject) => {
    const begun = performance.now();
    get(url, { agent, headers }, (response) => {
      response.on('data', () => undefined);
      response.on('end', () =>
        response.statusCode === 200
          ? resolve(performance.now() - begun)
          : reject(new Error(`${response.statusCode} ${url}`)),
      );
    }).on('error', reject);
  });
}

/** So many clients, each sending its next request when the last was answered, until the time is over. */
export async function drive(
  clients: number,
  ms: number,
  headers: Readonly<Record<string, string>>,
  next: (client: number, nth: number) => Request,
): Promise<Timing[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const timings: Timing[] = [];
  const until = performance.now() + ms;
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      for (let nth = 0; performance.now() < until; nth++) {
        const { kind, url, headers: own } = next(client, nth);
        timings.push({ kind, ms: await fetchOnce(agent, url, { ...headers, ...own }) });
      }
    }),
  );
  agent.destroy();
  return timings;
}
