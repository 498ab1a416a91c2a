import { describe, expect, test } from 'vitest';
import { limits } from '../limits.ts';
import { parseXml } from './parse-xml.ts';

const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** What is told of an XML part that comes in these pieces. */
async function told(...pieces: readonly (string | Uint8Array)[]): Promise<string[]> {
  const events: string[] = [];
  const bytes = async function* () {
    for (const piece of pieces) yield Buffer.from(piece);
  };
  await parseXml(bytes(), {
    open(name, attributes) {
      events.push(`<${[name, ...Object.entries(attributes).map(([key, value]) => `${key}=${value}`)].join(' ')}>`);
    },
    close: (name) => events.push(`</${name}>`),
    text: (text) => events.push(text),
  });
  return events;
}

describe('an XML part', () => {
  test('names by what they are, attributes by their local name', async () => {
    const namespaces = {
      a: 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
      b: 'http://purl.oclc.org/ooxml/wordprocessingml/main',
      c: 'http://schemas.openxmlformats.org/markup-compatibility/2006',
      d: 'http://schemas.openxmlformats.org/officeDocument/2006/math',
      e: 'http://purl.oclc.org/ooxml/officeDocument/math',
      f: 'urn:other',
    };
    for (const [prefix, name] of Object.entries(namespaces)) {
      const shown = { a: 'w:', b: 'w:', c: 'mc:', d: 'm:', e: 'm:', f: '' }[prefix];
      expect(await told(`<${prefix}:t xmlns:${prefix}="${name}" ${prefix}:val="1"/>`)).toEqual([
        `<${shown}t ${prefix}=${name} val=1>`,
        `</${shown}t>`,
      ]);
    }
  });

  test('text with its entities, and as it stands', async () => {
    expect(await told('<t>A &amp; B</t>')).toEqual(['<t>', 'A & B', '</t>']);
    expect(await told('<t><![CDATA[A & B <c>]]></t>')).toEqual(['<t>', 'A & B <c>', '</t>']);
  });

  test('cut anywhere, in the middle of a letter too', async () => {
    const bytes = Buffer.from('<t>Ủy ban</t>');
    for (let at = 1; at < bytes.length; at += 1) {
      const events = await told(bytes.subarray(0, at), bytes.subarray(at));
      expect(events.filter((event) => !event.startsWith('<')).join('')).toBe('Ủy ban');
    }
  });

  test.each([
    ['nothing', []],
    ['blanks', ['  ']],
    ['an end that is missing', ['<a><b></b>']],
    ['ends that cross', ['<a><b></a></b>']],
    ['a prefix nobody named', ['<x:a/>']],
    ['an entity nobody named', ['<a>&b;</a>']],
  ])('damaged: %s', async (_, pieces) => {
    await expect(told(...pieces)).rejects.toMatchObject({ code: 'damaged' });
  });

  test('elements within one another, as deep as is read', async () => {
    const nested = (depth: number) => `<a ${word}>${'<b>'.repeat(depth - 1)}${'</b>'.repeat(depth - 1)}</a>`;
    expect(await told(nested(limits.xmlDepth))).toHaveLength(2 * limits.xmlDepth);
    await expect(told(nested(limits.xmlDepth + 1))).rejects.toMatchObject({ code: 'damaged' });
    expect(await told(`<a>${'<b></b>'.repeat(limits.xmlDepth)}</a>`)).toHaveLength(2 * limits.xmlDepth + 2);
  });
});
