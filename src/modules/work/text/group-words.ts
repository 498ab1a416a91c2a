import type { MyGroup } from '../domain/my-groups.ts';

/** Groups of *Việc của tôi*. */
export const groupWords: Readonly<Record<MyGroup, string>> = {
  overdue: 'Quá hạn',
  'within-1': 'Đến hạn hôm nay hoặc ngày mai',
  'within-3': 'Còn 2–3 ngày',
  'within-7': 'Còn 4–7 ngày',
  later: 'Còn hơn 7 ngày',
  undated: 'Chưa có hạn',
  'to-decide': 'Chờ tôi quyết định',
  waiting: 'Đang chờ người khác',
};
