import type { Id } from '#kernel/brands.ts';
import type { countByField, listFieldsOf, listPlansOf, listVersionsOf } from '../queries/plan-heads.ts';
import type { listAppendicesOf } from '../queries/plan-rows.ts';

type RowsOf<F extends (...args: never[]) => Promise<unknown>> =
  Awaited<ReturnType<F>> extends readonly (infer Row)[] ? Row : never;
type PlanHead = Awaited<ReturnType<typeof listPlansOf>>['rows'][number];

/** A plan as lists tell it; a draft beside a version in force is told only to those who see drafts. */
export function planHeadOf(row: Omit<PlanHead, 'total'>, drafts: boolean) {
  return {
    id: row.id as Id,
    title: row.title,
    year: row.year,
    issuer: row.issuer,
    state: row.version === 0 ? ('draft' as const) : ('issued' as const),
    version: row.version,
    draftVersion: drafts ? row.draft_version : null,
    published: row.published,
    taskCount: row.task_count,
    targetCount: row.target_count,
    outputCount: row.output_count,
    revision: row.revision,
  };
}

/** A version's own record as the contract tells it. */
export function versionRowOf(row: RowsOf<typeof listVersionsOf>) {
  return {
    version: row.version,
    kind: row.kind as 'first' | 'amend' | 'replace',
    state: row.state as 'draft' | 'issued',
    decisionNumber: row.decision_number,
    decisionDate: row.decision_date,
    acceptedBy: row.accepted_by_name,
    acceptedAt: row.accepted_at,
    importId: row.import_id as Id | null,
    fileName: row.file_name,
    taskCount: row.task_count,
    targetCount: row.target_count,
    outputCount: row.output_count,
  };
}

/** All fields of reform with what a version has in each, and at the end the tasks without a field, when there are any. */
export function fieldCounts(
  fields: readonly RowsOf<typeof listFieldsOf>[],
  counts: readonly RowsOf<typeof countByField>[],
  appendices: readonly RowsOf<typeof listAppendicesOf>[],
) {
  const byCode = new Map(counts.map((one) => [one.code, one]));
  const others = { code: 'none', name: 'Chưa xếp lĩnh vực', short_name: 'Khác', position: fields.length + 1 };
  const shown = byCode.has('none') ? [...fields, others] : fields;
  return shown.map((field) => {
    const count = byCode.get(field.code);
    return {
      code: field.code,
      name: field.name,
      shortName: field.short_name,
      position: field.position,
      taskCount: count?.tasks ?? 0,
      oursCount: count?.ours ?? 0,
      outputCount: count?.outputs ?? 0,
      appendices: appendices
        .filter((one) => count?.appendices?.includes(one.id))
        .map(({ number, title }) => ({ number, title })),
    };
  });
}
