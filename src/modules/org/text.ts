import { formatDate, type PlainDate } from '#kernel/plain-date.ts';
import type { Verdict } from '#kernel/verdict.ts';
import type { BearerRow } from './contract/duties.ts';
import type { AliasKind, ResolvedName } from './contract/names.ts';
import type { EmptyReason } from './domain/find-bearer.ts';
import type { HoldingMode } from './domain/may-hold-post.ts';
import type { GroupKind } from './domain/outside-names.ts';
import type { SuccessionKind } from './domain/succession.ts';
import type { Dependent } from './domain/validity.ts';

type Params = Readonly<Record<string, string | number>>;
type Words = string | ((params: Params) => string);

const shown = (day: string | number | undefined) => (day ? formatDate(String(day) as PlainDate) : '');

/** "từ 01/01/2022 đến 30/06/2025", or "từ 01/01/2022" for an open end. */
export function periodWords(from: string | number | undefined, to: string | number | null | undefined): string {
  return to ? `từ ${shown(from)} đến ${shown(to)}` : `từ ${shown(from)}`;
}

const dependentWords: Readonly<Record<Dependent['kind'], string>> = {
  department: 'bộ phận',
  position: 'chức danh',
  holder: 'người giữ chức danh',
  duty: 'đầu mối',
  substitution: 'lần làm thay với',
};

/** Words of refusals. */
export const errors: Readonly<Record<string, Words>> = {
  'org-dates-reversed': 'Ngày kết thúc trước ngày bắt đầu. Xin sửa lại hai ngày này.',
  'org-still-used': ({ kind, name, from, to }) =>
    `Khoảng thời gian này bỏ sót ${dependentWords[kind as Dependent['kind']]} "${name}" (${periodWords(from, to)}). Xin kết thúc hoặc chuyển nội dung đó trước.`,
  'org-parent-unknown': 'Không có cấp trên này trong cây đơn vị. Xin chọn lại.',
  'org-unit-cycle': 'Đơn vị không thể nằm dưới chính nó hoặc dưới đơn vị cấp dưới của nó. Xin chọn cấp trên khác.',
  'org-level-unknown': 'Không có cấp hành chính này. Xin chọn lại.',
  'org-level-outside-dates': ({ level, from, to }) =>
    `Cấp ${level} chỉ có ${periodWords(from, to)}. Xin sửa ngày bắt đầu, ngày kết thúc cho nằm trong khoảng đó.`,
  'org-parent-level': ({ parent, child }) =>
    `Đơn vị cấp ${child} không thể nằm dưới đơn vị cấp ${parent}. Xin chọn cấp trên khác.`,
  'org-parent-outside-dates': ({ from, to }) =>
    `Cấp trên chỉ có hiệu lực ${periodWords(from, to)}. Xin chọn cấp trên khác hoặc sửa ngày.`,
  'org-outside-unit-dates': ({ from, to }) => `Đơn vị chỉ có hiệu lực ${periodWords(from, to)}. Xin chọn ngày khác.`,
  'org-later-change': ({ day }) =>
    `Đã có thay đổi từ ${shown(day)}; chỉ thay đổi mới nhất sửa được. Xin chọn ngày từ ${shown(day)} trở đi.`,
  'org-unit-not-yours':
    'Chỉ chính đơn vị, cấp trên của đơn vị hoặc nơi lập bản ghi này được sửa. Xin đề nghị đơn vị đó.',
  'org-unit-has-units': ({ count }) =>
    `Còn ${count} đơn vị nằm dưới đơn vị này sau ngày kết thúc. Xin chuyển các đơn vị đó sang cấp trên khác trước.`,
  'org-unit-ended': ({ day }) => `Đơn vị đã kết thúc từ ${shown(day)}. Xin chọn đơn vị khác hoặc ngày sớm hơn.`,
  'org-unit-succeeded': 'Đơn vị đã có đơn vị kế tiếp nên không đổi được ngày kết thúc.',
  'org-merge-shape': 'Nhập đơn vị cần ít nhất một đơn vị cũ và đúng một đơn vị tiếp nhận.',
  'org-split-shape': 'Chia tách cần đúng một đơn vị cũ và ít nhất hai đơn vị sau khi chia tách.',
  'org-refound-shape': 'Thành lập lại cần đúng một đơn vị cũ và một đơn vị mới.',
  'org-one-heir':
    'Xin chọn đúng một đơn vị kế thừa hồ sơ của đơn vị cũ; nếu đơn vị cũ vẫn tồn tại thì không chọn đơn vị nào.',
  'org-predecessor-too-young': ({ from }) => `Đơn vị cũ chỉ mới bắt đầu từ ${shown(from)}. Xin chọn ngày sau ngày đó.`,
  'org-already-succeeded': 'Đơn vị cũ đã có đơn vị kế tiếp. Xin xem lại lịch sử của đơn vị đó.',
  'org-successor-outside-dates': 'Đơn vị kế tiếp không có hiệu lực vào ngày này. Xin chọn đơn vị khác hoặc ngày khác.',
  'org-succession-cycle': 'Đơn vị không thể kế tiếp chính nó hoặc tiền thân của nó. Xin chọn đơn vị khác.',
  'org-outside-post-dates': ({ from, to }) =>
    `Chức danh này chỉ có ${periodWords(from, to)}. Xin chọn ngày trong khoảng đó.`,
  'org-outside-person-dates': ({ from, to }) =>
    `Người này chỉ công tác tại đơn vị ${periodWords(from, to)}. Xin chọn ngày trong khoảng đó.`,
  'org-outside-duty-dates': ({ from, to }) =>
    `Đầu mối này chỉ có ${periodWords(from, to)}. Xin chọn ngày trong khoảng đó.`,
  'org-holder-twice': 'Người này đã giữ chức danh này trong khoảng thời gian đó. Xin sửa lần giao đang có.',
  'org-post-full': ({ seats, day }) =>
    `Chức danh này chỉ có ${seats} người và đã đủ vào ${shown(day)}. Xin kết thúc người đang giữ trước, hoặc tăng số người.`,
  'org-seats-taken': ({ held, day }) =>
    `Có ${held} người giữ chức danh này vào ${shown(day)}. Xin kết thúc bớt trước khi giảm số người.`,
  'org-holder-has-post':
    'Người này đã có một chức danh chính trong khoảng thời gian đó. Xin chọn "kiêm nhiệm" hoặc "quyền, phụ trách".',
  'org-duty-taken': ({ from, to }) =>
    `Đầu mối đã giao cho chức danh khác ${periodWords(from, to)}. Xin kết thúc lần giao đó trước.`,
  'org-substitutes-self': 'Không ai làm thay cho chính mình. Xin chọn người khác.',
  'org-already-substituted': ({ from, to }) =>
    `Người này đã có người làm thay ${periodWords(from, to)}. Xin sửa lần làm thay đó.`,
  'org-substitution-cycle':
    'Người được cử làm thay cũng vắng mặt và việc của họ lại về chính người này. Xin chọn người khác.',
  'org-substitution-begun':
    'Việc làm thay đã bắt đầu nên không xóa được. Xin sửa ngày kết thúc để chấm dứt từ ngày mong muốn.',
  'org-department-unknown': 'Không có phòng, ban hoặc bộ phận này. Xin chọn lại.',
  'org-department-cycle': 'Bộ phận không thể nằm dưới chính nó. Xin chọn bộ phận cấp trên khác.',
  'org-position-unknown': 'Không có chức danh này. Xin chọn lại.',
  'org-person-unknown': 'Không có người này trong đơn vị. Xin chọn lại.',
  'org-duty-unknown': 'Không có đầu mối này. Xin chọn lại.',
  'org-recipient-taken': ({ from, to }) =>
    `Đã có nơi nhận khác ${periodWords(from, to)}. Xin kết thúc nơi nhận đó trước.`,
  'org-code-taken': 'Mã này đã dùng cho một bản ghi khác. Xin chọn mã khác.',
  'org-host-taken': 'Tên miền này đã dùng cho một đơn vị khác. Xin chọn tên miền khác.',
  'org-alias-taken': 'Tên gọi này đã có trong danh sách (không phân biệt dấu, gạch nối). Xin sửa tên gọi đang có.',
  'org-overlap': 'Khoảng thời gian này trùng với một bản ghi khác vừa được lưu. Xin tải lại trang và xem lại.',
};

/** The words of a refusal; empty for what is allowed. */
export function wordsOf(verdict: Verdict): string {
  if (verdict.ok) return '';
  const words = errors[verdict.code] ?? general[verdict.code] ?? verdict.code;
  return typeof words === 'string' ? words : words(verdict.params ?? {});
}

const general: Readonly<Record<string, string>> = {
  forbidden: 'Tài khoản này không có quyền quản lý tổ chức của đơn vị.',
};

export const modeWords: Readonly<Record<HoldingMode, string>> = {
  holder: 'giữ chức danh',
  acting: 'quyền, phụ trách',
  concurrent: 'kiêm nhiệm',
};

export const emptyWords: Readonly<Record<EmptyReason, string>> = {
  'no-post': 'Chưa giao cho chức danh nào',
  'post-not-valid': 'Chức danh không có hiệu lực vào ngày này',
  'no-holder': 'Chức danh đang khuyết',
  'all-away': 'Mọi người đều vắng, chưa có người làm thay',
};

/** Who bears a duty or acts in a post, in words; why nobody does when it is empty. */
export function bearerText(bearer: BearerRow): string {
  if (bearer.empty) return emptyWords[bearer.empty];
  return bearer.people
    .map(({ name, mode, insteadOf }) => {
      const notes = [mode !== 'holder' && modeWords[mode], insteadOf && `làm thay ${insteadOf}`].filter(Boolean);
      return notes.length > 0 ? `${name} (${notes.join(', ')})` : name;
    })
    .join('; ');
}

/** A holder with how the post is held, when it is not the plain way. */
export function holderText({ name, mode }: { readonly name: string; readonly mode: HoldingMode }): string {
  return mode === 'holder' ? name : `${name} (${modeWords[mode]})`;
}

export const groupWords: Readonly<Record<GroupKind, string>> = {
  committee: 'tập thể UBND',
  leaders: 'lãnh đạo UBND',
  officers: 'các công chức chuyên môn',
  divisions: 'các phòng, ban, bộ phận',
  villages: 'các thôn, khu phố',
  bodies: 'các cơ quan, đơn vị',
};

export const aliasKindWords: Readonly<Record<AliasKind, string>> = {
  duty: 'Đầu mối',
  position: 'Chức danh',
  department: 'Phòng, ban, bộ phận',
  group: 'Nhóm, không có một người cụ thể',
  external: 'Cơ quan bên ngoài đơn vị',
};

/** What recipients receive, by the codes of purposes. */
export const purposeWords: Readonly<Record<string, string>> = {
  'cchc-report': 'Báo cáo cải cách hành chính',
  'unit-above': 'Báo cáo gửi UBND cấp trên',
};

export const successionWords: Readonly<Record<SuccessionKind, string>> = {
  merge: 'nhập vào',
  split: 'chia tách thành',
  rename: 'thành lập lại thành',
};

/** What a resolved name means, in one sentence. */
export function resolutionWords(kind: ResolvedName['kind'], said: { name?: string; group?: GroupKind | null }): string {
  if (kind === 'post') return `Chức danh: ${said.name ?? ''}`;
  if (kind === 'department') return `Bộ phận: ${said.name ?? ''}`;
  if (kind === 'group') {
    return `Nhóm: ${said.group ? groupWords[said.group] : 'theo tên gọi của đơn vị'}; cần chọn người cụ thể.`;
  }
  if (kind === 'external') return 'Cơ quan bên ngoài đơn vị.';
  if (kind === 'empty-duty') return 'Đầu mối chưa giao cho chức danh nào vào ngày này. Xin giao trong mục Đầu mối.';
  if (kind === 'ambiguous') return 'Nhiều chức danh cùng hợp với tên này. Xin chọn một.';
  return 'Chưa rõ tên này chỉ ai. Xin chọn chức danh, hoặc thêm tên gọi trong mục Đầu mối.';
}

export const permissions = {
  'org.read': 'Xem đơn vị, phòng ban, chức danh, cán bộ công chức và đầu mối.',
  'org.manage': 'Thêm, sửa đơn vị, phòng ban, chức danh, cán bộ công chức, đầu mối và việc làm thay.',
};

export const topics = {
  'org.changed': 'Một bản ghi về tổ chức của đơn vị (phòng ban, chức danh, người, đầu mối …) đã thay đổi.',
  'unit.changed': 'Một đơn vị được thêm, đổi tên, chuyển cấp trên, kết thúc hoặc đổi tên miền.',
  'unit.reorganised': 'Các đơn vị đã nhập, chia tách hoặc thành lập lại.',
};

/** What was done, after "ai, lúc nào". */
export const actions = {
  'unit.created': 'thêm đơn vị',
  'unit.renamed': 'đổi tên đơn vị',
  'unit.moved': 'chuyển đơn vị sang cấp trên khác',
  'unit.ended': 'kết thúc đơn vị hoặc sửa ngày kết thúc',
  'unit.host-set': 'đặt tên miền của đơn vị',
  'unit.reorganised': 'nhập, chia tách hoặc thành lập lại đơn vị',
  'department.created': 'thêm phòng, ban, bộ phận',
  'department.changed': 'sửa phòng, ban, bộ phận',
  'person.created': 'thêm cán bộ, công chức',
  'person.changed': 'sửa thông tin cán bộ, công chức',
  'position.created': 'thêm chức danh',
  'position.changed': 'sửa chức danh',
  'position-holder.created': 'giao chức danh',
  'position-holder.changed': 'sửa việc giao chức danh',
  'position-holder.removed': 'xóa việc giao chức danh nhập nhầm',
  'duty.created': 'thêm đầu mối',
  'duty.changed': 'sửa đầu mối',
  'duty-post.created': 'giao đầu mối cho chức danh',
  'duty-post.changed': 'sửa việc giao đầu mối',
  'duty-post.removed': 'xóa việc giao đầu mối nhập nhầm',
  'alias.created': 'thêm tên gọi trong văn bản',
  'alias.changed': 'sửa nghĩa của tên gọi',
  'alias.removed': 'xóa tên gọi',
  'substitution.created': 'cử người làm thay',
  'substitution.changed': 'sửa việc làm thay',
  'substitution.removed': 'xóa việc làm thay chưa bắt đầu',
  'reception-point.created': 'thêm điểm tiếp nhận',
  'reception-point.changed': 'sửa điểm tiếp nhận',
  'recipient.created': 'thêm nơi nhận báo cáo',
  'recipient.changed': 'sửa nơi nhận báo cáo',
  'recipient.removed': 'xóa nơi nhận báo cáo nhập nhầm',
};

const dayField = (name: string) => ({ name, value: (day: unknown) => (typeof day === 'string' ? shown(day) : '') });
const yesNo = (name: string) => ({ name, value: (given: unknown) => (given === true ? 'có' : 'không') });
const coded = (name: string, words: Readonly<Record<string, string>>) => ({
  name,
  value: (code: unknown) => words[String(code)] ?? String(code),
});

export const fields = {
  code: 'Mã',
  name: 'Tên',
  names: 'Tên qua các thời kỳ',
  parents: 'Cấp trên qua các thời kỳ',
  title: 'Chức danh',
  level: 'Cấp',
  host: 'Tên miền',
  parentId: 'Bộ phận cấp trên',
  departmentId: 'Phòng, ban, bộ phận',
  positionId: 'Chức danh',
  personId: 'Người giữ',
  dutyId: 'Đầu mối',
  seats: 'Số người',
  leader: yesNo('Đứng đầu'),
  sort: 'Thứ tự',
  mode: coded('Hình thức', modeWords),
  kind: coded('Loại', aliasKindWords),
  written: 'Tên gọi',
  email: 'Thư điện tử',
  phone: 'Điện thoại',
  demo: yesNo('Người trình diễn'),
  address: 'Địa chỉ',
  hours: 'Giờ làm việc',
  purpose: 'Loại báo cáo',
  recipientUnitId: 'Đơn vị nhận',
  awayId: 'Người vắng',
  substituteId: 'Người làm thay',
  reason: 'Lý do',
  citation: 'Căn cứ',
  validFrom: dayField('Từ ngày'),
  validTo: dayField('Đến ngày'),
  version: 'Lần sửa',
};

const record = (name: string) => ({ name, permission: 'org.read' });

export const records = {
  unit: record('đơn vị'),
  department: record('phòng, ban, bộ phận'),
  person: { name: 'cán bộ, công chức', permission: 'org.manage' },
  position: record('chức danh'),
  'position-holder': record('việc giữ chức danh'),
  duty: record('đầu mối'),
  'duty-post': record('việc giao đầu mối'),
  alias: record('tên gọi trong văn bản'),
  substitution: record('việc làm thay'),
  'reception-point': record('điểm tiếp nhận'),
  recipient: record('nơi nhận báo cáo'),
};
