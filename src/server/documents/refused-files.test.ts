import PizZip from 'pizzip';
import { describe, expect, test } from 'vitest';
import { DocumentRefusal, type RefusalCode, refusalCodes } from './document-refusal.ts';
import { limits } from './limits.ts';
import { readDocument } from './read-document.ts';
import { refusalText } from './refusals.ts';
import { makeDocx, p, tbl, tc, tr } from './testing/make-docx.ts';
import { makePdf } from './testing/make-pdf.ts';

async function refusalOf(bytes: Uint8Array, name = 'tệp.docx'): Promise<DocumentRefusal> {
  try {
    await readDocument(bytes, name);
  } catch (error) {
    if (error instanceof DocumentRefusal) return error;
    throw error;
  }
  throw new Error('the file was read');
}

function zipOf(files: Readonly<Record<string, string | Uint8Array>>): Buffer {
  const zip = new PizZip();
  for (const [name, content] of Object.entries(files)) zip.file(name, content);
  return Buffer.from(zip.generate({ type: 'uint8array', compression: 'DEFLATE' }));
}

/** A compound file as far as its first bytes and the name of a stream. */
function compoundFile(stream: string): Buffer {
  const head = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  return Buffer.concat([head, Buffer.alloc(1_016), Buffer.from(stream, 'utf16le'), Buffer.alloc(512)]);
}

const png = Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex');
const encrypted = `/Encrypt << /Filter /Standard /V 1 /R 2 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> /P -4 >> /ID [<41> <41>]`;
const word = makeDocx({ body: p('Kế hoạch cải cách hành chính') });
const sheet = { '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<x/>' };
const cut = (bytes: Uint8Array, share: number) => bytes.subarray(0, Math.floor(bytes.length * share));
const brokenPart = (xml: string) => makeDocx({ body: '', more: { 'word/document.xml': xml } });

const files: readonly (readonly [what: string, bytes: Uint8Array, code: RefusalCode, params?: object])[] = [
  ['an empty file', Buffer.alloc(0), 'emptyFile'],
  ['a file of blanks', Buffer.from(' \n\t\n '), 'emptyFile'],
  ['a Word file without a word', makeDocx({ body: '<w:p/>' }), 'emptyFile'],
  ['a picture renamed .docx', png, 'picture', { kind: 'PNG' }],
  ['a JPEG', Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'), 'picture', { kind: 'JPG' }],
  ['a Word file with macros', makeDocx({ body: p('a'), more: { 'word/vbaProject.bin': 'x' } }), 'macroFile'],
  ['a Word file with a password', compoundFile('EncryptedPackage'), 'encryptedOffice'],
  ['a Word file from before 2007', compoundFile('WordDocument'), 'oldWord'],
  [
    'another old Office file',
    compoundFile('Workbook'),
    'otherOffice',
    { kind: 'tệp Office đời cũ (Excel, PowerPoint …)' },
  ],
  ['an Excel file', zipOf(sheet), 'otherOffice', { kind: 'bảng tính Excel' }],
  [
    'a PowerPoint file',
    zipOf({ '[Content_Types].xml': '', 'ppt/presentation.xml': '' }),
    'otherOffice',
    { kind: 'bản trình chiếu PowerPoint' },
  ],
  [
    'an OpenDocument file',
    zipOf({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<x/>' }),
    'otherOffice',
    { kind: 'tệp OpenDocument (.odt)' },
  ],
  ['a zip of other files', zipOf({ 'a.txt': 'a' }), 'otherOffice', { kind: 'tệp nén (.zip)' }],
  ['a zip that is a package of nothing', zipOf({ '[Content_Types].xml': '<Types/>' }), 'damaged'],
  [
    'a web page renamed .doc',
    Buffer.from('<html><body>Kế hoạch</body></html>'),
    'otherOffice',
    { kind: 'trang web đổi đuôi thành tệp Word' },
  ],
  [
    'a web archive renamed .doc',
    Buffer.from('MIME-Version: 1.0\nContent-Type: multipart/related'),
    'otherOffice',
    { kind: 'trang web đổi đuôi thành tệp Word' },
  ],
  ['a Word 2003 XML file', Buffer.from('<?xml version="1.0"?><w:wordDocument/>'), 'otherOffice', { kind: 'tệp XML' }],
  ['an RTF file', Buffer.from('{\\rtf1\\ansi Ke hoach}'), 'otherOffice', { kind: 'tệp RTF' }],
  [
    'a program',
    Buffer.concat([Buffer.from('7f454c46020101', 'hex'), Buffer.alloc(64)]),
    'otherOffice',
    { kind: 'tệp .elf' },
  ],
  ['unknown bytes', Buffer.from([1, 0, 2, 0, 0, 3, 0, 0, 0]), 'unknownKind'],
  ['half a Word file', cut(word, 0.6), 'damaged'],
  ['a Word file without its text', zipOf({ '[Content_Types].xml': '', '_rels/.rels': '<a/>' }), 'damaged'],
  ['a Word file with broken XML', brokenPart('<w:document><w:p></w:document>'), 'damaged'],
  ['a Word file with an empty part', brokenPart(''), 'damaged'],
  ['a Word file nested too deep', brokenPart(`<a>${'<b>'.repeat(limits.xmlDepth)}`), 'damaged'],
  ['entities that swell', brokenPart('<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><a>&b;</a>'), 'damaged'],
  [
    'a PDF with a password',
    makePdf([{ texts: [{ x: 50, y: 50, text: 'Kế hoạch' }] }], { trailer: encrypted }),
    'encryptedPdf',
  ],
  ['half a PDF', cut(makePdf([{ texts: [] }]), 0.3), 'damaged'],
  ['a PDF without text', makePdf([{ raw: 'q 500 0 0 700 40 40 cm Q' }, {}]), 'scanned'],
  [
    'a PDF whose letters mean nothing',
    makePdf([{ texts: [{ x: 50, y: 50, text: '\ue001\ue002\ue003'.repeat(30) }] }]),
    'unreadableFont',
  ],
];

describe('refused by what they are, whatever their name', () => {
  const cases = files.map(([what, bytes, code, params]) => ({ what, bytes, code, params }));
  test.each(cases)('$what', async ({ bytes, code, params }) => {
    const refusal = await refusalOf(bytes, 'tệp thử.docx');
    expect({ code: refusal.code, params: refusal.params }).toEqual({
      code,
      params: { ...params, name: 'tệp thử.docx' },
    });
    expect(refusal.message).toContain(code);
  });
});

describe('within limits', () => {
  test('a file over 50 MB', async () => {
    const refusal = await refusalOf(Buffer.alloc(limits.fileBytes + 1, 'a'));
    expect(refusal).toMatchObject({ code: 'tooLarge', params: { megabytes: 51, limit: 50 } });
  });

  test('a zip of too many parts', async () => {
    const names = Array.from({ length: limits.zipEntries + 1 }, (_, index) => [`word/${index}.xml`, 'a']);
    expect((await refusalOf(zipOf(Object.fromEntries(names)))).code).toBe('zipBomb');
  });

  test('a part that unpacks to a thousand times its size, in bounded time and memory', async () => {
    const bomb = makeDocx({ body: p('a'), more: { 'word/media/a.xml': Buffer.alloc(40 * 1_048_576, ' ') } });
    expect(bomb.length).toBeLessThan(100_000);
    const before = process.memoryUsage.rss();
    const started = performance.now();
    expect((await refusalOf(bomb)).code).toBe('zipBomb');
    expect(performance.now() - started).toBeLessThan(5_000);
    expect(process.memoryUsage.rss() - before).toBeLessThan(50 * 1_048_576);
  });

  test('a part that unpacks to more than it says', async () => {
    const bytes = Buffer.from(
      makeDocx({ body: p('a'), more: { 'word/document.xml': `<a>${' '.repeat(200_000)}</a>` } }),
    );
    const name = Buffer.from('word/document.xml');
    for (let at = bytes.indexOf(name); at >= 0; at = bytes.indexOf(name, at + 1)) {
      const central = at - 46;
      if (central >= 0 && bytes.readUInt32LE(central) === 0x02014b50) bytes.writeUInt32LE(100, central + 24);
    }
    expect((await refusalOf(bytes)).code).toBe('damaged');
  });

  test('more lines than are read', async () => {
    const refusal = await refusalOf(Buffer.from('a\n'.repeat(limits.lines + 1)));
    expect(refusal).toMatchObject({ code: 'tooLong', params: { limit: limits.lines, unit: 'dòng' } });
  });

  test('more letters than are read', async () => {
    const refusal = await refusalOf(Buffer.from('a'.repeat(limits.characters + 1)));
    expect(refusal).toMatchObject({ code: 'tooLong', params: { limit: limits.characters, unit: 'ký tự' } });
  });

  test('a Word file of 400 pages is read in bounded time', async () => {
    const words =
      'Nâng cao chất lượng, hiệu quả hoạt động của Bộ phận tiếp nhận và trả kết quả của Ủy ban nhân dân xã. ';
    const row = (at: number) => tr([tc(p(String(at))), tc(p(words)), tc(p('Kế hoạch')), tc(p('Tháng 01/2022'))]);
    const pages = Array.from(
      { length: 400 },
      (_, page) => p(words.repeat(20)) + tbl(Array.from({ length: 10 }, (_, at) => row(page * 10 + at))),
    );
    const bytes = makeDocx({ body: pages.join('') });
    const started = performance.now();
    const { lines, blocks } = await readDocument(bytes, 'dài.docx');
    expect(performance.now() - started).toBeLessThan(20_000);
    expect(blocks).toHaveLength(800);
    expect(lines).toHaveLength(400 + 400 * 40);
  });
});

describe('the words of a refusal', () => {
  test.each(refusalCodes)('%s says what is wrong and what to do', (code) => {
    const params = {
      name: 'kế hoạch.pdf',
      megabytes: 60,
      limit: 50,
      unit: 'trang',
      seconds: 60,
      encoding: 'VNI',
      kind: 'PNG',
    };
    const words = refusalText(code, params);
    expect(words).not.toMatch(/[{}]|undefined/);
    expect(words).toMatch(/^[\p{Lu}][\s\S]*\.$/u);
    expect(words).toMatch(/Hãy|hãy|Chỉ nhận/u);
    expect(words).toBe(words.normalize('NFC'));
  });

  test('a missing parameter leaves a gap, not a word of the program', () => {
    expect(refusalText('emptyFile', {})).toContain('Tệp “” không có nội dung');
    expect(refusalText('tooLong', { limit: 400, unit: 'trang' })).toContain('(400 trang)');
  });
});
