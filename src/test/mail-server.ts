import type { AddressInfo } from 'node:net';
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** How the mail server of a test behaves; changed at any time. */
export interface MailFaults {
  /** Addresses refused for ever, or for the moment. */
  readonly refused?: readonly string[];
  readonly busy?: readonly string[];
  /** Refuses every content as spam. */
  readonly spam?: boolean;
  /** Waits before it answers a content. */
  readonly slowMs?: number;
  /** Cuts the line: before the content, or after it was taken in and before the reply. */
  readonly cut?: 'before-content' | 'after-content' | undefined;
  /** Refuses our address. */
  readonly noSender?: boolean;
}

/** A real SMTP server on a port of this machine. */
export interface TestMailServer {
  readonly url: string;
  readonly port: number;
  faults: MailFaults;
  /** Every letter taken in, in order, repeats included. */
  readonly letters: ParsedMail[];
  readonly sessions: () => number;
  /** Number of letters taken in with this address. */
  countTo(address: string): number;
  stop(): Promise<void>;
}

export async function startMailServer(options: { port?: number; password?: string } = {}): Promise<TestMailServer> {
  const letters: ParsedMail[] = [];
  let sessions = 0;
  const cut = (session: string) => {
    for (const one of server.connections) if (one.session.id === session) one._socket.destroy();
  };
  const server: SMTPServer = new SMTPServer({
    disabledCommands: ['STARTTLS', ...(options.password === undefined ? ['AUTH'] : [])],
    authOptional: options.password === undefined,
    logger: false,
    onConnect: (_session, done) => {
      sessions++;
      done();
    },
    onAuth: (auth, _session, done) =>
      auth.password === options.password ? done(null, { user: 'test' }) : done(new Error('wrong password')),
    onMailFrom: (_address, _session, done) => done(mail.faults.noSender ? replyOf(550, 'sender rejected') : null),
    onRcptTo: ({ address }, session, done) => {
      if (mail.faults.cut === 'before-content') return cut(session.id);
      if (mail.faults.refused?.includes(address)) return done(replyOf(550, 'no such user here'));
      if (mail.faults.busy?.includes(address)) return done(replyOf(451, 'mailbox busy'));
      done();
    },
    onData: (stream, session, done) => {
      const takeIn = async (): Promise<void> => {
        const letter = await simpleParser(stream as Readable);
        const { faults } = mail;
        if (faults.slowMs) await sleep(faults.slowMs);
        if (faults.spam) return done(replyOf(554, 'looks like spam'));
        letters.push(letter);
        if (faults.cut === 'after-content') return cut(session.id);
        done(null, 'taken in');
      };
      takeIn().catch(() => undefined);
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  const login = options.password === undefined ? '' : `lien-mach:${options.password}@`;
  const mail: TestMailServer = {
    url: `smtp://${login}127.0.0.1:${port}`,
    port,
    faults: {},
    letters,
    sessions: () => sessions,
    countTo: (address) => letters.filter((letter) => addressesOf(letter).includes(address)).length,
    stop: async () => {
      for (const one of server.connections) one._socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
  return mail;
}

function addressesOf(letter: ParsedMail): string[] {
  const { to } = letter;
  return (Array.isArray(to) ? to : to ? [to] : []).flatMap((one) => one.value.map((value) => value.address ?? ''));
}

function replyOf(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}
