import { readDocument } from '../read-document.ts';
import { makePdf, type PdfPage, type PdfText } from '../testing/make-pdf.ts';
import { outlineOf } from '../testing/outline.ts';

export const read = (pages: readonly PdfPage[]) => readDocument(makePdf(pages), 'kế hoạch.pdf');
export const outline = async (pages: readonly PdfPage[]) => outlineOf(await read(pages));

/** Lines of text from a height downwards, 15 points apart. */
export const lines = (texts: readonly string[], y = 100, x = 57): PdfText[] =>
  texts.map((text, index) => ({ x, y: y + index * 15, text }));

/** A line that reaches the right margin at 537: 80 letters of 6 points. */
export const full = (words: string) => `${`${words}${' xxxx'.repeat(16)}`.slice(0, 79)}x`;

/** Text so that no page counts as scanned. */
export const filler = lines(['Ủy ban nhân dân xã Đồng Vân ban hành kế hoạch cải cách hành chính'], 60);

/** Ruled lines of a grid. */
export const grid = (xs: readonly number[], ys: readonly number[]): [number, number, number, number][] => {
  const [left = 0, right = 0] = [xs[0], xs.at(-1)];
  const [top = 0, bottom = 0] = [ys[0], ys.at(-1)];
  return [
    ...ys.map((y): [number, number, number, number] => [left, y, right, y]),
    ...xs.map((x): [number, number, number, number] => [x, top, x, bottom]),
  ];
};

export const at = (x: number, y: number, text: string, more: Partial<PdfText> = {}): PdfText => ({
  x,
  y,
  text,
  size: 10,
  ...more,
});

/** A number in letters, so that no two pages read alike. */
export const inLetters = (number: string) => [...number].map((digit) => 'abcdefghij'[Number(digit)] ?? 'k').join('');
