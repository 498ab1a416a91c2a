import { Suspense, useState } from 'react';
import { Navigate, Outlet, ScrollRestoration, useLocation } from 'react-router';
import type { WebModule } from '../module.ts';
import { Banners } from './banners.tsx';
import { BottomBar } from './bottom-bar.tsx';
import { Header } from './header.tsx';
import { KeyHelp } from './key-help.tsx';
import { LeaveGuard } from './leave-guard.tsx';
import { groupsOf, useNavEntries } from './nav-entries.ts';
import { NavList } from './nav-list.tsx';
import { Notices } from './notices.tsx';
import { remembered } from './remembered.ts';
import { accountPaths, useSession } from './session.ts';
import { Waiting } from './waiting.tsx';

/** Where a person must go before any work: a first password, a second factor. */
function useDuePage(): string | undefined {
  const session = useSession();
  if (session.mustChangePassword) return accountPaths.password;
  return session.mustEnrolTotp ? accountPaths.totp : undefined;
}

/** Header, navigation and the screen; at phone width the navigation is a bar at the bottom. */
export function Frame({ modules }: { modules: readonly WebModule[] }) {
  const [isNarrow, setNarrow] = useState(() => remembered.find('nav') === 'narrow');
  const entries = useNavEntries(modules);
  const due = useDuePage();
  const { pathname } = useLocation();
  const groups = due ? [] : groupsOf(entries);
  function toggle() {
    remembered.save('nav', isNarrow ? 'wide' : 'narrow');
    setNarrow(!isNarrow);
  }
  return (
    <div className="frame" data-nav={isNarrow ? 'narrow' : 'wide'}>
      <a className="skip-link" href="#noi-dung">
        Đến nội dung chính
      </a>
      <Header modules={modules} />
      <NavList groups={groups} isNarrow={isNarrow} onToggle={toggle} />
      <main id="noi-dung" className="main" tabIndex={-1}>
        <Banners />
        <Suspense fallback={<Waiting />}>
          {due !== undefined && pathname !== due ? <Navigate to={due} replace /> : <Outlet />}
        </Suspense>
      </main>
      {due === undefined && <BottomBar entries={entries} groups={groups} />}
      <LeaveGuard />
      <Notices />
      <KeyHelp />
      <ScrollRestoration />
    </div>
  );
}
