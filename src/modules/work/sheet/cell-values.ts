import { foldWords } from '#kernel/fold.ts';
import { findPlainDate, type PlainDate, parsePlainDate } from '#kernel/plain-date.ts';
import { sourceNames, urgencyNames } from './columns.ts';

/** A value read from a cell, or what is wrong with it, in words. */
export type Read<T> = { readonly value: T } | { readonly wrong: string };

const dayForm = /^(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})$/;
const dayWords = /^(?:ngay )?(\d{1,2}) thang (\d{1,2}) nam (\d{4})$/;

/** A day: a date cell (given as `2022-04-15`), `15/4/2022`, or "ngày 15 tháng 4 năm 2022". */
export function readDay(text: string): Read<PlainDate> {
  const day = parsePlainDate(text) ?? partsToDay(dayForm.exec(text) ?? dayWords.exec(foldWords(text)));
  if (day) return { value: day };
  if (/^\d{5}$/.test(text)) return { wrong: 'Ô này là một con số. Xin định dạng ô là ngày hoặc ghi ngày/tháng/năm.' };
  return { wrong: 'Không hiểu ngày này. Xin ghi ngày/tháng/năm, ví dụ 15/04/2022.' };
}

function partsToDay(parts: RegExpExecArray | null): PlainDate | undefined {
  return parts ? findPlainDate(Number(parts[3]), Number(parts[2]), Number(parts[1])) : undefined;
}

const mostWeight = 100;

/** A weight above 0, with a comma or a point; 1 for an empty cell. */
export function readWeight(text: string): Read<number> {
  if (text === '') return { value: 1 };
  const value = /^\d+([.,]\d{1,2})?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN;
  if (value > 0 && value <= mostWeight) return { value };
  return { wrong: 'Trọng số là số lớn hơn 0, nhiều nhất 100, ví dụ 1,5.' };
}

/** How urgent; an empty cell is not urgent. */
export function readUrgency(text: string): Read<keyof typeof urgencyNames> {
  return named(text, urgencyNames, 'normal');
}

/** Where the task comes from; an empty cell says nowhere else. */
export function readSource(text: string): Read<keyof typeof sourceNames> {
  return named(text, sourceNames, 'other');
}

function named<K extends string>(text: string, names: Readonly<Record<K, string>>, usual: K): Read<K> {
  if (text === '') return { value: usual };
  const keys = Object.keys(names) as K[];
  const found = keys.find((key) => foldWords(names[key]) === foldWords(text));
  return found ? { value: found } : { wrong: `Xin chọn một trong: ${keys.map((key) => names[key]).join(', ')}.` };
}

/** The names of a cell, between semicolons or on lines of their own. */
export function readNames(text: string): string[] {
  return text
    .split(/[;\n](?![^()]*\))/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
