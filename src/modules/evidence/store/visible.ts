import { type RawBuilder, sql } from 'kysely';
import { type EvidenceViewer, usedReadably } from '#server/evidence-uses.ts';

/** The condition on rows `e` of evidence that a viewer may read: `domain/rights.ts` for lists. */
export function visible(viewer: EvidenceViewer): RawBuilder<boolean> {
  if (viewer.may('evidence.read')) return sql<boolean>`true`;
  const ways = [
    sql`e.created_by = ${viewer.session?.accountId ?? null}`,
    ...(viewer.may('evidence.add') ? [sql`(e.kind = 'document' and e.level = 'normal')`] : []),
    usedReadably(viewer, sql`e.id`),
  ];
  return sql<boolean>`(${sql.join(ways, sql` or `)})`;
}
