import { fileTypeFromBuffer } from 'file-type';
import { DocumentRefusal } from './document-refusal.ts';
import { openZip, type ZipArchive } from './docx/zip-archive.ts';
import { decodeText } from './text/decode-text.ts';

/** What a file is by its content; its name is never asked. */
export type Sniffed =
  | { readonly kind: 'docx'; readonly zip: ZipArchive }
  | { readonly kind: 'pdf' }
  | { readonly kind: 'txt'; readonly text: string };

const compoundFile = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);

function contains(bytes: Buffer, streamName: string): boolean {
  return bytes.includes(Buffer.from(streamName, 'utf16le'));
}

/** Office files from before 2007 and encrypted ones share one container. */
function refuseCompoundFile(bytes: Buffer): never {
  if (contains(bytes, 'EncryptedPackage')) throw new DocumentRefusal('encryptedOffice');
  if (contains(bytes, 'WordDocument')) throw new DocumentRefusal('oldWord');
  throw new DocumentRefusal('otherOffice', { kind: 'tệp Office đời cũ (Excel, PowerPoint …)' });
}

async function sniffZip(bytes: Buffer): Promise<Sniffed> {
  const zip = await openZip(bytes);
  if (zip.names.some((name) => /(^|\/)vbaProject\.bin$/i.test(name))) throw new DocumentRefusal('macroFile');
  const has = (pattern: RegExp) => zip.names.some((name) => pattern.test(name));
  if (has(/^xl\/workbook/)) throw new DocumentRefusal('otherOffice', { kind: 'bảng tính Excel' });
  if (has(/^ppt\/presentation/)) throw new DocumentRefusal('otherOffice', { kind: 'bản trình chiếu PowerPoint' });
  if (has(/^content\.xml$/)) throw new DocumentRefusal('otherOffice', { kind: 'tệp OpenDocument (.odt)' });
  if (!has(/^\[Content_Types\]\.xml$/)) throw new DocumentRefusal('otherOffice', { kind: 'tệp nén (.zip)' });
  return { kind: 'docx', zip };
}

async function refuseByType(bytes: Buffer): Promise<void> {
  const type = await fileTypeFromBuffer(bytes);
  if (!type) return;
  if (type.mime.startsWith('image/')) throw new DocumentRefusal('picture', { kind: type.ext.toUpperCase() });
  if (type.mime === 'application/rtf') throw new DocumentRefusal('otherOffice', { kind: 'tệp RTF' });
  if (type.mime !== 'application/xml') throw new DocumentRefusal('otherOffice', { kind: `tệp .${type.ext}` });
}

function refuseMarkup(text: string): void {
  const start = text.slice(0, 2_000).trimStart();
  if (/^(<!doctype html|<html|mime-version:)/i.test(start)) {
    throw new DocumentRefusal('otherOffice', { kind: 'trang web đổi đuôi thành tệp Word' });
  }
  if (/^<\?xml|^<\?mso-application/i.test(start)) throw new DocumentRefusal('otherOffice', { kind: 'tệp XML' });
  if (start.startsWith('{\\rtf')) throw new DocumentRefusal('otherOffice', { kind: 'tệp RTF' });
}

/**
 * Tells what a file is. Throws the refusal that fits for everything that is not a Word file, a PDF or plain text:
 * encrypted, with macros, from before 2007, pictures, spreadsheets, archives.
 */
export async function sniff(bytes: Buffer): Promise<Sniffed> {
  if (bytes.subarray(0, 1_024).includes('%PDF-')) return { kind: 'pdf' };
  if (bytes.subarray(0, 8).equals(compoundFile)) return refuseCompoundFile(bytes);
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return sniffZip(bytes);
  await refuseByType(bytes);
  const text = decodeText(bytes);
  if (text === undefined) throw new DocumentRefusal('unknownKind');
  refuseMarkup(text);
  if (text.trim() === '') throw new DocumentRefusal('emptyFile');
  return { kind: 'txt', text };
}
