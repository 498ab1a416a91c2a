import { type Moment, parseMoment, writeMoment } from '#kernel/moment.ts';
import { formatDate, type PlainDate, weekdayOf } from '#kernel/plain-date.ts';
import type { NextDayReason } from './due-of-term.ts';
import { spanWords } from './left-words.ts';
import type { ExplanationCode, ExplanationLine, PauseKind } from './types.ts';

const weekdays = ['', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'];

const nextDayReasons: Readonly<Record<NextDayReason, string>> = {
  'day-off': 'vào ngày nghỉ',
  'after-hours': 'sau giờ làm việc',
  'after-cutoff': 'từ',
};

export const pauseWords: Readonly<Record<PauseKind, string>> = {
  supplement: 'chờ bổ sung, hoàn thiện hồ sơ',
  'financial-obligation': 'chờ thực hiện nghĩa vụ tài chính',
  'external-consultation': 'chờ ý kiến cơ quan ngoài đơn vị',
  'applicant-wish': 'theo đề nghị của người nộp hồ sơ',
};

/** Why an apology or a re-appointed date is refused, by code of the verdict. */
export const extensionWords: Readonly<Record<string, (params: Params) => string>> = {
  'extension-used': ({ most }) => `Hồ sơ đã được gia hạn ${most} lần, là số lần pháp luật cho phép.`,
  'extension-too-late': ({ lastDay }) =>
    `Văn bản xin lỗi phải gửi chậm nhất ngày ${shownDay(lastDay)}, trước khi hết hạn ít nhất một ngày; nay không còn được hẹn lại.`,
  'extension-term-too-short': ({ due }) =>
    `Hạn trả kết quả (${shownMoment(due)}) quá gần ngày tiếp nhận, không còn ngày nào để xin lỗi và hẹn lại.`,
  'extension-ended': () => 'Hồ sơ đã giải quyết xong nên không còn hẹn lại ngày trả kết quả.',
  'extension-not-later': ({ due }) => `Ngày hẹn lại phải sau hạn hiện nay (${shownMoment(due)}).`,
  'extension-day-off': ({ day }) => `Ngày hẹn lại ${shownDay(day)} là ngày nghỉ. Xin chọn một ngày làm việc.`,
};

type Params = Readonly<Record<string, string | number>>;
type Value = string | number | undefined;

function withWeekday(day: PlainDate): string {
  return `${weekdays[weekdayOf(day)]} ${formatDate(day)}`;
}

function shownDay(day: Value): string {
  return formatDate(String(day) as PlainDate);
}

function shownMoment(text: Value): string {
  const at = parseMoment(String(text));
  return at === undefined ? String(text) : writeMoment(at);
}

function worked(minutes: Value): string {
  const count = Number(minutes);
  return spanWords(0, count) === '' ? 'không phút làm việc nào' : `${spanWords(0, count)} làm việc`;
}

function stretch(from: PlainDate, to: Value): string {
  return String(to) === from ? formatDate(from) : `${formatDate(from)} đến ${shownDay(to)}`;
}

const mostDays = 8;

function weekends({ count, days }: Params): string {
  const list = String(days).split(' ');
  const shown = list.map((day) => formatDate(day as PlainDate).slice(0, 5)).join(', ');
  const span = `từ ${shownDay(list[0])} đến ${shownDay(list.at(-1))}`;
  return `Không tính ${count} ngày nghỉ hằng tuần: ${list.length <= mostDays ? shown : span}.`;
}

type Said = { readonly day: PlainDate; readonly moment: Moment; readonly params: Params };

const sentences: Readonly<Record<ExplanationCode, (line: Said) => string>> = {
  rules: ({ params }) => `Căn cứ: ${params['citation']}.`,
  received: ({ moment }) => `Tiếp nhận hồ sơ đầy đủ, hợp lệ lúc ${writeMoment(moment)}.`,
  term: ({ params }) => `Thời hạn: ${params['term']}.`,
  'outside-hours': ({ params }) => `Tiếp nhận ngoài giờ làm việc; thời gian tính từ ${shownMoment(params['begins'])}.`,
  'before-cutoff': ({ day, params }) =>
    `Đến trước ${params['cutoff']} của ngày làm việc nên thực hiện trong ngày ${formatDate(day)} (${params['citation']}).`,
  'after-cutoff': ({ day, params }) =>
    `Đến ${lateArrival(params)} nên chuyển sang ngày làm việc tiếp theo, ${withWeekday(day)} (${params['citation']}).`,
  'transfer-first-hours': ({ params }) => `Chuyển vào đầu giờ làm việc, chậm nhất ${shownMoment(params['due'])}.`,
  'day-not-counted': ({ day }) => `Ngày bắt đầu, ${withWeekday(day)}, không tính vào thời hạn.`,
  'first-day': ({ day }) => `Ngày làm việc thứ nhất là ${withWeekday(day)}.`,
  'last-day': ({ day, params }) => `Ngày thứ ${params['count']}, ngày cuối của thời hạn, là ${withWeekday(day)}.`,
  'hours-per-day': ({ params }) =>
    `${String(params['days']).replace('.', ',')} ngày làm việc được tính theo giờ, mỗi ngày ${params['hours']} giờ làm việc.`,
  'worked-time': ({ params }) => `Tính ${worked(params['minutes'])}, chỉ trong giờ làm việc.`,
  'clock-time': ({ params }) =>
    `Tính ${String(params['hours']).replace('.', ',')} giờ liên tục, kể cả ban đêm và ngày nghỉ.`,
  weekends: ({ params }) => weekends(params),
  skipped: ({ day, params }) => `Không tính ${stretch(day, params['to'])}: ${params['name']} (${params['citation']}).`,
  'worked-rest-day': ({ day, params }) => `Có tính ${withWeekday(day)}: ${params['name']} (${params['citation']}).`,
  rolled: ({ day }) => `Ngày cuối là ngày nghỉ nên hạn chuyển sang ngày làm việc tiếp theo, ${withWeekday(day)}.`,
  unannounced: ({ params }) => `Năm ${params['year']} chưa có thông báo lịch nghỉ nên ngày hẹn có thể thay đổi.`,
  due: ({ moment }) => `Hạn: ${writeMoment(moment)}.`,
  paused: ({ moment, params }) =>
    `Tạm dừng ${pauseOf(params)} từ ${writeMoment(moment)} đến ${shownMoment(params['to'])}, ${worked(params['minutes'])} (${params['basis']}).`,
  'paused-until-now': ({ moment, params }) =>
    `Đang tạm dừng ${pauseOf(params)} từ ${writeMoment(moment)}, đến nay ${worked(params['minutes'])} (${params['basis']}); hạn lùi theo.`,
  'pause-not-excluded': ({ moment, params }) =>
    `Từ ${writeMoment(moment)} đến ${shownMoment(params['to'])} ${pauseOf(params)}, vẫn tính vào thời hạn (${params['basis']}).`,
  moved: ({ moment }) => `Hạn lùi theo thời gian tạm dừng, tính bằng giờ làm việc: ${writeMoment(moment)}.`,
  'moved-appointment': ({ moment }) => `Hạn hiện nay: ${writeMoment(moment)}.`,
  restarted: ({ moment, params }) =>
    `Nhận đủ hồ sơ bổ sung lúc ${writeMoment(moment)}; thời hạn được tính lại từ đầu (${params['citation']}).`,
  extended: ({ moment, params }) =>
    `Xin lỗi và hẹn lại theo văn bản số ${params['apology']} lúc ${shownMoment(params['decidedAt'])}: hạn mới ${writeMoment(moment)}.`,
  'extension-refused': ({ moment, params }) =>
    `Văn bản hẹn lại số ${params['apology']} (đến ${writeMoment(moment)}) không làm đổi hạn. ${extensionWords[String(params['reason'])]?.(params) ?? ''}`.trimEnd(),
  'ended-on-time': ({ moment }) => `Giải quyết xong lúc ${writeMoment(moment)}, đúng hạn.`,
  'ended-late': ({ moment, params }) =>
    `Giải quyết xong lúc ${writeMoment(moment)}, sau hạn ${shownMoment(params['due'])}.`,
  'ended-late-by-first': ({ moment, params }) =>
    `Giải quyết xong lúc ${writeMoment(moment)}, kịp ngày hẹn lại nhưng sau hạn lần đầu ${shownMoment(params['due'])}.`,
  'metric-on-time': ({ moment }) =>
    `Theo Quyết định 766/QĐ-TTg, thời gian chờ bổ sung được trừ: đúng hạn nếu xong trước ${writeMoment(moment)}.`,
  'metric-late': ({ moment }) =>
    `Theo Quyết định 766/QĐ-TTg, so với ngày hẹn lần đầu (${writeMoment(moment)}): tính là trễ hạn.`,
  'calendar-off': ({ day, params }) => `Lịch sửa: ${withWeekday(day)} thành ngày nghỉ${reasonOf(params)}.`,
  'calendar-worked': ({ day, params }) => `Lịch sửa: ${withWeekday(day)} thành ngày làm việc${reasonOf(params)}.`,
  'calendar-hours': ({ day }) => `Lịch sửa: đổi giờ làm việc của ${withWeekday(day)}.`,
  'moved-by-calendar': ({ moment, params }) =>
    `Hạn dời từ ${shownMoment(params['before'])} sang ${writeMoment(moment)} vì lịch làm việc thay đổi.`,
  'metric-late-by-supplements': ({ params }) =>
    `Theo Quyết định 766/QĐ-TTg, yêu cầu bổ sung ${params['count']} lần nên tính là trễ hạn.`,
};

function reasonOf({ name, citation }: Params): string {
  return name === '' ? '' : `: ${name} (${citation})`;
}

function lateArrival({ reason, cutoff }: Params): string {
  const words = nextDayReasons[reason as NextDayReason];
  return reason === 'after-cutoff' ? `${words} ${cutoff}` : words;
}

function pauseOf(params: Params): string {
  return pauseWords[params['kind'] as PauseKind];
}

const noDay = '' as PlainDate;

/** One line of an explanation as a sentence. */
export function lineWords({ code, day = noDay, moment = 0 as Moment, params = {} }: ExplanationLine): string {
  return sentences[code]({ day, moment, params });
}

/** An explanation as Vietnamese sentences, one a line, for screen, slip and citizen. */
export function explainDeadline(lines: readonly ExplanationLine[]): string[] {
  return lines.map(lineWords);
}
