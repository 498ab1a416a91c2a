/** Where a dossier stands; changed by acts only (transitions.ts). */
export const dossierStates = [
  'submitted',
  'intake-supplement',
  'refused',
  'accepted',
  'in-process',
  'wait-supplement',
  'wait-payment',
  'result-ready',
  'returned',
  'stopped',
  'closed-no-supplement',
] as const;
export type DossierState = (typeof dossierStates)[number];

/** Nothing more is done with it. */
export const endStates: readonly DossierState[] = ['refused', 'returned', 'stopped', 'closed-no-supplement'];

/** Ended without a result. */
export const setAsideStates: readonly DossierState[] = ['refused', 'stopped', 'closed-no-supplement'];

/** Codes of the national portal, 1 to 10. */
export type NationalCode = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10;

/** The national portal's code of each state; its labels stand in `nationalLabels`. */
export const nationalCodes: Readonly<Record<DossierState, NationalCode>> = {
  submitted: 1,
  'intake-supplement': 5,
  refused: 3,
  accepted: 2,
  'in-process': 4,
  'wait-supplement': 5,
  'wait-payment': 6,
  'result-ready': 9,
  returned: 10,
  stopped: 7,
  'closed-no-supplement': 8,
};

/** What the national portal calls its states, to the letter. */
export const nationalLabels: Readonly<Record<NationalCode, string>> = {
  1: 'Mới đăng ký',
  2: 'Được tiếp nhận',
  3: 'Không được tiếp nhận',
  4: 'Đang xử lý',
  5: 'Yêu cầu bổ sung giấy tờ',
  6: 'Yêu cầu thực hiện nghĩa vụ tài chính',
  7: 'Công dân yêu cầu rút hồ sơ',
  8: 'Dừng xử lý',
  9: 'Đã xử lý xong',
  10: 'Đã trả kết quả',
};

/** What a running dossier waits for at its step; null when it waits for somebody outside or for nobody. */
export const waits = ['assign', 'handle', 'draft-approval', 'signature', 'number', 'hand-over', 'answer'] as const;
export type WaitsFor = (typeof waits)[number];

/** Slips by kind; the number a kind bears follows from the regime on the day of issue. */
export const formKinds = [
  'receipt',
  'supplement',
  'refusal',
  'apology',
  'stop',
  'control',
  'register',
  'transfer',
  'fee-receipt',
  'result-hand-over',
] as const;
export type FormKind = (typeof formKinds)[number];
