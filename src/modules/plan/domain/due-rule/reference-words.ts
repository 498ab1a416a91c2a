import type { WordForm } from './calendar-words.ts';
import { findNumber } from './number-words.ts';
import type { TimeMeaning } from './time-token.ts';

const noun =
  '(?:hướng dẫn|kế hoạch|tiến độ|thông báo|chỉ đạo|yêu cầu|quy định|qui định|lộ trình|văn bản|quyết định|công văn|phân công|kết luận|nghị quyết|chương trình|lịch|thời gian|thời hạn|đề án|chỉ tiêu|nhu cầu|thực tế|tình hình|đề nghị|phân cấp|luật|nghị định|thông tư)';
/** Where words about somebody else's date end and a date of our own begins. */
const stop = String.raw`(?=\s*[,;.(]|\s+(?:và|hoặc)\s+(?:theo|định k|hằng|hàng|trước|đột xuất|ngày|tháng|quý)|\s*(?:và\s+)?(?:trước ngày|trước \d|chậm nhất|muộn nhất|định k[ỳì])|\s*$)`;
const days = String.raw`(?:(?:chậm nhất|muộn nhất|trong vòng|trong thời hạn|trong|không quá|tối đa|sau)\s+(?:là\s+)?)?(?<days>\d{1,3}|một|hai|ba|bốn|năm|bảy|mười)\s*ngày(?<working>\s*làm việc)?`;

function guidedMeaning({ groups = {} }: RegExpExecArray): TimeMeaning {
  const words = (groups.words ?? '').trim();
  const owner = /(?:^|\s)(?:của|tại|do)\s+(.+)$/u.exec(words)?.[1];
  return { kind: 'guided', by: (owner ?? words).trim(), noun: groups.noun ?? '' };
}

function triggerMeaning({ groups = {} }: RegExpExecArray): TimeMeaning | undefined {
  const trigger = (groups.trigger ?? '').trim();
  const count = findNumber(groups.days ?? '');
  if (trigger === '') return undefined;
  return {
    kind: 'trigger',
    trigger,
    ...(count === undefined ? {} : { days: count }),
    ...(groups.working === undefined ? {} : { workingDays: true }),
  };
}

function form(source: string, meaning: WordForm['meaning']): WordForm {
  return { pattern: new RegExp(source, 'uy'), meaning };
}

/** Dates that come from somebody else or from an event. */
export const referenceForms: readonly WordForm[] = [
  form(
    String.raw`(?:(?:trong|đúng|đảm bảo|bảo đảm)\s+)*(?:thời hạn|thời gian|tiến độ)\s+(?:do\s+.{1,40}?\s+)?(?<words>(?<noun>quy định|qui định)(?:\s+(?:của|tại)\s+.+?)??)${stop}`,
    guidedMeaning,
  ),
  form(
    String.raw`(?:thực hiện\s+)?theo\s+(?:đúng\s+)?(?:các\s+)?(?<words>(?<noun>${noun})(?:\s.*?)??)${stop}`,
    guidedMeaning,
  ),
  form(
    String.raw`${days}\s*(?:,\s*)?(?:kể từ|tính từ|từ|sau)\s+(?:khi|ngày)?\s*(?!\d)(?<trigger>.+?)(?=\s*[;,(]|\s*$)`,
    triggerMeaning,
  ),
  form(
    String.raw`(?:ngay\s+)?(?:sau khi|kể từ khi|từ khi|khi|nếu|kể từ ngày(?!\s*\d)|sau ngày(?!\s*\d))\s+(?<trigger>.+?)(?=\s*[;,(]|\s*$)`,
    triggerMeaning,
  ),
];
