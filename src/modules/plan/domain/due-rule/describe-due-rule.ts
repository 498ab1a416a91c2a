import type {
  BeforeRule,
  DateRule,
  DueRule,
  Frequency,
  MonthRule,
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

function withYear(words: string, year: number | null | undefined): string {
  return year === null || year === undefined ? words : `${words}/${year}`;
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
  return bounded(rule, rule.part ? `${parts[rule.part]} ${year}` : `trong ${year}`).replace(
    /^(từ|chậm nhất) trong /u,
    '$1 ',
  );
}

function periodicWords(rule: PeriodicRule): string {
  const every = rule.frequency.map((one) => frequencies[one]).join(', ');
  const day = rule.dueDay === undefined ? '' : `trước ngày ${pad(rule.dueDay)} `;
  const last = rule.dueInLastMonth ? ', vào tháng cuối kỳ' : '';
  const next = rule.dueInNextMonth ? ', vào tháng sau kỳ' : '';
  const planned = rule.alsoAsPlanned ? 'theo kế hoạch và ' : '';
  const rhythm = every === '' ? 'định kỳ (chưa nêu kỳ)' : `định kỳ hằng ${every}`;
  return `${planned}${day}${rhythm}${last}${next}${rule.adHoc ? ' và đột xuất' : ''}`;
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
      return /^(?:quy định|qui định)$/iu.test(rule.by) ? 'theo quy định' : `theo thời gian do ${rule.by} ấn định`;
    case 'onTrigger': {
      const within =
        rule.withinDays === undefined
          ? ''
          : `trong ${pad(rule.withinDays)} ngày${rule.workingDays ? ' làm việc' : ''} kể từ `;
      return /^đột xuất/iu.test(rule.trigger) ? rule.trigger.toLowerCase() : `${within}khi ${rule.trigger}`;
    }
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
