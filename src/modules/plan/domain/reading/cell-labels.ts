import { itemsOf } from './cell-items.ts';
import type { ColumnKind } from './columns.ts';
import { looksLikeDue } from './cues.ts';
import type { RowLine } from './found.ts';
import { cutAtLabels, hasLabel, separateLabels } from './labels.ts';

/** What stands under one label of a cell. */
export interface LabelledLines {
  readonly kind: ColumnKind;
  readonly lines: readonly RowLine[];
}

export interface CellParts {
  /** What stands before the first label. */
  readonly plain: readonly RowLine[];
  readonly labelled: readonly LabelledLines[];
}

/**
 * Takes a cell apart at the labels inside it ("Chủ trì: …", "Thời gian: …", "Sản phẩm: …"), wherever its lines break.
 * A cell without labels is plain as a whole. In a column of times, a label before words of time names an output.
 */
export function cellParts(lines: readonly RowLine[], column: ColumnKind, paragraphs: boolean): CellParts {
  if (!hasLabel(separateLabels(lines.map((line) => line.text).join(' ')))) return { plain: lines, labelled: [] };
  const plain: RowLine[] = [];
  const labelled: { kind: ColumnKind; lines: RowLine[] }[] = [];
  for (const item of itemsOf(lines, paragraphs)) {
    const id = item.lines[0] ?? 0;
    const text = separateLabels(item.text);
    const cut = hasLabel(text) ? cutAtLabels({ text, lines: item.lines }) : undefined;
    const before = cut ? cut.before : text;
    if (before !== '') (labelled.at(-1)?.lines ?? plain).push({ id, text: `- ${before}` });
    for (const { kind, label, value } of cut?.labelled ?? []) {
      const timed = column === 'deadline' && kind !== 'deadline' && looksLikeDue(value.text);
      if (timed) (labelled.at(-1)?.lines ?? plain).push({ id, text: `- ${label}: ${value.text}` });
      else labelled.push({ kind, lines: [{ id, text: value.text }] });
    }
  }
  return labelled.length > 0 ? { plain, labelled } : { plain: lines, labelled: [] };
}
