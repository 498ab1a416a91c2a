import type { Session } from '#kernel/working-calendar.ts';

const one = /^\s*(\d{1,2})(?:\s*[:hg.]\s*(\d{2})?)?\s*[-–—]\s*(\d{1,2})(?:\s*[:hg.]\s*(\d{2})?)?\s*$/;

function clockOf(hour: string | undefined, minute: string | undefined): string | undefined {
  const [hours, minutes] = [Number(hour), Number(minute ?? 0)];
  if (!(hours <= 23 && minutes <= 59)) return undefined;
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}

/**
 * Reads office hours as people write them: `07:00–11:30, 13:30–17:00`, `7h-11h30; 13h30-17h`; empty or `nghỉ` is a rest
 * day. Undefined when they cannot be read, overlap or go backwards.
 */
export function readSessions(text: string): Session[] | undefined {
  if (/^\s*(nghỉ)?\s*$/i.test(text.normalize('NFC'))) return [];
  const sessions: Session[] = [];
  for (const part of text.split(/[,;]/)) {
    const match = one.exec(part);
    const from = clockOf(match?.[1], match?.[2]);
    const to = clockOf(match?.[3], match?.[4]);
    if (!match || !from || !to || from >= to || from < (sessions.at(-1)?.to ?? '')) return undefined;
    sessions.push({ from, to });
  }
  return sessions;
}
