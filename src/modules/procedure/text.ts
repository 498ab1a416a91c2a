import { formatDate, type PlainDate } from '#kernel/plain-date.ts';
import { writeTerm } from '#kernel/term.ts';
import type { ProcedureState } from './contract/catalogue.ts';
import type { Channel, FeeBasis, FeeRule, OnlineLevel, TermRule } from './domain/procedure-content.ts';
import type { SheetColumn } from './domain/sheet/procedure-sheet.ts';
import { sheetColumns } from './domain/sheet/procedure-sheet.ts';
import { basisWords, channelWords, databaseWords, onlineWords, reasonWords } from './domain/sheet/words.ts';
import { writeMilli } from './domain/sheet/write-lists.ts';

type Params = Readonly<Record<string, string | number>>;
type Words = string | ((params: Params) => string);

/** Words of refusals and of faults in a file. */
export const errors: Readonly<Record<string, Words>> = {
  'procedure-term-without-unit': ({ value }) =>
    `Nguồn chỉ ghi thời hạn là "${writeMilli(Number(value))}", không ghi đơn vị. Xin nhập thời hạn tại đơn vị trong Danh mục thủ tục rồi tiếp nhận.`,
  'procedure-term-unknown':
    'Thủ tục chưa có thời hạn giải quyết. Xin nhập thời hạn tại đơn vị trong Danh mục thủ tục rồi tiếp nhận.',
  'procedure-off': 'Đơn vị đang tắt thủ tục này. Xin bật lại trong Danh mục thủ tục nếu cần.',
  'procedure-abolished': ({ from, successor }) =>
    `Thủ tục đã bị bãi bỏ từ ${formatDate(String(from) as PlainDate)}.${successor ? ` Xin dùng thủ tục thay thế, mã ${successor}.` : ''}`,
  'procedure-off-reason': 'Xin ghi lý do tắt thủ tục.',
  'procedure-place-unknown': 'Nơi tiếp nhận, chức danh hoặc bộ phận đã chọn không có trong đơn vị. Xin chọn lại.',
  'procedure-citation-missing': 'Xin ghi căn cứ của thời hạn, mức phí tại đơn vị, ví dụ số quyết định của tỉnh.',
  'procedure-changed': 'Thủ tục vừa có phiên bản khác. Xin tải lại trang, xem phiên bản mới rồi sửa tiếp.',
  'procedure-version-same': 'Nội dung không khác phiên bản đang dùng.',
  'procedure-successor-unknown': ({ code }) => `Không có thủ tục mã ${code} trong danh mục. Xin kiểm tra mã thay thế.`,
  'procedure-no-channel': 'Cần ít nhất một cách nộp hồ sơ.',
  'procedure-code-twice': ({ code }) => `Mã "${code}" có hai lần. Xin đổi một mã.`,
  'procedure-case-unknown': ({ case: code }) => `Không có trường hợp mã "${code}". Xin thêm trường hợp hoặc sửa mã.`,
  'procedure-term-twice': 'Có hai thời hạn cho cùng cách nộp và trường hợp. Xin giữ một.',
  'procedure-term-empty': 'Thời hạn phải lớn hơn 0; giải quyết ngay thì không ghi số.',
  'procedure-exemption-dearer': ({ name }) => `Mức miễn, giảm của "${name}" cao hơn mức thu. Xin kiểm tra lại.`,
  'procedure-condition-unknown': ({ name }) => `Không hiểu điều kiện của giấy tờ "${name}". Xin sửa lại điều kiện.`,
  'procedure-question-unknown': ({ question, name }) =>
    `Điều kiện của giấy tờ "${name}" hỏi câu "${question}" không có trong danh sách câu hỏi.`,
  'procedure-answer-unknown': ({ question, answer, name }) =>
    `Điều kiện của giấy tờ "${name}" cần trả lời "${answer}", nhưng câu "${question}" không có lựa chọn đó.`,
  'procedure-question-options': ({ question }) => `Câu hỏi "${question}" cần ít nhất hai lựa chọn khác mã nhau.`,
  'procedure-sheet-heading':
    'Không thấy dòng tiêu đề có các cột Mã thủ tục, Tên thủ tục, Lĩnh vực. Xin xuất danh mục ra Excel để lấy mẫu.',
  'procedure-json': 'Tệp JSON không đúng dạng danh mục thủ tục. Xin xuất danh mục ra JSON để lấy mẫu.',
  'procedure-sheet-part': ({ part }) => `Không hiểu phần "${part}".`,
  'procedure-sheet-value': ({ part, value }) => `Không hiểu "${value}" ở phần "${part}".`,
  'procedure-sheet-term': ({ value }) =>
    `Không hiểu thời hạn "${value}". Xin ghi như: 3 ngày làm việc; 8 giờ làm việc; 15 ngày; giải quyết ngay; 1 (không ghi đơn vị); chưa quy định.`,
  'procedure-sheet-cell': ({ value }) => `Không hiểu "${value}".`,
  'procedure-sheet-name': 'Thiếu tên thủ tục.',
  'procedure-sheet-code': ({ value }) => `"${value}" không phải mã thủ tục.`,
  'procedure-sheet-missing': 'Ô này không được để trống.',
  'procedure-sheet-long': 'Nội dung quá dài hoặc không đúng dạng.',
  'procedure-sheet-code-twice': ({ row }) => `Mã này đã có ở dòng ${row}. Xin giữ một dòng.`,
  'procedure-doubts': 'Tệp còn ô chưa hiểu nên chưa lưu. Xin sửa tệp, hoặc chọn bỏ qua các dòng đó.',
  'procedure-life-event-code': ({ code }) => `Không có thủ tục mã ${code} trong danh mục.`,
};

/** The words of a fault. */
export function faultWords(code: string, params: Params = {}): string {
  const words = errors[code] ?? code;
  return typeof words === 'string' ? words : words(params);
}

export const permissions: Readonly<Record<string, string>> = {
  'procedure.read': 'Xem danh mục thủ tục hành chính',
  'procedure.manage': 'Bật, tắt thủ tục; nhập thời hạn, phí; nhập danh mục',
};

export const topics: Readonly<Record<string, string>> = {
  'procedure.changed': 'Danh mục thủ tục hoặc thiết lập của đơn vị đã thay đổi',
};

export const actions: Readonly<Record<string, string>> = {
  'procedure.switched-on': 'bật thủ tục tại đơn vị',
  'procedure.switched-off': 'tắt thủ tục tại đơn vị',
  'procedure.settings-changed': 'sửa thời hạn, phí, nơi tiếp nhận tại đơn vị',
  'procedure.version-added': 'thêm phiên bản thủ tục',
  'procedure.abolished': 'ghi nhận thủ tục bị bãi bỏ',
  'procedure.catalogue-read': 'nhập danh mục thủ tục từ tệp',
  'life-event.saved': 'sửa sự kiện đời sống',
};

export const records: Readonly<Record<string, { name: string; permission: string }>> = {
  procedure: { name: 'thủ tục hành chính', permission: 'procedure.read' },
  'life-event': { name: 'sự kiện đời sống', permission: 'procedure.read' },
};

const termsText = (value: unknown) => (value as readonly TermRule[]).map(termRuleWords).join('; ') || 'theo danh mục';
const feesText = (value: unknown) => (value as readonly FeeRule[]).map(feeWords).join('; ') || 'theo danh mục';

const yesText = (value: unknown) => (value ? 'có' : 'không');
const namesText = (value: unknown) => (value as readonly { name: string }[]).map((one) => one.name).join('; ');

export const fields: Readonly<Record<string, string | { name: string; value: (value: unknown) => string }>> = {
  isOn: { name: 'Tại đơn vị', value: (value) => (value ? 'đang áp dụng' : 'đã tắt') },
  offReason: 'Lý do tắt',
  terms: { name: 'Thời hạn tại đơn vị', value: termsText },
  fees: { name: 'Phí, lệ phí tại đơn vị', value: feesText },
  citation: 'Căn cứ',
  note: 'Ghi chú',
  name: 'Tên',
  field: 'Lĩnh vực',
  level: 'Cấp thực hiện',
  decision: 'Quyết định công bố',
  channels: { name: 'Cách nộp', value: (value) => (value as readonly Channel[]).map(channelName).join(', ') },
  onlineLevel: { name: 'Mức độ trực tuyến', value: (value) => onlineWords[value as OnlineLevel] },
  isLinked: { name: 'Liên thông', value: yesText },
  cases: { name: 'Trường hợp', value: namesText },
  components: { name: 'Thành phần hồ sơ', value: namesText },
  results: { name: 'Kết quả', value: namesText },
  questions: {
    name: 'Câu hỏi',
    value: (value) => (value as readonly { text: string }[]).map((one) => one.text).join('; '),
  },
  localCode: 'Mã địa phương',
  source: 'Nguồn',
  verified: { name: 'Đã đối chiếu', value: yesText },
  unverifiedFields: {
    name: 'Mục chưa đối chiếu',
    value: (value) => (value as readonly string[]).map((one) => unverifiedNames[one] ?? one).join(', '),
  },
  isShown: { name: 'Hiện trên trang công khai', value: yesText },
  sort: 'Thứ tự',
  procedureCodes: { name: 'Thủ tục', value: (value) => (value as readonly string[]).join(', ') },
  effectiveFrom: { name: 'Có hiệu lực từ', value: (value) => formatDate(String(value) as PlainDate) },
  successorCode: 'Mã thay thế',
  added: 'Thủ tục mới',
  changed: 'Thủ tục thay đổi',
  abolished: 'Thủ tục bãi bỏ',
  fileName: 'Tệp',
};

export const stateNames: Readonly<Record<ProcedureState, string>> = {
  on: 'Đang áp dụng',
  off: 'Đã tắt tại đơn vị',
  'no-term': 'Chưa có thời hạn dùng được',
  unverified: 'Chưa đối chiếu',
  own: 'Đơn vị thêm, sửa',
  abolished: 'Đã bãi bỏ',
};

export const unverifiedNames: Readonly<Record<string, string>> = {
  code: 'mã',
  name: 'tên',
  timeLimit: 'thời hạn',
  fees: 'phí, lệ phí',
  components: 'thành phần hồ sơ',
  results: 'kết quả',
  channels: 'cách nộp',
  onlineLevel: 'mức độ trực tuyến',
};

/** The first letter large, as a sentence begins. */
export function begun(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
}

export function channelName(channel: Channel): string {
  return channelWords[channel];
}

export function onlineName(level: OnlineLevel): string {
  return begun(onlineWords[level]);
}

/** "3 ngày làm việc", "1 (không ghi đơn vị)", "chưa có thời hạn". */
export function termWords({ term, bareMilli }: Pick<TermRule, 'term' | 'bareMilli'>): string {
  if (term) return writeTerm(term);
  return bareMilli === null ? 'chưa có thời hạn' : `${writeMilli(bareMilli)} (không ghi đơn vị)`;
}

/** "nộp trực tuyến: 17 ngày làm việc". */
export function termRuleWords(rule: TermRule): string {
  return rule.channel ? `nộp ${channelWords[rule.channel]}: ${termWords(rule)}` : termWords(rule);
}

/** "8.000 đ/bản", "Không thu", "Theo Nghị quyết của HĐND tỉnh". */
export function amountWords(amount: number | null, basis: FeeBasis = 'dossier'): string {
  if (amount === null) return 'theo Nghị quyết của Hội đồng nhân dân tỉnh';
  if (amount === 0) return 'không thu';
  const per = basis === 'dossier' || basis === 'other' ? '' : `/${basisWords[basis]}`;
  return `${amount.toLocaleString('vi-VN')} đ${per}`;
}

export function feeWords(fee: FeeRule): string {
  const where = fee.channel ? ` (nộp ${channelWords[fee.channel]})` : '';
  return `${fee.name}${where}: ${amountWords(fee.amount, fee.basis)}`;
}

export { databaseWords, reasonWords };

/** The heading of a column of the sheet. */
export function headingOf(column: SheetColumn): string {
  return sheetColumns.find((one) => one.id === column)?.heading ?? column;
}

/** A code as people know it; one of our own is no code of the nation. */
export function codeWords(code: string): string {
  return code.startsWith('CM-') ? 'chưa có mã quốc gia' : code;
}
