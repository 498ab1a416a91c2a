import { type Moment, writeMoment } from '#kernel/moment.ts';
import type { FieldChange } from '../domain/import/compare.ts';
import type { CellDoubt } from '../domain/import/doubt.ts';
import { fieldWords, type ImportField } from '../domain/import/fields.ts';
import type { DossierState } from '../domain/states.ts';
import { stateWords } from './state-words.ts';

const doubtSentences: Readonly<Record<CellDoubt['why'], (name: string, value: string) => string>> = {
  missing: (name) => `${name} để trống. Xin điền rồi nhập lại, hoặc bỏ qua dòng này.`,
  'not-a-code': (_, value) => `“${value}” không có dạng mã hồ sơ, ví dụ H56.14.22-220110-0001.`,
  'not-a-moment': (name, value) => `${name} “${value}” không đọc được. Dạng đúng: 13/01/2022 17:00.`,
  'unknown-state': (_, value) =>
    `Không biết trạng thái “${value}”. Xin báo người quản trị để thêm, hoặc sửa trong tệp.`,
  'too-long': (name) => `${name} quá dài.`,
  'before-receipt': (name) => `${name} ở trước ngày tiếp nhận.`,
  'no-end': () => 'Trạng thái đã có kết quả nhưng không có ngày xử lý xong.',
  twice: (_, value) => `Mã ${value} có hai dòng trong tệp; chỉ dòng đầu được đọc.`,
  own: (_, value) => `Hồ sơ ${value} được tiếp nhận tại đây, nên tệp không thay đổi được hồ sơ này.`,
};

/** A doubt in words. */
export function doubtWords({ field, value, why }: CellDoubt): string {
  return doubtSentences[why](fieldWords[field], value);
}

const moments: ReadonlySet<ImportField> = new Set(['receivedAt', 'dueAt', 'endedAt', 'returnedAt']);
const channels: Readonly<Record<string, string>> = { counter: 'Trực tiếp', postal: 'Bưu chính', online: 'Trực tuyến' };

/** An old or new value as people read it; null where there was none. */
export function changeWords({ field }: FieldChange, value: string | number | null): string | null {
  if (value === null) return null;
  if (moments.has(field)) return writeMoment(Number(value) as Moment);
  if (field === 'state') return stateWords[value as DossierState];
  return field === 'channel' ? (channels[value] ?? String(value)) : String(value);
}
