import { SMTPServer } from 'smtp-server';

/** An SMTP server of this machine that only counts. */
export interface CountingServer {
  readonly port: number;
  /** Message-IDs taken in, repeats included. */
  readonly seen: string[];
  stop(): Promise<void>;
}

export async function startCountingServer(): Promise<CountingServer> {
  const seen: string[] = [];
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    authOptional: true,
    onData: (stream, _session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        seen.push(/^Message-ID: (.+)$/im.exec(Buffer.concat(chunks).toString('latin1'))?.[1] ?? '');
        done();
      });
    },
  });
  // A sender that is killed breaks its lines.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.server.address();
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    seen,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
