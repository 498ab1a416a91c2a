import { sql } from 'kysely';
import type { Id } from '#kernel/brands.ts';
import { dayInVietnam } from '#kernel/plain-date.ts';
import { loadStaffedDay } from '#modules/org/queries.ts';
import type { Context } from '#server/context.ts';
import { fail } from '#server/errors.ts';
import type { FormContents, IssuedKind } from '../domain/forms/form-content.ts';
import { type FormRegime, formName } from '../domain/forms/form-names.ts';
import { readerOf, visible } from '../visible.ts';
import { slipData } from './slip-data.ts';
import { checkAddress, qrOf, unitHeadOn } from './slip-head.ts';

/** A slip ready to be printed. */
export interface PrintableSlip {
  readonly template: string;
  readonly data: Record<string, unknown>;
  readonly fileName: string;
  readonly issuedAt: number;
}

interface SlipRow {
  kind: IssuedKind;
  regime: FormRegime;
  number: number;
  issued_at: string;
  token: string;
  content: FormContents[IssuedKind];
}

/** A slip that the person who asks may read, as it was issued; 404 for any other. */
export async function getSlip(ctx: Context, formId: Id, publicUrl: string): Promise<PrintableSlip> {
  const reader = readerOf(ctx, await loadStaffedDay(ctx.db, ctx.unitId, ctx.today));
  const { rows } = await sql<SlipRow>`
    select f.kind, f.regime, f.number, f.issued_at, f.token, f.content
    from dossier_form f left join dossier d on d.unit_id = f.unit_id and d.id = f.dossier_id
    where f.unit_id = ${ctx.unitId} and f.id = ${formId} and (f.dossier_id is null or ${visible(reader)})`.execute(
    ctx.db,
  );
  const row = rows[0];
  if (!row) fail('not-found', {}, 404);
  const issuedAt = Date.parse(row.issued_at);
  const day = dayInVietnam(issuedAt);
  const name = formName(row.regime, row.kind);
  const address = checkAddress(publicUrl, row.token);
  const data = slipData(row.kind, row.content, {
    ...(await unitHeadOn(ctx.db, ctx.unitId, day)),
    ...{ day, name, number: `${row.number}/${name.symbol}` },
    qr: await qrOf(address),
    checkAt: address.replace(/^https?:\/\//, '').replace(/\/[^/]*$/, ''),
  });
  const fileName = `${name.title} ${row.content.code ?? row.number}.pdf`;
  return { template: `forms/${row.kind}.typ`, data, fileName, issuedAt };
}
