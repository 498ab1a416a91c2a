export interface PdfText {
  readonly x: number;
  /** From the top of the page. */
  readonly y: number;
  readonly text: string;
  readonly size?: number;
  readonly bold?: boolean;
}

export interface PdfPage {
  readonly texts?: readonly PdfText[];
  /** Ruled lines: x1, y1, x2, y2 from the top of the page. */
  readonly lines?: readonly (readonly [number, number, number, number])[];
  /** Filled rectangles: x, y, width, height from the top of the page. */
  readonly boxes?: readonly (readonly [number, number, number, number])[];
  readonly width?: number;
  readonly height?: number;
  /** Raw operators put before all others. */
  readonly raw?: string;
}

export interface PdfOptions {
  /** Entries of the trailer, e.g. an `/Encrypt` dictionary. */
  readonly trailer?: string;
  /** Leaves out the table from codes to letters. */
  readonly withoutUnicode?: boolean;
}

/** Every letter is half as wide as the text is high. */
export const letterWidth = 0.5;

function hex(text: string): string {
  return [...text].map((letter) => (letter.codePointAt(0) ?? 0).toString(16).padStart(4, '0')).join('');
}

function contentOf({ texts = [], lines = [], boxes = [], height = 842, raw = '' }: PdfPage): string {
  const drawn = lines.map(([x1, y1, x2, y2]) => `${x1} ${height - y1} m ${x2} ${height - y2} l S`);
  const filled = boxes.map(([x, y, w, h]) => `${x} ${height - y - h} ${w} ${h} re f`);
  const written = texts.map(
    ({ x, y, text, size = 12, bold }) =>
      `BT /F${bold ? 2 : 1} ${size} Tf 1 0 0 1 ${x} ${height - y} Tm <${hex(text)}> Tj ET`,
  );
  return [raw, ...drawn, ...filled, ...written].join('\n');
}

const unicodeMap = [
  '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def',
  '1 begincodespacerange <0000> <ffff> endcodespacerange',
  '1 beginbfrange <0000> <ffff> <0000> endbfrange',
  'endcmap end end',
].join('\n');

function stream(content: string): string {
  return `<< /Length ${Buffer.byteLength(content)} >>\nstream\n${content}\nendstream`;
}

function fontObjects(name: string, first: number, unicode: string): string[] {
  return [
    `<< /Type /Font /Subtype /Type0 /BaseFont /${name} /Encoding /Identity-H /DescendantFonts [${first + 1} 0 R] ${unicode} >>`,
    `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /${name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor ${first + 2} 0 R /DW ${letterWidth * 1_000} >>`,
    `<< /Type /FontDescriptor /FontName /${name} /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 900 /Descent -200 /CapHeight 700 /StemV 80 >>`,
  ];
}

/** Writes a PDF with a Unicode font and its bold face. */
export function makePdf(pages: readonly PdfPage[], options: PdfOptions = {}): Uint8Array {
  const unicode = options.withoutUnicode ? '' : '/ToUnicode 9 0 R';
  const firstPage = 10;
  const kids = pages.map((_, index) => `${firstPage + index * 2} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    ...fontObjects('Serif', 3, unicode),
    ...fontObjects('Serif-Bold', 6, unicode),
    stream(unicodeMap),
    ...pages.flatMap((page, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${page.width ?? 595} ${page.height ?? 842}] /Resources << /Font << /F1 3 0 R /F2 6 0 R >> >> /Contents ${firstPage + index * 2 + 1} 0 R >>`,
      stream(contentOf(page)),
    ]),
  ];
  const head = '%PDF-1.7\n';
  let end = Buffer.byteLength(head);
  const written = objects.map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`);
  const table = written.map((object) => {
    const offset = end;
    end += Buffer.byteLength(object);
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${options.trailer ?? ''} >>`;
  const xref = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table.join('')}${trailer}\nstartxref\n${end}\n%%EOF\n`;
  return Buffer.from(head + written.join('') + xref, 'utf8');
}
