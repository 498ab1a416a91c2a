import { foldWords } from '#kernel/fold.ts';

const before = /^(?:de nghi |giao |dong chi |ong |ba |cac dong chi )+/;
const rank = /^(?:(?:cong chuc|can bo|chuc danh|nguoi phu trach|phu trach)(?: phu trach| lam cong tac)? )+/;
const place = /(?: cua)?(?: (?:ubnd|uy ban nhan dan))?(?: cap)? (?:xa|phuong|thi tran|dac khu)$/;
const committee = / (?:ubnd|uy ban nhan dan)$/;

/**
 * A name as documents write it, folded and without what every document writes differently: "Công chức", "UBND xã",
 * marks, hyphens, case. "Công chức Tư pháp – Hộ tịch UBND xã" and "tư pháp - hộ tịch" give the same.
 * `unitNames` are names of the unit itself ("xã Hoằng Tiến"), dropped from the end as well.
 */
export function bareName(name: string, unitNames: readonly string[] = []): string {
  const whole = foldWords(name).replace(before, '');
  const unit = unitNames.map(foldWords).find((each) => each !== '' && whole.endsWith(` ${each}`));
  const placed = unit === undefined ? whole : `${whole.slice(0, -unit.length - 1)} xa`;
  const ranked = placed.replace(rank, '');
  const short = ranked.replace(place, '').replace(committee, '');
  return short === '' || short === 'ubnd' || short === 'uy ban nhan dan' ? placed : short;
}
