import { Agent, request } from 'node:http';

/** One request with its content. */
export interface Exchange {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

function send(agent: Agent, { method, url, headers, body }: Exchange): Promise<number> {
  return new Promise((resolve, reject) => {
    const begun = performance.now();
    const text = body === undefined ? undefined : JSON.stringify(body);
    const typed =
      text === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) };
    const sent = request(url, { method, agent, headers: { ...headers, ...typed } }, (response) => {
      let answer = '';
      response.on('data', (chunk) => (answer += String(chunk)));
      response.on('end', () =>
        response.statusCode === 200 || response.statusCode === 201
          ? resolve(performance.now() - begun)
          : reject(new Error(`${response.statusCode} ${method} ${url}: ${answer.slice(0, 500)}`)),
      );
    });
    sent.on('error', reject);
    sent.end(text);
  });
}

/** Milliseconds of each request of so many clients, each sending its next when the last was answered. */
export async function timeExchanges(
  clients: number,
  forMs: number,
  next: (client: number, nth: number) => Exchange,
): Promise<{ readonly times: readonly number[]; readonly perSecond: number }> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const times: number[] = [];
  const begun = performance.now();
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      for (let nth = 0; performance.now() - begun < forMs; nth++) times.push(await send(agent, next(client, nth)));
    }),
  );
  const perSecond = times.length / ((performance.now() - begun) / 1_000);
  agent.destroy();
  return { times, perSecond };
}
