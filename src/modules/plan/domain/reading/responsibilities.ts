import { itemsOf } from './cell-items.ts';
import { cellOf, type TaskTable } from './found.ts';
import { isHeading, type OutlineNode, ownText, titleOf, wholeText } from './outline.ts';
import { itemText, joinPassages, type Passage, withText } from './passage.ts';
import { sectionOf } from './section-path.ts';
import { looksLikeUnit } from './units.ts';

/** Somebody with the duties the plan gives them. */
export interface FoundResponsibility {
  readonly role: Passage;
  readonly duties: readonly Passage[];
  /** "IV.1". */
  readonly section: string;
}

export interface Organisation {
  readonly responsibilities: readonly FoundResponsibility[];
  /** Sentences of the chapter that give no one a duty of their own ("Trong quá trình thực hiện …"). */
  readonly closing: readonly Passage[];
  /** Paragraphs on reporting that belong to nobody's list of duties. */
  readonly general: readonly { readonly text: Passage; readonly section: string }[];
}

/** Who is responsible for what, from the chapters on organisation. */
export function organisationOf(chapters: readonly OutlineNode[], tables: readonly DutyTable[]): Organisation {
  const responsibilities: FoundResponsibility[] = tables.flatMap(dutiesOfTable);
  const closing: Passage[] = [];
  const general: { text: Passage; section: string }[] = [];
  const visit = (node: OutlineNode): void => {
    const found = dutiesOf(node, closing);
    if (found) responsibilities.push(found);
    else if (isHeading(node) || node.parent === undefined) node.children.forEach(visit);
    else if (isClosing(node.paragraph.text)) closing.push(wholeText(node));
    else general.push({ text: wholeText(node), section: sectionOf(node.parent.labels) });
  };
  for (const chapter of chapters) organisationNodes(chapter).forEach(visit);
  return { responsibilities, closing, general };
}

/** A table of the organisation chapter: who, and what they are to do. */
export interface DutyTable {
  readonly table: TaskTable;
  /** Label of the heading it stands under. */
  readonly section: string;
}

function dutiesOfTable({ table, section }: DutyTable): FoundResponsibility[] {
  return table.rows.flatMap((row) => {
    if (row.kind === 'group') return [];
    const role = joinPassages(itemsOf(cellOf(table.columns, row.cells, 'lead'), table.paragraphs), ', ');
    const duties = itemsOf(cellOf(table.columns, row.cells, 'content'), table.paragraphs);
    const numbered = { ...role, lines: [...row.noLines, ...role.lines] };
    return role.text === '' || duties.length === 0 ? [] : [{ role: numbered, duties, section }];
  });
}

function organisationNodes(node: OutlineNode): OutlineNode[] {
  return node.role === 'organisation' ? [node] : node.children.flatMap(organisationNodes);
}

function dutiesOf(node: OutlineNode, closing: Passage[]): FoundResponsibility | undefined {
  if (node.parent === undefined) return undefined;
  const split = splitRole(node);
  if (!split) return undefined;
  const duties = split.duty.text === '' ? [] : [split.duty];
  for (const child of node.children) addDuty(child, duties, closing);
  const clean = duties.map((duty) => withText(duty, endOf(duty.text))).filter((duty) => duty.text !== '');
  if (clean.length === 0) return undefined;
  const section = node.paragraph.marked.label === '' ? sectionOf(node.parent.labels) : sectionOf(node.labels);
  return { role: split.role, duties: clean, section };
}

/** A bullet or letter is one duty with all under it; a plain sentence after it may close the whole plan. */
function addDuty(node: OutlineNode, duties: Passage[], closing: Passage[]): void {
  if (node.paragraph.marked.kind === 'none' && isClosing(node.paragraph.text)) {
    closing.push(wholeText(node));
    return;
  }
  const rest = node.children.filter(
    (child) => child.paragraph.marked.kind === 'none' && isClosing(child.paragraph.text),
  );
  const under = node.children.filter((child) => !rest.includes(child));
  duties.push(joinPassages([ownText(node), ...under.map(wholeText)]));
  closing.push(...rest.map(wholeText));
}

const introduction = /^(?:giao|đề nghị|yêu cầu|phân công)\s+(?=\p{Lu}|các\s)/iu;
const duty =
  /\s+(?=(?:chủ trì|có trách nhiệm|chịu trách nhiệm|phối hợp|tham mưu|theo dõi|tổng hợp|căn cứ|xây dựng|thực hiện|triển khai|hướng dẫn|đôn đốc|bố trí|báo cáo|tổ chức|tăng cường|là (?:cơ quan|đơn vị|đầu mối)|giám sát|chỉ đạo|kiểm tra|tuyên truyền|gửi|rà soát|nghiêm túc|quán triệt|chủ động|định kỳ|thường xuyên|vận động|tiếp nhận|cung cấp|bảo đảm|đảm bảo|lập|giúp|tiếp tục|đẩy mạnh|phát huy|nâng cao|lãnh đạo|triển khai)(?:[\s,.;]|$))/u;

function splitRole(node: OutlineNode): { role: Passage; duty: Passage } | undefined {
  const own = ownText(node);
  const colon = own.text.indexOf(':');
  const head = colon > 0 ? own.text.slice(0, colon) : undefined;
  if (head !== undefined && isRole(head))
    return {
      role: withText(own, head.replace(/^(?:giao|phân công)\s+|\s+(?:có trách nhiệm|chịu trách nhiệm)$/giu, '')),
      duty: withText(own, own.text.slice(colon + 1)),
    };
  if (isHeading(node)) return isRole(titleOf(node)) ? { role: withText(own, titleOf(node)), duty: empty } : undefined;
  const cut = duty.exec(own.text);
  const name = cut ? own.text.slice(0, cut.index).replace(introduction, '') : '';
  if (!cut || !isRole(name)) return undefined;
  return { role: withText(own, name.replace(/,$/u, '')), duty: withText(own, own.text.slice(cut.index)) };
}

const empty: Passage = { text: '', lines: [] };

function isRole(text: string): boolean {
  const name = itemText(text).replace(introduction, '');
  return (
    name.length <= 150 &&
    (looksLikeUnit(name) || looksLikeUnit(name.replace(/^(?:đối với|trách nhiệm(?: của)?)\s+/iu, '')))
  );
}

function endOf(text: string): string {
  return text.replace(/\s*\.\/\.?$/u, '').replace(/[;,]$/u, '');
}

const closingWords =
  /^(?:trong quá trình|trên đây là|yêu cầu các|đề nghị các|kế hoạch này|căn cứ (?:nội dung )?kế hoạch|quá trình|nếu có|trên cơ sở kế hoạch|ubnd .{3,40} yêu cầu|ủy ban nhân dân .{3,60} yêu cầu|(?:nhận|sau khi nhận) được kế hoạch)/iu;

/** True for the sentences that close a plan. */
export function isClosing(text: string): boolean {
  return closingWords.test(text.trim()) || /\.\/\.?$/u.test(text);
}
