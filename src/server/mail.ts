import { Readable } from 'node:stream';
import MailComposer from 'nodemailer/lib/mail-composer';
import { parseConnectionUrl } from 'nodemailer/lib/shared';
import SMTPConnection, { type SMTPConnectionAuth, type SMTPConnectionOptions } from 'nodemailer/lib/smtp-connection';

/** A letter to one address. `messageId` stands between angle brackets. */
export interface Letter {
  readonly messageId: string;
  readonly from: { readonly name: string; readonly address: string };
  readonly replyTo: string | undefined;
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** How far a letter came that the server did not accept. */
export interface MailRefusal {
  /** `connect`: no session with the server. `login`: it does not know us. `sender`, `recipient`, `content`: it refused that. */
  readonly stage: 'connect' | 'login' | 'sender' | 'recipient' | 'content';
  /** SMTP reply code; undefined when the connection broke, timed out or never came about. */
  readonly replyCode: number | undefined;
  /** What the server wrote, or what went wrong on the way. */
  readonly reply: string;
  /** The whole content was handed over before the failure: without a reply code nobody knows whether it was accepted. */
  readonly handedOver: boolean;
}

export type MailOutcome = { readonly ok: true } | { readonly ok: false; readonly refusal: MailRefusal };

/** One connection to the mail server, kept open from letter to letter. Carries one letter at a time. */
export interface MailLane {
  /** Sends and waits for the server's word; never throws for what the server or the line does. */
  send(letter: Letter): Promise<MailOutcome>;
  /** Says goodbye to the server. */
  close(): void;
}

/**
 * Opens a lane to the server of an `smtp://` or `smtps://` URL; it connects with the first letter and again after a
 * break. Query parameters of the URL are options of nodemailer (`?requireTLS=true`, `?tls.rejectUnauthorized=false`).
 */
export function makeMailLane(smtpUrl: string): MailLane {
  const { auth, ...options } = parseConnectionUrl(smtpUrl) as SMTPConnectionOptions & { auth?: SMTPConnectionAuth };
  const lane = new Lane({ connectionTimeout: 30_000, greetingTimeout: 30_000, ...options }, auth);
  return lane;
}

/** Sessions end after so many letters: servers limit them, and a fresh one spreads over a balanced pool. */
const mostLetters = 200;

class Lane implements MailLane {
  readonly #options: SMTPConnectionOptions;
  readonly #auth: SMTPConnectionAuth | undefined;
  #connection: SMTPConnection | undefined;
  #letters = 0;

  constructor(options: SMTPConnectionOptions, auth: SMTPConnectionAuth | undefined) {
    this.#options = options;
    this.#auth = auth;
  }

  async send(letter: Letter): Promise<MailOutcome> {
    const content = await compose(letter);
    if (this.#letters >= mostLetters) this.close();
    const kept = this.#connection;
    const first = await this.#sendOnce(letter, content);
    // A server may end an idle session at any time: then nothing was handed over, and a new session is tried once.
    const wasIdle =
      kept !== undefined && !first.ok && first.refusal.replyCode === undefined && !first.refusal.handedOver;
    return wasIdle ? this.#sendOnce(letter, content) : first;
  }

  close(): void {
    this.#connection?.quit();
    this.#forget();
  }

  async #sendOnce(letter: Letter, content: Buffer): Promise<MailOutcome> {
    let stage: MailRefusal['stage'] = 'connect';
    let handedOver = false;
    const body = new Readable({
      read() {
        handedOver = true;
        this.push(content);
        this.push(null);
      },
    });
    try {
      const connection = this.#connection ?? (await connect(this.#options));
      if (this.#connection === undefined) {
        this.#connection = connection;
        connection.on('error', () => undefined);
        connection.once('end', () => this.#connection === connection && this.#forget());
        stage = 'login';
        if (this.#auth) await login(connection, this.#auth);
      }
      stage = 'content';
      const envelope = { from: letter.from.address, to: [letter.to.address], size: content.length };
      await transmit(connection, envelope, body);
      this.#letters++;
      return { ok: true };
    } catch (error) {
      const refusal = refusalOf(error, stage, handedOver);
      if (this.#connection && !(await this.#isStillUsable(refusal))) this.close();
      return { ok: false, refusal };
    }
  }

  /** After a refused letter the session is reset; when that fails, it is over. */
  async #isStillUsable(refusal: MailRefusal): Promise<boolean> {
    const connection = this.#connection;
    if (!connection || refusal.replyCode === undefined || refusal.replyCode === 421 || refusal.stage === 'login')
      return false;
    return new Promise((resolve) => connection.reset((error) => resolve(!error)));
  }

  #forget(): void {
    this.#connection = undefined;
    this.#letters = 0;
  }
}

function compose(letter: Letter): Promise<Buffer> {
  return new MailComposer({
    messageId: `<${letter.messageId}>`,
    from: { ...letter.from },
    to: { ...letter.to },
    ...(letter.replyTo === undefined ? {} : { replyTo: letter.replyTo }),
    subject: letter.subject,
    text: letter.text,
    html: letter.html,
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build();
}

function connect(options: SMTPConnectionOptions): Promise<SMTPConnection> {
  return new Promise((resolve, reject) => {
    const connection = new SMTPConnection(options);
    connection.once('error', reject);
    connection.connect((error) => {
      connection.off('error', reject);
      if (!error) return resolve(connection);
      connection.on('error', () => undefined);
      connection.close();
      reject(error);
    });
  });
}

function login(connection: SMTPConnection, auth: SMTPConnectionAuth): Promise<void> {
  return new Promise((resolve, reject) => connection.login(auth, (error) => (error ? reject(error) : resolve())));
}

function transmit(
  connection: SMTPConnection,
  envelope: { from: string; to: string[]; size: number },
  body: Readable,
): Promise<void> {
  return new Promise((resolve, reject) =>
    connection.send(envelope, body, (error) => (error ? reject(error) : resolve())),
  );
}

function refusalOf(error: unknown, reached: MailRefusal['stage'], handedOver: boolean): MailRefusal {
  const { code, command, response, responseCode, message } = error as {
    code?: string;
    command?: string;
    response?: string;
    responseCode?: number;
    message?: string;
  };
  return {
    stage: stageOf(reached, code, command),
    replyCode: responseCode ?? (code === 'EENVELOPE' || code === 'EMESSAGE' ? 550 : undefined),
    reply: (response ?? message ?? String(error)).slice(0, 500),
    handedOver,
  };
}

function stageOf(
  reached: MailRefusal['stage'],
  code: string | undefined,
  command: string | undefined,
): MailRefusal['stage'] {
  if (reached !== 'content') return reached;
  if (command === 'RCPT TO') return 'recipient';
  if (command === 'MAIL FROM' && code !== 'EMESSAGE') return 'sender';
  if (command === 'API' && code === 'EENVELOPE') return 'recipient';
  return command === 'CONN' ? 'connect' : 'content';
}
