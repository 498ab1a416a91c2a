import { sql } from 'kysely';
import type { Id } from '#kernel/brands.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { type Db, plannedEachTime } from '#server/db.ts';
import type { DossierState } from '../domain/states.ts';
import { visible } from '../visible.ts';
import type { Asked } from './lists/list-conditions.ts';
import { allOf, capOf, type Span } from './lists/list-page.ts';

/** Which part of the register: dossiers received between two days, both included, of one field or of all. */
export interface RegisterPart {
  readonly field?: string | undefined;
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/** A line of the register as the database gives it. */
export interface RegisterRecord {
  readonly id: Id;
  readonly code: string | null;
  readonly procedureName: string;
  readonly ownerName: string;
  readonly address: string | null;
  readonly phone: string | null;
  readonly resolvingAgency: string | null;
  readonly state: DossierState;
  readonly receivedAt: string;
  readonly firstDueAt: string | null;
  readonly newDueAt: string | null;
  readonly returnedAt: string | null;
  readonly returnBy: 'counter' | 'postal' | 'online';
  readonly signedFor: string | null;
  readonly isMissed: boolean;
  readonly paperReason: string | null;
}

type Row = { readonly total: number } & (RegisterRecord | { readonly id: null });

/** The register (sổ theo dõi hồ sơ) in the order of receipt; it holds what was accepted, and so has a code. */
export async function listRegisterOf(
  db: Db,
  asked: Asked,
  { field, from, to }: RegisterPart,
  span: Span,
): Promise<{ readonly rows: readonly RegisterRecord[]; readonly total: number; readonly totalIsAtLeast: boolean }> {
  const cap = capOf(span);
  const where = allOf([
    sql`d.unit_id = ${asked.unitId} and d.received_on >= ${from} and d.received_on <= ${to} and d.code is not null`,
    ...(field === undefined ? [] : [sql`d.field = ${field}`]),
    visible(asked.reader),
  ]);
  const { rows } = await sql<Row>`${sql.raw(plannedEachTime)}
    select n.total, r.* from (select count(*)::integer as total from
      (select from dossier d where ${where} limit ${sql.lit(cap + 1)}) c) n
    left join (select p.nth, d.id, d.code, d.procedure_name as "procedureName", d.owner_name as "ownerName",
        d.owner_address as address, d.owner_phone as phone, d.resolving_agency as "resolvingAgency", d.state,
        d.received_at as "receivedAt", d.first_due_at as "firstDueAt", d.returned_at as "returnedAt",
        d.return_by as "returnBy", d.paper_reason as "paperReason", coalesce(d.late_first, false) as "isMissed",
        (select x.due_after from dossier_extension x where x.unit_id = d.unit_id and x.dossier_id = d.id
          and x.kind = 'extension' and x.state = 'issued' limit 1) as "newDueAt",
        (select h.to_name from dossier_hand_over h where h.unit_id = d.unit_id and h.dossier_id = d.id
          order by h.at desc limit 1) as "signedFor"
      from (select d.id, row_number() over (order by d.received_on, d.id) as nth from dossier d where ${where}
        order by d.received_on, d.id limit ${sql.lit(span.limit)} offset ${sql.lit(span.offset)}) p
      join dossier d on d.unit_id = ${asked.unitId} and d.id = p.id) r on true order by r.nth`.execute(db);
  const total = rows[0]?.total ?? 0;
  return {
    rows: rows.flatMap((row) => (row.id === null ? [] : [row])),
    total: Math.min(total, cap),
    totalIsAtLeast: total > cap,
  };
}
