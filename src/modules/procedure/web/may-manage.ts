import { allowed, refused, type Verdict } from '#kernel/verdict.ts';
import { useMay } from '#web/shell/session.ts';

/** Whether this person may change the catalogue of the unit; the answer greys buttons with its reason. */
export function useMayManageProcedures(): Verdict {
  return useMay()('procedure.manage') ? allowed : refused('forbidden');
}

/** Words for the refusal that screens foresee. */
export const procedureWords = {
  forbidden: 'Chỉ quản trị và đầu mối cải cách hành chính của đơn vị được sửa danh mục thủ tục.',
} as const;
