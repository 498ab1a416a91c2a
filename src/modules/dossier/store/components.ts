import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import type { Id } from '#kernel/brands.ts';
import { getUsable } from '#modules/evidence/queries.ts';
import type { Context } from '#server/context.ts';
import { AppError, fail } from '#server/errors.ts';
import type { componentIn } from '../contract/receive.ts';

export type ComponentIn = z.infer<typeof componentIn>;

/** Goes on when the person who acts may use every file that is named. */
export async function checkEvidence(ctx: Context, ids: readonly (Id | null)[]): Promise<void> {
  const named = ids.filter((id) => id !== null);
  if (named.length === 0) return;
  try {
    await getUsable(ctx, named);
  } catch (error) {
    if (error instanceof AppError) fail('dossier-evidence-unknown', {}, 404);
    throw error;
  }
}

/** The statement that adds papers to a dossier, after those it has. */
export function insertComponents(
  ctx: Context,
  dossierId: Id,
  components: readonly ComponentIn[],
  supplementId: Id | null = null,
): RawBuilder<unknown> {
  const rows = components.map((one, index) => ({
    id: ctx.newId(),
    place: index + 1,
    ...one,
    scanned: one.evidenceId === null ? null : ctx.at,
  }));
  return sql`insert into dossier_component (unit_id, id, dossier_id, place, code, name, originals, copies, handed, evidence_id,
      scanned_at, to_give_back, supplement_id)
    select ${ctx.unitId}::uuid, c.id, ${dossierId}::uuid,
      c.place + (select coalesce(max(k.place), 0) from dossier_component k
        where k.unit_id = ${ctx.unitId} and k.dossier_id = ${dossierId}),
      c.code, c.name, c.originals, c.copies, c.handed, c."evidenceId", c.scanned, c."toGiveBack", ${supplementId}::uuid
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as c (id uuid, place integer, code text, name text,
      originals integer, copies integer, handed text, "evidenceId" uuid, scanned timestamptz, "toGiveBack" boolean)`;
}

/** Whether every paper that is to be scanned is: those handed in on paper. */
export function areDigitised(components: readonly ComponentIn[]): boolean {
  const papers = components.filter((one) => one.handed === 'paper');
  return papers.length > 0 && papers.every((one) => one.evidenceId !== null);
}

/** Papers in the words of form 01. */
export function papersOf(components: readonly ComponentIn[]): {
  readonly name: string;
  readonly note: string;
  readonly originals: number;
  readonly copies: number;
}[] {
  const notes: Readonly<Partial<Record<ComponentIn['handed'], string>>> = {
    present: 'xuất trình',
    electronic: 'bản điện tử',
    database: 'khai thác từ cơ sở dữ liệu',
    store: 'dùng lại từ kho dữ liệu',
  };
  return components
    .filter((one) => one.handed !== 'missing')
    .map(({ name, originals, copies, handed }) => ({ name, note: notes[handed] ?? '', originals, copies }));
}
