import type { DossierState } from '../domain/states.ts';

/** States as staff read them; the national portal's labels stand in domain/states.ts. */
export const stateWords: Readonly<Record<DossierState, string>> = {
  submitted: 'Chờ tiếp nhận',
  'intake-supplement': 'Chờ bổ sung để tiếp nhận',
  refused: 'Từ chối tiếp nhận',
  accepted: 'Đã tiếp nhận, chờ chuyển',
  'in-process': 'Đang giải quyết',
  'wait-supplement': 'Chờ bổ sung hồ sơ',
  'wait-payment': 'Chờ thực hiện nghĩa vụ tài chính',
  'result-ready': 'Đã có kết quả, chờ trả',
  returned: 'Đã trả kết quả',
  stopped: 'Dừng theo yêu cầu',
  'closed-no-supplement': 'Đóng do không bổ sung',
};
