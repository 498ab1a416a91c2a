import PizZip from 'pizzip';
import { describe, expect, test } from 'vitest';
import { readDocument } from '../read-document.ts';
import { outlineOf } from '../testing/outline.ts';

const namespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const types = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const part = (root: string, inside: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><w:${root} xmlns:w="${namespace}">${inside}</w:${root}>`;
const paragraph = (words: string, style = '') =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr><w:r><w:t>${words}</w:t></w:r></w:p>`;
const plan = part('document', `<w:body>${paragraph('Kế hoạch', 'Numbered')}</w:body>`);
const numbering = part(
  'numbering',
  '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>',
);
const styles = part('styles', '<w:style w:styleId="Numbered"><w:numId w:val="1"/></w:style>');

/** Relations of a part: kind, target and whether it lies outside of the file. */
const relations = (...list: readonly (readonly [kind: string, target: string, mode?: string])[]) => {
  const items = list.map(
    ([kind, target, mode], index) =>
      `<Relationship Id="r${index}" Type="${types}/${kind}" Target="${target}"${mode ? ` TargetMode="${mode}"` : ''}/>`,
  );
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items.join('')}</Relationships>`;
};

/** What is read of a Word file of these parts. */
const outline = async (parts: Readonly<Record<string, string>>) => {
  const zip = new PizZip();
  for (const [name, content] of Object.entries({ '[Content_Types].xml': '<Types/>', ...parts }))
    zip.file(name, content);
  return outlineOf(await readDocument(zip.generate({ type: 'uint8array' }), 'kế hoạch.docx'));
};

describe('the parts of a Word file', () => {
  const root = relations(['metadata/core-properties', 'docProps/core.xml'], ['officeDocument', 'word/document.xml']);

  test.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    ['by their usual names when nothing says where they are', { 'word/document.xml': plan }, ['Kế hoạch']],
    ['where the first part says', { '_rels/.rels': root, 'word/document.xml': plan }, ['Kế hoạch']],
    [
      'from the root of the file',
      { '_rels/.rels': relations(['officeDocument', '/a/b.xml']), 'a/b.xml': plan },
      ['Kế hoạch'],
    ],
    [
      'beside the text, in a folder above it and at the root',
      {
        '_rels/.rels': relations(['officeDocument', './x/y/plan.xml']),
        'x/y/plan.xml': plan,
        'x/y/_rels/plan.xml.rels': relations(
          ['styles', './styles.xml'],
          ['numbering', '../lists.xml'],
          ['footnotes', '/notes.xml'],
          ['endnotes', 'end.xml'],
        ),
        'x/y/styles.xml': styles,
        'x/lists.xml': numbering,
        'notes.xml': part('footnotes', `<w:footnote>${paragraph('chân trang')}</w:footnote>`),
        'x/y/end.xml': part('endnotes', `<w:endnote>${paragraph('cuối văn bản')}</w:endnote>`),
      },
      ['{1.}Kế hoạch', 'chân trang', 'cuối văn bản'],
    ],
    [
      'not those that lie outside of the file, nor what is not there',
      {
        '_rels/.rels': root,
        'word/document.xml': plan,
        'word/_rels/document.xml.rels': relations(
          ['styles', 'other.xml', 'External'],
          ['styles', 'styles.xml'],
          ['numbering', 'numbering.xml', 'Internal'],
          ['endnotes', 'endnotes.xml'],
        ),
        'word/other.xml': part('styles', '<w:style w:styleId="Numbered"/>'),
        'word/styles.xml': styles,
        'word/numbering.xml': numbering,
      },
      ['{1.}Kế hoạch'],
    ],
    [
      'relations without a kind or a target are none',
      {
        '_rels/.rels': '<a><b Type="x/officeDocument"/><b Target="nowhere.xml"/></a>',
        'word/document.xml': plan,
      },
      ['Kế hoạch'],
    ],
  ])('%s', async (_, parts, expected) => expect(await outline(parts)).toEqual(expected));

  test('a file without its text is damaged', async () => {
    const broken = outline({ '_rels/.rels': root, 'word/styles.xml': styles });
    await expect(broken).rejects.toMatchObject({ code: 'damaged', params: { name: 'kế hoạch.docx' } });
  });
});
