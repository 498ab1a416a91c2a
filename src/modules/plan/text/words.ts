/** What the permissions of this module allow. */
export const permissions = {
  'plan.read': 'Xem kế hoạch, nhiệm vụ, chỉ tiêu và xuất ra Excel, Word.',
  'plan.import': 'Nhập kế hoạch từ văn bản, sửa nội dung đọc được và quyết định các điểm mâu thuẫn.',
  'plan.edit': 'Soạn kế hoạch và bản sửa đổi trong hệ thống.',
  'plan.accept': 'Chấp nhận kế hoạch đã nhập, ban hành bản soạn, công khai kế hoạch.',
  'plan.work': 'Thực hiện nhiệm vụ của kế hoạch.',
};

/** Events this module leaves. */
export const topics = {
  'plan-import.waiting': 'Một văn bản kế hoạch chờ được đọc.',
  'plan-import.read': 'Một văn bản kế hoạch đã đọc xong, chờ kiểm tra.',
  'plan-import.refused': 'Một văn bản kế hoạch không đọc được.',
  'plan.accepted': 'Kế hoạch có phiên bản mới được chấp nhận hoặc ban hành.',
  'plan.changed': 'Bản đang soạn của một kế hoạch đã thay đổi.',
  'plan.holders-changed': 'Chức danh nêu trong kế hoạch nay chỉ người khác.',
  'plan.published': 'Kế hoạch được đưa lên trang công khai hoặc rút xuống.',
};

/** Acts in the log: what follows "ai, lúc nào". */
export const actions = {
  'plan-import.started': 'nhập văn bản kế hoạch',
  'plan-import.read': 'đọc xong văn bản',
  'plan-import.refused': 'không đọc được văn bản',
  'plan-import.read-again': 'cho đọc lại văn bản',
  'plan-import.edited': 'sửa nội dung đọc được',
  'plan-import.settled': 'quyết định về điểm mâu thuẫn',
  'plan-import.lines-settled': 'xử lý dòng chưa nhận diện',
  'plan-import.accepted': 'chấp nhận văn bản thành kế hoạch',
  'plan-import.discarded': 'bỏ lần nhập',
  'plan.accepted': 'chấp nhận phiên bản kế hoạch',
  'plan.issued': 'ban hành phiên bản kế hoạch',
  'plan.created': 'bắt đầu soạn kế hoạch',
  'plan.copied': 'soạn kế hoạch từ kế hoạch năm trước',
  'plan.draft-started': 'bắt đầu soạn bản sửa đổi',
  'plan.draft-discarded': 'bỏ bản đang soạn',
  'plan.header-changed': 'sửa tên kế hoạch',
  'plan.task-added': 'thêm nhiệm vụ',
  'plan.task-changed': 'sửa nhiệm vụ',
  'plan.task-removed': 'bỏ nhiệm vụ',
  'plan.target-added': 'thêm chỉ tiêu',
  'plan.target-changed': 'sửa chỉ tiêu',
  'plan.target-removed': 'bỏ chỉ tiêu',
  'plan.statements-changed': 'sửa phần mục đích, mục tiêu, kinh phí',
  'plan.published': 'đưa kế hoạch lên trang công khai',
  'plan.unpublished': 'rút kế hoạch khỏi trang công khai',
};

const yesOrNo = (value: unknown) => (value === true ? 'có' : value === false ? 'không' : String(value ?? ''));

const operatorNames: Readonly<Record<string, string>> = {
  '=': 'bằng',
  min: 'tối thiểu',
  '>=': 'từ … trở lên',
  '>': 'trên',
  max: 'tối đa',
  '<=': 'từ … trở xuống',
  '<': 'dưới',
};

/** Fields of rows and records, in words; differences between versions use them too. */
export const fields = {
  title: 'Tên',
  year: 'Năm',
  issuer: 'Cơ quan ban hành',
  file: 'Tệp',
  fileName: 'Tên tệp',
  path: 'Ô',
  value: 'Giá trị',
  lines: 'Số dòng',
  decisions: 'Quyết định',
  choice: 'Cách xử lý',
  use: 'Cách dùng',
  state: 'Trạng thái',
  version: 'Phiên bản',
  kind: 'Loại',
  decisionNumber: 'Số quyết định',
  decisionDate: 'Ngày quyết định',
  contentHash: 'Mã băm nội dung',
  added: 'Thêm',
  changed: 'Sửa',
  removed: 'Bỏ',
  tasks: 'Số nhiệm vụ',
  targets: 'Số chỉ tiêu',
  content: 'Nội dung',
  number: 'Số thứ tự',
  fieldCode: 'Lĩnh vực',
  fieldText: 'Lĩnh vực',
  outputs: 'Sản phẩm',
  leads: 'Chủ trì',
  coordinators: 'Phối hợp',
  otherRoles: 'Vai trò khác',
  dueText: 'Thời hạn',
  dues: 'Hạn đã hiểu',
  ours: { name: 'Việc của đơn vị', value: yesOrNo },
  measure: 'Chỉ tiêu',
  operator: { name: 'So sánh', value: (value: unknown) => operatorNames[String(value)] ?? String(value ?? '') },
  unit: 'Đơn vị tính',
  aspiration: { name: 'Phấn đấu', value: yesOrNo },
  reduction: { name: 'Mức giảm', value: yesOrNo },
  baseline: 'So với',
  sectionTitle: 'Tên mục',
  pointerOnly: { name: 'Chỉ dẫn tới phụ lục', value: yesOrNo },
  written: 'Chức danh, đơn vị',
  duties: 'Nhiệm vụ được giao',
  to: 'Nơi nhận báo cáo',
  via: 'Qua',
  frequency: 'Kỳ báo cáo',
  frequencyText: 'Cách ghi kỳ báo cáo',
  adHoc: { name: 'Báo cáo đột xuất', value: yesOrNo },
  about: 'Nội dung báo cáo',
  texts: 'Nội dung',
  published: { name: 'Công khai', value: yesOrNo },
  refusal: 'Lý do không đọc được',
};

/** Records whose history people read. */
export const records = {
  'plan-import': { name: 'lần nhập kế hoạch', permission: 'plan.import' },
  plan: { name: 'kế hoạch', permission: 'plan.read' },
  'plan-task': { name: 'nhiệm vụ', permission: 'plan.read' },
  'plan-target': { name: 'chỉ tiêu', permission: 'plan.read' },
};

type Params = Readonly<Record<string, string | number>>;

/** Notices of this module. */
export const notices = {
  'plan.import-read': {
    label: 'Đọc xong văn bản kế hoạch',
    title: ({ fileName }: Params) => `Đã đọc xong “${fileName}”`,
    text: ({ fileName, open }: Params) =>
      Number(open) > 0
        ? `Đã đọc xong “${fileName}”, còn ${open} điểm cần xem trước khi chấp nhận.`
        : `Đã đọc xong “${fileName}”. Có thể kiểm tra và chấp nhận.`,
    path: ({ id }: { id: string }) => `/ke-hoach/nhap/${id}`,
    email: false,
  },
  'plan.import-refused': {
    label: 'Văn bản kế hoạch không đọc được',
    title: ({ fileName }: Params) => `Không đọc được “${fileName}”`,
    text: ({ message }: Params) => String(message),
    path: ({ id }: { id: string }) => `/ke-hoach/nhap/${id}`,
    email: false,
  },
};

/** What the reading is doing, for its progress bar. */
export const steps = {
  waiting: 'Chờ đến lượt đọc',
  reading: 'Đang đọc văn bản',
  saving: 'Đang đối chiếu và lưu',
};
