import { dayInVietnam, formatDate, parsePlainDate } from '#kernel/plain-date.ts';

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?Z$/;

/**
 * A logged value as people read it: days as dd/MM/yyyy, instants with the hour in Viet Nam, yes and no, lists joined.
 * Undefined gives undefined: there was no such field.
 */
export function writeValue(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  if (value === null || value === '') return '(để trống)';
  if (typeof value === 'boolean') return value ? 'Có' : 'Không';
  if (typeof value === 'number') return String(value).replace('.', ',');
  if (typeof value === 'string') return writeText(value);
  if (Array.isArray(value)) return value.length === 0 ? '(không có)' : value.map(writeValue).join('; ');
  const parts = Object.entries(value).flatMap(([key, one]) =>
    one === undefined ? [] : [`${key}: ${writeValue(one)}`],
  );
  return parts.length === 0 ? '(không có)' : parts.join('; ');
}

function writeText(text: string): string {
  const day = parsePlainDate(text);
  if (day) return formatDate(day);
  return instant.test(text) ? writeInstant(Date.parse(text)) : text;
}

/** An instant (milliseconds since 1970) as `dd/MM/yyyy HH:mm` in Viet Nam. */
export function writeInstant(milliseconds: number): string {
  const minutes = Math.floor(milliseconds / 60_000) + 420;
  const [hour, minute] = [Math.floor((minutes % 1_440) / 60), minutes % 60];
  const clock = [hour, minute].map((part) => String(part).padStart(2, '0')).join(':');
  return `${formatDate(dayInVietnam(milliseconds))} ${clock}`;
}
