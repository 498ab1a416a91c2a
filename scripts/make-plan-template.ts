/**
 * Writes templates/plan.docx: a plan in the layout of Decree 30/2020/NĐ-CP with tags for docxtemplater. Officials may
 * edit the file in Word; this script is for beginning anew.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import PizZip from 'pizzip';

const target = fileURLToPath(new URL('../templates/plan.docx', import.meta.url));
const mainNamespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const relationNamespace = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

interface Look {
  readonly bold?: boolean;
  readonly italic?: boolean;
  /** Half points: 26 is 13 pt. */
  readonly size?: number;
  readonly align?: 'center' | 'both' | 'left';
  readonly indent?: boolean;
  readonly line?: boolean;
  readonly keep?: boolean;
  readonly newPage?: boolean;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function run(text: string, look: Look): string {
  const size = look.size ?? 28;
  const marks = `${look.bold ? '<w:b/>' : ''}${look.italic ? '<w:i/>' : ''}<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>`;
  return `<w:r><w:rPr>${marks}</w:rPr><w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;
}

function paragraph(text: string, look: Look = {}): string {
  const spacing = look.line
    ? '<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="000000"/></w:pBdr><w:spacing w:before="0" w:after="60"/><w:ind w:left="1700" w:right="1700"/>'
    : `<w:spacing w:before="60" w:after="60"/>${look.indent ? '<w:ind w:firstLine="720"/>' : ''}`;
  const keep = (look.keep ? '<w:keepNext/>' : '') + (look.newPage ? '<w:pageBreakBefore/>' : '');
  return `<w:p><w:pPr>${keep}${spacing}<w:jc w:val="${look.align ?? 'both'}"/></w:pPr>${text === '' ? '' : run(text, look)}</w:p>`;
}

function cell(width: number, content: string, bordered: boolean): string {
  const borders = ['top', 'left', 'bottom', 'right']
    .map((side) => `<w:${side} w:val="${bordered ? 'single' : 'nil'}" w:sz="4" w:color="000000"/>`)
    .join('');
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/><w:tcBorders>${borders}</w:tcBorders></w:tcPr>${content}</w:tc>`;
}

function table(widths: readonly number[], rows: readonly string[]): string {
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('');
  const total = widths.reduce((sum, width) => sum + width, 0);
  const properties = `<w:tblPr><w:tblW w:w="${total}" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="80" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar></w:tblPr>`;
  return `<w:tbl>${properties}<w:tblGrid>${grid}</w:tblGrid>${rows.join('')}</w:tbl>`;
}

const centred: Look = { align: 'center' };

const letterhead = table(
  [3800, 5600],
  [
    `<w:tr>${cell(
      3800,
      paragraph('{issuerFirst}', { ...centred, bold: true, size: 26 }) +
        paragraph('{issuerSecond}', { ...centred, bold: true, size: 26 }) +
        paragraph('', { ...centred, line: true, size: 4 }) +
        paragraph('Số: {number}', { ...centred, size: 26 }),
      false,
    )}${cell(
      5600,
      paragraph('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { ...centred, bold: true, size: 26 }) +
        paragraph('Độc lập - Tự do - Hạnh phúc', { ...centred, bold: true, size: 28 }) +
        paragraph('', { ...centred, line: true, size: 4 }) +
        paragraph('{placeAndDate}', { ...centred, italic: true, size: 28 }),
      false,
    )}</w:tr>`,
  ],
);

const heading = (text: string) => paragraph(text, { bold: true, indent: true, keep: true });
const text = (content: string) => paragraph(content, { indent: true });
const loop = (name: string, content: string) => `${paragraph(`{#${name}}`)}${content}${paragraph(`{/${name}}`)}`;

const body = [
  letterhead,
  paragraph(''),
  paragraph('{kind}', { ...centred, bold: true }),
  paragraph('{title}', { ...centred, bold: true }),
  loop('attached', paragraph('{text}', { ...centred, italic: true })),
  paragraph('', { ...centred, line: true, size: 4 }),
  loop('purposesPart', heading('{heading}') + loop('rows', text('{text}'))),
  heading('{goalsHeading}'),
  loop('objectivesPart', heading('{heading}') + loop('rows', text('{text}'))),
  loop('targetsPart', heading('{heading}') + loop('rows', text('{text}'))),
  loop('sections', heading('{heading}') + loop('rows', text('{text}'))),
  loop('fundingPart', heading('{heading}') + loop('rows', text('{text}'))),
  loop('carryingOut', heading('{heading}') + loop('rows', heading('{heading}') + loop('duties', text('{text}')))),
  loop('reportsPart', heading('{heading}') + loop('rows', text('{text}'))),
  loop('removedPart', heading('{heading}') + loop('rows', text('{text}'))),
  paragraph(''),
  table(
    [4700, 4700],
    [
      `<w:tr>${cell(
        4700,
        paragraph('Nơi nhận:', { bold: true, italic: true, size: 24, align: 'left' }) +
          paragraph('{recipients}', { size: 22, align: 'left' }),
        false,
      )}${cell(
        4700,
        paragraph('TM. ỦY BAN NHÂN DÂN', { ...centred, bold: true }) +
          paragraph('CHỦ TỊCH', { ...centred, bold: true }) +
          paragraph('') +
          paragraph('') +
          paragraph(''),
        false,
      )}</w:tr>`,
    ],
  ),
];

const headerPart = '<w:headerReference w:type="default" r:id="rId2"/>';
const portrait = `<w:sectPr>${headerPart}<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="964" w:bottom="1134" w:left="1701" w:header="567" w:footer="567" w:gutter="0"/><w:titlePg/></w:sectPr>`;
const landscape = `<w:sectPr>${headerPart}<w:type w:val="nextPage"/><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1134" w:right="1134" w:bottom="964" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>`;

const columns: readonly (readonly [number, string, string])[] = [
  [900, 'TT', '{#tasks}{no}'],
  [4300, 'Nội dung thực hiện', '{content}'],
  [2700, 'Sản phẩm/Kết quả', '{outputs}'],
  [2100, 'Chủ trì', '{leads}'],
  [2000, 'Phối hợp', '{coordinators}'],
  [1600, 'Thời gian hoàn thành', '{due}'],
  [970, 'Ghi chú', '{note}{/tasks}'],
];

const taskTable = table(
  columns.map(([width]) => width),
  [
    `<w:tr><w:trPr><w:tblHeader/></w:trPr>${columns
      .map(([width, name]) => cell(width, paragraph(name, { ...centred, bold: true, size: 26 }), true))
      .join('')}</w:tr>`,
    `<w:tr><w:trPr><w:cantSplit/></w:trPr>${columns
      .map(([width, , tag], index) =>
        cell(width, paragraph(tag, { size: 26, align: index === 0 ? 'center' : 'left' }), true),
      )
      .join('')}</w:tr>`,
  ],
);

const appendices = [
  paragraph('{#appendices}'),
  paragraph('{label}', { ...centred, bold: true, keep: true, newPage: true }),
  paragraph('{title}', { ...centred, bold: true, keep: true }),
  paragraph('{from}', { ...centred, italic: true, keep: true }),
  taskTable,
  paragraph('{/appendices}'),
  paragraph('', { size: 4 }),
];

const documentXml = `${head}<w:document xmlns:w="${mainNamespace}" xmlns:r="${relationNamespace}"><w:body>${body.join('')}<w:p><w:pPr>${portrait}</w:pPr></w:p>${appendices.join('')}${landscape}</w:body></w:document>`;

const font =
  '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman" w:eastAsia="Times New Roman"/>';
const stylesXml = `${head}<w:styles xmlns:w="${mainNamespace}"><w:docDefaults><w:rPrDefault><w:rPr>${font}<w:sz w:val="28"/><w:szCs w:val="28"/><w:lang w:val="vi-VN"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style></w:styles>`;
const headerXml = `${head}<w:hdr xmlns:w="${mainNamespace}"><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:hdr>`;

const zip = new PizZip();
const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
zip.file(
  '[Content_Types].xml',
  `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${type}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${type}.styles+xml"/><Override PartName="/word/header1.xml" ContentType="${type}.header+xml"/></Types>`,
);
const relations = (entries: string) =>
  `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${entries}</Relationships>`;
zip.file(
  '_rels/.rels',
  relations(`<Relationship Id="rId1" Type="${relationNamespace}/officeDocument" Target="word/document.xml"/>`),
);
zip.file(
  'word/_rels/document.xml.rels',
  relations(
    `<Relationship Id="rId1" Type="${relationNamespace}/styles" Target="styles.xml"/><Relationship Id="rId2" Type="${relationNamespace}/header" Target="header1.xml"/>`,
  ),
);
zip.file('word/document.xml', documentXml);
zip.file('word/styles.xml', stylesXml);
zip.file('word/header1.xml', headerXml);
writeFileSync(target, zip.generate({ type: 'nodebuffer', compression: 'DEFLATE' }));
