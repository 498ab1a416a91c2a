import { IconUserShare } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { WebModule } from '../module.ts';
import { AccountMenu } from './account-menu.tsx';
import { DemoClock } from './demo-clock.tsx';
import { HeaderSlots } from './header-slots.tsx';
import { useSession } from './session.ts';

/** Whose site this is, on which day it stands, and who works here. */
export function Header({ modules }: { modules: readonly WebModule[] }) {
  const session = useSession();
  return (
    <header className="header">
      <Link to="/" className="header-name">
        <span className="header-unit">{session.unit.name}</span>
        <span className="header-product">Liền Mạch</span>
      </Link>
      {session.demo && <DemoClock today={session.today} />}
      <div className="header-space" />
      {session.onBehalfOf && (
        <span className="on-behalf" title={`Làm thay ${session.onBehalfOf.name}`}>
          <IconUserShare size={18} stroke={1.6} aria-hidden />
          <span>
            Làm thay <strong>{session.onBehalfOf.name}</strong>
          </span>
        </span>
      )}
      <HeaderSlots modules={modules} />
      <AccountMenu />
    </header>
  );
}
