import { sql } from 'kysely';
import type { UnitId } from '#kernel/brands.ts';
import type { Db } from '#server/db.ts';
import type { FormRegime } from '../domain/forms/form-names.ts';
import type { DossierState, FormKind } from '../domain/states.ts';

/** What a token leads to: nothing in it names a person. */
export interface TokenFound {
  readonly slip: { readonly kind: FormKind; readonly regime: FormRegime; readonly number: number } | null;
  readonly result: {
    readonly negative: boolean;
    readonly signedOn: string | null;
    readonly validUntil: string | null;
    readonly corrected: boolean;
  } | null;
  readonly at: string;
  readonly state: DossierState | null;
  readonly receivedOn: string | null;
  readonly firstDueAt: string | null;
  readonly dueAt: string | null;
  readonly extended: boolean;
  readonly endedOn: string | null;
  readonly returnedAt: string | null;
  /** Where the act stands in the log of the unit; null until the next head is signed. */
  readonly log: {
    readonly index: number;
    readonly size: number;
    readonly headAt: string;
    readonly root: string;
  } | null;
}

/** Looks a slip or a result up by its random token. */
export async function findToken(db: Db, unitId: UnitId, token: string): Promise<TokenFound | undefined> {
  const { rows } = await sql<TokenFound>`
    with found as (
      select f.dossier_id, jsonb_build_object('kind', f.kind, 'regime', f.regime, 'number', f.number) as slip,
        null::jsonb as result, f.issued_at as at
      from dossier_form f where f.unit_id = ${unitId} and f.token = ${token}
      union all
      select r.dossier_id, null, jsonb_build_object('negative', r.negative, 'signedOn', r.signed_on,
          'validUntil', r.valid_until, 'corrected', exists (select from dossier c
            where c.unit_id = r.unit_id and c.corrects_id = r.dossier_id and c.state in ('result-ready', 'returned'))), r.made_at
      from dossier_result r where r.unit_id = ${unitId} and r.token = ${token})
    select found.slip, found.result, found.at, d.state, d.received_on as "receivedOn", d.first_due_at as "firstDueAt",
      d.due_at as "dueAt", coalesce(d.extended, false) as extended, d.ended_on as "endedOn",
      d.returned_at as "returnedAt", (
        select jsonb_build_object('index', s.index, 'size', h.size, 'headAt', h.at, 'root', encode(h.root, 'hex'))
        from log_entry e join log_sequence s on s.unit_id = e.unit_id and s.entry_id = e.id
        cross join lateral (select size, at, root from log_head
          where unit_id = e.unit_id and size > s.index order by size desc limit 1) h
        where e.unit_id = ${unitId} and e.record_type = 'dossier' and e.record_id = found.dossier_id::text
          and e.at <= found.at + interval '1 second'
        order by e.id desc limit 1) as log
    from found left join dossier d on d.unit_id = ${unitId} and d.id = found.dossier_id`.execute(db);
  return rows[0];
}
