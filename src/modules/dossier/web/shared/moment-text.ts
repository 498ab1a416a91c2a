import { dayOf, parseMoment, writeClock } from '#kernel/moment.ts';
import { formatDate } from '#kernel/plain-date.ts';

/** `17:00 13/01/2022` of a moment on the wire; empty for none. */
export function momentText(text: string | null | undefined): string {
  const at = text ? parseMoment(text) : undefined;
  return at === undefined ? '' : `${writeClock(at)} ${formatDate(dayOf(at))}`;
}
