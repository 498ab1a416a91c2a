import { type ChapterRole, roleOfChapter, roleOfHeading } from './chapter-roles.ts';
import { opensWithLabel } from './labels.ts';
import { depthOf } from './markers.ts';
import { joinBareParts, type Paragraph } from './paragraphs.ts';
import { dropEnd, isUpperCase, joinPassages, type Passage } from './passage.ts';
import { looksLikeUnit } from './units.ts';

/** A paragraph of the body with what lies under it. */
export interface OutlineNode {
  readonly paragraph: Paragraph;
  readonly parent: OutlineNode | undefined;
  readonly depth: number;
  readonly children: OutlineNode[];
  /** What its chapter or nearest heading is about. */
  readonly role: ChapterRole | undefined;
  /** Labels of the headings above it and its own: "II", "2.2", "b". */
  readonly labels: readonly string[];
}

const chapterDepth = 2;
/** A line such as "Công chức Tư pháp:" stands over the bullets below it. */
const listHeadDepth = 5.5;
const plainDepth = 9;

/** The outline of the body: its chapters, each with its headings and items under it. */
export function outlineOf(paragraphs: readonly Paragraph[]): OutlineNode[] {
  const roots: OutlineNode[] = [];
  const stack: OutlineNode[] = [];
  const first = paragraphs.find(({ marked }) => marked.kind === 'roman' || marked.kind === 'upper')?.marked.kind;
  for (const paragraph of joinBareParts(paragraphs)) {
    const under = first === 'roman' && paragraph.marked.kind === 'upper';
    const depth = under ? chapterDepth + 0.5 : depthOfParagraph(paragraph, stack);
    while ((stack.at(-1)?.depth ?? -1) >= depth) stack.pop();
    const parent = stack.at(-1);
    const node: OutlineNode = {
      paragraph,
      parent,
      depth,
      children: [],
      role: roleOf(paragraph, parent, depth),
      labels: labelsOf(paragraph, parent),
    };
    (parent?.children ?? roots).push(node);
    stack.push(node);
  }
  return roots;
}

/** Labels down to a paragraph. A chapter's number counts through the parts of a plan: "Phần II" is not of its place. */
function labelsOf({ marked }: Paragraph, parent: OutlineNode | undefined): string[] {
  const above = parent?.paragraph.marked.kind === 'part' && marked.kind === 'roman' ? [] : (parent?.labels ?? []);
  return marked.label === '' ? [...above] : [...above, marked.label];
}

function depthOfParagraph(paragraph: Paragraph, stack: readonly OutlineNode[]): number {
  const { marked, level } = paragraph;
  if (marked.kind === 'bullet') return depthOf(marked) + Math.min(level, 8) / 10;
  if (marked.kind !== 'none') return depthOf(marked);
  const title = paragraph.text;
  const first = stack.length === 0;
  const inChapter = (stack[0]?.depth ?? plainDepth) < plainDepth;
  if (inChapter && title.length <= 100 && title.endsWith(':')) return listHeadDepth;
  if (title.length > 120 || /[.;:,]$/u.test(title)) return plainDepth;
  if (stack.at(-1)?.role === 'organisation' && looksLikeUnit(title)) return listHeadDepth;
  if (isUpperCase(title) && roleOfChapter(title)) return chapterDepth;
  const short = title.split(' ').length <= 6 && /^\p{Lu}/u.test(title);
  return short && roleOfHeading(title) ? (first ? chapterDepth : chapterDepth + 1) : plainDepth;
}

function roleOf(paragraph: Paragraph, parent: OutlineNode | undefined, depth: number): ChapterRole | undefined {
  const title = headOf(paragraph);
  if (!parent) return roleOfChapter(title);
  if (parent.role === 'organisation') return roleOfHeading(title) === 'funding' ? 'funding' : parent.role;
  if (depth > 5) return parent.role;
  if (parent.parent === undefined && parent.role === undefined) return roleOfChapter(title);
  const short = title.length <= 90 && !/[.;]$/u.test(paragraph.text);
  return (short || /^[^.;]{1,40}:/u.test(paragraph.marked.rest) ? roleOfHeading(title) : undefined) ?? parent.role;
}

/** The words of a heading: what stands before its colon, without its marker. */
function headOf(paragraph: Paragraph): string {
  return (paragraph.marked.rest.split(':', 1)[0] ?? '').trim();
}

/** Text of a node without its marker. */
export function ownText(node: OutlineNode): Passage {
  return { text: node.paragraph.marked.rest, lines: node.paragraph.lines };
}

/** Title of a heading, without its marker and the stop at its end. */
export function titleOf(node: OutlineNode): string {
  return dropEnd(node.paragraph.marked.rest).replace(/\s*:$/u, '');
}

/** Text of a node with everything under it, as one passage. */
export function wholeText(node: OutlineNode): Passage {
  return joinPassages([ownText(node), ...node.children.map(wholeText)]);
}

/** True when a node is a heading: it has items under it and no sentence of its own. */
export function isHeading(node: OutlineNode): boolean {
  const { text, marked } = node.paragraph;
  if (!node.children.some((child) => !opensWithLabel(child.paragraph.text) && !isRemark(child))) return false;
  if (text.length > 160 || /[.;]$/u.test(text)) return false;
  if (marked.kind === 'letter' || marked.kind === 'bullet' || marked.kind === 'subBullet') {
    return !/[:]$/u.test(text) || node.role === 'objective';
  }
  return !/^[^:]{1,60}:\s*\S/u.test(marked.rest);
}

function isRemark(node: OutlineNode): boolean {
  return node.paragraph.text.startsWith('(');
}

/** The leaves under a heading in order: items that are no headings themselves. */
export function leavesOf(node: OutlineNode): OutlineNode[] {
  return node.children.flatMap((child) => (isHeading(child) ? leavesOf(child) : [child]));
}
