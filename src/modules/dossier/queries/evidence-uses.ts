import { sql } from 'kysely';
import type { EvidenceUses, EvidenceViewer } from '#server/evidence-uses.ts';

/**
 * Dossiers use scans of their papers and files of their results. Whoever may read all dossiers may read them; others those of
 * dossiers of their division, taken in by them, or with posts they hold.
 */
export const dossierEvidenceUses: EvidenceUses = {
  select: (viewer) => sql`
    select k.evidence_id, 'dossier' as record_type, d.id as record_id,
      coalesce(d.code || ' – ', '') || k.name as title, coalesce(k.scanned_at, d.recorded_at) as at,
      ${isReadable(viewer)} as readable
    from dossier_component k join dossier d on d.unit_id = k.unit_id and d.id = k.dossier_id
    where k.unit_id = ${viewer.unitId} and k.evidence_id is not null
    union all
    select r.evidence_id, 'dossier', d.id, coalesce(d.code || ' – ', '') || r.title, r.made_at, ${isReadable(viewer)}
    from dossier_result r join dossier d on d.unit_id = r.unit_id and d.id = r.dossier_id
    where r.unit_id = ${viewer.unitId} and r.evidence_id is not null`,
  path: ({ id }) => `/ho-so/${id}`,
};

function isReadable(viewer: EvidenceViewer) {
  const { session, today, unitId } = viewer;
  if (viewer.may('dossier.read')) return sql`true`;
  if (!session || !viewer.may('dossier.own')) return sql`false`;
  return sql`coalesce(d.department_id = any(${[...session.departmentIds]}::uuid[]), false)
    or coalesce(d.received_by = ${session.accountId}::uuid, false)
    or exists (select from position_holder h where h.unit_id = ${unitId} and h.person_id = ${session.personId}::uuid
      and h.position_id in (d.position_id, d.handler_id) and h.valid_from <= ${today}::date
      and coalesce(h.valid_to >= ${today}::date, true))`;
}
