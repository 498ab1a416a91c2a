import { fold } from '#kernel/fold.ts';
import { cutBracketRoles, rolesOfSentence } from './bracket-roles.ts';
import { deadlineOf, outputsOf } from './cell-items.ts';
import { roleOfHeading } from './chapter-roles.ts';
import type { FoundAssignment, FoundNarrative } from './found.ts';
import { cutAtLabels, type Labelled, opensWithLabel } from './labels.ts';
import { isHeading, type OutlineNode, ownText, titleOf } from './outline.ts';
import { capitalise, joinPassages, type Passage, sentenceCase, withText } from './passage.ts';
import { pathOf, sectionOf } from './section-path.ts';
import { rolesOf } from './units.ts';

/** The tasks of the text, by section and letter, with who, what and when where the text says so. */
export function narrativeOf(chapters: readonly OutlineNode[]): FoundNarrative[] {
  return chapters.flatMap((chapter) => (chapter.role === 'organisation' ? [] : itemsUnder(chapter)));
}

function itemsUnder(node: OutlineNode): FoundNarrative[] {
  const found: FoundNarrative[] = [];
  let ordinal = 0;
  for (const child of node.children) {
    if (isHeading(child) || child.role !== 'task') {
      found.push(...itemsUnder(child));
      continue;
    }
    const task = taskOf(child, node, ordinal + 1);
    if (!task) continue;
    ordinal += 1;
    found.push(task);
  }
  return found;
}

function taskOf(node: OutlineNode, section: OutlineNode, ordinal: number): FoundNarrative | undefined {
  const label = node.paragraph.marked.label;
  const body = bodyOf(node);
  const pointer = isPointer(body.text.text);
  if (body.text.text === '' || (pointer && label === '')) return undefined;
  const inline = /^(?:number|decimal)$/u.test(node.paragraph.marked.kind) ? inlineField.exec(body.text.text) : null;
  return {
    section: sectionOf(inline ? node.labels : section.labels),
    sectionTitle: inline?.[1] ?? fieldTitle(section),
    path: pathOf(node.labels),
    letter: inline ? '' : label,
    ordinal: inline ? 1 : ordinal,
    text: inline ? withText(body.text, body.text.text.slice(inline[0].length)) : body.text,
    pointerOnly: pointer,
    assignment: body.labelled.length > 0 ? assignmentOf(body.labelled) : undefined,
  };
}

/** "1. Cải cách thể chế: Rà soát …": the heading of a section on the line of its only task. */
const inlineField =
  /^((?:Cải cách|Hiện đại hóa|Xây dựng[^:]*chính quyền|Chuyển đổi số|Công tác|Nâng cao chất lượng đội ngũ)[^:;.]{0,70})\s*:\s+/u;

/** The field a section is about: its own title, or that of the heading above when it only says "Nhiệm vụ". */
function fieldTitle(section: OutlineNode): string {
  const title = titleOf(section);
  const generic = title.split(' ').length <= 3 && roleOfHeading(title) === 'task' && section.parent !== undefined;
  return generic && section.parent ? fieldTitle(section.parent) : capitalise(sentenceCase(title));
}

/** An item's own words, and the labelled values after or under them. */
function bodyOf(node: OutlineNode): { text: Passage; labelled: Labelled[] } {
  const own = ownText(node);
  const cut = cutAtLabels(own) ?? cutBracketRoles(own);
  const texts: Passage[] = [cut ? withText(own, cut.before.replace(/\s*[(,;]$/u, '')) : own];
  const labelled: Labelled[] = [...(cut?.labelled ?? rolesOfSentence(own))];
  for (const child of node.children) {
    const inner = opensWithLabel(child.paragraph.text) ? labelledChild(child) : bodyOf(child);
    if (!isPointer(inner.text.text)) texts.push(inner.text);
    labelled.push(...inner.labelled);
  }
  return { text: joinPassages(texts), labelled };
}

/** A line such as "- Sản phẩm: Kế hoạch", with what stands under it as further items of its value. */
function labelledChild(node: OutlineNode): { text: Passage; labelled: Labelled[] } {
  const labelled = [...(cutAtLabels(node.paragraph)?.labelled ?? [])];
  for (const child of node.children) {
    const inner = opensWithLabel(child.paragraph.text) ? labelledChild(child).labelled : [];
    const last = labelled.at(-1);
    if (inner.length > 0) labelled.push(...inner);
    else if (last) labelled[labelled.length - 1] = { ...last, value: joinPassages([last.value, ownText(child)], '; ') };
  }
  return { text: { text: '', lines: [] }, labelled };
}

function assignmentOf(labelled: readonly Labelled[]): FoundAssignment {
  const of = (...kinds: readonly Labelled['kind'][]) => labelled.filter((item) => kinds.includes(item.kind));
  const linesOf = (items: readonly Labelled[]) =>
    items.flatMap(({ value }) => value.lines.slice(0, 1).map((id) => ({ id, text: value.text })));
  const spread = (passages: readonly Passage[], items: readonly Labelled[]) =>
    passages.map((passage) => ({
      ...passage,
      lines: items.find(({ value }) => value.lines[0] === passage.lines[0])?.value.lines ?? passage.lines,
    }));
  const lead = of('lead', 'leadAndCoordinators');
  const coordinators = of('coordinators');
  const outputs = of('outputs', 'outputsAndDeadline');
  const due = of('deadline');
  return {
    outputs: spread(outputsOf(linesOf(outputs), true), outputs),
    lead: spread(rolesOf(linesOf(lead), 'lead', true).lead, lead),
    coordinators: spread(rolesOf(linesOf(coordinators), 'coordinators', true).coordinators, coordinators),
    others: [],
    deadline: { ...deadlineOf(linesOf(due), true), lines: due.flatMap(({ value }) => value.lines) },
  };
}

/** True for words that only say where the details stand: "… được nêu tại các phụ lục đính kèm". */
export function isPointer(text: string): boolean {
  const folded = fold(text);
  return (
    folded.length < 260 &&
    /phu luc|bieu/.test(folded) &&
    /kem theo|dinh kem|sau day|duoi day|ban hanh kem/.test(folded) &&
    /^\(?(?:co quan chu tri|don vi chu tri|(?:cac |noi dung )?nhiem vu|noi dung|chi tiet|cu the|phan cong|thoi gian|co |theo |xem )/.test(
      folded,
    )
  );
}
