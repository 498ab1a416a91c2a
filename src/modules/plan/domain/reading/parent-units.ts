import type { IssuerLevel, PlanReading } from './plan-reading.ts';
import type { ReadingLine } from './reading-line.ts';

const name = '((?:\\p{Lu}\\p{Ll}*)(?: \\p{Lu}\\p{Ll}*){0,3})';
const district = new RegExp(`(?<=^|[\\s(])(?:huyện|quận|thị xã) +${name}`, 'gu');
const province = new RegExp(`(?<=^|[\\s(])tỉnh +${name}`, 'gu');

/** District and province the text names most often, without their level word; neither is the issuer itself. */
export function parentUnitsOf(lines: readonly ReadingLine[], issuer: string): Pick<PlanReading, 'parentUnits'> {
  const text = lines.map((line) => line.text).join('\n');
  const districtName = mostNamed(text, district, issuer);
  const provinceName = mostNamed(text, province, issuer);
  if (districtName === undefined && provinceName === undefined) return {};
  return {
    parentUnits: {
      ...(districtName !== undefined && { district: districtName }),
      ...(provinceName !== undefined && { province: provinceName }),
    },
  };
}

function mostNamed(text: string, form: RegExp, issuer: string): string | undefined {
  const counts = new Map<string, number>();
  for (const match of text.matchAll(form)) {
    const found = match[1] ?? '';
    if (
      !issuer.endsWith(` ${found}`) &&
      !/^(?:Ủy|Uỷ|Đảng|Phòng|Sở|Văn phòng|Ban|Công|Trung tâm|Hội|Báo|Đoàn|Mặt|Và|Chủ|Các)(?=\s|$)/u.test(found)
    )
      counts.set(found, (counts.get(found) ?? 0) + 1);
  }
  return [...counts].sort(([, left], [, right]) => right - left)[0]?.[0];
}

/** True for a plan of the government of two levels: it says so, or is a commune's of 2026 on. */
export function isTwoTier(lines: readonly ReadingLine[], year: number | null, level: IssuerLevel): boolean {
  const local = level === 'commune' || level === 'ward';
  return (
    (local && year !== null && year >= 2026) ||
    lines.some((line) => /chính quyền địa phương (?:0?2|hai) cấp/iu.test(line.text))
  );
}
