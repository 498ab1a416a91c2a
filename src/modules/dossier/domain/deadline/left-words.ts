import type { Deadline, TimeLeft } from './types.ts';

/** "1 ngày 3 giờ", "3 giờ 20 phút", "45 phút": the two largest parts; a part of a minute is left out. */
export function spanWords(days: number, minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const parts: readonly (readonly [number, string])[] = [
    [days, 'ngày'],
    [hours, 'giờ'],
    [minutes % 60, 'phút'],
  ];
  const said = parts.filter(([count]) => count > 0).slice(0, 2);
  return said.map(([count, name]) => `${count} ${name}`).join(' ');
}

function words({ days, minutes, unit }: TimeLeft): string {
  const span = spanWords(days, minutes) || 'dưới 1 phút';
  return unit === 'worked' ? `${span} làm việc` : span;
}

/**
 * How much time a dossier has or how late it is, as people say it: "còn 1 ngày 3 giờ làm việc", "đến hạn", "quá hạn 2
 * ngày làm việc", "tạm dừng, còn …"; when processing has ended "sớm …", "đúng hạn", "trễ …". Time left is rounded down
 * to the minute.
 */
export function leftWords({ state, left }: Pick<Deadline, 'state' | 'left'>): string {
  const isOver = left.side === 'over';
  if (state === 'ended') {
    if (isOver) return `trễ hạn ${words(left)}`;
    return left.totalMinutes === 0 ? 'đúng hạn' : `sớm hạn ${words(left)}`;
  }
  const said = isOver ? `quá hạn ${words(left)}` : left.totalMinutes === 0 ? 'đến hạn' : `còn ${words(left)}`;
  return state === 'paused' ? `tạm dừng, ${said}` : said;
}
