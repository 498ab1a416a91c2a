import { fold } from '#kernel/fold.ts';
import { type CellLine, itemsOf } from './cell-items.ts';
import { kindOfHeading } from './columns.ts';
import { itemText, type Passage } from './passage.ts';

const noun =
  '(?:các |từng |toàn thể |cấp ủy |đề nghị |mời )?(?:công chức|viên chức|cán bộ|ubnd|hđnd|ủy ban|uỷ ban|hội đồng|văn phòng|bộ phận|phòng|ban|công an|quân sự|cơ quan|đơn vị|trung tâm|sở|bộ|ngành|chi cục|chi nhánh|hội|đoàn|đoàn thể|mặt trận|chủ tịch|phó chủ tịch|trưởng|phó|chánh|giám đốc|lãnh đạo|thủ trưởng|tổ(?! chức)|thôn|xóm|bản|ấp|khu phố|khu dân cư|tổ dân phố|đài|trạm|trường|bưu điện|bhxh|bảo hiểm|kho bạc|ngân hàng|địa phương|người|cá nhân|tập thể|đảng ủy|thường trực|thường vụ|mttq|tòa án|viện|thanh tra|chuyên viên|kế toán|thủ quỹ|văn thư|nhân viên|xã|phường|thị trấn|huyện|tỉnh)';

const startsWithUnit = new RegExp(`^${noun}(?=[\\s,;:.]|$)`, 'iu');
const bodyWord = /^(?:phòng|sở|bộ|ban|trung tâm)\s/iu;

/** True when the text begins with the name of a unit, a post or a group of them. */
export function looksLikeUnit(text: string): boolean {
  return startsWithUnit.test(text.trim());
}

/**
 * The units of one item: cut at semicolons, at commas before another unit, and at "và" before another one.
 * A comma inside a name ("Phòng Lao động, Thương binh và Xã hội", "Các phòng, đơn vị thuộc UBND xã") does not cut.
 */
export function unitsOf(item: Passage): Passage[] {
  const units: string[] = [];
  for (const part of item.text.split(/\s*;\s*/u)) {
    let name = '';
    for (const piece of part.split(/,\s+/u)) {
      if (name === '') name = piece;
      else if (opensUnit(name, piece)) {
        units.push(name);
        name = piece;
      } else name = `${name}, ${piece}`;
    }
    units.push(name);
  }
  return units
    .flatMap((unit) => unit.split(/\s+và\s+(?=(?:Công chức|Phòng|Sở|Bộ phận|Công an|Trung tâm|Ban|Đoàn|Hội|Các) )/u))
    .map((unit) => ({ text: itemText(unit), lines: item.lines }))
    .filter((unit) => unit.text !== '');
}

function opensUnit(before: string, piece: string): boolean {
  if (/^\p{Ll}/u.test(piece)) return /^công chức\s/u.test(piece);
  if (looksLikeUnit(piece)) return true;
  return !(bodyWord.test(before) && / và /u.test(piece));
}

/** Who does what in a cell or a labelled line. */
export interface Roles {
  readonly lead: readonly Passage[];
  readonly coordinators: readonly Passage[];
  readonly others: readonly { readonly role: string; readonly units: readonly Passage[] }[];
}

const verb =
  '(?:chủ trì|phối hợp|thực hiện|tổng hợp|kiểm tra|tham mưu|theo dõi|đôn đốc|giám sát|chỉ đạo|phụ trách|phê duyệt|thẩm định|chịu trách nhiệm|hỗ trợ|hướng dẫn)';
const label = new RegExp(
  `^(?:[-–+•*]\\s*)*((?:(?:cơ quan|đơn vị|bộ phận|người|cá nhân|lãnh đạo|cán bộ|công chức)[,/ ]*)*${verb}(?: chính| chung| thực hiện)?(?:\\s*(?:[,;/]|và)\\s*${verb})*)\\s*:\\s*`,
  'iu',
);

type Target = 'lead' | 'coordinators' | 'other';

/**
 * Reads who leads, who coordinates and who has another part from the lines of a cell. Labels inside the cell
 * ("Cơ quan thực hiện: …", "Phối hợp: …") go before the column's own meaning.
 */
export function rolesOf(lines: readonly CellLine[], column: 'lead' | 'coordinators', paragraphs: boolean): Roles {
  const found: { target: Target; role: string; units: Passage[] }[] = [];
  for (const item of itemsOf(lines, paragraphs).flatMap(atLabels)) {
    const match = label.exec(item.text);
    const role = match?.[1];
    const last = found.at(-1);
    if (role !== undefined) {
      const rest = { text: item.text.slice(match?.[0].length ?? 0), lines: item.lines };
      found.push({ target: targetOf(role), role, units: unitsOf(rest) });
    } else if (last) last.units.push(...unitsOf(item));
    else found.push({ target: column, role: '', units: unitsOf(item) });
  }
  const hasLead = found.some((part) => part.target === 'lead' && /chu tri/.test(fold(part.role)));
  const lead: Passage[] = [];
  const coordinators: Passage[] = [];
  const others: { role: string; units: readonly Passage[] }[] = [];
  for (const part of found) {
    const demoted = hasLead && part.role !== '' && part.target === 'lead' && !/chu tri/.test(fold(part.role));
    if (part.target === 'other' || demoted) others.push({ role: part.role, units: part.units });
    else (part.target === 'lead' ? lead : coordinators).push(...part.units);
  }
  return { lead, coordinators, others };
}

const openLabel = new RegExp(`^(?:(?:cơ quan|đơn vị|bộ phận)\\s+)?${verb}[,;/]?\\s*$`, 'iu');
const innerLabel = new RegExp(
  `(?<=[;.]\\s)(?=(?:(?:cơ quan|đơn vị|bộ phận)\\s+)?${verb}(?:[,;/ ]*${verb})*\\s*:)`,
  'iu',
);

/** An item cut before each label inside it; "Cơ quan tổng hợp; kiểm tra:" is one label. */
function atLabels(item: Passage): Passage[] {
  const parts: string[] = [];
  for (const text of item.text.split(innerLabel)) {
    const last = parts.at(-1);
    if (last !== undefined && openLabel.test(last)) parts[parts.length - 1] = `${last}${text}`;
    else parts.push(text);
  }
  return parts.map((text) => ({ text: itemText(text), lines: item.lines }));
}

function targetOf(role: string): Target {
  const kind = kindOfHeading(role);
  if (kind === 'coordinators' || /ho tro/.test(fold(role))) return 'coordinators';
  return kind === 'lead' || kind === 'leadAndCoordinators' ? 'lead' : 'other';
}
