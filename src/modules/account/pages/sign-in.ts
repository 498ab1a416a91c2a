import type { FastifyRequest } from 'fastify';
import type { Id, UnitId } from '#kernel/brands.ts';
import type { Login, Sender } from '#server/auth.ts';
import { inTransaction } from '#server/db.ts';
import { runInUnit } from '#server/jobs.ts';
import type { Services } from '#server/module.ts';
import { authOf } from '../auth-of.ts';
import { type AccountFacts, findAccount } from '../queries.ts';
import { endSessions, noteSignIn } from '../store.ts';

/** What a step of signing in came to. */
export type Outcome =
  | { readonly kind: 'signed-in'; readonly token: string; readonly mustChangePassword: boolean }
  | { readonly kind: 'second-step'; readonly challenge: string }
  | { readonly kind: 'refused'; readonly code: string; readonly params: Readonly<Record<string, string | number>> };

const refused = (code: string, params: Readonly<Record<string, string | number>> = {}): Outcome => ({
  kind: 'refused',
  code,
  params,
});

/** Where a request comes from, as this server sees it. */
export function senderOf(request: FastifyRequest): Sender {
  return { address: request.ip, device: (request.headers['user-agent'] ?? '').slice(0, 300) };
}

/** The steps of signing in, with their marks in the log of the account's unit. */
export function makeSignIn(services: Services) {
  const auth = authOf(services);
  return {
    /** Name and password; `form` names the form that sent them. */
    byPassword: async (typed: { name: string; password: string; form: string }, from: Sender): Promise<Outcome> => {
      const name = typed.name.normalize('NFC').trim().toLowerCase();
      const attempt = await auth.beginAttempt(name, from.address, typed.form, typed.password);
      if (!attempt.allowed) return refused('sign-in-locked', attempt.wait);
      const login = await auth.findLogin(name);
      const step = await auth.signIn(name, typed.password, from);
      if (step.kind === 'wrong' || !login) {
        if (login) await note(services, login, from, attempt.wait ? 'account.locked' : 'account.sign-in-failed');
        return attempt.wait
          ? refused('sign-in-locked', attempt.wait)
          : refused('sign-in-wrong', { left: attempt.left });
      }
      await auth.clearAttempts(name, from.address);
      const account = await findEnabled(services, login);
      if (!account) {
        if (step.kind === 'signed-in') await auth.endSession(step.token);
        return refused('account-disabled');
      }
      if (step.kind === 'second-step') return step;
      return finish(services, login, account, step.token, from);
    },

    /** The code of the phone, or a backup code. */
    bySecondStep: async (code: string, kind: 'totp' | 'backup', cookies: string, from: Sender): Promise<Outcome> => {
      const step = await auth.secondStep(code, kind, cookies, from);
      const login = step.accountId && (await auth.findLoginById(step.accountId));
      if (step.kind !== 'signed-in') {
        if (login) await note(services, login, from, 'account.second-step-failed');
        return refused(`second-step-${step.kind}`);
      }
      const account = login && (await findEnabled(services, login));
      if (!login || !account) {
        await auth.endSession(step.token);
        return refused('account-disabled');
      }
      return finish(services, login, account, step.token, from);
    },

    /** An invented person of the demo, without a password. */
    byDemo: async (accountId: Id, unitId: UnitId, from: Sender): Promise<Outcome> => {
      const login = { accountId, unitId };
      const account = services.demoClock ? await findEnabled(services, login) : undefined;
      if (!account?.demo) return refused('demo-only');
      return finish(services, login, account, await auth.startSession(accountId, from), from);
    },

    /** Ends a session. */
    signOut: async (session: { id: string; accountId: Id; unitId: UnitId; name: string }): Promise<void> => {
      const { id, accountId, unitId, name } = session;
      await runInUnit(services, { unitId, actor: 'account.sign-out', accountId, name }, async (ctx) => {
        await endSessions(ctx.db, unitId, accountId, { only: id });
        ctx.log({ action: 'account.signed-out', record: { type: 'account', id: accountId } });
        ctx.publish('account.sessions-ended', { accountId });
      });
    },
  };
}

async function findEnabled(services: Services, { unitId, accountId }: Login): Promise<AccountFacts | undefined> {
  const account = await inTransaction(services.appPool, unitId, 'read', (db) => findAccount(db, unitId, accountId));
  return account?.disabledAt === null ? account : undefined;
}

async function finish(
  services: Services,
  { unitId, accountId }: Login,
  account: AccountFacts,
  token: string,
  from: Sender,
): Promise<Outcome> {
  const who = { unitId, actor: 'account.sign-in', accountId, name: account.name };
  await runInUnit(services, who, async (ctx) => {
    await noteSignIn(ctx.db, unitId, accountId, ctx.at);
    ctx.log({ action: 'account.signed-in', record: { type: 'account', id: accountId }, after: from });
  });
  return { kind: 'signed-in', token, mustChangePassword: account.mustChangePassword };
}

/** A failure at the door; whoever stood there is not known. */
async function note(services: Services, { unitId, accountId }: Login, from: Sender, action: string): Promise<void> {
  await runInUnit(services, { unitId, actor: 'account.sign-in', name: 'Người chưa đăng nhập' }, async (ctx) => {
    ctx.log({ action, record: { type: 'account', id: accountId }, after: from });
  });
}
