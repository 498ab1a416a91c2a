import { addDays, type PlainDate } from '#kernel/plain-date.ts';

/** Something that falls on a day, for a calendar program. */
export interface CalendarEvent {
  /** Stays the same while the thing does, so that a program moves the entry instead of adding another. */
  readonly uid: string;
  readonly day: PlainDate;
  readonly title: string;
  readonly description: string;
  readonly url: string;
  /** Counts changes of the thing. */
  readonly sequence: number;
}

export interface Calendar {
  readonly name: string;
  /** The instant the text is made, as ISO 8601 in UTC. */
  readonly madeAt: string;
  readonly events: readonly CalendarEvent[];
}

const zone = 'Asia/Ho_Chi_Minh';
const mostOctets = 75;

/** A text value with the characters that have a meaning in RFC 5545 (§3.3.11) escaped. */
function escaped(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r\n|\r|\n/g, '\\n');
}

function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}

/** Breaks a line before its 76th octet, never inside a character; what follows begins with a space (§3.1). */
export function foldedLine(line: string): string {
  let folded = '';
  let octets = 0;
  for (const character of line) {
    const size = octetsOf(character);
    if (octets + size > mostOctets) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded;
}

function basicDay(day: PlainDate): string {
  return day.replaceAll('-', '');
}

function eventLines({ uid, day, title, description, url, sequence }: CalendarEvent, stamp: string): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${basicDay(day)}`,
    `DTEND;VALUE=DATE:${basicDay(addDays(day, 1))}`,
    `SEQUENCE:${sequence}`,
    `SUMMARY:${escaped(title)}`,
    ...(description === '' ? [] : [`DESCRIPTION:${escaped(description)}`]),
    `URL:${url}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

/** A calendar as text by RFC 5545: whole days in Vietnam's time, lines ended by CRLF and none longer than 75 octets. */
export function calendarText({ name, madeAt, events }: Calendar): string {
  const stamp = `${madeAt.slice(0, 19).replace(/[-:]/g, '')}Z`;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Lien Mach//Cai cach hanh chinh//VI',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    `X-WR-TIMEZONE:${zone}`,
    'BEGIN:VTIMEZONE',
    `TZID:${zone}`,
    'BEGIN:STANDARD',
    'DTSTART:19750613T000000',
    'TZOFFSETFROM:+0700',
    'TZOFFSETTO:+0700',
    'TZNAME:+07',
    'END:STANDARD',
    'END:VTIMEZONE',
    ...events.flatMap((event) => eventLines(event, stamp)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${foldedLine(line)}\r\n`).join('');
}
