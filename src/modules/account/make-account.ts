import { hashPassword } from 'better-auth/crypto';
import type { Id, UnitId } from '#kernel/brands.ts';
import { runInUnit } from '#server/jobs.ts';
import type { Services } from '#server/module.ts';
import { addAccount, type GivenAccount } from './add-account.ts';

/** An account made outside of a request: for `cli init` and the people of the demo. */
export interface AccountToMake extends Omit<GivenAccount, 'passwordHash' | 'mustChangePassword'> {
  readonly unitId: UnitId;
  readonly password: string;
  /** True unless said: whoever set the password is not whom it is for. */
  readonly mustChangePassword?: boolean;
}

/** Makes an account with its password and roles, logged as done by the system. Throws `username-taken` and the like. */
export async function makeAccount(services: Services, toMake: AccountToMake): Promise<Id> {
  const { unitId, password, mustChangePassword = true, ...given } = toMake;
  const passwordHash = await hashPassword(password);
  let id: Id | undefined;
  await runInUnit(services, { unitId, actor: 'account.make' }, async (ctx) => {
    id = await addAccount(ctx, { ...given, passwordHash, mustChangePassword });
  });
  if (!id) throw new Error('no account was made');
  return id;
}
