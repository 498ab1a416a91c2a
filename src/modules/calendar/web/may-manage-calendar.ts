import { allowed, refused, type Verdict } from '#kernel/verdict.ts';
import { useMay } from '#web/shell/session.ts';

/** Whether this person may enter days; the answer greys buttons with its reason. */
export function useMayManageCalendar(): Verdict {
  return useMay()('calendar.manage') ? allowed : refused('forbidden');
}

/** Words for the refusals that the screens of the calendar foresee. */
export const calendarWords = { forbidden: 'Chỉ người quản trị của đơn vị được nhập, sửa lịch làm việc.' } as const;
