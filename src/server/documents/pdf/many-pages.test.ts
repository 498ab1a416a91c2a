import { expect, test } from 'vitest';
import { readDocument } from '../read-document.ts';
import { makePdf, type PdfPage } from '../testing/make-pdf.ts';
import { at, full, grid, inLetters, lines } from './made-pages.ts';
import { readPages } from './open-pdf.ts';

test('400 pages with tables are read in bounded time', async () => {
  const page = (number: number): PdfPage => ({
    texts: [
      ...lines(Array(20).fill(full(`Nâng cao ${inLetters(String(number))}`)), 60),
      ...[400, 430, 460].flatMap((y) => [at(55, y + 15, '1'), at(105, y + 15, 'Rà soát'), at(305, y + 15, 'Tư pháp')]),
      at(295, 820, String(number)),
    ],
    lines: grid([50, 100, 300, 500], [400, 430, 460, 490]),
  });
  const bytes = makePdf(Array.from({ length: 400 }, (_, index) => page(index + 1)));
  const started = performance.now();
  const document = await readDocument(bytes, 'dài.pdf');
  expect(performance.now() - started).toBeLessThan(28_000);
  expect(document.blocks.filter((block) => block.kind === 'table')).toHaveLength(400);
  expect(document.lines.filter((line) => line.furniture)).toHaveLength(400);
});

test('a thousand pages are read', async () => {
  expect(await readPages(makePdf(Array.from({ length: 1_000 }, () => ({}))))).toHaveLength(1_000);
});
