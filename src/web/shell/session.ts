import { createContext, useContext } from 'react';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { AnswerOf } from '#kernel/route.ts';
import { getCurrentSession } from '#modules/account/contract/session.ts';
import { call } from '../call.ts';
import { callKey } from '../use-call.ts';

/** Who works here, for which unit, and what this person may do. */
export type Session = AnswerOf<typeof getCurrentSession>;

/** The one question for the session: asked before the first render, then kept fresh by the shell. */
export const sessionQuery = {
  queryKey: callKey(getCurrentSession, {}),
  queryFn: () => call(getCurrentSession),
  staleTime: 60_000,
};

/** Where the account screens are, below `/lam-viec`. */
export const accountPaths = {
  account: '/tai-khoan',
  password: '/tai-khoan/mat-khau',
  totp: '/tai-khoan/xac-thuc-hai-lop',
} as const;

/** The server page that ends the session. */
export const signOutAddress = '/dang-xuat';

export const SessionContext = createContext<Session | undefined>(undefined);

/** The session; only below the shell, which waits for it. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession is for components below the shell');
  return session;
}

/** True when this person holds the permission; without a permission everybody does. */
export function useMay(): (permission: string | undefined) => boolean {
  const { permissions } = useSession();
  return (permission) => permission === undefined || permissions.includes(permission);
}

/** Today by the one clock of rules, jobs and screens; the demo clock in demo. */
export function useToday(): PlainDate {
  return useSession().today;
}
