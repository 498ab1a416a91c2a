import { formatDate, type PlainDate } from '#kernel/plain-date.ts';
import { type Condition, conditions } from './domain/process.ts';
import { conditionNames } from './text/names.ts';

type Params = Readonly<Record<string, string | number>>;
type Words = string | ((params: Params) => string);

const shown = (day: string | number | undefined) => formatDate(String(day) as PlainDate);
const conditionWords = (code: string | number | undefined) =>
  conditions.some((one) => one === code) ? conditionNames[code as Condition] : String(code);

/** Words of refusals. */
export const errors: Readonly<Record<string, Words>> = {
  'process-exists': ({ code }) =>
    `Thủ tục ${code} (với trường hợp này) đã có quy trình. Xin mở quy trình đó và bắt đầu bản thảo mới.`,
  'process-draft-exists': 'Quy trình này đang có bản thảo. Xin sửa bản thảo đó, hoặc bỏ nó rồi bắt đầu bản mới.',
  'process-not-draft': 'Phiên bản này không còn là bản thảo nên không sửa được. Xin bắt đầu một bản thảo mới từ nó.',
  'process-example': 'Đây là quy trình ví dụ của tỉnh khác, không sửa và không ban hành được. Xin tạo bản sao để dùng.',
  'process-has-errors': ({ count }) => `Quy trình còn ${count} lỗi nên chưa ban hành được. Xin sửa các lỗi đã nêu.`,
  'process-reason-missing': ({ count }) => `Quy trình còn ${count} điểm cần xem. Xin sửa, hoặc nêu lý do vẫn ban hành.`,
  'process-days': 'Ngày hết hiệu lực phải từ ngày có hiệu lực trở đi.',
  'process-day-past': 'Không đặt ngày hết hiệu lực trước hôm nay: hồ sơ đã nhận theo quy trình này.',
  'process-later-version': ({ day }) => `Đã có phiên bản có hiệu lực từ ${shown(day)}. Xin chọn ngày khác.`,
  'process-not-in-force': 'Phiên bản này chưa được ban hành.',
  'process-step-unknown': ({ step }) => `Quy trình không có bước ${step}.`,
  'process-fact-unknown': ({ condition }) =>
    `Cần nói rõ trước khi chuyển bước: ${conditionWords(condition)} hay không.`,
  'process-condition-unknown': ({ condition }) => `Quy trình rẽ nhánh theo điều kiện không có: “${condition}”.`,
  'process-no-way': ({ step }) => `Từ bước ${step} không có đường đi tiếp. Xin báo người quản lý quy trình.`,
};

export const permissions = {
  'process.read': 'Xem quy trình nội bộ',
  'process.manage': 'Soạn, nhập và ban hành quy trình nội bộ',
};

export const topics = { 'process.in-force': 'Một quy trình nội bộ được ban hành.' };

const numbered = (words: string) => (detail: { readonly after: unknown }) => {
  const number = (detail.after as { number?: number } | null)?.number;
  return number === undefined ? words : `${words} số ${number}`;
};

export const actions = {
  'process.created': 'tạo quy trình nội bộ',
  'process.example-added': 'thêm quy trình ví dụ',
  'process.version-started': numbered('bắt đầu bản thảo quy trình'),
  'process.version-saved': numbered('lưu bản thảo quy trình'),
  'process.version-put-in-force': numbered('ban hành quy trình, phiên bản'),
  'process.version-ended': numbered('đặt ngày hết hiệu lực của quy trình, phiên bản'),
  'process.version-discarded': numbered('bỏ bản thảo quy trình'),
  'process.imported': 'nhập quy trình từ bảng',
};

const dayField = (name: string) => ({ name, value: (day: unknown) => (day ? shown(String(day)) : '(không có)') });

export const fields = {
  procedureCode: 'mã thủ tục',
  caseCode: 'trường hợp',
  name: 'tên quy trình',
  number: 'phiên bản',
  copyOf: 'chép từ phiên bản',
  steps: 'số bước',
  added: 'số quy trình mới',
  changed: 'số quy trình thay đổi',
  same: 'số quy trình không đổi',
  codes: { name: 'mã thủ tục', value: (codes: unknown) => (codes as readonly string[]).join(', ') },
  citation: 'căn cứ',
  effectiveFrom: dayField('có hiệu lực từ'),
  effectiveTo: dayField('hết hiệu lực'),
  warnings: {
    name: 'điểm cần xem đã chấp nhận',
    value: (warnings: unknown) => (warnings as readonly string[]).join(' ') || '(không có)',
  },
};

export const records = {
  process: { name: 'quy trình nội bộ', permission: 'process.read' },
  'process-import': { name: 'lần nhập bảng quy trình', permission: 'process.read' },
};
