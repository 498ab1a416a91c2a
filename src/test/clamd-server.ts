import type { AddressInfo } from 'node:net';
import { createServer, type Socket } from 'node:net';

/** How the scanner behaves: as clamd does, or with a fault. */
export type ScannerMood = 'well' | 'silent' | 'hangs-up' | 'nonsense' | 'too-large';

export interface ClamdServer {
  readonly url: string;
  /** Bytes of every file that was sent whole. */
  readonly scanned: readonly Buffer[];
  /** Also hangs up on everybody who waits for an answer. */
  setMood(mood: ScannerMood): void;
  close(): Promise<void>;
}

/** The test file of all virus scanners, put together here so that no scanner finds it in this source. */
export const eicar = [
  'X5O!P%@AP[4',
  String.fromCharCode(92),
  'PZX54(P^)7CC)7}$',
  'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*',
].join('');

/** A scanner that speaks clamd's `zINSTREAM` on a port or a socket file, and knows one virus. */
export async function startClamd(at: { readonly port?: number; readonly path?: string } = {}): Promise<ClamdServer> {
  const scanned: Buffer[] = [];
  const sockets = new Set<Socket>();
  let mood: ScannerMood = 'well';
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
    if (mood === 'hangs-up') return void socket.destroy();
    if (mood === 'too-large') return void socket.write('INSTREAM size limit exceeded. ERROR\0');
    const read = makeReader();
    socket.on('data', (bytes) => {
      const content = read(bytes);
      if (!content || mood === 'silent') return;
      scanned.push(content);
      const words = content.includes(eicar) ? 'Eicar-Signature FOUND' : 'OK';
      socket.end(mood === 'nonsense' ? 'HTTP/1.1 400 Bad Request\r\n\r\n' : `stream: ${words}\0`);
    });
  });
  await new Promise<void>((resolve) =>
    at.path === undefined ? server.listen(at.port ?? 0, '127.0.0.1', resolve) : server.listen(at.path, resolve),
  );
  return {
    url: at.path === undefined ? `tcp://127.0.0.1:${(server.address() as AddressInfo).port}` : `unix:${at.path}`,
    scanned,
    setMood: (next) => {
      mood = next;
      for (const socket of sockets) socket.destroy();
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const command = 'zINSTREAM\0';

/** Takes bytes as they come; gives the file once its end has come, undefined before. */
function makeReader(): (bytes: Buffer) => Buffer | undefined {
  const parts: Buffer[] = [];
  let rest = Buffer.alloc(0);
  let isBegun = false;
  return (bytes) => {
    rest = Buffer.concat([rest, bytes]);
    if (!isBegun && rest.length >= command.length) {
      isBegun = rest.subarray(0, command.length).toString() === command;
      rest = rest.subarray(command.length);
    }
    while (isBegun && rest.length >= 4) {
      const length = rest.readUInt32BE(0);
      if (length === 0) return Buffer.concat(parts);
      if (rest.length < 4 + length) return undefined;
      parts.push(Buffer.from(rest.subarray(4, 4 + length)));
      rest = rest.subarray(4 + length);
    }
    return undefined;
  };
}
