import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DocumentRefusal } from './document-refusal.ts';
import { readDocument } from './read-document.ts';
import { makeDocx, p, tbl, tc, tr } from './testing/make-docx.ts';
import { makePdf } from './testing/make-pdf.ts';

/** A file is read or refused; anything else that is thrown is a fault. */
async function isReadOrRefused(bytes: Uint8Array): Promise<boolean> {
  try {
    const { lines, blocks } = await readDocument(bytes, 'tệp');
    const used = blocks.flatMap((block) =>
      block.kind === 'table' ? block.cells.flatMap((cell) => cell.lines) : block.lines,
    );
    return [...used].sort((a, b) => a - b).join() === lines.map((line) => line.id).join();
  } catch (error) {
    return error instanceof DocumentRefusal;
  }
}

/** The same file with some bytes changed, cut off or doubled. */
const damaged = (bytes: Uint8Array) =>
  fc
    .record({
      changes: fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.integer({ min: 0, max: 255 })), { maxLength: 12 }),
      end: fc.oneof(
        { arbitrary: fc.constant(bytes.length), weight: 3 },
        { arbitrary: fc.nat(bytes.length), weight: 1 },
      ),
      doubled: fc.boolean(),
    })
    .map(({ changes, end, doubled }) => {
      const copy = Buffer.from(bytes.subarray(0, end));
      for (const [at, value] of changes) if (at < copy.length) copy[at] = value;
      return doubled ? Buffer.concat([copy, copy]) : copy;
    });

const word = makeDocx({
  body: p('Kế hoạch') + tbl([tr([tc(p('1')), tc(p('Rà soát'), '<w:gridSpan w:val="2"/>')]), tr([tc(p('2'))])]),
  numbering: '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>',
  styles: '<w:style w:styleId="A"/>',
});
const paper = makePdf([
  { texts: [{ x: 50, y: 60, text: 'Ủy ban nhân dân xã Đồng Vân ban hành' }], lines: [[10, 10, 90, 10]] },
]);

describe('whatever the bytes', () => {
  test('at random', async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 2_000 }), isReadOrRefused), { numRuns: 300 });
  });

  test('at random behind the first bytes of a known kind', async () => {
    const heads = [
      'PK\x03\x04',
      '%PDF-1.7\n',
      '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
      '\xff\xfe',
      '\xef\xbb\xbf',
      '{\\rtf',
      '<?xml',
    ];
    const bytes = fc.tuple(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 500 }));
    const whole = bytes.map(([head, rest]) => Buffer.concat([Buffer.from(head, 'latin1'), rest]));
    await fc.assert(fc.asyncProperty(whole, isReadOrRefused), { numRuns: 200 });
  });

  test('of a damaged Word file', async () => {
    await fc.assert(fc.asyncProperty(damaged(word), isReadOrRefused), { numRuns: 300 });
  });

  test('of a Word file with any XML', async () => {
    const tag = fc.constantFrom(
      'w:p',
      'w:r',
      'w:t',
      'w:tbl',
      'w:tr',
      'w:tc',
      'w:tcPr',
      'w:gridSpan',
      'w:vMerge',
      'w:ins',
      'w:del',
      'w:txbxContent',
      'mc:AlternateContent',
      'mc:Choice',
      'mc:Fallback',
      'w:numPr',
      'w:pPr',
      'w:br',
    );
    const { tree } = fc.letrec<{ tree: string }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 7 },
        fc.constantFrom('chữ', '', '<w:tab/>'),
        fc
          .tuple(
            tag,
            fc.constantFrom('', ' w:val="2"', ' w:val="-9"', ' w:val="restart"', ' w:w="x"'),
            fc.array(tie('tree'), { maxLength: 4 }),
          )
          .map(([name, attributes, inside]) => `<${name}${attributes}>${inside.join('')}</${name}>`),
      ),
    }));
    await fc.assert(
      fc.asyncProperty(tree, (body) => isReadOrRefused(makeDocx({ body }))),
      { numRuns: 400 },
    );
  });

  test('of a damaged PDF', async () => {
    await fc.assert(fc.asyncProperty(damaged(paper), isReadOrRefused), { numRuns: 50 });
    const real = readFileSync('src/test/plans/01-xa-dong-van-2023.pdf');
    await fc.assert(fc.asyncProperty(damaged(real), isReadOrRefused), { numRuns: 5 });
  });

  test('more pieces of text on a page than are read', async () => {
    const texts = Array.from({ length: 20_001 }, (_, index) => ({
      x: (index % 90) * 6,
      y: Math.floor(index / 90) * 3,
      text: 'a',
      size: 2,
    }));
    await expect(readDocument(makePdf([{ texts }]), 'x.pdf')).rejects.toMatchObject({ code: 'tooLong' });
  });
});
