import { connect, type Socket } from 'node:net';
import type { Readable } from 'node:stream';

/** What a virus scanner says of some bytes. */
export type ScanAnswer = { readonly state: 'clean' } | { readonly state: 'infected'; readonly found: string };

const usualTimeoutMs = 120_000;
const longestAnswer = 4_096;

function open(url: string): Socket {
  const { protocol, hostname, port, pathname } = new URL(url);
  return protocol === 'unix:' ? connect(decodeURIComponent(pathname)) : connect(Number(port), hostname);
}

/**
 * Sends bytes to a scanner that speaks clamd (`zINSTREAM`: parts with their length before them, an empty one at the end)
 * and gives its answer. Rejects when there is none within `timeoutMs` of silence, or none that can be understood: then
 * nothing is known of the bytes.
 */
export async function scanBytes(url: string, bytes: Readable, timeoutMs = usualTimeoutMs): Promise<ScanAnswer> {
  const socket = open(url);
  socket.setTimeout(timeoutMs, () => socket.destroy(new Error('the virus scanner does not answer')));
  const answer = answerOf(socket);
  answer.catch(() => undefined);
  try {
    await send(socket, bytes, answer);
    return understood(await answer);
  } finally {
    bytes.destroy();
    socket.destroy();
  }
}

/** Sends until all is sent, or the scanner has answered before the end, as it does for what is too large. */
async function send(socket: Socket, bytes: Readable, answer: Promise<string>): Promise<void> {
  let isAnswered = false;
  const end = () => {
    isAnswered = true;
  };
  answer.then(end, end);
  socket.write('zINSTREAM\0');
  for await (const part of bytes as AsyncIterable<Buffer>) {
    if (isAnswered) return;
    const length = Buffer.alloc(4);
    length.writeUInt32BE(part.length);
    socket.write(length);
    if (!socket.write(part)) await Promise.race([new Promise((resolve) => socket.once('drain', resolve)), answer]);
  }
  socket.write(Buffer.alloc(4));
}

function answerOf(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    socket.setEncoding('utf8');
    socket.on('data', (part: string) => {
      text += part;
      if (text.includes('\0') || text.length > longestAnswer) resolve(text.split('\0')[0] ?? '');
    });
    socket.on('end', () => resolve(text));
    socket.on('close', () => resolve(text));
    socket.on('error', reject);
  });
}

function understood(answer: string): ScanAnswer {
  const text = answer.trim();
  if (text === 'stream: OK') return { state: 'clean' };
  const found = /^stream: (.{1,300}) FOUND$/.exec(text)?.[1];
  if (found) return { state: 'infected', found };
  throw new Error(`the virus scanner answered “${text.slice(0, 200)}”`);
}
