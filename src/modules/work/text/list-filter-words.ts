import { formatDate, type PlainDate } from '#kernel/plain-date.ts';
import type { WorkState } from '../domain/states.ts';
import { stateWords } from './state-words.ts';

interface Filtered {
  readonly q?: string | undefined;
  readonly state?: WorkState | readonly WorkState[] | undefined;
  readonly field?: string | undefined;
  readonly year?: number | undefined;
  readonly month?: string | undefined;
  readonly from?: PlainDate | undefined;
  readonly to?: PlainDate | undefined;
  readonly empty?: 'yes' | undefined;
  readonly closed?: 'yes' | 'no' | undefined;
}

/** What a list was narrowed by, one line each, for the head of an export. */
export function listFilterWords(filter: Filtered, fields: ReadonlyMap<string, string>): string[] {
  const { q, state, field, year, month, from, to, empty, closed } = filter;
  const states = state === undefined ? [] : typeof state === 'string' ? [state] : state;
  return [
    states.length > 0 ? `Trạng thái: ${states.map((one) => stateWords[one]).join(', ')}` : '',
    field === undefined ? '' : `Lĩnh vực: ${field === 'none' ? 'chưa xếp' : (fields.get(field) ?? field)}`,
    year === undefined ? '' : `Năm ${year}`,
    month === undefined
      ? ''
      : month === 'none'
        ? 'Chưa có hạn'
        : `Hạn trong tháng ${month.split('-').reverse().join('/')}`,
    from === undefined ? '' : `Hạn từ ngày ${formatDate(from)}`,
    to === undefined ? '' : `Hạn đến ngày ${formatDate(to)}`,
    empty === undefined ? '' : 'Chưa có người thực hiện',
    closed === undefined ? '' : closed === 'yes' ? 'Đã xong' : 'Chưa xong',
    q === undefined || q === '' ? '' : `Tìm: “${q}”`,
  ].filter((line) => line !== '');
}
