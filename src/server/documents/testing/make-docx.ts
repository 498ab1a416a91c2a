import PizZip from 'pizzip';

const namespaces = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
].join(' ');

const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export interface DocxParts {
  /** Inside of `w:body`. */
  readonly body: string;
  /** Inside of `w:numbering`. */
  readonly numbering?: string;
  /** Inside of `w:styles`. */
  readonly styles?: string;
  /** Inside of `w:footnotes`. */
  readonly footnotes?: string;
  /** Further files by name. */
  readonly more?: Readonly<Record<string, string | Uint8Array>>;
  /** Name of the main part. */
  readonly main?: string;
}

function part(root: string, inside: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:${root} ${namespaces}>${inside}</w:${root}>`;
}

function relationships(list: readonly (readonly [string, string])[]): string {
  const items = list.map(
    ([type, target], index) => `<Relationship Id="r${index}" Type="${relations}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items.join('')}</Relationships>`;
}

/** Writes a Word file of these parts. */
export function makeDocx(parts: DocxParts): Uint8Array {
  const { main = 'document' } = parts;
  const zip = new PizZip();
  const held = (['numbering', 'styles', 'footnotes'] as const).filter((name) => parts[name] !== undefined);
  zip.file('[Content_Types].xml', '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>');
  zip.file('_rels/.rels', relationships([['officeDocument', `word/${main}.xml`]]));
  zip.file(`word/_rels/${main}.xml.rels`, relationships(held.map((name) => [name, `${name}.xml`])));
  zip.file(`word/${main}.xml`, part('document', `<w:body>${parts.body}</w:body>`));
  for (const name of held) zip.file(`word/${name}.xml`, part(name, parts[name] ?? ''));
  for (const [name, content] of Object.entries(parts.more ?? {})) zip.file(name, content);
  return zip.generate({ type: 'uint8array', compression: 'DEFLATE' });
}

/** A paragraph of one run. */
export function p(text: string, properties = '', runProperties = ''): string {
  const rPr = runProperties && `<w:rPr>${runProperties}</w:rPr>`;
  return `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}<w:r>${rPr}<w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
}

/** A cell holding paragraphs or other blocks. */
export function tc(inside: string, properties = ''): string {
  return `<w:tc>${properties && `<w:tcPr>${properties}</w:tcPr>`}${inside}</w:tc>`;
}

export function tr(cells: readonly string[], properties = ''): string {
  return `<w:tr>${properties && `<w:trPr>${properties}</w:trPr>`}${cells.join('')}</w:tr>`;
}

export function tbl(rows: readonly string[], widths: readonly number[] = []): string {
  return `<w:tbl><w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>${rows.join('')}</w:tbl>`;
}
