import type { SourceCell, SourceDocument } from '#modules/plan/domain/source-document.ts';
import { DocumentBuilder } from '../document-builder.ts';
import { BodyHandler } from './body-handler.ts';
import { type Numbering, readNumbering } from './numbering.ts';
import { findParts } from './package-parts.ts';
import { parseXml } from './parse-xml.ts';
import { readStyles, type Styles } from './styles.ts';
import { resolveGrid } from './table-grid.ts';
import type { WordBlock, WordParagraph, WordTable } from './word-tree.ts';
import type { ZipArchive } from './zip-archive.ts';

/** Writes Word blocks as source lines and blocks, counting automatic lists on the way. */
class WordWriter {
  readonly #builder: DocumentBuilder;
  readonly #numbering: Numbering;

  constructor(builder: DocumentBuilder, numbering: Numbering) {
    this.#builder = builder;
    this.#numbering = numbering;
  }

  write(blocks: readonly WordBlock[]): void {
    for (const block of blocks) {
      if (block.kind === 'paragraph') this.#builder.addParagraph(this.#lines(block));
      else this.#table(block);
    }
  }

  #lines({ lines, list }: WordParagraph): number[] {
    const marker = list && this.#numbering.next(list);
    const ids: number[] = [];
    for (const [index, { text, bold }] of lines.entries()) {
      const marked = index === 0 && marker !== undefined;
      if (text.trim() === '' && !marked) continue;
      ids.push(
        this.#builder.addLine({
          text: text.trim(),
          ...(bold ? { bold } : {}),
          ...(marked ? { marker, level: list?.level ?? 0 } : {}),
        }),
      );
    }
    return ids;
  }

  #table(table: WordTable): void {
    const grid = resolveGrid(table);
    if (grid.columnCount <= 1) {
      for (const cell of grid.cells) this.write(cell.flow);
      return;
    }
    const cells: SourceCell[] = grid.cells.map(({ row, column, rowSpan, columnSpan, flow }) => ({
      row,
      column,
      rowSpan,
      columnSpan,
      lines: this.#cellLines(flow),
    }));
    this.#builder.addTable(grid.columnCount, grid.rowCount, cells);
  }

  /** Lines of a cell; a table inside a cell gives its lines row by row. */
  #cellLines(flow: readonly WordBlock[]): number[] {
    return flow.flatMap((block) =>
      block.kind === 'paragraph'
        ? this.#lines(block)
        : resolveGrid(block).cells.flatMap((cell) => this.#cellLines(cell.flow)),
    );
  }
}

async function readPart(zip: ZipArchive, name: string, styles: Styles): Promise<readonly WordBlock[]> {
  const handler = new BodyHandler(styles);
  await parseXml(zip.read(name), handler);
  return handler.finish();
}

/**
 * Reads a Word file from its zip: paragraphs with their automatic numbers, tables with merged cells, text boxes,
 * foot- and endnotes at the end. Deleted text, hidden text, headers and footers are left out.
 */
export async function readDocx(zip: ZipArchive): Promise<SourceDocument> {
  const parts = await findParts(zip);
  const numbering = await readNumbering(parts.numbering === undefined ? undefined : zip.read(parts.numbering));
  const styles = await readStyles(parts.styles === undefined ? undefined : zip.read(parts.styles));
  const builder = new DocumentBuilder('docx');
  const writer = new WordWriter(builder, numbering);
  for (const part of [parts.document, parts.footnotes, parts.endnotes]) {
    if (part !== undefined) writer.write(await readPart(zip, part, styles));
  }
  return builder.finish();
}
