import type { ReactNode } from 'react';
import { StatusBadge, type StatusTone } from './status-badge.tsx';

export interface TimelineEvent {
  readonly id: string;
  /** When, as it shall be read: `14/06/2022 08:30`. */
  readonly when: string;
  readonly title: string;
  readonly who?: string;
  readonly state?: { readonly tone: StatusTone; readonly words: string };
  readonly detail?: ReactNode;
}

/** What happened, newest or oldest first as given. */
export function Timeline({ label, events }: { label: string; events: readonly TimelineEvent[] }) {
  return (
    <ol className="timeline" aria-label={label}>
      {events.map((event) => (
        <li key={event.id}>
          <div className="timeline-when">{event.when}</div>
          <div className="timeline-what">
            <strong>{event.title}</strong>
            {event.state && <StatusBadge tone={event.state.tone}>{event.state.words}</StatusBadge>}
            {event.who !== undefined && <div className="dimmed">{event.who}</div>}
            {event.detail}
          </div>
        </li>
      ))}
    </ol>
  );
}
