/** How far a letter came that the mail server did not accept. */
export interface MailAttempt {
  readonly stage: 'connect' | 'login' | 'sender' | 'recipient' | 'content';
  /** SMTP reply code; undefined when the connection broke or never came about. */
  readonly replyCode: number | undefined;
  /** The whole content had been handed over. */
  readonly handedOver: boolean;
}

export interface MailFailure {
  /** Words in `text.ts`. */
  readonly code:
    | 'mail-unreachable'
    | 'mail-login-refused'
    | 'mail-sender-refused'
    | 'mail-busy'
    | 'mail-address-refused'
    | 'mail-content-refused'
    | 'mail-unanswered';
  /** `retry`: this letter later. `rest`: the fault is the server's or ours, so all letters wait. `give-up`: never by itself. */
  readonly next: 'retry' | 'rest' | 'give-up';
  /** Nobody knows whether the letter was accepted: sending it again may double it, with the same Message-ID. */
  readonly mayHaveArrived: boolean;
}

/**
 * What a failed attempt means, by RFC 5321: 4yz and broken connections may pass, 5yz of an address or a content will
 * not. A refused login or sender is a fault of the configuration, which no letter is given up for. Only a connection
 * that broke after the content was handed over leaves open whether the letter arrived.
 */
export function judgeFailure({ stage, replyCode, handedOver }: MailAttempt): MailFailure {
  if (replyCode === undefined) {
    return handedOver
      ? { code: 'mail-unanswered', next: 'retry', mayHaveArrived: true }
      : { code: 'mail-unreachable', next: 'rest', mayHaveArrived: false };
  }
  const known = { mayHaveArrived: false } as const;
  if (stage === 'connect' || replyCode === 421) return { code: 'mail-unreachable', next: 'rest', ...known };
  if (stage === 'login') return { code: 'mail-login-refused', next: 'rest', ...known };
  if (replyCode < 500 || replyCode === 503) return { code: 'mail-busy', next: 'retry', ...known };
  if (stage === 'sender') return { code: 'mail-sender-refused', next: 'rest', ...known };
  if (stage === 'recipient') return { code: 'mail-address-refused', next: 'give-up', ...known };
  return { code: 'mail-content-refused', next: 'give-up', ...known };
}
