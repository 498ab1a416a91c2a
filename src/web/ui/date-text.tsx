import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { formatDate, type PlainDate } from '#kernel/plain-date.ts';

/** A day as dd/MM/yyyy; with `to` it links to the explanation of how it came about. */
export function DateText({ date, to }: { date: PlainDate | null | undefined; to?: string }): ReactNode {
  if (!date) return <span className="dimmed">–</span>;
  const day = <time dateTime={date}>{formatDate(date)}</time>;
  return to === undefined ? day : <Link to={to}>{day}</Link>;
}
