import { fold } from '#kernel/fold.ts';
import type { Channel, Counting, Database, ExemptionReason, FeeBasis, OnlineLevel } from '../procedure-content.ts';

/** How the values of closed lists are written in a sheet. */

export const channelWords: Readonly<Record<Channel, string>> = {
  counter: 'trực tiếp',
  online: 'trực tuyến',
  postal: 'bưu chính',
};

export const onlineWords: Readonly<Record<OnlineLevel, string>> = {
  offline: 'không trực tuyến',
  unspecified: 'trực tuyến, chưa rõ mức độ',
  partial: 'một phần',
  full: 'toàn trình',
};

export const countingWords: Readonly<Record<Counting, string>> = { days: 'theo ngày', hours: 'theo giờ' };

export const basisWords: Readonly<Record<FeeBasis, string>> = {
  dossier: 'hồ sơ',
  page: 'trang',
  copy: 'bản',
  case: 'trường hợp',
  other: 'khác',
};

export const databaseWords: Readonly<Record<Database, string>> = {
  population: 'dân cư',
  'civil-status': 'hộ tịch',
  insurance: 'bảo hiểm',
  'driving-licence': 'giấy phép lái xe',
  business: 'đăng ký doanh nghiệp',
  vehicle: 'đăng ký xe',
  land: 'đất đai',
  'criminal-record': 'lý lịch tư pháp',
  health: 'sức khỏe',
};

export const reasonWords: Readonly<Record<ExemptionReason, string>> = {
  merit: 'người có công',
  poor: 'hộ nghèo',
  'near-poor': 'hộ cận nghèo',
  disabled: 'người khuyết tật',
  child: 'trẻ em',
  elderly: 'người cao tuổi',
  minority: 'đồng bào dân tộc thiểu số',
  other: 'khác',
};

/** The value a word stands for, with or without diacritics; undefined when it is none of the list. */
export function findByWords<V extends string>(words: Readonly<Record<V, string>>, text: string): V | undefined {
  const wanted = fold(text);
  return (Object.keys(words) as V[]).find((value) => fold(words[value]) === wanted || value === text.trim());
}
