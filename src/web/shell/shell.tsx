import { getCurrentSession } from '#modules/account/contract/session.ts';
import type { WebModule } from '../module.ts';
import { ErrorState } from '../ui/error-state.tsx';
import { useCall } from '../use-call.ts';
import { Frame } from './frame.tsx';
import { SessionContext, sessionQuery } from './session.ts';
import { Waiting } from './waiting.tsx';

/** Waits for the session, then frames the screens. */
export function Shell({ modules }: { modules: readonly WebModule[] }) {
  const session = useCall(getCurrentSession, {}, { staleTime: sessionQuery.staleTime });
  if (session.data) {
    return (
      <SessionContext.Provider value={session.data}>
        <Frame modules={modules} />
      </SessionContext.Provider>
    );
  }
  // After 401 the page is on its way to sign-in: nothing to say.
  if (session.error && session.error.status !== 401) {
    return (
      <div className="bare-page">
        <ErrorState error={session.error} onRetry={() => void session.refetch()} />
      </div>
    );
  }
  return <Waiting />;
}
