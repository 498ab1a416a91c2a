import type { Frequency } from '../due-rule.ts';
import type { WordForm } from './calendar-words.ts';
import { findNumber } from './number-words.ts';
import type { Modifier, TimeMeaning } from './time-token.ts';

const ends = String.raw`(?![\p{L}\d])`;
const every = '(?:hằng|hàng|mỗi|từng)';
const unit = String.raw`(?:(?:0?[369]|ba|sáu|chín)\s*tháng|(?:cả|một|0?1)\s*năm|nửa\s*năm|ngày|tuần|tháng|quý|quí|năm)${ends}(?!\s*(?:\d|(?:iv|iii|ii|i)${ends}|đầu|cuối|sau|tới))`;
const unitSeparator = String.raw`(?:\s*(?:,\s*(?:và\s)?|và\s|hoặc\s|/|&)\s*(?:${every}\s*)?|\s+(?:${every}\s+)?)`;

/** Words of a span and the report they stand for; "hằng ngày" is no report but standing work. */
function frequencyOf(word: string): Frequency | 'day' | undefined {
  const count = findNumber(/^(\d+|ba|sáu|chín)(?=\s*tháng)/u.exec(word)?.[1] ?? '');
  if (count === 3) return 'quarter';
  if (count === 6 || word.startsWith('nửa')) return '6months';
  if (count === 9) return '9months';
  if (word.endsWith('năm')) return 'year';
  if (word === 'tuần') return 'week';
  if (word === 'tháng') return 'month';
  if (word === 'quý' || word === 'quí') return 'quarter';
  return word === 'ngày' ? 'day' : undefined;
}

function unitsOf(list: string): (Frequency | 'day')[] {
  return [...list.matchAll(new RegExp(unit, 'gu'))].flatMap(([word]) => frequencyOf(word) ?? []);
}

function frequencyMeaning({ groups = {} }: RegExpExecArray): TimeMeaning | undefined {
  const units = unitsOf(groups.list ?? '');
  const said = groups.every !== undefined || groups.periodic !== undefined || units.length > 1;
  const reports = units.filter((one) => one !== 'day');
  if (reports.length === 0) return units.length > 0 && said ? { kind: 'standing' } : undefined;
  return { kind: 'frequency', units: [...new Set(reports)], said };
}

/** "02 lần/năm", "mỗi quý 01 lần": how often, when the number has a kind of report of its own. */
function timesMeaning({ groups = {} }: RegExpExecArray): TimeMeaning {
  const times = findNumber(groups.times ?? '') ?? 1;
  const [unitWord] = unitsOf(groups.unit ?? '');
  const perYear: Readonly<Record<number, Frequency>> = { 1: 'year', 2: '6months', 4: 'quarter', 12: 'month' };
  const report = unitWord === 'year' ? perYear[times] : times === 1 ? unitWord : undefined;
  return report === undefined || report === 'day'
    ? { kind: 'count' }
    : { kind: 'frequency', units: [report], said: true };
}

function lastMonthMeaning({ groups = {} }: RegExpExecArray): TimeMeaning {
  return { kind: 'reportMonth', month: 'last', units: groups.unit === 'kỳ' || groups.unit === 'kì' ? [] : ['quarter'] };
}

function nextMonthMeaning({ groups = {} }: RegExpExecArray): TimeMeaning {
  return { kind: 'reportMonth', month: 'next', units: groups.unit === undefined ? ['month'] : ['quarter'] };
}

function modifier(source: string, meaning: Modifier): WordForm {
  return {
    pattern: new RegExp(`(?:${source})${ends}`, 'uy'),
    meaning: () => ({ kind: 'modifier', modifier: meaning }),
  };
}

function form(source: string, meaning: WordForm['meaning']): WordForm {
  return { pattern: new RegExp(source, 'uy'), meaning };
}

/** Rhythms: standing work, periodic reports, "đột xuất", and how many times. */
export const rhythmForms: readonly WordForm[] = [
  form(
    String.raw`(?:(?:thực hiện|triển khai|tiến hành)\s+)?(?:thường xuyên|liên tục|quanh năm|${every}\s+ngày)${ends}(?:\s*(?:,\s*|và\s+)?(?:thường xuyên|liên tục))?(?:\s*,?\s*(?:(?:trong|cả|suốt|hằng|hàng)\s+)?năm(?:\s*\d{4})?${ends}(?!\s*/))?`,
    () => ({ kind: 'standing' }),
  ),
  form(
    String.raw`(?:ít nhất\s+|tối thiểu\s+)?(?:định k[ỳì]\s+)?(?<times>\d{1,2}|một|hai|ba|bốn)\s*(?:lần|đợt|kỳ)\s*(?:/|mỗi|một|trong|trên)\s*(?<unit>(?:\d\s*)?(?:tuần|tháng|quý|năm))${ends}`,
    timesMeaning,
  ),
  form(
    String.raw`(?:định k[ỳì]\s+)?(?<unit>(?:(?:0?[369]|ba|sáu|chín)\s*tháng|${every}\s+(?:tuần|tháng|quý|năm)|(?:tuần|tháng|quý|năm)))\s*(?:/|\s)\s*(?<times>\d{1,2}|một|hai)?\s*lần${ends}`,
    timesMeaning,
  ),
  form(String.raw`(?:ít nhất\s+|tối thiểu\s+)?\d{1,2}\s*(?:lần|đợt)${ends}`, () => ({ kind: 'count' })),
  form(
    String.raw`(?:của\s+)?tháng\s+cuối(?:\s+cùng)?\s+(?:của\s+)?(?:${every}\s+)?(?<unit>quý|quí|k[ỳì])${ends}(?:\s+báo cáo${ends})?(?!\s*(?:\d|(?:iv|iii|ii|i)${ends}))`,
    lastMonthMeaning,
  ),
  form(
    String.raw`(?:của\s+)?tháng\s+(?:đầu\s+(?:tiên\s+)?(?:của\s+)?(?<unit>quý|quí)\s+)?(?:sau|tiếp theo|kế tiếp|liền kề)${ends}(?:\s+(?:liền kề|đó))?`,
    nextMonthMeaning,
  ),
  form(
    String.raw`(?:theo\s+)?(?<periodic>định k[ỳì])\s+(?:báo cáo\s+)?(?:${every}\s+)?(?<list>${unit}(?:${unitSeparator}${unit})*)`,
    frequencyMeaning,
  ),
  form(String.raw`(?:của\s+)?(?<every>${every})\s+(?<list>${unit}(?:${unitSeparator}${unit})*)`, frequencyMeaning),
  form(`(?<list>${unit}(?:${unitSeparator}${unit})*)`, frequencyMeaning),
  form(String.raw`(?:theo\s+)?định k[ỳì]${ends}`, () => ({ kind: 'frequency', units: [], said: true })),
  form(String.raw`(?:(?:báo cáo|hoặc|và)\s+)*đột xuất${ends}(?:\s*(?:khi|theo|nếu)[^,;.]*)?`, () => ({
    kind: 'adHoc',
  })),
];

/** Words that bind the time after them. */
export const modifierForms: readonly WordForm[] = [
  modifier(
    'chậm nhất(?:\\s+(?:là|vào|đến|trong))*|muộn nhất(?:\\s+(?:là|vào|đến))*|không quá|không muộn hơn|không chậm hơn|hạn (?:cuối|chót)(?:\\s+là)?',
    'latest',
  ),
  modifier('trước(?:\\s+thời (?:điểm|hạn))?', 'before'),
  modifier('(?:cho\\s+)?(?:đến|tới)\\s+hết|(?:cho\\s+)?(?:đến|tới)|hết', 'until'),
  modifier('(?:(?:bắt đầu|kể|tính)\\s+)?từ', 'from'),
  modifier('(?:phải\\s+)?(?:hoàn thành|hoàn tất|kết thúc|xong)(?:\\s+xong)?', 'done'),
  modifier('trong(?:\\s+(?:khoảng|thời gian))?|vào|khoảng|dự kiến|tại|ngay', 'within'),
];
