import { dayOf, type Moment, writeClock } from '#kernel/moment.ts';
import { formatDate, type PlainDate, partsOf, weekdayOf } from '#kernel/plain-date.ts';

const weekdays = ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'];

/** `ngày 10 tháng 01 năm 2022`, as the head of a document says its day. */
export function dateWords(day: PlainDate): string {
  const { year, month, day: ofMonth } = partsOf(day);
  return `ngày ${String(ofMonth).padStart(2, '0')} tháng ${String(month).padStart(2, '0')} năm ${year}`;
}

/** `08 giờ 15 phút, ngày 10/01/2022`, as the statutory forms write a moment. */
export function momentWords(at: Moment): string {
  const [hours, minutes] = writeClock(at).split(':');
  return `${hours} giờ ${minutes} phút, ngày ${formatDate(dayOf(at))}`;
}

/** The same with its weekday, which people remember: `17 giờ 00 phút, thứ Năm, ngày 13/01/2022`. */
export function weekdayWords(at: Moment): string {
  const [hours, minutes] = writeClock(at).split(':');
  const day = dayOf(at);
  return `${hours} giờ ${minutes} phút, ${weekdays[weekdayOf(day) - 1]}, ngày ${formatDate(day)}`;
}
