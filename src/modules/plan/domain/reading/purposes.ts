import { fold } from '#kernel/fold.ts';
import { isHeading, leavesOf, type OutlineNode, titleOf, wholeText } from './outline.ts';
import { type Passage, withText } from './passage.ts';

const heading = /^(?:mục đích|yêu cầu|quan điểm|mục tiêu(?: chung| cụ thể| tổng quát)?)\s*:\s*/iu;

/** The purposes and demands of the plan: the items of its chapter "Mục đích, yêu cầu". */
export function purposesOf(chapters: readonly OutlineNode[]): Passage[] {
  return chapters
    .filter((chapter) => /muc dich|yeu cau|quan diem/.test(fold(titleOf(chapter))))
    .flatMap((chapter) => (isHeading(chapter) ? leavesOf(chapter) : [chapter]))
    .filter((leaf) => leaf.role === 'purpose')
    .map(wholeText)
    .map((item) => withText(item, item.text.replace(heading, '').replace(/[;,]$/u, '')))
    .filter((item) => item.text !== '');
}
