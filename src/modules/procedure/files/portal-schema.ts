import { z } from 'zod';
import type { PortalEntry } from '../domain/portal/portal-entry.ts';
import { channels } from '../domain/procedure-content.ts';

const channel = z.enum(channels);
const time = { value: z.number().min(0).max(10_000).nullable(), unit: z.string().max(40).nullable() };
const words = z.string().max(4_000);

/** A procedure as it was read from the national portal. */
export const portalEntry = z.object({
  code: z.string().max(60).nullable(),
  name: z.string().trim().min(2).max(1_000),
  field: z.string().trim().min(1).max(300),
  level: z.string().trim().min(1).max(200),
  timeLimit: z.object(time),
  timeByChannel: z
    .array(z.object({ channel, ...time }))
    .max(50)
    .optional(),
  timeNote: words.optional(),
  fees: z
    .array(
      z.object({
        name: z.string().trim().min(1).max(300),
        amountVnd: z.int().min(0).nullable(),
        channel: channel.optional(),
        note: words.optional(),
      }),
    )
    .max(100),
  components: z
    .array(
      z.object({
        name: z.string().trim().min(1).max(2_000),
        originals: z.int().min(0),
        copies: z.int().min(0),
        required: z.boolean(),
        mode: words.optional(),
        channelOnly: words.optional(),
        hasForm: z.boolean().optional(),
        case: words.optional(),
      }),
    )
    .max(300),
  componentsTruncated: z.int().optional(),
  result: words.nullable(),
  resultCodes: z.array(z.string().max(60)).max(50).optional(),
  onlineLevel: z.string().max(60),
  lienThong: z.boolean(),
  channels: z.array(channel).optional(),
  publishedDecision: z.string().max(300).optional(),
  source: words,
  verified: z.boolean(),
  unverifiedFields: z.array(z.string().max(60)).optional(),
  verifiedFields: z.array(z.string().max(60)).optional(),
}) satisfies z.ZodType<PortalEntry, unknown>;
