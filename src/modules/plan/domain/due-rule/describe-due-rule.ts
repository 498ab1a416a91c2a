import type {
  BeforeRule,
  DateRule,
  DueRule,
  Frequency,
  MonthRule,
  OnTriggerRule,
  Part,
  PeriodicRule,
  QuarterRule,
  YearRule,
} from '../due-rule.ts';

const quarters: readonly string[] = ['I', 'II', 'III', 'IV'];

const parts: Readonly<Record<Part, string>> = { start: 'đầu', middle: 'giữa', end: 'cuối' };

const frequencies: Readonly<Record<Frequency, string>> = {
  week: 'tuần',
  month: 'tháng',
  quarter: 'quý',
  '6months': '6 tháng',
  '9months': '9 tháng',
  year: 'năm',
};

const weeks: readonly string[] = ['tuần đầu', 'tuần thứ 2', 'tuần thứ 3', 'tuần thứ 4', 'tuần cuối'];

function pad(value: number): string {
  return String(value).padStart(2, '0');
}

function withYear(words: string, year: number | null): string {
  return year === null ? words : `${words}/${year}`;
}

function bounded(rule: { latest?: true; from_?: true }, words: string): string {
  if (rule.from_) return `từ ${words}`;
  return rule.latest ? `chậm nhất ${words}` : words;
}

function dayWords(rule: BeforeRule | DateRule): string {
  return withYear(`${pad(rule.writtenDay ?? rule.day)}/${pad(rule.month)}`, rule.year);
}

function dateWords(rule: DateRule): string {
  if (rule.toDay === undefined || rule.toMonth === undefined) return bounded(rule, `ngày ${dayWords(rule)}`);
  return `từ ${dayWords(rule)} đến ${withYear(`${pad(rule.toDay)}/${pad(rule.toMonth)}`, rule.toYear ?? rule.year)}`;
}

function monthWords(rule: MonthRule): string {
  const month = withYear(`tháng ${pad(rule.month)}`, rule.year);
  if (rule.toMonth !== undefined)
    return `từ ${month} đến ${withYear(`tháng ${pad(rule.toMonth)}`, rule.toYear ?? rule.year)}`;
  const week = rule.week === undefined ? '' : `${weeks[rule.week - 1] ?? ''} `;
  return bounded(rule, week + (rule.part ? `${parts[rule.part]} ` : '') + month);
}

function quarterWords(rule: QuarterRule): string {
  const quarter = withYear(`quý ${quarters[rule.quarter - 1] ?? ''}`, rule.year);
  if (rule.toQuarter !== undefined) {
    return `từ ${quarter} đến ${withYear(`quý ${quarters[rule.toQuarter - 1] ?? ''}`, rule.toYear ?? rule.year)}`;
  }
  return bounded(rule, (rule.part ? `${parts[rule.part]} ` : '') + quarter);
}

function yearWords(rule: YearRule): string {
  const year = rule.year === null ? 'năm' : `năm ${rule.year}`;
  if (rule.toYear !== undefined) return `giai đoạn ${rule.year ?? ''} - ${rule.toYear}`;
  if (rule.part) return bounded(rule, `${parts[rule.part]} ${year}`);
  return rule.from_ || rule.latest ? bounded(rule, year) : `trong ${year}`;
}

function dueDayWords({ dueDay, dueInLastMonth, dueInNextMonth }: PeriodicRule): string {
  const day = dueDay === undefined ? '' : dueDay === 31 ? ', ngày cuối' : `, trước ngày ${pad(dueDay)}`;
  if (dueInLastMonth) return `${day === '' ? ', trong' : day} tháng cuối kỳ`;
  return dueInNextMonth ? `${day} tháng sau` : day;
}

function periodicWords(rule: PeriodicRule): string {
  const every = rule.frequency.map((one) => frequencies[one]).join(', ');
  const rhythm = every === '' ? 'định kỳ (chưa nêu kỳ)' : `định kỳ hằng ${every}`;
  const planned = rule.alsoAsPlanned ? 'theo kế hoạch và ' : '';
  return `${planned}${rhythm}${dueDayWords(rule)}${rule.adHoc ? ' hoặc đột xuất' : ''}`;
}

/** Kinds of papers that stand for whoever issues them, when nobody is named. */
const paper =
  /^(?:quy định|qui định|hướng dẫn|kế hoạch|tiến độ|thông báo|chỉ đạo|yêu cầu|lộ trình|chương trình|đề án|lịch)/iu;

function guidedWords(by: string): string {
  return paper.test(by) ? `theo ${by.charAt(0).toLowerCase()}${by.slice(1)}` : `theo thời gian của ${by}`;
}

function triggerWords({ trigger, withinDays, workingDays }: OnTriggerRule): string {
  if (/^đột xuất/iu.test(trigger)) return trigger.charAt(0).toLowerCase() + trigger.slice(1);
  const within =
    withinDays === undefined ? '' : `trong ${pad(withinDays)} ngày${workingDays ? ' làm việc' : ''} kể từ `;
  return `${within}khi ${trigger}`;
}

function timeWords(rule: DueRule): string {
  switch (rule.kind) {
    case 'before':
      return `${rule.latest ? 'chậm nhất' : 'trước'} ngày ${dayWords(rule)}`;
    case 'date':
      return dateWords(rule);
    case 'month':
      return monthWords(rule);
    case 'quarter':
      return quarterWords(rule);
    case 'halfyear':
      return bounded(
        rule,
        `6 tháng ${rule.half === 1 ? 'đầu' : 'cuối'} năm${rule.year === null ? '' : ` ${rule.year}`}`,
      );
    case 'year':
      return yearWords(rule);
    case 'periodic':
      return periodicWords(rule);
    case 'standing':
      return `thường xuyên trong năm${rule.year === null ? '' : ` ${rule.year}`}`;
    case 'asGuided':
      return guidedWords(rule.by);
    case 'onTrigger':
      return triggerWords(rule);
    case 'unspecified':
      return 'chưa nêu thời hạn';
  }
}

/** A rule in the words of an official document, for screens and letters: "Báo cáo: định kỳ hằng quý và đột xuất". */
export function describeDueRule(rule: DueRule): string {
  const words = timeWords(rule) + (rule.note === undefined ? '' : ` (${rule.note})`);
  const sentence = rule.appliesTo === '' ? words : `${rule.appliesTo}: ${words}`;
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
