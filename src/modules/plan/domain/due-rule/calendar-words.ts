import type { Part } from '../due-rule.ts';
import { findNumber, fullYear } from './number-words.ts';
import type { Numbered, TimeMeaning, YearWords } from './time-token.ts';
import { every, type WordForm, type WordGroups, wordEnd, wordForm } from './word-form.ts';

const yearWords = String.raw`(?:\s*[/\-–.]?\s*(?:của\s+)?(?:năm\s*)?(?<year>\d{4})(?![\d/])|\s*(?:của\s+)?năm\s+(?:(?<nextYear>sau|tới|kế tiếp|tiếp theo)|nay|báo cáo))?`;
/** "17 giờ 00", "17h" before a day. */
const hour = String.raw`(?:\d{1,2}\s*(?:giờ|h|:)\s*(?:\d{2})?(?:\s*phút)?,?\s+)?`;
const day = String.raw`(?<day>3[01]|[12]\d|0?[1-9])(?!\d)`;
const dayMonth = String.raw`(?<month>1[0-2]|0?[1-9])(?!\d)`;
const month = String.raw`(?:1[0-2]|0?[1-9])(?!\d)(?!\s*/\s*\d{1,2}(?!\d))(?!\s*(?:lần|đợt|tháng|ngày|quý|%))`;
const monthWord = `(?:giêng|mười một|mười hai|một|hai|ba|tư|sáu|bảy|bẩy|tám|chín|mười|chạp)${wordEnd}`;
const quarter = String.raw`(?:iv|iii|ii|i|[1-4])${wordEnd}(?!\s*(?:lần|đợt|tháng|ngày))`;
const ownYear = String.raw`(?:\s*/\s*\d{4})?`;
/** A sign or word that makes two items the ends of a span. */
const range = String.raw`[-–]|đến\s|tới\s`;
const separator = String.raw`\s*(?:,\s*(?:và\s)?|và\s|hoặc\s|&|\+|${range})\s*`;
const partWord = String.raw`(?:(?<part>đầu|giữa|cuối|thượng tuần|trung tuần|hạ tuần)\s+(?:của\s+)?)?`;

const parts: Readonly<Record<string, Part>> = {
  đầu: 'start',
  'thượng tuần': 'start',
  giữa: 'middle',
  'trung tuần': 'middle',
  cuối: 'end',
  'hạ tuần': 'end',
};

function yearOf(groups: WordGroups): YearWords {
  if (groups.year !== undefined) return { year: fullYear(groups.year) };
  return groups.nextYear === undefined ? {} : { nextYear: true };
}

function partOf({ part = '' }: WordGroups): { part?: Part } {
  const found = parts[part];
  return found ? { part: found } : {};
}

/** Items of a list such as "6, tháng 9 và 12/2022"; a year is also of the items before it that come earlier in it. */
function itemsOf({ list = '', ...groups }: WordGroups): Numbered[] {
  let year = yearOf(groups);
  let later = Number.POSITIVE_INFINITY;
  const items = list.split(new RegExp(separator, 'u')).toReversed();
  const numbered = items.map((item): Numbered => {
    const [word = '', own] = item.replace(/^(?:tháng|quý|quí)\s*/u, '').split('/');
    const value = findNumber(word) ?? 0;
    if (own !== undefined) year = { year: Number(own) };
    else if (value > later) year = {};
    later = value;
    return { value, ...year };
  });
  return numbered.reverse();
}

function listMeaning(kind: 'month' | 'quarter'): WordForm['meaning'] {
  return (groups) => {
    const items = itemsOf(groups);
    const isRange = items.length === 2 && new RegExp(range, 'u').test(groups.list ?? '');
    return { kind, items, isRange, ...partOf(groups) };
  };
}

function dayMeaning(groups: WordGroups): TimeMeaning {
  const month = groups.month === undefined ? {} : { month: Number(groups.month) };
  return { kind: 'day', day: Number(groups.day), ...month, ...yearOf(groups) };
}

function halfMeaning(groups: WordGroups): TimeMeaning {
  return { kind: 'half', half: groups.half === 'đầu' ? 1 : 2, ...yearOf(groups) };
}

/** "9 tháng đầu năm" and "3 tháng cuối năm", as months. */
function monthsMeaning(groups: WordGroups): TimeMeaning {
  const count = findNumber(groups.count ?? '') ?? 0;
  const year = yearOf(groups);
  const values = groups.half === 'đầu' ? [1, count] : [13 - count, 12];
  return { kind: 'month', items: values.map((value) => ({ value, ...year })), isRange: true };
}

function yearMeaning(groups: WordGroups): TimeMeaning {
  const toYear = groups.toYear === undefined ? {} : { toYear: Number(groups.toYear) };
  const latest = groups.until === undefined ? {} : ({ latest: true } as const);
  return { kind: 'year', ...yearOf(groups), ...toYear, ...partOf(groups), ...latest };
}

function weekMeaning(groups: WordGroups): TimeMeaning {
  const week = findNumber(groups.week ?? '') ?? 0;
  return { kind: 'month', items: itemsOf(groups), isRange: false, week };
}

/** Days, months, quarters, halves and years of the calendar, the more particular form before the more general. */
export const calendarForms: readonly WordForm[] = [
  wordForm(
    String.raw`${hour}(?:ngày\s*)?${day}\s*[/.-]\s*${dayMonth}\s*[/.-]\s*(?<year>\d{4}|\d{2})(?![\d/]|\s*/)`,
    dayMeaning,
  ),
  wordForm(
    String.raw`${hour}(?:ngày\s*)?${day}\s*/\s*${dayMonth}(?!%)(?!\s*/)(?:\s*(?:của\s+)?năm\s*(?<year>\d{4})|\s*năm\s+(?:(?<nextYear>sau|tới|kế tiếp)|nay))?`,
    dayMeaning,
  ),
  wordForm(String.raw`${hour}ngày\s*(?:mùng\s*)?${day}\s*tháng\s*${dayMonth}${yearWords}`, dayMeaning),
  wordForm(String.raw`ngày\s*(?:mùng\s*)?${day}(?!/|\s*[/-]\s*\d|\s*làm việc)`, dayMeaning),
  wordForm(String.raw`${day}\s+tháng\s*${dayMonth}\s*(?:năm|/)\s*(?<year>\d{4})`, dayMeaning),
  wordForm(
    String.raw`tuần\s+(?:lễ\s+)?(?:thứ\s+)?(?<week>[1-5]|nhất|hai|ba|tư|đầu|cuối)(?:\s+(?:của|cùng|tiên))*\s+tháng\s*(?<list>${month}|${monthWord})${yearWords}`,
    weekMeaning,
  ),
  wordForm(String.raw`(?:0?6|sáu)\s*tháng\s*(?<half>đầu|cuối)(?:\s*năm(?!\s*\d))?${yearWords}`, halfMeaning),
  wordForm(String.raw`nửa\s*(?:năm\s*)?(?<half>đầu|cuối)(?:\s*năm(?!\s*\d))?${yearWords}`, halfMeaning),
  wordForm(
    String.raw`(?<count>1[0-2]|0?[1-9]|ba|chín)\s*tháng\s*(?<half>đầu|cuối)(?!\s*(?:của\s*)?(?:mỗi\s*)?(?:quý|quí|kỳ|kì))(?:\s*năm(?!\s*\d))?${yearWords}`,
    monthsMeaning,
  ),
  wordForm(
    String.raw`${partWord}tháng\s*(?<list>${month}${ownYear}(?:${separator}(?:tháng\s*)?${month}${ownYear})*)${yearWords}`,
    listMeaning('month'),
  ),
  wordForm(String.raw`${partWord}tháng\s+(?<list>${monthWord})${yearWords}`, listMeaning('month')),
  wordForm(String.raw`t(?<list>${month})\s*/\s*(?<year>\d{4})(?!\d)`, listMeaning('month')),
  wordForm(String.raw`(?<list>(?:1[0-2]|0?[1-9]))\s*/\s*(?<year>\d{4})(?![\d/]|\s*/)`, listMeaning('month')),
  wordForm(
    String.raw`${partWord}qu[ýí]\s*(?<list>${quarter}${ownYear}(?:${separator}(?:qu[ýí]\s*)?${quarter}${ownYear})*)${yearWords}`,
    listMeaning('quarter'),
  ),
  wordForm(String.raw`q(?<list>[1-4])\s*/\s*(?<year>\d{4})(?!\d)`, listMeaning('quarter')),
  wordForm(String.raw`giai đoạn\s*(?<year>\d{4})\s*[-–]\s*(?<toYear>\d{4})`, yearMeaning),
  wordForm(
    String.raw`(?:(?<part>đầu|giữa|cuối)\s+|(?<until>hết)\s+|(?:cả|suốt|toàn)\s+)?năm\s*(?<year>\d{4})(?:\s*[-–]\s*(?<toYear>\d{4}))?${wordEnd}`,
    yearMeaning,
  ),
  wordForm(
    String.raw`(?:(?<part>đầu|giữa|cuối)|(?<until>hết)|trong|cả|suốt|toàn)\s+năm(?:\s+(?:(?<nextYear>sau|tới)|nay))?${wordEnd}(?!\s*\d)`,
    yearMeaning,
  ),
  wordForm(String.raw`ngày\s+cuối(?:\s+cùng)?(?=\s+(?:của\s+)?(?:${every}\s+)?(?:tháng|quý|năm)(?![\p{L}\d]))`, () => ({
    kind: 'day',
    day: 31,
  })),
  wordForm(String.raw`(?<!/\s*)(?<year>20\d{2})${wordEnd}(?!\s*[/.-])`, yearMeaning),
];
