/** How many outputs of a field a post leads in the plan; `positionId` null: nobody leads them. */
export interface FieldLead {
  readonly fieldCode: string | null;
  readonly positionId: string | null;
  /** Of these, the ones that ask for a report. */
  readonly reports: number;
  readonly outputs: number;
}

/** A section to be: one for each field of the plan. */
export interface SectionPlan {
  readonly fieldCode: string | null;
  readonly title: string;
  readonly positionId: string | null;
}

const general = 'Các nội dung khác';

/**
 * The sections of a report: one for each field that the plan has work in, in the order of the fields, and one for work
 * without a field. The owner is the post that leads most reports of the field, else most outputs; a field that nobody
 * leads has no owner and is shown so.
 */
export function sectionsOf(
  fields: readonly { readonly code: string; readonly name: string }[],
  leads: readonly FieldLead[],
): SectionPlan[] {
  const places = [
    ...fields.map(({ code, name }) => ({ fieldCode: code, title: name })),
    { fieldCode: null, title: general },
  ];
  return places.flatMap(({ fieldCode, title }) => {
    const own = leads.filter((one) => one.fieldCode === fieldCode);
    if (own.length === 0) return [];
    const [most] = own
      .filter(({ positionId }) => positionId !== null)
      .sort(
        (a, b) =>
          b.reports - a.reports || b.outputs - a.outputs || (a.positionId ?? '').localeCompare(b.positionId ?? ''),
      );
    return [{ fieldCode, title, positionId: most?.positionId ?? null }];
  });
}
