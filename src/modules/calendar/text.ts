import { formatDate, type PlainDate } from '#kernel/plain-date.ts';
import type { DayExplanation, Session, Weekday, WeekHours } from '#kernel/working-calendar.ts';
import type { DayKind } from './domain/calendar-entry.ts';

type Params = Readonly<Record<string, string | number>>;
type Words = string | ((params: Params) => string);

const shown = (day: string | number | undefined) => formatDate(String(day) as PlainDate);

export const kindNames: Readonly<Record<DayKind, string>> = {
  holiday: 'Nghỉ lễ, Tết',
  compensatory: 'Nghỉ bù',
  swapped: 'Nghỉ hoán đổi',
  special: 'Nghỉ riêng của đơn vị',
  worked: 'Làm bù',
  ordinary: 'Theo ngày thường trong tuần',
};

/** The kind of a day inside a sentence: "nghỉ lễ, Tết". */
export function kindWithin(kind: DayKind): string {
  const name = kindNames[kind];
  return name.charAt(0).toLocaleLowerCase('vi') + name.slice(1);
}

export const weekdayNames: Readonly<Record<Weekday, string>> = {
  1: 'Thứ Hai',
  2: 'Thứ Ba',
  3: 'Thứ Tư',
  4: 'Thứ Năm',
  5: 'Thứ Sáu',
  6: 'Thứ Bảy',
  7: 'Chủ nhật',
};

/** Words of refusals. */
export const errors: Readonly<Record<string, Words>> = {
  'calendar-worked-anyway': ({ day }) =>
    `${shown(day)} vốn là ngày làm việc nên không thể là ngày làm bù. Xin kiểm tra lại ngày hoặc loại ngày.`,
  'calendar-off-anyway': ({ day }) =>
    `${shown(day)} vốn là ngày nghỉ hằng tuần nên không cần nghỉ bù hay hoán đổi. Xin kiểm tra lại ngày.`,
  'calendar-nothing-to-cancel': ({ day }) =>
    `Lịch chung không nói gì về ${shown(day)}. Xin chọn loại ngày khác, hoặc bỏ ngày đơn vị đã nhập.`,
  'calendar-reason-missing': ({ day }) => `${shown(day)} đã có trong lịch. Xin ghi lý do thay đổi.`,
  'calendar-other-year': ({ day, year }) => `${shown(day)} không thuộc năm ${year}. Xin bỏ ngày này khỏi thông báo.`,
  'calendar-day-twice': ({ day }) => `${shown(day)} có hai lần trong thông báo. Xin giữ một dòng.`,
  'calendar-notice-changes': 'Thông báo này làm đổi những ngày đã có trong lịch. Xin ghi lý do thay đổi.',
  'calendar-week-taken': ({ day }) =>
    `Đã có tuần làm việc từ ${shown(day)}. Xin ghi lý do thay đổi, hoặc chọn ngày khác.`,
};

/** Why a row of a notice cannot be taken, by code of the fault. */
export const faultWords: Readonly<Record<string, string>> = {
  'notice-day-missing': 'Thiếu ngày.',
  'notice-day-unread': 'Không đọc được ngày. Xin ghi dạng 15/02/2027, hoặc 15/02/2027 - 19/02/2027.',
  'notice-other-year': 'Ngày không thuộc năm của thông báo.',
  'notice-stretch': 'Khoảng ngày không đúng: ngày cuối phải sau ngày đầu và không quá 31 ngày.',
  'notice-day-twice': 'Ngày này đã có ở dòng trên.',
  'notice-kind-missing': 'Thiếu loại ngày.',
  'notice-kind-unknown':
    'Không rõ loại ngày. Xin dùng một trong: Nghỉ lễ, Tết; Nghỉ bù; Nghỉ hoán đổi; Làm bù; Nghỉ riêng.',
  'notice-name': 'Tên ngày cần từ 2 đến 200 ký tự.',
  'notice-citation': 'Căn cứ cần từ 3 đến 300 ký tự.',
  'calendar-worked-anyway': 'Vốn là ngày làm việc nên không thể là ngày làm bù.',
  'calendar-off-anyway': 'Vốn là ngày nghỉ hằng tuần nên không cần nghỉ bù hay hoán đổi.',
};

const unannounced = ' Năm này chưa có thông báo lịch nghỉ nên ngày có thể thay đổi.';

/** Why a day is worked or off, as a sentence. */
export function dayWords(explained: DayExplanation): string {
  const more = explained.announced ? '' : unannounced;
  if (explained.reason === 'weekday') return `${shown(explained.day)} là ngày làm việc.${more}`;
  if (explained.reason === 'weekend') return `${shown(explained.day)} là ngày nghỉ hằng tuần.${more}`;
  const kind = explained.reason === 'worked-rest-day' ? 'làm bù' : kindWithin(explained.reason);
  return `${shown(explained.day)} ${kind}: ${explained.name} (${explained.citation}).${more}`;
}

/** "07:00–11:30, 13:30–17:00", or "nghỉ". */
export function sessionWords(sessions: readonly Session[] | undefined): string {
  return (sessions ?? []).map(({ from, to }) => `${from}–${to}`).join(', ') || 'nghỉ';
}

/** Every weekday with its hours; weekdays one after the other with the same hours are said together. */
export function weekWords(week: WeekHours): string {
  const parts: { first: Weekday; last: Weekday; hours: string }[] = [];
  for (const weekday of [1, 2, 3, 4, 5, 6, 7] as const) {
    const hours = sessionWords(week[weekday]);
    const open = parts.at(-1);
    if (open?.hours === hours) open.last = weekday;
    else parts.push({ first: weekday, last: weekday, hours });
  }
  return parts
    .map(({ first, last, hours }) => {
      const days = first === last ? weekdayNames[first] : `${weekdayNames[first]} – ${weekdayNames[last]}`;
      return `${days}: ${hours}`;
    })
    .join('; ');
}

export const permissions = { 'calendar.manage': 'Nhập, sửa lịch làm việc và ngày nghỉ của đơn vị' };

export const topics = { 'calendar.changed': 'Lịch làm việc của đơn vị đã đổi.' };

export const actions = {
  'calendar-day.entered': 'nhập một ngày vào lịch làm việc',
  'calendar-day.changed': 'sửa một ngày trong lịch làm việc',
  'calendar-day.withdrawn': 'bỏ một ngày đơn vị đã nhập trong lịch làm việc',
  'calendar-year.entered': 'nhập thông báo lịch nghỉ',
  'calendar-week.set': 'đặt tuần làm việc',
  'calendar-week.withdrawn': 'bỏ tuần làm việc đã đặt',
};

interface LoggedDay {
  readonly day: PlainDate;
  readonly kind: DayKind;
  readonly name: string;
}

const dayLine = (one: LoggedDay) => `${formatDate(one.day)} ${kindWithin(one.kind)}: ${one.name}`;

export const fields = {
  day: { name: 'ngày', value: (day: unknown) => shown(String(day)) },
  kind: { name: 'loại ngày', value: (kind: unknown) => kindNames[kind as DayKind] },
  name: 'tên ngày',
  citation: 'căn cứ',
  year: 'năm',
  announced: { name: 'đã có thông báo', value: (announced: unknown) => (announced ? 'có' : 'chưa') },
  days: {
    name: 'các ngày',
    value: (days: unknown) => (days as readonly LoggedDay[]).map(dayLine).join('; ') || '(không có)',
  },
  effectiveFrom: { name: 'từ ngày', value: (day: unknown) => shown(String(day)) },
  week: { name: 'tuần làm việc', value: (week: unknown) => (week ? weekWords(week as WeekHours) : '(bỏ)') },
};

export const records = {
  'calendar-day': { name: 'ngày trong lịch', permission: 'calendar.manage' },
  'calendar-year': { name: 'lịch nghỉ năm', permission: 'calendar.manage' },
  'calendar-week': { name: 'tuần làm việc', permission: 'calendar.manage' },
};
