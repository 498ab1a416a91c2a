import { sql } from 'kysely';
import type { EvidenceUses } from '#server/evidence-uses.ts';

/** Obligations use what was handed in for them: whoever may read work may read that. */
export const workEvidenceUses: EvidenceUses = {
  select: (viewer) => sql`
    select l.evidence_id, 'obligation' as record_type, s.obligation_id as record_id, o.title,
      coalesce(s.submitted_at, t.created_at) as at, ${viewer.may('work.read')}::boolean as readable
    from submission_evidence l
    join submission s on s.unit_id = l.unit_id and s.id = l.submission_id
    join obligation o on o.unit_id = s.unit_id and o.id = s.obligation_id
    join work_task t on t.unit_id = o.unit_id and t.id = o.task_id
    where l.unit_id = ${viewer.unitId}`,
  path: ({ id }) => `/san-pham/${id}`,
};
