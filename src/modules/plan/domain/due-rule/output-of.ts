import { foldWords } from '#kernel/fold.ts';
import type { DueRule } from '../due-rule.ts';

/** Kinds of products by their head word; a label and a product of the same kind may mean each other. */
const heads: readonly (readonly [string, RegExp])[] = [
  ['plan', /\bke hoach\b/],
  ['report', /\bbao cao\b/],
  ['decision', /\bquyet dinh\b/],
  ['resolution', /\bnghi quyet\b/],
  ['scheme', /\bde an\b/],
  ['rules', /\bquy che\b/],
  ['option', /\bphuong an\b/],
  ['notice', /\bthong bao\b/],
  ['minutes', /\bbien ban\b/],
  ['list', /\bdanh (?:muc|sach)\b/],
  ['file', /\bho so\b/],
  ['conference', /\bhoi nghi\b/],
];

/** Labels that name the work and none of its products. */
const work = /^(?:to chuc )?(?:trien khai )?(?:thuc hien|hoan thanh|trien khai|ket thuc|xong|hoan tat)$/;

/** Words that say nothing about which product is meant. */
const idle = new Set([
  'xay',
  'dung',
  'ban',
  'hanh',
  'ket',
  'qua',
  'thuc',
  'hien',
  'cua',
  've',
  'cac',
  'va',
  'lap',
  'trinh',
]);

function headOf(text: string): string | undefined {
  let found: { head: string; at: number } | undefined;
  for (const [head, pattern] of heads) {
    const at = text.search(pattern);
    if (at >= 0 && (!found || at < found.at)) found = { head, at };
  }
  return found?.head;
}

function wordsOf(text: string): Set<string> {
  return new Set(text.split(' ').filter((word) => word !== '' && !idle.has(word)));
}

/** How well a product answers to a label: 0 not at all, 1 word for word. Both are folded. */
function likeness(label: string, output: string): number {
  if (label === output) return 1;
  const [ours, theirs] = [wordsOf(label), wordsOf(output)];
  const shared = [...ours].filter((word) => theirs.has(word)).length;
  const overlap = ours.size === 0 ? 0 : shared / ours.size;
  const [labelHead, outputHead] = [headOf(label), headOf(output)];
  if (labelHead !== undefined && outputHead !== undefined && labelHead !== outputHead) return overlap * 0.3;
  const begins = output.startsWith(label) || label.startsWith(output);
  return (labelHead !== undefined && labelHead === outputHead ? 0.5 : 0) + overlap * 0.4 + (begins ? 0.05 : 0);
}

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
  if (best >= 0.2) return likenesses.indexOf(best);
  return outputs.length === 1 && headOf(label) === undefined ? 0 : undefined;
}
