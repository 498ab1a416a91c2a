import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { formatMoment } from '#kernel/plain-date.ts';
import { StatusBadge } from '#web/ui/status-badge.tsx';

export interface SessionLine {
  readonly id: string;
  readonly device: string;
  readonly address: string | null;
  readonly createdAt: string;
  readonly lastSeenAt: string;
  readonly current: boolean;
}

/** Where an account is signed in; with `onEnd`, each session but this one can be ended. */
export function SessionList(props: {
  readonly sessions: readonly SessionLine[];
  readonly onEnd?: (session: SessionLine) => void;
  readonly children?: ReactNode;
}) {
  const { sessions, onEnd } = props;
  if (sessions.length === 0) return <p className="dimmed">Không đăng nhập ở đâu.</p>;
  return (
    <>
      <ul className="account-rows">
        {sessions.map((session) => (
          <li key={session.id}>
            <div>
              <strong>{session.device}</strong> {session.current && <StatusBadge tone="done">Phiên này</StatusBadge>}
              <div className="dimmed">
                {session.address ? `Từ ${session.address} · ` : ''}đăng nhập{' '}
                <time>{formatMoment(session.createdAt)}</time>
                {' · '}dùng lần cuối <time>{formatMoment(session.lastSeenAt)}</time>
              </div>
            </div>
            {onEnd && !session.current && (
              <Button variant="default" onClick={() => onEnd(session)} aria-label={`Kết thúc phiên ${session.device}`}>
                Kết thúc
              </Button>
            )}
          </li>
        ))}
      </ul>
      {props.children}
    </>
  );
}
