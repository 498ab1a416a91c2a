import { z } from 'zod';
import { day, id, pageQuery, version } from '#modules/fields.ts';

/** One line of text with its own words when it is empty. */
export function line(most: number, words = 'Ô này cần ít nhất 2 ký tự.'): z.ZodString {
  return z
    .string()
    .trim()
    .min(2, { error: words })
    .max(most, { error: `Ô này dài nhất ${most} ký tự.` });
}

/** Days of validity as forms send them. */
export const datesForm = { validFrom: day, validTo: day.nullable() };
/** Days of validity as answers give them. */
export const dates = { validFrom: day, validTo: day.nullable() };

/** What lists of dated records take: a day they hold on (today unless said), or every day. */
export const datedQuery = {
  ...pageQuery,
  /** Only this record. */
  id: id.optional(),
  on: day.optional(),
  every: z.enum(['yes']).optional(),
  /** A column of the list, with `-` before it for descending; the list's own order without it. */
  sort: z
    .string()
    .regex(/^-?[a-zA-Z]{2,30}$/)
    .optional(),
};

export const code = z
  .string()
  .trim()
  .regex(/^[a-z0-9-]{2,60}$/, { error: 'Mã gồm 2–60 chữ thường không dấu, số và gạch nối.' });

export const reason = line(500, 'Xin ghi lý do.');
/** What is taken away was written by mistake; what has ended gets an end instead. */
export const removal = z.strictObject({ version, reason });
export const idParams = z.strictObject({ id });
