import { fold } from '#kernel/fold.ts';
import { type Column, columnsOf, isTaskHeader, kindOfHeading } from '../columns.ts';
import type { ReadingLine } from '../reading-line.ts';

/** Headings of a table that extraction put one after another, and how many lines they take. */
export interface TornHeading {
  readonly columns: readonly Column[];
  readonly lineCount: number;
}

const someone =
  '(?:(?:co quan|don vi|bo phan|phong|ban|ca nhan|nguoi|can bo|cong chuc|to chuc|nganh)(?:(?: ?[,/] ?| va | )(?=co quan|don vi|bo phan|phong|ban|ca nhan|nguoi|can bo|cong chuc|to chuc|nganh))?)+';
const tail =
  '(?: (?:thuc hien|hoan thanh|chinh|nhiem vu|cong viec|cu the|chu yeu|trong tam|trien khai|du kien|dau ra|ket thuc|can dat|dat duoc|bao cao|trinh|tham muu|cai cach hanh chinh|cchc|khac phuc|cong tac|hoat dong|nam \\d{4}|xa|phuong|huyen))*';
const phrases: readonly string[] = [
  '(?:stt|tt|so tt|so thu tu)',
  `(?:ten |cac |mot so |nhom )?(?:noi dung|nhiem vu|cong viec|hoat dong|giai phap|dau viec)(?: ?[/,] ?(?:noi dung|nhiem vu|cong viec|hoat dong|giai phap))?(?: va (?:noi dung|nhiem vu|giai phap))?${tail}`,
  `(?:du kien )?(?:san pham|ket qua|dau ra)(?: ?[/,-] ?(?:san pham|ket qua)| (?:va )?(?:san pham|ket qua))?${tail}`,
  `${someone} (?:chu tri|phoi hop|thuc hien|chiu trach nhiem|phu trach|tham muu|theo doi|chi dao)${tail}`,
  '(?:chu tri|phoi hop|nguoi thuc hien)(?: thuc hien)?',
  '(?:trach nhiem|phan cong)(?: thuc hien| trach nhiem)?',
  `(?:thoi gian|thoi han|tien do|lo trinh|han|ngay)${tail}`,
  'ghi chu',
  'kinh phi(?: thuc hien| du kien)?',
  '(?:can cu(?: thuc hien| phap ly)?|linh vuc|don vi tinh|muc tieu|chi tieu|tieu chi|diem chuan)',
];
const forms = phrases.map((phrase) => new RegExp(`${phrase}(?= |$)`, 'y'));

/**
 * Reads a table's headings from the lines at `from`, broken anywhere: "TT Nội dung thực hiện", "Cơ quan phối", "hợp".
 * The longest run of lines that is nothing but headings counts. Undefined when they are no headings of a task table.
 */
export function findTornHeading(lines: readonly ReadingLine[], from: number): TornHeading | undefined {
  if (!/^(?:STT|TT|Số|Tên|Các|Nội|Nhiệm|Công|Hoạt|Giải|Đầu)(?=\s|$)/iu.test(lines[from]?.text ?? '')) return undefined;
  let best: TornHeading | undefined;
  let text = '';
  for (let count = 1; count <= 24 && from + count <= lines.length; count += 1) {
    text = `${text} ${lines[from + count - 1]?.text ?? ''}`.trim();
    if (text.length > 320) break;
    const titles = titlesOf(text.replace(/\s+/gu, ' '));
    const columns = titles && columnsOf(inOrder(titles));
    if (columns && isTaskHeader(columns) && columns.findIndex(({ kind }) => kind === 'no') <= 0)
      best = { columns, lineCount: count };
  }
  return best;
}

/** The headings a text consists of, or undefined when something else is among them. Each begins with a capital. */
function titlesOf(text: string): string[] | undefined {
  const folded = fold(text);
  if (folded.length !== text.length) return undefined;
  const dead = new Set<number>();
  const read = (at: number): string[] | undefined => {
    if (at >= text.length) return [];
    if (dead.has(at) || !/\p{Lu}/u.test(text.charAt(at))) return undefined;
    for (const end of endsFrom(folded, at)) {
      const rest = read(end + 1);
      if (rest) return [text.slice(at, end), ...rest];
    }
    dead.add(at);
    return undefined;
  };
  return read(0);
}

/** Where a heading that begins here may end: its longest form first, then before each capital inside it. */
function endsFrom(folded: string, at: number): number[] {
  const ends = new Set<number>();
  for (const form of forms) {
    form.lastIndex = at;
    const match = form.exec(folded);
    if (!match) continue;
    const words = match[0].split(' ');
    for (let count = words.length; count > 0; count -= 1) {
      const shorter = words.slice(0, count).join(' ');
      form.lastIndex = 0;
      if (form.exec(`${shorter} `)?.[0] === shorter) ends.add(at + shorter.length);
    }
  }
  return [...ends].sort((a, b) => b - a);
}

/** Two-row headings: "Phân công thực hiện" above "Chủ trì" and "Phối hợp", which extraction puts at the end. */
function inOrder(titles: readonly string[]): string[] {
  const group = titles.findIndex((title) =>
    /^(?:phan cong|trach nhiem|(?:co quan|don vi)(?: thuc hien)?$)/.test(fold(title)),
  );
  const parts = titles
    .slice(group + 1)
    .filter((title) => /^(?:chu tri|phoi hop|(?:co quan|don vi) (?:chu tri|phoi hop))/.test(fold(title)));
  const last = titles.slice(titles.length - parts.length);
  if (group < 0 || parts.length < 2 || !parts.every((part, index) => part === last[index])) return [...titles];
  if (kindOfHeading(titles[group] ?? '') !== 'lead') return [...titles];
  return [...titles.slice(0, group), ...parts, ...titles.slice(group + 1, titles.length - parts.length)];
}
