import type { Part } from '../due-rule.ts';
import { findNumber, fullYear } from './number-words.ts';
import type { Numbered, TimeMeaning, YearWords } from './time-token.ts';

/** A form of words and what it means; `undefined` when the numbers in it are no time after all. */
export interface WordForm {
  readonly pattern: RegExp;
  readonly meaning: (match: RegExpExecArray) => TimeMeaning | undefined;
}

const yearWords = String.raw`(?:\s*[/\-–.]?\s*(?:của\s+)?(?:năm\s*)?(?<year>\d{4})(?![\d/])|\s*(?:của\s+)?năm\s+(?<otherYear>sau|tới|kế tiếp|tiếp theo|nay|báo cáo))?`;
const ends = String.raw`(?![\p{L}\d])`;
const month = String.raw`(?:1[0-2]|0?[1-9])(?!\d)(?!\s*/\s*\d{1,2}(?!\d))(?!\s*(?:lần|đợt|tháng|ngày|quý|%))`;
const monthWord = `(?:giêng|mười một|mười hai|một|hai|ba|tư|sáu|bảy|bẩy|tám|chín|mười|chạp)${ends}`;
const quarter = String.raw`(?:iv|iii|ii|i|[1-4])${ends}(?!\s*(?:lần|đợt|tháng|ngày))`;
const ownYear = String.raw`(?:\s*/\s*\d{4})?`;
const separator = String.raw`\s*(?:,\s*(?:và\s)?|và\s|hoặc\s|&|\+|-|–|đến\s|tới\s)\s*`;
const partWord = String.raw`(?:(?<part>đầu|giữa|cuối|thượng tuần|trung tuần|hạ tuần)\s+(?:của\s+)?)?`;

const parts: Readonly<Record<string, Part>> = {
  đầu: 'start',
  'thượng tuần': 'start',
  giữa: 'middle',
  'trung tuần': 'middle',
  cuối: 'end',
  'hạ tuần': 'end',
};

function form(source: string, meaning: WordForm['meaning']): WordForm {
  return { pattern: new RegExp(source, 'uy'), meaning };
}

function yearOf(groups: Readonly<Record<string, string | undefined>>): YearWords {
  if (groups.year !== undefined) return { year: fullYear(groups.year) };
  return groups.otherYear !== undefined && !/^(nay|báo cáo)$/.test(groups.otherYear) ? { nextYear: true } : {};
}

function partOf(word: string | undefined): { part?: Part } {
  const part = word === undefined ? undefined : parts[word];
  return part ? { part } : {};
}

/** Items of a list such as "6, tháng 9 và 12/2022"; a year at its end is of all that have none before it. */
function itemsOf(list: string, year: YearWords): Numbered[] {
  const words = list.split(new RegExp(separator, 'u')).map((item) => item.split('/'));
  let last = year;
  const items = words.toReversed().flatMap(([word = '', own]): Numbered[] => {
    const value = findNumber(word.replace(/^(?:tháng|quý|quí)\s*/u, ''));
    if (own !== undefined) last = { year: Number(own) };
    return value === undefined ? [] : [{ value, ...last }];
  });
  return items.reverse();
}

function listMeaning(kind: 'month' | 'quarter'): WordForm['meaning'] {
  return ({ groups = {} }) => {
    const { list = '' } = groups;
    const items = itemsOf(list, yearOf(groups));
    const isRange = items.length === 2 && /[-–]|đến|tới/u.test(list);
    return items.length > 0 ? { kind, items, isRange, ...partOf(groups.part) } : undefined;
  };
}

function dayMeaning({ groups = {} }: RegExpExecArray): TimeMeaning | undefined {
  const day = Number(groups.day);
  const inMonth = groups.month === undefined ? undefined : Number(groups.month);
  if (day < 1 || day > 31 || (inMonth !== undefined && (inMonth < 1 || inMonth > 12))) return undefined;
  return { kind: 'day', day, ...(inMonth === undefined ? {} : { month: inMonth }), ...yearOf(groups) };
}

function lastDayMeaning(): TimeMeaning {
  return { kind: 'day', day: 31 };
}

function halfMeaning({ groups = {} }: RegExpExecArray): TimeMeaning {
  return { kind: 'half', half: groups.half === 'đầu' ? 1 : 2, ...yearOf(groups) };
}

/** "9 tháng đầu năm" and "3 tháng cuối năm", as months. */
function monthsMeaning({ groups = {} }: RegExpExecArray): TimeMeaning | undefined {
  const count = findNumber(groups.count ?? '');
  if (count === undefined || count < 1 || count > 11) return undefined;
  const year = yearOf(groups);
  const [from, to] = groups.half === 'đầu' ? [1, count] : [13 - count, 12];
  return {
    kind: 'month',
    items: [
      { value: from, ...year },
      { value: to, ...year },
    ],
    isRange: true,
  };
}

function yearMeaning({ groups = {} }: RegExpExecArray): TimeMeaning {
  const toYear = groups.toYear === undefined ? {} : { toYear: Number(groups.toYear) };
  const latest = groups.until === undefined ? {} : ({ latest: true } as const);
  return { kind: 'year', ...yearOf(groups), ...toYear, ...partOf(groups.part), ...latest };
}

function weekMeaning(match: RegExpExecArray): TimeMeaning | undefined {
  const { groups = {} } = match;
  const week = findNumber(groups.week ?? '');
  const value = findNumber(groups.month ?? '');
  if (week === undefined || week < 1 || week > 5 || value === undefined) return undefined;
  return { kind: 'month', items: [{ value, ...yearOf(groups) }], isRange: false, week };
}

/** Days, months, quarters, halves and years of the calendar, the more particular form before the more general. */
export const calendarForms: readonly WordForm[] = [
  form(
    String.raw`(?:ngày\s*)?(?<day>\d{1,2})\s*[/.-]\s*(?<month>\d{1,2})\s*[/.-]\s*(?<year>\d{4}|\d{2})(?![\d/]|\s*/)`,
    dayMeaning,
  ),
  form(
    String.raw`(?:ngày\s*)?(?<day>\d{1,2})\s*/\s*(?<month>\d{1,2})(?![\d%])(?!\s*/)(?:\s*(?:của\s+)?năm\s*(?<year>\d{4})|\s*năm\s+(?<otherYear>sau|tới|kế tiếp|nay))?`,
    dayMeaning,
  ),
  form(String.raw`ngày\s*(?:mùng\s*)?(?<day>\d{1,2})\s*tháng\s*(?<month>\d{1,2})(?!\d)${yearWords}`, dayMeaning),
  form(String.raw`ngày\s*(?:mùng\s*)?(?<day>\d{1,2})(?![\d/]|\s*[/-]\s*\d|\s*làm việc)`, dayMeaning),
  form(String.raw`(?<day>\d{1,2})\s+tháng\s*(?<month>\d{1,2})\s*(?:năm|/)\s*(?<year>\d{4})`, dayMeaning),
  form(
    String.raw`tuần\s+(?:lễ\s+)?(?:thứ\s+)?(?<week>\d|nhất|hai|ba|tư|đầu|cuối)(?:\s+(?:của|cùng|tiên))*\s+tháng\s*(?<month>${month}|${monthWord})${yearWords}`,
    weekMeaning,
  ),
  form(String.raw`(?:0?6|sáu)\s*tháng\s*(?<half>đầu|cuối)(?:\s*năm(?!\s*\d))?${yearWords}`, halfMeaning),
  form(String.raw`nửa\s*(?:năm\s*)?(?<half>đầu|cuối)(?:\s*năm(?!\s*\d))?${yearWords}`, halfMeaning),
  form(
    String.raw`(?<count>\d{1,2}|ba|chín)\s*tháng\s*(?<half>đầu|cuối)(?!\s*(?:của\s*)?(?:mỗi\s*)?(?:quý|quí|kỳ|kì))(?:\s*năm(?!\s*\d))?${yearWords}`,
    monthsMeaning,
  ),
  form(
    String.raw`${partWord}tháng\s*(?<list>${month}${ownYear}(?:${separator}(?:tháng\s*)?${month}${ownYear})*)${yearWords}`,
    listMeaning('month'),
  ),
  form(String.raw`${partWord}tháng\s+(?<list>${monthWord})${yearWords}`, listMeaning('month')),
  form(String.raw`t(?<list>${month})\s*/\s*(?<year>\d{4})(?!\d)`, listMeaning('month')),
  form(String.raw`(?<list>(?:1[0-2]|0?[1-9]))\s*/\s*(?<year>\d{4})(?![\d/]|\s*/)`, listMeaning('month')),
  form(
    String.raw`${partWord}qu[ýí]\s*(?<list>${quarter}${ownYear}(?:${separator}(?:qu[ýí]\s*)?${quarter}${ownYear})*)${yearWords}`,
    listMeaning('quarter'),
  ),
  form(String.raw`q(?<list>[1-4])\s*/\s*(?<year>\d{4})(?!\d)`, listMeaning('quarter')),
  form(String.raw`giai đoạn\s*(?<year>\d{4})\s*[-–]\s*(?<toYear>\d{4})`, yearMeaning),
  form(
    String.raw`(?:(?<part>đầu|giữa|cuối)\s+|(?<until>hết)\s+|(?:cả|suốt|toàn)\s+)?năm\s*(?<year>\d{4})(?:\s*[-–]\s*(?<toYear>\d{4}))?${ends}`,
    yearMeaning,
  ),
  form(
    String.raw`(?:(?<part>đầu|giữa|cuối)|(?<until>hết)|trong|cả|suốt|toàn)\s+năm(?:\s+(?<otherYear>sau|tới|nay))?${ends}(?!\s*\d)`,
    yearMeaning,
  ),
  form(
    String.raw`ngày\s+cuối(?:\s+cùng)?(?=\s+(?:của\s+)?(?:${'(?:hằng|hàng|mỗi|từng)'}\s+)?(?:tháng|quý|năm)(?![\p{L}\d]))`,
    lastDayMeaning,
  ),
  form(String.raw`20\d{2}${ends}(?!\s*[/.-])`, ({ 0: digits }) => ({ kind: 'year', year: Number(digits) })),
];
