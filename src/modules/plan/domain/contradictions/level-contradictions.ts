import type { PlanReading } from '../reading/plan-reading.ts';
import type { Contradiction, IssuerContext } from './contradiction.ts';
import { makeContradiction } from './make-contradiction.ts';
import { placeAt } from './places.ts';
import { type PlanText, planTexts } from './plan-texts.ts';

const district = '(?:huyện|quận|thị xã)';
const ends = '(?![\\p{L}\\d])';
const starts = '(?<![\\p{L}\\d])';
/** The name of a place, in capitals. */
const name = '(?: \\p{Lu}\\p{Ll}+)*';

/** Words of a district's plan in a commune's; a district as receiver, guide or owner of its own plan is none. */
const districtWords: readonly RegExp[] = [
  `cấp ${district}${ends}`,
  `(?:trên )?địa bàn ${district}${ends}`,
  `(?<!(?:dẫn đầu|đứng đầu|thứ hạng|so với|tốp|nhóm đầu) )toàn ${district}${ends}`,
  `từ ${district} đến (?:cơ sở|xã)`,
  `(?:ubnd|ủy ban nhân dân) ${district} và \\d+\\s*%[^,;.]*?cấp xã`,
  `(?:ubnd|ủy ban nhân dân) các xã(?:, (?:phường|thị trấn))*`,
  `các xã, (?:phường|thị trấn)`,
  `(?:phòng|sở), (?:ban, )?ngành(?:, địa phương)?`,
  `các cơ quan, đơn vị, địa phương`,
  `(?:ubnd|ủy ban nhân dân) cấp xã thuộc địa bàn quản lý`,
].map((source) => new RegExp(`${starts}(?i:${source})${name}`, 'gu'));

/** A named district that is nobody's office: "chống lãng phí huyện Hoằng Hóa". */
const namedDistrict = new RegExp(
  `(?<!(?i:nhân dân|ubnd|hđnd|mttq|đảng bộ|chủ tịch|nội vụ|văn phòng|công an|của|thuộc|tại|địa bàn|phòng [\\p{L} -]{2,30}) )${starts}(?i:${district}) \\p{Lu}\\p{Ll}+${name}`,
  'gu',
);

/** Work that only a higher level may do or answers for. */
const higherWork: readonly RegExp[] = [
  `nghị quyết của (?:hđnd|hội đồng nhân dân) ${district}${ends}`,
  `(?:sáp nhập|sắp xếp|thu gọn)[^;.]{0,30}(?:đvhc|đơn vị hành chính) cấp xã`,
  `(?<!(?:dẫn đầu|đứng đầu|nhóm đầu) )toàn ${district}${ends}`,
  `(?:các )?(?:cơ quan[\\p{L} ]*|đơn vị sự nghiệp công lập) cấp ${district}${ends}`,
  `(?:đánh giá|xếp loại)[^;.]*các phòng, ban, (?:ubnd|ủy ban nhân dân) các xã`,
  `(?:ubnd|ủy ban nhân dân) ${district} và \\d+\\s*%`,
].map((source) => new RegExp(starts + source, 'iu'));

const anyDistrict = new RegExp(`${starts}(?:cấp |ubnd |hđnd )?huyện${ends}`, 'giu');

function wordsIn(text: string, twoTier: boolean): string[] {
  const patterns = twoTier ? [anyDistrict] : [...districtWords, namedDistrict];
  const found = patterns.flatMap((pattern) => [...text.matchAll(pattern)].map(([words]) => words));
  return [...new Set(found)].filter((words) => !found.some((other) => other !== words && other.includes(words)));
}

function isBelowDistrict({ level }: IssuerContext): boolean {
  return level === 'commune' || level === 'ward' || level === 'township';
}

/**
 * Words and work of a higher level in the plan of a commune, ward or township. In a plan of the two-tier government
 * (Luật Tổ chức chính quyền địa phương số 72/2025/QH15, from 01/07/2025) every district is a leftover.
 */
export function levelContradictions(reading: PlanReading, context: IssuerContext): Contradiction[] {
  if (!isBelowDistrict(context)) return [];
  const code = context.twoTier ? 'abolishedLevel' : 'higherLevelWords';
  const texts = Map.groupBy(planTexts(reading), ({ path }) => taskPath(path));
  return [...texts.values()].flatMap((together) => {
    const found = together.map((text) => ({ ...text, words: wordsIn(text.text, context.twoTier), work: workIn(text) }));
    const work = found.filter((one) => one.work !== undefined);
    const words = found.filter((one) => one.words.some((word) => !work.some((other) => other.work?.includes(word))));
    const placesOf = (those: typeof found) => those.map(({ path, ref }) => placeAt(reading, path, ref));
    const list = (those: readonly string[]) => [...new Set(those)].join('”, “');
    return [
      ...(words.length === 0
        ? []
        : [makeContradiction(code, placesOf(words), 'correct', { words: list(words.flatMap((one) => one.words)) })]),
      ...(work.length === 0
        ? []
        : [
            makeContradiction('higherLevelWork', placesOf(work), 'ignore', {
              words: list(work.flatMap((one) => one.work ?? [])),
            }),
          ]),
    ];
  });
}

/** The task, target or duty that a text belongs to. */
function taskPath(path: string): string {
  return path.replace(/\/(?:text|content|outputs\/\d+)$/, '');
}

function workIn({ path, text }: PlanText): string | undefined {
  if (path.startsWith('/responsibilities') || path.startsWith('/targets')) return undefined;
  return higherWork.map((pattern) => pattern.exec(text)?.[0]).find((match) => match !== undefined);
}
