/** How far a dossier of the demo has come. */
export type DemoStage =
  | 'submitted'
  | 'intake-supplement'
  | 'accepted'
  | 'assign'
  | 'handle'
  | 'kept'
  | 'consulting'
  | 'draft-supplement'
  | 'wait-supplement'
  | 'supplemented'
  | 'wait-payment'
  | 'draft-apology'
  | 'extended'
  | 'signature'
  | 'number'
  | 'ready'
  | 'refused'
  | 'returned'
  | 'stopped'
  | 'immediate';

/** A dossier of the demo: plainly invented people, real procedures. */
export interface DemoDossier {
  readonly procedure: string;
  readonly owner: string;
  /** When it came in, office time. */
  readonly at: string;
  readonly stage: DemoStage;
  /** Working hours between its acts; 3 unless said. */
  readonly pace?: number;
}

const allowance = '1.014027';
const funeral = '1.001731';
const disability = '1.001699';
const business = '1.001612';
const guardian = '1.004837';
const status = '2.002516';
const poor = '1.011607';
const will = '2.001019';
const landRegister = '1.013978';
const copy = '2.000815';
const signature = '2.000884';

/** Some forty dossiers around Tết 2022, in every state, in time and late. */
export const demoDossiers: readonly DemoDossier[] = [
  { procedure: copy, owner: 'Nguyễn Mẫu Lan', at: '2022-01-04T08:10', stage: 'immediate' },
  { procedure: copy, owner: 'Trần Mẫu Phúc', at: '2022-01-04T14:20', stage: 'immediate' },
  { procedure: signature, owner: 'Lê Mẫu Thảo', at: '2022-01-05T09:05', stage: 'immediate' },
  { procedure: copy, owner: 'Phạm Mẫu Quý', at: '2022-01-06T10:15', stage: 'immediate' },
  { procedure: signature, owner: 'Hoàng Mẫu Yến', at: '2022-01-07T15:10', stage: 'immediate' },
  { procedure: copy, owner: 'Vũ Mẫu Tâm', at: '2022-01-07T08:35', stage: 'immediate' },
  { procedure: business, owner: 'Đặng Mẫu Hòa', at: '2021-12-20T08:30', stage: 'returned' },
  { procedure: guardian, owner: 'Bùi Mẫu Nga', at: '2021-12-21T09:00', stage: 'returned' },
  { procedure: funeral, owner: 'Đỗ Mẫu Khoa', at: '2021-12-22T14:00', stage: 'returned' },
  { procedure: status, owner: 'Ngô Mẫu Hạnh', at: '2021-12-23T10:30', stage: 'returned' },
  { procedure: allowance, owner: 'Nguyễn Mẫu Bảo', at: '2021-12-16T09:20', stage: 'returned', pace: 12 },
  { procedure: business, owner: 'Trần Mẫu Kiên', at: '2021-12-22T08:15', stage: 'returned', pace: 10 },
  { procedure: will, owner: 'Lê Mẫu Tình', at: '2021-12-28T09:30', stage: 'returned', pace: 2 },
  { procedure: guardian, owner: 'Phạm Mẫu Thúy', at: '2022-01-04T08:40', stage: 'ready' },
  { procedure: business, owner: 'Hoàng Mẫu Vinh', at: '2022-01-05T08:20', stage: 'ready' },
  { procedure: funeral, owner: 'Vũ Mẫu Liên', at: '2021-12-27T10:00', stage: 'ready', pace: 12 },
  { procedure: status, owner: 'Đặng Mẫu Sang', at: '2022-01-05T14:10', stage: 'number' },
  { procedure: will, owner: 'Bùi Mẫu Cúc', at: '2022-01-06T08:30', stage: 'number', pace: 2 },
  { procedure: poor, owner: 'Đỗ Mẫu Mùi', at: '2021-12-29T09:00', stage: 'signature' },
  { procedure: allowance, owner: 'Ngô Mẫu Thơm', at: '2022-01-04T09:40', stage: 'signature' },
  { procedure: guardian, owner: 'Nguyễn Mẫu Tuấn', at: '2022-01-05T10:20', stage: 'signature' },
  { procedure: disability, owner: 'Trần Mẫu Hiền', at: '2021-12-20T14:30', stage: 'handle' },
  { procedure: allowance, owner: 'Lê Mẫu Xuân', at: '2022-01-04T10:10', stage: 'handle' },
  { procedure: allowance, owner: 'Phạm Mẫu Đông', at: '2021-12-23T08:50', stage: 'handle' },
  { procedure: funeral, owner: 'Hoàng Mẫu Thu', at: '2021-12-30T09:10', stage: 'handle' },
  { procedure: business, owner: 'Vũ Mẫu Hạ', at: '2022-01-04T15:20', stage: 'handle' },
  { procedure: status, owner: 'Đặng Mẫu Ngân', at: '2022-01-06T09:15', stage: 'kept' },
  { procedure: landRegister, owner: 'Bùi Mẫu Sơn', at: '2021-12-21T08:40', stage: 'wait-payment' },
  { procedure: disability, owner: 'Đỗ Mẫu Trà', at: '2021-12-28T14:40', stage: 'consulting' },
  { procedure: allowance, owner: 'Ngô Mẫu Bích', at: '2022-01-05T08:50', stage: 'draft-supplement', pace: 2 },
  { procedure: allowance, owner: 'Nguyễn Mẫu Vân', at: '2021-12-29T08:20', stage: 'wait-supplement', pace: 2 },
  { procedure: funeral, owner: 'Trần Mẫu Gấm', at: '2021-12-28T08:30', stage: 'supplemented', pace: 2 },
  { procedure: poor, owner: 'Lê Mẫu Chung', at: '2021-12-28T10:40', stage: 'draft-apology' },
  { procedure: allowance, owner: 'Phạm Mẫu Hường', at: '2021-12-24T09:00', stage: 'extended' },
  { procedure: guardian, owner: 'Hoàng Mẫu Lộc', at: '2022-01-04T10:50', stage: 'refused' },
  { procedure: business, owner: 'Vũ Mẫu Phương', at: '2022-01-05T09:50', stage: 'stopped' },
  { procedure: guardian, owner: 'Đặng Mẫu Thành', at: '2022-01-07T09:30', stage: 'assign' },
  { procedure: poor, owner: 'Bùi Mẫu Hồng', at: '2022-01-07T10:10', stage: 'assign' },
  { procedure: allowance, owner: 'Đỗ Mẫu Quang', at: '2022-01-07T15:40', stage: 'accepted' },
  { procedure: status, owner: 'Ngô Mẫu Diệp', at: '2022-01-07T16:05', stage: 'accepted' },
  { procedure: funeral, owner: 'Nguyễn Mẫu Kim', at: '2022-01-06T15:30', stage: 'intake-supplement' },
  { procedure: guardian, owner: 'Trần Mẫu Ánh', at: '2022-01-07T20:10', stage: 'submitted' },
  { procedure: allowance, owner: 'Lê Mẫu Hải', at: '2022-01-08T09:00', stage: 'submitted' },
];
