import type { AddressInfo } from 'node:net';
import { createServer, type Socket } from 'node:net';

/** How the scanner behaves: as clamd does, or with a fault. */
export type ScannerMood = 'well' | 'silent' | 'hangs-up' | 'nonsense' | 'too-large';

export interface ClamdServer {
  readonly url: string;
  /** Bytes of every file that was sent whole. */
  readonly scanned: readonly Buffer[];
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
    let received = Buffer.alloc(0);
    socket.on('data', (part) => {
      received = Buffer.concat([received, part]);
      const content = contentOf(received);
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
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The bytes of a whole `zINSTREAM`; undefined while parts are missing. */
function contentOf(received: Buffer): Buffer | undefined {
  const command = 'zINSTREAM\0';
  if (received.subarray(0, command.length).toString() !== command.slice(0, received.length)) return undefined;
  const parts: Buffer[] = [];
  for (let at = command.length; at + 4 <= received.length; ) {
    const length = received.readUInt32BE(at);
    if (length === 0) return Buffer.concat(parts);
    parts.push(received.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return undefined;
}
