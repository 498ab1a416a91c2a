import { type OutlineNode, wholeText } from './outline.ts';
import { joinPassages, type Passage } from './passage.ts';

/** Where the money comes from: the text of the funding chapter; empty when there is none. */
export function fundingOf(nodes: readonly OutlineNode[]): Passage {
  return joinPassages(nodes.flatMap(partsOf));
}

function partsOf(node: OutlineNode): Passage[] {
  if (node.role !== 'funding') return node.children.flatMap(partsOf);
  const inline = /^[^:]{1,60}:\s*(?<text>\S.*)$/u.exec(node.paragraph.marked.rest)?.groups?.text;
  const own =
    inline ?? (node.children.length === 0 && node.paragraph.marked.rest.length > 60 ? node.paragraph.marked.rest : '');
  const lines = own === '' ? [] : node.paragraph.lines;
  return [{ text: own, lines }, ...node.children.map(wholeText)];
}
