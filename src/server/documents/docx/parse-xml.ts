import { TextDecoder } from 'node:util';
import { SaxesParser } from 'saxes';
import { DocumentRefusal } from '../document-refusal.ts';
import { limits } from '../limits.ts';

/** Attributes by local name, whatever prefix the writer chose. */
export type Attributes = Readonly<Record<string, string>>;

export interface XmlHandler {
  /** `name` is prefixed by what it is (`w:p`, `mc:Fallback`, `m:t`), not by what the file calls it. */
  open(name: string, attributes: Attributes): void;
  close(name: string): void;
  text(text: string): void;
}

const prefixes: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w:',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w:',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc:',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm:',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm:',
};

function nameOf({ uri, local }: { readonly uri: string; readonly local: string }): string {
  return (prefixes[uri] ?? '') + local;
}

/** UTF-8 text never begins with the bytes that mark UTF-16. */
function decoderFor(first: Uint8Array): TextDecoder {
  if (first[0] === 0xff) return new TextDecoder('utf-16le');
  if (first[0] === 0xfe) return new TextDecoder('utf-16be');
  return new TextDecoder('utf-8');
}

/** Feeds an XML part to a handler piece by piece. Throws `damaged` for XML that is broken or nested too deep. */
export async function parseXml(pieces: AsyncIterable<Uint8Array>, handler: XmlHandler): Promise<void> {
  const parser = new SaxesParser({ xmlns: true });
  let depth = 0;
  parser.on('error', () => {
    throw new DocumentRefusal('damaged');
  });
  parser.on('opentag', (tag) => {
    depth += 1;
    if (depth > limits.xmlDepth) throw new DocumentRefusal('damaged');
    const attributes: Record<string, string> = {};
    for (const attribute of Object.values(tag.attributes)) attributes[attribute.local] = attribute.value;
    handler.open(nameOf(tag), attributes);
  });
  parser.on('closetag', (tag) => {
    depth -= 1;
    handler.close(nameOf(tag));
  });
  parser.on('text', (text) => handler.text(text));
  parser.on('cdata', (text) => handler.text(text));
  let decoder: TextDecoder | undefined;
  for await (const piece of pieces) {
    decoder ??= decoderFor(piece);
    parser.write(decoder.decode(piece, { stream: true }));
  }
  if (!decoder) throw new DocumentRefusal('damaged');
  parser.close();
}
