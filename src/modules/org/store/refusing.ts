import { AppError } from '#server/errors.ts';

/** Constraints that stand behind the rules when two people write at the same moment, and what they mean. */
const meanings: Readonly<Record<string, string>> = {
  department_unit_id_code_key: 'org-code-taken',
  position_unit_id_code_key: 'org-code-taken',
  duty_unit_id_code_key: 'org-code-taken',
  reception_point_unit_id_code_key: 'org-code-taken',
  unit_code_key: 'org-code-taken',
  unit_host_key: 'org-host-taken',
  duty_alias_unit_id_fold_key: 'org-alias-taken',
  position_unit_id_department_id_fkey: 'org-department-unknown',
  department_unit_id_parent_id_fkey: 'org-department-unknown',
  duty_alias_unit_id_duty_id_fkey: 'org-duty-unknown',
  duty_alias_unit_id_position_id_fkey: 'org-position-unknown',
  duty_alias_unit_id_department_id_fkey: 'org-department-unknown',
  recipient_recipient_unit_id_fkey: 'org-parent-unknown',
};
const constraintBroken = /^23(?:503|505|P01)$/;

/** Turns a broken constraint into the refusal it stands for; every other error goes on. */
export async function refusing<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const { code = '', constraint = '' } = error as { code?: string; constraint?: string };
    if (!constraintBroken.test(code)) throw error;
    throw new AppError(meanings[constraint.replace(/_\d+$/, '')] ?? 'org-overlap', {}, 409);
  }
}
