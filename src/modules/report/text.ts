import { formatDate, parsePlainDate } from '#kernel/plain-date.ts';

type NoticeParams = Readonly<Record<string, string | number>>;

export const errors = {
  'report-signed': 'Báo cáo đã ký nên phần này không sửa được nữa. Cần sửa thì lập báo cáo đính chính.',
  'section-compiler-only': 'Việc này do đầu mối tổng hợp báo cáo thực hiện.',
  'section-owner-only': 'Phần này do người khác phụ trách. Xin liên hệ đầu mối tổng hợp nếu cần đổi người.',
  'section-save-not-now': 'Phần đã nộp thì không sửa được. Xin rút lại, hoặc nhờ đầu mối tổng hợp trả lại.',
  'section-submit-not-now': 'Phần này đã nộp rồi.',
  'section-withdraw-not-now': 'Chỉ rút lại được phần đã nộp và chưa được chấp nhận.',
  'section-accept-not-now': 'Chỉ chấp nhận được phần đã nộp.',
  'section-return-not-now': 'Chỉ trả lại được phần đã nộp.',
  'section-urge-not-now': 'Phần này đã nộp, không cần đôn đốc.',
  'section-assign-not-now': 'Phần đã nộp thì không đổi người phụ trách được.',
  'section-empty': 'Phần này chưa có nội dung. Xin viết nội dung, hoặc đánh dấu "Không phát sinh".',
  'section-nobody': 'Phần này chưa có người phụ trách. Xin giao người trước khi đôn đốc.',
  'report-sign-document': 'Báo cáo ký phải là văn bản đã có số, ký hiệu, ngày ký. Xin chọn hoặc nhập văn bản đó.',
  'report-open-sections': ({ list }: Record<string, string | number>) =>
    `Còn phần chưa được chấp nhận: ${list}. Xin chờ nộp, hoặc ký và ghi rõ các phần thiếu.`,
  'report-term-too-soon':
    'Ngày gửi phải sau ngày chốt số liệu ít nhất 1 ngày làm việc (Nghị định số 09/2019/NĐ-CP, Điều 8), hoặc đánh dấu "Số liệu ước tính".',
};

export const topics = {
  'report.signed': 'Một báo cáo định kỳ đã ký; mọi sản phẩm là báo cáo của kỳ đó được hoàn thành theo.',
  'report-terms.changed': 'Lịch báo cáo của đơn vị đã đổi; hạn của các báo cáo chưa ký theo lịch mới.',
  'report.changed': 'Một báo cáo định kỳ hoặc một phần của nó đã thay đổi.',
};

export const actions = {
  'report.begun': 'mở báo cáo định kỳ',
  'report.signed': 'ghi nhận báo cáo đã ký',
  'report-section.save': 'viết phần báo cáo',
  'report-section.submit': 'nộp phần báo cáo',
  'report-section.withdraw': 'rút lại phần báo cáo',
  'report-section.accept': 'chấp nhận phần báo cáo',
  'report-section.return': 'trả lại phần báo cáo',
  'report-section.urge': 'đôn đốc phần báo cáo',
  'report-section.assign': 'đổi người phụ trách phần báo cáo',
  'report-term.changed': 'đổi lịch báo cáo',
};

const dayText = (value: unknown) => {
  const day = typeof value === 'string' ? parsePlainDate(value) : undefined;
  return day ? formatDate(day) : String(value ?? '');
};

export const stateWords = {
  missing: 'Chưa nộp',
  draft: 'Đang viết',
  submitted: 'Đã nộp, chờ chấp nhận',
  accepted: 'Đã chấp nhận',
  returned: 'Bị trả lại',
} as const;

export const fields = {
  sectionState: {
    name: 'Tình trạng phần',
    value: (value: unknown) => stateWords[value as keyof typeof stateWords] ?? String(value ?? ''),
  },
  signedOn: { name: 'Ngày ký', value: dayText },
  innerDue: { name: 'Hạn nộp phần', value: dayText },
  owner: 'Người phụ trách',
  missing: 'Phần còn thiếu',
};

export const records = {
  report: { name: 'báo cáo định kỳ', permission: 'work.read' },
  'report-section': { name: 'phần báo cáo', permission: 'work.read' },
  'report-term': { name: 'lịch báo cáo', permission: 'work.read' },
};

const section = (params: NoticeParams) => `"${params['title'] ?? ''}" của báo cáo ${params['period'] ?? ''}`;
const path = () => '/bao-cao/phan-cua-toi';

export const notices = {
  'report.section-urged': {
    label: 'Phần báo cáo của tôi được đôn đốc',
    title: (params: NoticeParams) => `Đôn đốc nộp phần ${section(params)}`,
    text: (params: NoticeParams) =>
      `${params['by'] ?? ''} đề nghị nộp phần ${section(params)}, hạn ${params['due'] ?? ''}. Mở Phần của tôi để viết và nộp.`,
    path,
    email: true,
  },
  'report.section-returned': {
    label: 'Phần báo cáo của tôi bị trả lại',
    title: (params: NoticeParams) => `Trả lại phần ${section(params)}`,
    text: (params: NoticeParams) =>
      `Lý do: ${params['reason'] ?? ''}. Xin sửa rồi nộp lại, hạn ${params['due'] ?? ''}.`,
    path,
    email: true,
  },
  'report.section-due': {
    label: 'Nhắc nộp phần báo cáo của tôi',
    title: (params: NoticeParams) => `Nhắc nộp phần ${section(params)}: ${params['when'] ?? ''}`,
    text: (params: NoticeParams) =>
      `Hạn nộp phần là ${params['due'] ?? ''}, sớm hơn hạn của cả báo cáo để kịp tổng hợp. Mở Phần của tôi để viết và nộp.`,
    path,
    email: true,
  },
};
