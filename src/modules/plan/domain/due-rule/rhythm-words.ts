import type { Frequency } from '../due-rule.ts';
import { findNumber } from './number-words.ts';
import type { Modifier, TimeMeaning } from './time-token.ts';
import { every, type WordForm, type WordGroups, wordEnd, wordForm } from './word-form.ts';

/** Spans and the report they stand for. */
const reports: Readonly<Record<string, Frequency>> = {
  tuần: 'week',
  tháng: 'month',
  quý: 'quarter',
  quí: 'quarter',
  '3 tháng': 'quarter',
  'ba tháng': 'quarter',
  '6 tháng': '6months',
  'sáu tháng': '6months',
  'nửa năm': '6months',
  '9 tháng': '9months',
  'chín tháng': '9months',
  năm: 'year',
  'cả năm': 'year',
  'một năm': 'year',
  '1 năm': 'year',
};

/** How many times a year, and the report that is written as often. */
const timesAYear: Readonly<Record<number, Frequency>> = { 1: 'year', 2: '6months', 4: 'quarter', 12: 'month' };

const quarter = `(?:iv|iii|ii|i)${wordEnd}`;
const unit = String.raw`(?:(?:0?[369]|ba|sáu|chín)\s*tháng|(?:cả|một|0?1)\s*năm|nửa\s*năm|tuần|tháng|quý|quí|năm)${wordEnd}(?!\s*(?:\d|${quarter}|đầu|cuối|sau|tới))`;
const unitSeparator = String.raw`(?:\s*(?:,\s*(?:và\s)?|và\s|hoặc\s|/|&)\s*(?:${every}\s*)?|\s+(?:${every}\s+)?)`;
const unitList = `${unit}(?:${unitSeparator}${unit})*`;

function unitsOf(list: string): Frequency[] {
  const words = [...list.matchAll(new RegExp(unit, 'gu'))].map(([word]) => word.replace(/^0/, ''));
  return [...new Set(words.flatMap((word) => reports[word.replace(/^(\d)(?=\p{L})/u, '$1 ')] ?? []))];
}

function frequencyMeaning({ list = '', said }: WordGroups): TimeMeaning {
  const units = unitsOf(list);
  return { kind: 'frequency', units, said: said !== undefined || units.length > 1 };
}

/** "02 lần/năm", "mỗi quý 01 lần": how often, when the number has a kind of report of its own. */
function timesMeaning({ unit: span = '', times = '1' }: WordGroups): TimeMeaning {
  const count = findNumber(times) ?? 0;
  const [one] = unitsOf(span);
  const report = one === 'year' ? timesAYear[count] : count === 1 ? one : undefined;
  return report ? { kind: 'frequency', units: [report], said: true } : { kind: 'count' };
}

function reportMonthMeaning(month: 'last' | 'next', otherwise: readonly Frequency[]): WordForm['meaning'] {
  return ({ quarter: named }) => ({ kind: 'reportMonth', month, units: named === undefined ? otherwise : ['quarter'] });
}

function modifier(source: string, meaning: Modifier): WordForm {
  return wordForm(`(?:${source})${wordEnd}`, () => ({ kind: 'modifier', modifier: meaning }));
}

/** "02 lần/năm", standing work, the months of reports: looked for before the calendar. */
export const countForms: readonly WordForm[] = [
  wordForm(
    String.raw`(?:(?:thực hiện|triển khai|tiến hành)\s+)?(?:thường xuyên|liên tục|quanh năm|${every}\s+ngày)${wordEnd}(?:\s*(?:,\s*|và\s+)?(?:thường xuyên|liên tục))?(?:\s*,?\s*(?:(?:trong|cả|suốt|hằng|hàng)\s+)?năm(?:\s*\d{4})?${wordEnd}(?!\s*/))?`,
    () => ({ kind: 'standing' }),
  ),
  wordForm(
    String.raw`(?:ít nhất\s+|tối thiểu\s+)?(?:định k[ỳì]\s+)?(?<times>\d{1,2}|một|hai|ba|bốn)\s*(?:lần|đợt|kỳ)\s*(?:/|mỗi|một|trong|trên)\s*(?<unit>(?:\d\s*)?(?:tuần|tháng|quý|năm))${wordEnd}`,
    timesMeaning,
  ),
  wordForm(
    String.raw`(?:định k[ỳì]\s+)?(?:${every}\s+)?(?<unit>(?:0?[369]|ba|sáu|chín)\s*tháng|tuần|tháng|quý|năm)\s*(?:/|\s)\s*(?<times>\d{1,2}|một|hai)?\s*lần${wordEnd}`,
    timesMeaning,
  ),
  wordForm(String.raw`(?:ít nhất\s+|tối thiểu\s+)?\d{1,2}\s*(?:lần|đợt)${wordEnd}`, () => ({ kind: 'count' })),
  wordForm(
    String.raw`(?:của\s+)?tháng\s+cuối(?:\s+cùng)?\s+(?:của\s+)?(?:${every}\s+)?(?:(?<quarter>quý|quí)|k[ỳì])${wordEnd}(?:\s+báo cáo${wordEnd})?(?!\s*(?:\d|${quarter}))`,
    reportMonthMeaning('last', []),
  ),
  wordForm(
    String.raw`(?:của\s+)?tháng\s+(?:đầu\s+(?:tiên\s+)?(?:của\s+)?(?<quarter>quý|quí)\s+)?(?:sau|tiếp theo|kế tiếp|liền kề)${wordEnd}(?:\s+(?:liền kề|đó))?`,
    reportMonthMeaning('next', ['month']),
  ),
];

/** Periodic reports and "đột xuất": looked for after the calendar. */
export const rhythmForms: readonly WordForm[] = [
  wordForm(
    String.raw`(?:theo\s+)?(?<said>định k[ỳì])\s+(?:báo cáo\s+)?(?:${every}\s+)?(?<list>${unitList})`,
    frequencyMeaning,
  ),
  wordForm(String.raw`(?:của\s+)?(?<said>${every})\s+(?<list>${unitList})`, frequencyMeaning),
  wordForm(`(?<list>${unitList})`, frequencyMeaning),
  wordForm(String.raw`(?:theo\s+)?(?<said>định k[ỳì])${wordEnd}`, frequencyMeaning),
  wordForm(String.raw`(?:(?:báo cáo|hoặc|và)\s+)*đột xuất${wordEnd}(?:\s*(?:khi|theo|nếu)[^,;.]*)?`, () => ({
    kind: 'adHoc',
  })),
];

/** Words that bind the time after them. */
export const modifierForms: readonly WordForm[] = [
  modifier(
    String.raw`chậm nhất(?:\s+(?:là|vào|đến|trong))*|muộn nhất(?:\s+(?:là|vào|đến))*|không quá|không muộn hơn|không chậm hơn|hạn (?:cuối|chót)(?:\s+là)?`,
    'latest',
  ),
  modifier(String.raw`trước(?:\s+thời (?:điểm|hạn))?`, 'before'),
  modifier(String.raw`(?:cho\s+)?(?:đến|tới)\s+hết|(?:cho\s+)?(?:đến|tới)|hết`, 'until'),
  modifier(String.raw`(?:(?:bắt đầu|kể|tính)\s+)?từ`, 'from'),
  modifier(String.raw`(?:phải\s+)?(?:hoàn thành|hoàn tất|kết thúc|xong)(?:\s+xong)?`, 'done'),
  modifier(String.raw`trong(?:\s+(?:khoảng|thời gian))?|vào|khoảng|dự kiến|tại|ngay`, 'within'),
];
