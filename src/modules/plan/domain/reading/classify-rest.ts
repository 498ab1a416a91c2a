import type { BodyTables } from './appendices.ts';
import type { BodyParts } from './body-parts.ts';
import type { Letterhead } from './letterhead.ts';
import { isPointer } from './narrative.ts';
import { isHeading, type OutlineNode } from './outline.ts';
import { findPageFurniture } from './page-furniture.ts';
import type { Passage } from './passage.ts';
import type { FurnitureKind, PlanReading, UnreadLine } from './plan-reading.ts';
import type { ReadingLine } from './reading-line.ts';

interface Whole {
  readonly lines: readonly ReadingLine[];
  readonly head: Letterhead;
  readonly body: BodyParts;
  readonly tables: BodyTables;
  readonly roots: readonly OutlineNode[];
  readonly closing: readonly Passage[];
  readonly used: PlanReading['places'];
}

/** Says of every line that holds no field what it is, or lists it as unread. */
export function classifyRest(whole: Whole): Pick<PlanReading, 'furniture' | 'unread'> {
  const used = new Set(Object.values(whole.used).flat());
  const known = new Map<number, FurnitureKind>([...whole.body.furniture, ...whole.tables.furniture]);
  const name = (ids: readonly number[], kind: FurnitureKind) => {
    for (const id of ids) if (!known.has(id)) known.set(id, kind);
  };
  nameHead(whole, name);
  whole.closing.forEach((passage) => {
    name(passage.lines, 'closing');
  });
  const visit = (node: OutlineNode): void => {
    const { paragraph } = node;
    if (node.role === 'review') name(paragraph.lines, 'background');
    else if (isPointer(paragraph.text)) name(paragraph.lines, 'pointer');
    else if (node.parent === undefined && node.depth === 9) {
      if (isBasis(paragraph.text)) name(paragraph.lines, 'legalBasis');
    } else if (isHeading(node) || isBareHeading(node)) name(paragraph.lines, 'heading');
    node.children.forEach(visit);
  };
  whole.roots.forEach(visit);

  const furniture: Record<number, FurnitureKind> = {};
  const unread: UnreadLine[] = [];
  for (const line of whole.lines) {
    const kind = known.get(line.id) ?? findPageFurniture(line);
    if (used.has(line.id)) continue;
    if (kind) furniture[line.id] = kind;
    else unread.push({ line: line.id, text: line.text, ...(line.page !== undefined && { page: line.page }) });
  }
  return { furniture, unread };
}

function nameHead(whole: Whole, name: (ids: readonly number[], kind: FurnitureKind) => void): void {
  const head = whole.lines.slice(0, whole.head.bodyFrom);
  const decision = head.findIndex((line) => /^QUYẾT ĐỊNH/u.test(line.text));
  head.forEach((line, index) => {
    name([line.id], decision >= 0 && index >= decision ? 'decision' : 'letterhead');
  });
}

/** A chapter's or section's title with only a table or nothing under it. */
function isBareHeading(node: OutlineNode): boolean {
  const { marked, text } = node.paragraph;
  const heading =
    marked.kind === 'roman' || marked.kind === 'upper' || marked.kind === 'part' || node.parent === undefined;
  return heading && text.length <= 160 && !/[.;]$/u.test(text);
}

/** True for the words before the first chapter: legal grounds, and the sentence that issues the plan. */
function isBasis(text: string): boolean {
  return (
    /^(?:-\s*)?(?:căn cứ|thực hiện|theo|để|nhằm|triển khai|trên cơ sở|tiếp tục|xét)/iu.test(text) ||
    /(?:ban hành|xây dựng)\s.*kế hoạch/iu.test(text) ||
    /như sau\s*:?$/iu.test(text)
  );
}
