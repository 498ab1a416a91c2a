import { formatDate, parsePlainDate } from '#kernel/plain-date.ts';
import { acts, consequences } from '../domain/acts.ts';
import type { Stage, WorkState } from '../domain/states.ts';
import { journalWords, stageWords, stateWords } from './state-words.ts';

/** What the permissions of this module allow. */
export const permissions = {
  'work.read': 'Xem nhiệm vụ, sản phẩm đến hạn và tiến độ.',
  'work.do': 'Thực hiện và nộp sản phẩm của vị trí mình giữ hoặc làm thay.',
  'work.check': 'Kiểm tra văn bản đã ký, đã có số được nộp làm sản phẩm.',
  'work.approve': 'Chấp nhận hoặc trả lại sản phẩm, quyết định gia hạn.',
  'work.take-over': 'Nhận việc còn dở của đơn vị đã sáp nhập vào đơn vị mình.',
  'work.manage': 'Giao việc, đặt hạn, tạm dừng, kết thúc việc không còn phù hợp.',
};

/** Events this module leaves; payloads hold ids only. */
export const topics = {
  'obligation.changed': 'Sản phẩm đến hạn đã thay đổi.',
  'submission.submitted': 'Một sản phẩm được nộp, chờ quyết định.',
  'submission.decided': 'Một sản phẩm đã nộp được chấp nhận hoặc trả lại.',
  'extension.asked': 'Có đề nghị gia hạn.',
  'extension.decided': 'Đề nghị gia hạn đã được quyết định.',
  'urge.sent': 'Một sản phẩm được đôn đốc.',
  'urge.answered': 'Một đôn đốc được trả lời.',
  'task.assigned': 'Một nhiệm vụ được giao.',
  'takeover.asked': 'Đơn vị kế tục xin nhận việc còn dở; làm trong giao dịch của đơn vị đã sáp nhập.',
  'takeover.handed': 'Việc còn dở được bàn giao; làm trong giao dịch của đơn vị kế tục.',
  'work.derived': 'Trạng thái của mọi sản phẩm đã tính lại cho ngày mới.',
};

/** Acts in the log: what follows "ai, lúc nào". */
export const actions: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...acts, ...consequences].map((act) => [`obligation.${act}`, journalWords[act]])),
  'calendar-feed.made': 'tạo địa chỉ lịch cá nhân',
  'calendar-feed.removed': 'thu hồi địa chỉ lịch cá nhân',
  'work-task.added': 'giao nhiệm vụ',
  'work-task.changed': 'sửa nhiệm vụ',
  'work-task.dropped': 'thôi thực hiện nhiệm vụ',
  'work-task.closed': 'hoàn thành mọi sản phẩm của nhiệm vụ',
  'work-task.reopened': 'nhiệm vụ có sản phẩm cần làm lại',
  'work-task.carried': 'chuyển nhiệm vụ sang kế hoạch sau',
  'work-task.above-set': 'ghi việc của cấp trên mà nhiệm vụ thực hiện',
  'above-plan.added': 'ghi kế hoạch cấp trên',
  'above-plan.renewed': 'lấy lại kế hoạch cấp trên theo bản đang có hiệu lực',
  'above-plan.removed': 'bỏ kế hoạch cấp trên đã ghi',
  'above-item.added': 'ghi yêu cầu của kế hoạch cấp trên',
  'above-item.set': 'ghi việc của ta thực hiện yêu cầu của cấp trên',
  'above-item.linked': 'ghép yêu cầu của cấp trên với việc của ta đọc giống nhau',
  'work-task.check-added': 'thêm đầu việc',
  'work-task.check-ticked': 'đánh dấu đầu việc',
  'work-task.check-removed': 'bỏ đầu việc',
  'work-task.sheet-read': 'nhập nhiệm vụ từ Excel',
  'work-task.moved': 'chuyển nhiệm vụ sang đơn vị kế tục',
  'work-task.taken-over': 'nhận nhiệm vụ từ đơn vị đã sáp nhập',
  'work-takeover.asked': 'xin nhận việc còn dở của đơn vị đã sáp nhập',
  'work-takeover.done': 'nhận xong việc còn dở của đơn vị đã sáp nhập',
  'work.plan-taken-up': 'lập danh sách sản phẩm đến hạn theo kế hoạch',
  'work.dates-renewed': 'tính lại hạn theo lịch làm việc',
};

const dayText = (value: unknown) => {
  const day = typeof value === 'string' ? parsePlainDate(value) : undefined;
  return day ? formatDate(day) : String(value ?? '');
};
const urgencies: Readonly<Record<string, string>> = { normal: 'Thường', urgent: 'Khẩn', immediate: 'Hỏa tốc' };
const yesOrNo = (value: unknown) => (value === true ? 'có' : value === false ? 'không' : String(value ?? ''));

/** Fields of records, in words. */
export const fields = {
  stage: { name: 'Tình trạng', value: (value: unknown) => stageWords[value as Stage] ?? String(value ?? '') },
  state: { name: 'Trạng thái', value: (value: unknown) => stateWords[value as WorkState] ?? String(value ?? '') },
  due: { name: 'Hạn', value: dayText },
  dueAsked: { name: 'Hạn xin dời đến', value: dayText },
  dueGiven: { name: 'Hạn được dời đến', value: dayText },
  reviewOn: { name: 'Ngày rà soát tới', value: dayText },
  doneOn: { name: 'Ngày nộp', value: dayText },
  granted: { name: 'Đồng ý', value: yesOrNo },
  evidence: 'Minh chứng',
  note: 'Ghi chú',
  words: 'Nội dung',
  answer: 'Trả lời',
  content: 'Nội dung',
  lead: 'Chủ trì',
  coordinators: 'Phối hợp',
  watchers: 'Theo dõi',
  weight: 'Trọng số',
  urgency: { name: 'Mức khẩn', value: (value: unknown) => urgencies[String(value)] ?? String(value ?? '') },
  closed: { name: 'Đã xong', value: yesOrNo },
  done: { name: 'Đã làm', value: yesOrNo },
  version: 'Phiên bản kế hoạch',
  predecessor: 'Đơn vị đã sáp nhập',
  successor: 'Đơn vị kế tục',
  takenTasks: 'Nhiệm vụ đã chuyển',
  takenObligations: 'Sản phẩm còn dở đã chuyển',
  withoutPost: 'Chưa có người chịu trách nhiệm',
  above: 'Yêu cầu của cấp trên',
  absentReason: 'Lý do không thực hiện',
  gone: 'Cấp trên đã bỏ',
  fileName: 'Tên tệp',
  outputs: 'Sản phẩm',
  year: 'Năm',
  added: 'Thêm',
  changed: 'Sửa',
  ended: 'Kết thúc',
};

/** Records whose history people read. */
export const records = {
  obligation: { name: 'sản phẩm đến hạn', permission: 'work.read' },
  'work-task': { name: 'nhiệm vụ đang theo dõi', permission: 'work.read' },
  'above-plan': { name: 'kế hoạch cấp trên', permission: 'work.read' },
  'above-item': { name: 'yêu cầu của kế hoạch cấp trên', permission: 'work.read' },
  'work-takeover': { name: 'nhận việc của đơn vị đã sáp nhập', permission: 'work.take-over' },
  'calendar-feed': { name: 'địa chỉ lịch cá nhân', permission: 'work.read' },
};

type Params = Readonly<Record<string, string | number>>;
const toObligation = ({ id }: { id: string }) => `/san-pham/${id}`;

/** Notices of this module; `title` is the obligation's, `by` who acted. */
export const notices = {
  'work.submitted': {
    label: 'Có sản phẩm chờ tôi duyệt',
    title: ({ title }: Params) => `Chờ duyệt: ${title}`,
    text: ({ title, by }: Params) => `${by} đã nộp “${title}”. Xin xem và chấp nhận hoặc trả lại kèm lý do.`,
    path: toObligation,
    email: true,
  },
  'work.accepted': {
    label: 'Sản phẩm của tôi được chấp nhận',
    title: ({ title }: Params) => `Đã chấp nhận: ${title}`,
    text: ({ title, by }: Params) => `${by} đã chấp nhận “${title}”.`,
    path: toObligation,
    email: false,
  },
  'work.returned': {
    label: 'Sản phẩm của tôi bị trả lại',
    title: ({ title }: Params) => `Bị trả lại: ${title}`,
    text: ({ title, by, reason }: Params) =>
      `${by} trả lại “${title}” với lý do: ${reason}. Xin làm lại theo lý do rồi nộp lần nữa.`,
    path: toObligation,
    email: true,
  },
  'work.urged': {
    label: 'Tôi được đôn đốc',
    title: ({ title }: Params) => `Đôn đốc: ${title}`,
    text: ({ title, by, words }: Params) => `${by} đôn đốc “${title}”: ${words} Xin trả lời trong trang sản phẩm.`,
    path: toObligation,
    email: true,
  },
  'work.urge-answered': {
    label: 'Đôn đốc của tôi được trả lời',
    title: ({ title }: Params) => `Trả lời đôn đốc: ${title}`,
    text: ({ title, by, words }: Params) => `${by} trả lời về “${title}”: ${words}`,
    path: toObligation,
    email: false,
  },
  'work.assigned': {
    label: 'Tôi được giao việc',
    title: ({ title }: Params) => `Được giao: ${title}`,
    text: ({ title, by }: Params) => `${by} giao “${title}”. Xin xem hạn và sản phẩm cần nộp.`,
    path: ({ id }: { id: string }) => `/viec/${id}`,
    email: true,
  },
  'work.assigned-many': {
    label: 'Tôi được giao nhiều việc cùng lúc',
    title: ({ title }: Params) => `Được giao ${title}`,
    text: ({ title, by }: Params) => `${by} giao ${title}. Xin xem hạn và sản phẩm cần nộp trong Việc của tôi.`,
    path: () => '/viec-cua-toi',
    email: true,
  },
  'work.taken-over': {
    label: 'Việc của đơn vị đã sáp nhập đã được nhận',
    title: ({ title }: Params) => `Đã nhận việc của ${title}`,
    text: ({ title, obligations, without }: Params) =>
      `Đã nhận ${obligations} sản phẩm còn dở của ${title}; ${without} chưa có người chịu trách nhiệm, xin phân công trong Theo dõi.`,
    path: () => '/theo-doi?empty=yes',
    email: true,
  },
  'work.extension-asked': {
    label: 'Có đề nghị gia hạn chờ tôi quyết định',
    title: ({ title }: Params) => `Xin gia hạn: ${title}`,
    text: ({ title, by, due, reason }: Params) => `${by} xin dời hạn “${title}” đến ${due}, lý do: ${reason}.`,
    path: toObligation,
    email: true,
  },
  'work.extension-decided': {
    label: 'Đề nghị gia hạn của tôi được quyết định',
    title: ({ title, granted }: Params) => `${granted === 1 ? 'Được gia hạn' : 'Không được gia hạn'}: ${title}`,
    text: ({ title, by, granted, due }: Params) =>
      granted === 1
        ? `${by} đồng ý dời hạn “${title}” đến ${due}.`
        : `${by} không đồng ý dời hạn “${title}”; hạn vẫn là ${due}.`,
    path: toObligation,
    email: true,
  },
};
