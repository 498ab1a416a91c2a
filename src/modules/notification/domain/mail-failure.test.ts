import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judgeFailure, type MailAttempt } from './mail-failure.ts';

const stages = ['connect', 'login', 'sender', 'recipient', 'content'] as const;

describe('what a failed attempt means', () => {
  test.each([
    ['the server is down', 'connect', undefined, false, 'mail-unreachable', 'rest'],
    ['the server greets with 554', 'connect', 554, false, 'mail-unreachable', 'rest'],
    ['the connection breaks after the address', 'content', undefined, false, 'mail-unreachable', 'rest'],
    ['the password is wrong', 'login', 535, false, 'mail-login-refused', 'rest'],
    ['the login is not possible now', 'login', 454, false, 'mail-login-refused', 'rest'],
    ['our address may not send', 'sender', 550, false, 'mail-sender-refused', 'rest'],
    ['our address is asked to wait', 'sender', 451, false, 'mail-busy', 'retry'],
    ['the address does not exist', 'recipient', 550, false, 'mail-address-refused', 'give-up'],
    ['the mailbox is locked', 'recipient', 450, false, 'mail-busy', 'retry'],
    ['commands were out of order', 'recipient', 503, false, 'mail-busy', 'retry'],
    ['the content is taken for spam', 'content', 554, true, 'mail-content-refused', 'give-up'],
    ['the disk of the server is full', 'content', 452, true, 'mail-busy', 'retry'],
    ['the server closes at the end', 'content', 421, true, 'mail-unreachable', 'rest'],
    ['the connection breaks after the content', 'connect', undefined, true, 'mail-unanswered', 'retry'],
  ] as const)('%s', (_, stage, replyCode, handedOver, code, next) => {
    expect(judgeFailure({ stage, replyCode, handedOver })).toMatchObject({ code, next });
  });
});

const attempts: fc.Arbitrary<MailAttempt> = fc.record({
  stage: fc.constantFrom(...stages),
  replyCode: fc.option(fc.integer({ min: 400, max: 599 }), { nil: undefined }),
  handedOver: fc.boolean(),
});

test('only silence after the content leaves open whether it arrived', () => {
  fc.assert(
    fc.property(attempts, (attempt) => {
      const open = attempt.handedOver && attempt.replyCode === undefined;
      expect(judgeFailure(attempt).mayHaveArrived).toBe(open);
    }),
  );
});

test('a letter is given up only for a 5yz reply to its own address or content', () => {
  fc.assert(
    fc.property(attempts, (attempt) => {
      if (judgeFailure(attempt).next !== 'give-up') return;
      expect(attempt.replyCode).toBeGreaterThanOrEqual(500);
      expect(['recipient', 'content']).toContain(attempt.stage);
    }),
  );
});
