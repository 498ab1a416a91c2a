import { z } from 'zod';
import { id } from '#modules/fields.ts';
import { instant } from './parts.ts';
import { planReading } from './reading.ts';

export const importState = z.enum(['reading', 'review', 'accepted', 'refused', 'discarded']);

const importHead = {
  id,
  state: importState,
  fileName: z.string(),
  fileSize: z.int(),
  format: z.enum(['docx', 'pdf', 'txt']).nullable(),
  /** 0 to 100 while it is read. */
  progress: z.int(),
  /** What the reading is doing, in words. */
  step: z.string().nullable(),
  /** Code and words of a refused document. */
  refusal: z.object({ code: z.string(), message: z.string() }).nullable(),
  title: z.string().nullable(),
  year: z.int().nullable(),
  issuer: z.string().nullable(),
  /** Open questions: what must be settled before accepting, and all of them. */
  open: z.object({ blocking: z.int(), all: z.int(), unread: z.int() }),
  planId: id.nullable(),
  planVersion: z.int().nullable(),
  importedBy: z.string().nullable(),
  importedAt: instant,
  version: z.int(),
};

export const importRow = z.object(importHead);

/** How a contradiction may be settled. */
export const choice = z.enum(['keep', 'correct', 'ignore', 'merge', 'createTask']);

/** A question the reading could not answer by itself: figures that conflict, a missing deadline, leftovers … */
export const doubt = z.object({
  /** The same for the same question when the document is read again. */
  id: z.string(),
  kind: z.string(),
  /** A blocking one must be settled before the plan is accepted. */
  blocking: z.boolean(),
  title: z.string(),
  detail: z.string(),
  places: z.array(
    z.object({
      /** JSON pointer into the reading. */
      path: z.string(),
      label: z.string(),
      /** Ids of lines of the document. */
      lines: z.array(z.int()),
      text: z.string(),
    }),
  ),
  choices: z.array(z.object({ code: choice, words: z.string(), needsReason: z.boolean() })),
  proposed: choice,
  /** `correct` without a value makes the correction the question itself names. */
  correctsItself: z.boolean(),
  decision: z.object({ choice, reason: z.string().nullable(), by: z.string().nullable(), at: instant }).nullable(),
});

export const unreadUse = z.enum(['furniture', 'field']);

/** Why the plan cannot be accepted yet: a code with words, and how many. */
export const obstacle = z.object({ code: z.string(), message: z.string(), count: z.int() });

export const importAnswer = z.object({
  ...importHead,
  /** Null until the document has been read. */
  reading: planReading.nullable(),
  doubts: z.array(doubt),
  unread: z.array(
    z.object({
      line: z.int(),
      text: z.string(),
      page: z.int().nullable(),
      settled: z
        .object({ use: unreadUse, path: z.string().nullable(), by: z.string().nullable(), at: instant })
        .nullable(),
    }),
  ),
  obstacles: z.array(obstacle),
  edits: z.array(
    z.object({
      op: z.enum(['set', 'insert', 'remove']),
      path: z.string(),
      before: z.unknown(),
      after: z.unknown(),
      by: z.string().nullable(),
      at: instant,
      /** False when a later reading no longer has the place it changed. */
      applied: z.boolean(),
    }),
  ),
  /** Plans of the same year this document may change; empty: it will be the first version. */
  plansOfYear: z.array(z.object({ id, title: z.string(), version: z.int() })),
});

/** What every act on an import answers: its new state. */
export const importChanged = z.object({
  id,
  version: z.int(),
  state: importState,
  open: z.object({ blocking: z.int(), all: z.int(), unread: z.int() }),
});

export const sourceLine = z.object({
  id: z.int(),
  text: z.string(),
  page: z.int().optional(),
  lineNo: z.int().optional(),
  bold: z.boolean().optional(),
  marker: z.string().optional(),
  level: z.int().optional(),
  /** A page number or a running head. */
  furniture: z.boolean().optional(),
});

export const sourceBlock = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('paragraph'), lines: z.array(z.int()) }),
  z.object({
    kind: z.literal('table'),
    table: z.int(),
    columnCount: z.int(),
    rowCount: z.int(),
    cells: z.array(
      z.object({
        row: z.int(),
        column: z.int(),
        rowSpan: z.int(),
        columnSpan: z.int(),
        lines: z.array(z.int()),
      }),
    ),
  }),
]);
