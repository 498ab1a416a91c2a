import type { SourceDocument, SourceTable } from '../source-document.ts';
import { findAlignedRows } from './aligned-table/aligned-rows.ts';
import { findDelimitedRows } from './aligned-table/delimited-rows.ts';
import { textGrid } from './aligned-table/text-grid.ts';
import type { Column } from './columns.ts';
import type { TaskTable } from './found.ts';
import type { Grid } from './grid.ts';
import { findPageFurniture } from './page-furniture.ts';
import { type Paragraph, reflow } from './paragraphs.ts';
import type { FurnitureKind } from './plan-reading.ts';
import type { ReadingLine } from './reading-line.ts';
import { readTornTable } from './torn-table/read-torn-table.ts';
import { tornRegions } from './torn-table/torn-regions.ts';
import { wordPairs } from './torn-table/word-pairs.ts';

/** What the body consists of, in order: paragraphs, tables with real cells, and tables put together from torn lines. */
export type BodyPart =
  | { readonly kind: 'paragraph'; readonly paragraph: Paragraph }
  | { readonly kind: 'table'; readonly table: SourceTable }
  | { readonly kind: 'aligned'; readonly grid: Grid }
  | { readonly kind: 'torn'; readonly table: TaskTable; readonly columns: readonly Column[] };

export interface BodyParts {
  readonly parts: readonly BodyPart[];
  readonly furniture: ReadonlyMap<number, FurnitureKind>;
}

/** Cuts the body into its parts. `lines` are those of the body only, by id. */
export function bodyPartsOf(document: SourceDocument, lines: ReadonlyMap<number, ReadingLine>): BodyParts {
  const parts: BodyPart[] = [];
  const furniture = new Map<number, FurnitureKind>();
  let run: ReadingLine[] = [];
  const flush = () => {
    parts.push(...partsOfRun(run, document, furniture));
    run = [];
  };
  for (const block of document.blocks) {
    if (block.kind === 'table') {
      flush();
      if (block.cells.some((cell) => cell.lines.some((id) => lines.has(id))))
        parts.push({ kind: 'table', table: block });
      continue;
    }
    run.push(...block.lines.flatMap((id) => lines.get(id) ?? []));
    if (document.format === 'docx') flush();
  }
  flush();
  return { parts, furniture };
}

/** The tables of a run of text whose columns tabs, bars or spaces keep apart, and the text between them. */
function partsOfRun(
  lines: readonly ReadingLine[],
  document: SourceDocument,
  furniture: Map<number, FurnitureKind>,
): BodyPart[] {
  if (document.format !== 'txt') return partsOfText(lines, document, furniture);
  const parts: BodyPart[] = [];
  let from = 0;
  for (let at = 0; at < lines.length; at += 1) {
    const found = findDelimitedRows(lines, at) ?? findAlignedRows(lines, at);
    if (!found) continue;
    parts.push(...partsOfText(lines.slice(from, at), document, furniture), {
      kind: 'aligned',
      grid: textGrid(found.rows),
    });
    from = found.end;
    at = found.end - 1;
  }
  return [...parts, ...partsOfText(lines.slice(from), document, furniture)];
}

function partsOfText(
  lines: readonly ReadingLine[],
  document: SourceDocument,
  furniture: Map<number, FurnitureKind>,
): BodyPart[] {
  const regions = document.format === 'docx' ? [{ kind: 'text' as const, lines }] : tornRegions(lines);
  const pairs = wordPairs(lines);
  const usualGap = usualGapOf(lines);
  return regions.flatMap((region): BodyPart[] => {
    if (region.kind === 'table') {
      for (const id of region.pageNumbers) furniture.set(id, 'pageNumber');
      return [{ kind: 'torn', table: readTornTable(region, pairs, usualGap).table, columns: region.columns }];
    }
    for (const line of region.lines) {
      const kind = findPageFurniture(line);
      if (kind) furniture.set(line.id, kind);
    }
    return reflow(region.lines.filter((line) => !furniture.has(line.id))).map((paragraph) => ({
      kind: 'paragraph',
      paragraph,
    }));
  });
}

/** The number of blank lines that stands before most lines. */
function usualGapOf(lines: readonly ReadingLine[]): number {
  const gaps = lines.map((line) => line.gap).sort((a, b) => a - b);
  return gaps[Math.floor(gaps.length / 2)] ?? 0;
}
