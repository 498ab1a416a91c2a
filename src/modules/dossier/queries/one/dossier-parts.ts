import { type RawBuilder, sql } from 'kysely';
import type { Id, UnitId } from '#kernel/brands.ts';
import type { Db } from '#server/db.ts';
import type { DossierParts } from './part-types.ts';

type Column = readonly [name: string, expression: string];

/** Rows of a table of the dossier as JSON, with the fields an answer has. */
function listOf(table: string, columns: readonly Column[], order: string, condition = 'true'): RawBuilder<unknown> {
  const fields = columns.map(([name, expression]) => sql`${sql.lit(name)}, ${sql.raw(expression)}`);
  return sql`(select coalesce(jsonb_agg(jsonb_build_object(${sql.join(fields)}) order by ${sql.raw(order)}), '[]')
    from ${sql.table(table)} p where p.unit_id = d.unit_id and p.dossier_id = d.id and ${sql.raw(condition)})`;
}

const own = (name: string, column = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)): Column => [
  name,
  `p.${column}`,
];

const parts = sql`
  ${listOf(
    'dossier_pause',
    ['id', 'kind', 'fromAt', 'toAt', 'basis', 'restarts'].map((one) => own(one)),
    'p.from_at',
  )} as pauses,
  ${listOf(
    'dossier_supplement',
    [
      ...['id', 'version', 'stage', 'number', 'state', 'items', 'reason', 'until', 'draftedByName', 'decidedByName'],
    ].map((one) => own(one)),
    'p.drafted_at',
  )} as supplements,
  ${listOf(
    'dossier_extension',
    [...['id', 'kind', 'state', 'dueBefore', 'dueAfter', 'reason', 'draftedByName', 'signedByName', 'signedAt']].map(
      (one) => own(one),
    ),
    'p.drafted_at',
  )} as extensions,
  ${listOf(
    'dossier_consultation',
    ['id', 'agency', 'content', 'linked', 'askedAt', 'until', 'answeredAt', 'answer'].map((one) => own(one)),
    'p.asked_at',
  )} as consultations,
  ${listOf(
    'dossier_payment_call',
    ['id', 'amount', 'content', 'until', 'calledAt', 'paidAt', 'receiptNumber'].map((one) => own(one)),
    'p.called_at',
  )} as payments,
  ${listOf(
    'dossier_component',
    [
      ...['id', 'version', 'code', 'name', 'originals', 'copies', 'handed', 'evidenceId', 'scannedAt', 'checkedAt'],
      ...['checkedByName', 'toGiveBack', 'givenBackAt'],
    ].map((one) => own(one)),
    'p.place, p.id',
  )} as components,
  ${listOf(
    'dossier_result',
    [
      ...['id', 'version', 'kind', 'negative', 'title', 'number', 'signedOn', 'signer', 'resultCode', 'validUntil'],
      'evidenceId',
    ].map((one) => own(one)),
    'p.made_at',
    'p.voided_at is null',
  )} as results,
  ${listOf(
    'dossier_form',
    ['id', 'kind', 'number', 'issuedAt', 'issuedByName'].map((one) => own(one)),
    'p.issued_at',
  )} as forms,
  ${listOf(
    'dossier_finding',
    ['kind', 'facts', 'foundAt', 'explanation'].map((one) => own(one)),
    'p.found_at',
  )} as findings,
  (select jsonb_build_object('id', c.id, 'code', c.code) from dossier c
    where c.unit_id = d.unit_id and c.id = d.corrects_id) as corrects,
  (select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'code', c.code) order by c.id), '[]') from dossier c
    where c.unit_id = d.unit_id and c.corrects_id = d.id) as "correctedBy",
  (select p.name from person p where p.unit_id = d.unit_id and p.id = d.locked_by) as "lockedByName", d.paper_reason as "paperReason"`;

/** All that stands around a dossier, in one statement; undefined when the unit has none of this id. */
export async function findDossierParts(db: Db, unitId: UnitId, id: Id): Promise<DossierParts | undefined> {
  const { rows } =
    await sql<DossierParts>`select ${parts} from dossier d where d.unit_id = ${unitId} and d.id = ${id}`.execute(db);
  return rows[0];
}
