import { z } from 'zod';
import type { Id } from '#kernel/brands.ts';
import { type PlainDate, parsePlainDate } from '#kernel/plain-date.ts';

/** Fields that many contracts share. */

/** An id, branded; on the wire a UUID. */
export const id = z.uuid({ error: 'Mã không đúng dạng.' }) as unknown as z.ZodType<Id, Id>;

/** A calendar day, `YYYY-MM-DD`. */
export const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'Ngày cần có dạng năm-tháng-ngày, ví dụ 2022-03-15.' })
  .refine((text) => parsePlainDate(text) !== undefined, {
    error: 'Không có ngày này trong lịch.',
  }) as unknown as z.ZodType<PlainDate, PlainDate>;

/** The version a change is based on; a stale one is refused with the other's change. */
export const version = z.int().min(1);

/** What every list takes: a page, and words to search for without diacritics. */
export const pageQuery = {
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  size: z.coerce.number().int().min(1).max(200).default(50),
  q: z.string().trim().max(200).optional(),
};

/** A page of rows with their total number. */
export function pageOf<T extends z.ZodType>(row: T) {
  return z.object({ rows: z.array(row), total: z.int(), page: z.int(), size: z.int() });
}

/** The answer of a write that has nothing to tell but that it was done. */
export const done = z.object({ ok: z.literal(true) });
