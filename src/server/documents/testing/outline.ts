import type { SourceDocument } from '#modules/plan/domain/source-document.ts';

/** A document as short text: paragraphs as their lines joined by " / ", tables as rows of cells. */
export function outlineOf({ lines, blocks }: SourceDocument): string[] {
  const words = (ids: readonly number[]) =>
    ids
      .map((id) => {
        const line = lines[id];
        const marker = line?.marker === undefined ? '' : `{${line.marker}}`;
        return `${line?.furniture ? '#' : ''}${marker}${line?.text ?? '?'}`;
      })
      .join(' / ');
  return blocks.flatMap((block) => {
    if (block.kind === 'paragraph') return [words(block.lines)];
    const cells = block.cells.map((cell) => {
      const span = cell.rowSpan * cell.columnSpan > 1 ? `(${cell.rowSpan}x${cell.columnSpan})` : '';
      return `${cell.row},${cell.column}${span}: ${words(cell.lines)}`;
    });
    return [`[${block.rowCount}x${block.columnCount}]`, ...cells];
  });
}
