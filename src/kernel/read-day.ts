import { findPlainDate, type PlainDate } from './plain-date.ts';

const form = /^\s*(\d{1,2})\s*[/.\- ]\s*(\d{1,2})\s*[/.\- ]\s*(\d{4}|\d{2})\s*$/;
const packed = /^\s*(\d{2})(\d{2})(\d{4})\s*$/;

/** Reads a day as officials type it: `15/6/2022`, `15-06-22`, `15062022`; undefined when it is no day. */
export function readDay(text: string): PlainDate | undefined {
  const match = form.exec(text) ?? packed.exec(text);
  if (!match) return undefined;
  const year = Number(match[3]);
  return findPlainDate(year < 100 ? 2000 + year : year, Number(match[2]), Number(match[1]));
}
