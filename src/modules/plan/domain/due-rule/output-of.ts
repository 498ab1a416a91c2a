import { foldWords } from '#kernel/fold.ts';
import type { DueRule } from '../due-rule.ts';

/** Kinds of products by their head words; a label and a product of the same kind may mean each other. */
const heads =
  /\b(?:ke hoach|bao cao|quyet dinh|nghi quyet|de an|quy che|phuong an|thong bao|bien ban|danh muc|danh sach|ho so|hoi nghi)\b/;

/** Labels that name the work and none of its products. */
const work = /^(?:to chuc )?(?:trien khai )?(?:thuc hien|hoan thanh|trien khai|ket thuc|xong|hoan tat)$/;

function headOf(text: string): string | undefined {
  return heads.exec(text)?.[0];
}

/** How well a product answers to a label: 0 not at all, 1 word for word. Both are folded. */
function likeness(label: string, output: string): number {
  if (label === output) return 1;
  const theirs = new Set(output.split(' '));
  const ours = label.split(' ');
  const overlap = ours.filter((word) => theirs.has(word)).length / ours.length;
  const [labelHead, outputHead] = [headOf(label), headOf(output)];
  if (labelHead !== undefined && outputHead !== undefined) return (labelHead === outputHead ? 0.5 : 0) + overlap * 0.4;
  return overlap * 0.6;
}

/** Below this a product does not answer to a label. */
const enough = 0.3;

/**
 * Which output a rule's label names ("Báo cáo" → "Báo cáo kết quả thực hiện"): its position in `outputs`. Undefined
 * when the rule has no label, when the label names the work as a whole ("Tổ chức thực hiện"), or when none is like it;
 * with one output only, a label that names no kind of product of its own is of that one.
 */
export function outputOf(rule: DueRule, outputs: readonly string[]): number | undefined {
  const label = foldWords(rule.appliesTo);
  if (label === '' || work.test(label)) return undefined;
  const likenesses = outputs.map((output) => likeness(label, foldWords(output)));
  const best = Math.max(0, ...likenesses);
  if (best >= enough) return likenesses.indexOf(best);
  return outputs.length === 1 && headOf(label) === undefined ? 0 : undefined;
}
