import { sql } from 'kysely';
import type { Id, UnitId } from '#kernel/brands.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { settingSchemas } from '#modules/setting/contract.ts';
import type { Db } from '#server/db.ts';
import type { AgencyCode } from '../domain/code.ts';
import { nameFold } from '../domain/search-text.ts';

/** Who is asked about, and for what. */
export interface AskedIntake {
  readonly receptionPointId: Id | null;
  readonly procedureCode: string;
  readonly ownerName: string;
  readonly ownerNumber: string | null;
  readonly ownerPhone: string | null;
}

/** What the counter must know besides the procedure. */
export interface IntakeFacts {
  /** Codes the unit bears, with the days they begin. */
  readonly agencyCodes: readonly AgencyCode[];
  /** Name of the reception point; null when there is none of that id on the day. */
  readonly point: string | null;
  /** Live dossiers of the same person and procedure: by number, else by name and telephone. At most five. */
  readonly same: readonly { readonly id: Id; readonly code: string | null }[];
  readonly calendarRevision: number;
}

/** Asks it in one short statement. */
export async function loadIntakeFacts(
  db: Db,
  unitId: UnitId,
  asked: AskedIntake,
  day: PlainDate,
): Promise<IntakeFacts> {
  const { receptionPointId, procedureCode, ownerNumber, ownerPhone } = asked;
  const isSame =
    ownerNumber === null
      ? sql`d.owner_phone = ${ownerPhone ?? ''}::text and d.name_fold = ${nameFold(asked.ownerName)}`
      : sql`d.owner_number = ${ownerNumber}::text`;
  const { rows } = await sql<Omit<IntakeFacts, 'agencyCodes'> & { codes: unknown }>`select
    (select value from unit_setting where unit_id = ${unitId} and key = 'dossier.agency-codes') as codes,
    (select p.name from reception_point p where p.unit_id = ${unitId} and p.id = ${receptionPointId}
      and p.valid_from <= ${day}::date and coalesce(p.valid_to >= ${day}::date, true)) as point,
    (select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'code', s.code)), '[]') from (
      select d.id, d.code from dossier d where d.unit_id = ${unitId} and ${isSame}
        and d.procedure_code = ${procedureCode} and d.live order by d.received_on desc limit 5) s) as same,
    coalesce((select revision from calendar_head where unit_id = ${unitId}), 0)::integer as "calendarRevision"`.execute(
    db,
  );
  const [row] = rows;
  if (!row) throw new Error('a statement without from gives one row');
  const parsed = settingSchemas['dossier.agency-codes'].safeParse(row.codes);
  return { ...row, agencyCodes: parsed.success ? parsed.data : [] };
}
