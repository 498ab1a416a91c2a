import { findNumber } from './number-words.ts';
import type { TimeMeaning } from './time-token.ts';
import { type WordForm, type WordGroups, wordForm } from './word-form.ts';

const noun =
  '(?:hướng dẫn|kế hoạch|tiến độ|thông báo|chỉ đạo|yêu cầu|quy định|qui định|lộ trình|văn bản|quyết định|công văn|phân công|kết luận|nghị quyết|chương trình|lịch|thời gian|thời hạn|đề án|chỉ tiêu|nhu cầu|thực tế|tình hình|đề nghị|phân cấp|luật|nghị định|thông tư)';
/** Where words about somebody else's date end and a date of our own begins. */
const stop = String.raw`(?=\s*[,;(]|\.\s*$|(?<=[\p{L}\d)]{2})\.\s|\s+(?:và|hoặc)\s+(?:theo|định k|hằng|hàng|trước|đột xuất|ngày|tháng|quý)|\s*(?:và\s+)?(?:trước ngày|trước \d|chậm nhất|muộn nhất|định k[ỳì])|\s*$)`;
const days = String.raw`(?:(?:chậm nhất|muộn nhất|trong vòng|trong thời hạn|trong|không quá|tối đa|sau)\s+(?:là\s+)?)?(?<days>\d{1,3}|một|hai|ba|bốn|năm|bảy|mười)\s*ngày(?<working>\s*làm việc)?`;

function guidedMeaning({ words = '', owner = words }: WordGroups): TimeMeaning {
  return { kind: 'guided', by: owner };
}

function triggerMeaning({ trigger = '', days: written = '', working }: WordGroups): TimeMeaning {
  const count = findNumber(written);
  return {
    kind: 'trigger',
    trigger,
    ...(count === undefined ? {} : { days: count }),
    ...(working === undefined ? {} : { workingDays: true }),
  };
}

const until = String.raw`(?=\s*[;,()]|\s*$)`;
const owned = String.raw`\s+(?:của|tại|do)\s+(?<owner>\S.*?)`;

/** Dates that come from somebody else or from an event. */
export const referenceForms: readonly WordForm[] = [
  wordForm(
    String.raw`(?:(?:trong|đúng|đảm bảo|bảo đảm)\s+)*(?:thời hạn|thời gian|tiến độ)\s+(?:do\s+.{1,40}?\s+)?(?<words>qu[yi] định(?:${owned})??)${stop}`,
    guidedMeaning,
  ),
  wordForm(
    String.raw`(?:thực hiện\s+)?theo\s+(?:đúng\s+)?(?:các\s+)?(?<words>${noun}(?:(?:\s.*?)??${owned}|\s.*?)??)${stop}`,
    guidedMeaning,
  ),
  wordForm(
    String.raw`${days}\s*(?:,\s*)?(?:kể từ|tính từ|từ|sau)\s+(?:khi\s+|ngày\s+)?(?!\d)(?<trigger>\S.*?)${until}`,
    triggerMeaning,
  ),
  wordForm(
    String.raw`(?:ngay\s+)?(?:sau khi|kể từ khi|từ khi|khi|nếu|kể từ ngày(?!\s*\d)|sau ngày(?!\s*\d))\s+(?<trigger>\S.*?)${until}`,
    triggerMeaning,
  ),
];
