import { allowed, refused, type Verdict } from '#kernel/verdict.ts';
import { useMay } from '#web/shell/session.ts';

/** Whether this person may write the organisation; the answer greys buttons with its reason. */
export function useMayManage(): Verdict {
  return useMay()('org.manage') ? allowed : refused('forbidden');
}

/** Words for the refusals that screens foresee. */
export const manageWords = {
  forbidden: 'Chỉ người quản trị của đơn vị được thêm, sửa nội dung này.',
} as const;
