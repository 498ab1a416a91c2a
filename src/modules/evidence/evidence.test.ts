import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PlainDate } from '#kernel/plain-date.ts';
import { startTestApp, type TestApp } from '#test/app.ts';
import { aDocument, aFile, anUpload } from '#test/evidence-acts.ts';
import { anAccount } from '#test/factories.ts';
import {
  addFileVersion,
  correctEvidence,
  enterDocument,
  enterFile,
  getEvidence,
  listEvidence,
} from './contract/evidence.ts';
import { uploadWhole } from './contract/uploads.ts';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());

const officer = { as: 'officer' } as const;
const focal = { as: 'focal' } as const;
const day = '2022-03-14' as PlainDate;
const report = {
  number: '45',
  symbol: 'BC-UBND',
  issuedOn: day,
  title: 'Báo cáo cải cách hành chính quý I năm 2022',
  documentType: 'Báo cáo',
  signer: 'Lê Văn Thử',
};

describe('an issued document', () => {
  test('is entered with its file and shown with versions and hash', async () => {
    const content = 'văn bản đã ký số';
    const uploadId = await anUpload(t, 'officer', content, 'bao-cao-45.txt');
    const { body } = await t.call(enterDocument, { body: { ...report, uploadId } }, officer);
    const sha256 = createHash('sha256').update(content).digest('hex');
    expect(body.again).toBe(false);
    expect(body.evidence).toMatchObject({
      name: '45/BC-UBND ngày 14/03/2022',
      signedAndNumbered: true,
      issuer: null,
      file: { number: 1, name: 'bao-cao-45.txt', sha256, scan: 'unscanned' },
    });
    const shown = await t.call(getEvidence, { params: { evidenceId: body.evidence.id } }, officer);
    expect(shown.body).toMatchObject({ ...body.evidence, versions: [{ number: 1, sha256 }], uses: [] });
    expect(shown.body.mayChange).toEqual({ ok: true, reason: null });
  });

  test.each([
    ['written the same', report],
    ['with a leading zero and small letters', { ...report, number: '045', symbol: 'bc-ubnd' }],
    ['with another title', { ...report, title: 'Tên khác hẳn' }],
  ])('%s is offered as the one that is there', async (_, again) => {
    const first = await t.call(enterDocument, { body: report }, officer);
    const second = await t.call(enterDocument, { body: again }, focal);
    expect(second.body).toMatchObject({ again: true, evidence: { id: first.body.evidence.id, title: report.title } });
  });

  test.each([
    ['another number', { number: '46' }],
    ['another day', { issuedOn: '2022-03-13' as PlainDate }],
    ['another issuer', { issuer: 'Ủy ban nhân dân huyện Thử' }],
  ])('with %s is another one', async (_, other) => {
    const first = await t.call(enterDocument, { body: report }, officer);
    const second = await t.call(enterDocument, { body: { ...report, ...other } }, officer);
    expect(second.body.again).toBe(false);
    expect(second.body.evidence.id).not.toBe(first.body.evidence.id);
  });

  test('entered by four people at once is one', async () => {
    const body = { ...report, number: '900' };
    const answers = await Promise.all([1, 2, 3, 4].map(() => t.call(enterDocument, { body }, officer)));
    expect(new Set(answers.map((one) => one.body.evidence.id)).size).toBe(1);
    expect(answers.filter((one) => !one.body.again)).toHaveLength(1);
  });

  test('without a title is refused in words', async () => {
    const { title: _, ...untitled } = { ...report, number: '47' };
    const { status, error } = await t.call(enterDocument, { body: untitled }, officer);
    expect([status, error?.code, error?.message]).toEqual([
      400,
      'evidence-title-missing',
      expect.stringContaining('trích yếu'),
    ]);
  });
});

describe('a document marked mật', () => {
  const stub = { number: '01', symbol: 'M-UBND', issuedOn: day, level: 'secret' as const };

  test('is a stub: number, symbol, day', async () => {
    const { body } = await t.call(enterDocument, { body: stub }, officer);
    expect(body.evidence).toMatchObject({ level: 'secret', title: '', signer: null, file: null });
    const shown = await t.call(getEvidence, { params: { evidenceId: body.evidence.id } }, officer);
    expect(shown.body.mayAddFile).toMatchObject({ ok: false, reason: expect.stringContaining('mật') });
    const version = body.evidence.version;
    const uploadId = await anUpload(t, 'officer', 'nội dung mật');
    const params = { evidenceId: body.evidence.id };
    const refused = await t.call(addFileVersion, { params, body: { version, uploadId } }, officer);
    expect([refused.status, refused.error?.code]).toEqual([409, 'evidence-secret-no-content']);
    const corrected = await t.call(
      correctEvidence,
      { params, body: { version, reason: 'thử', title: 'Nội dung' } },
      officer,
    );
    expect(corrected.error?.code).toBe('evidence-secret-no-content');
  });

  test.each([
    ['a title', { title: 'Kế hoạch mật' }],
    ['a signer', { signer: 'Lê Văn Thử' }],
  ])('with %s is refused', async (_, content) => {
    const { error } = await t.call(enterDocument, { body: { ...stub, number: '02', ...content } }, officer);
    expect(error?.code).toBe('evidence-secret-no-content');
  });

  test('is not found by others who enter evidence, nor made open by entering it again', async () => {
    const { body } = await t.call(enterDocument, { body: { ...stub, number: '03' } }, focal);
    const params = { evidenceId: body.evidence.id };
    expect((await t.call(getEvidence, { params }, officer)).status).toBe(404);
    const again = { number: '03', symbol: 'M-UBND', issuedOn: day, title: 'Tên văn bản mật' };
    expect((await t.call(enterDocument, { body: again }, officer)).error?.code).toBe('evidence-known-secret');
  });
});

describe('a file', () => {
  test('takes an upload once, and only its sender', async () => {
    const uploadId = await anUpload(t, 'officer', 'một lần');
    const body = { title: 'Biên bản thử', uploadId };
    expect((await t.call(enterFile, { body }, focal)).error?.code).toBe('upload-unknown');
    expect((await t.call(enterFile, { body }, officer)).status).toBe(200);
    expect((await t.call(enterFile, { body }, officer)).error?.code).toBe('upload-unknown');
  });

  test('that is empty is refused', async () => {
    const { error } = await t.call(uploadWhole, { file: { name: 'rong.txt', content: Buffer.alloc(0) } }, officer);
    expect(error?.code).toBe('upload-empty');
  });

  test('gets versions that replace none; a stale one is refused with what the other did', async () => {
    const file = await aFile(t, 'officer', { content: 'bản một' });
    const params = { evidenceId: file.id };
    const uploads = await Promise.all(['bản hai', 'bản ba'].map((text) => anUpload(t, 'officer', text, `${text}.txt`)));
    const [second, third] = uploads;
    if (!second || !third) throw new Error('two uploads');
    const added = await t.call(
      addFileVersion,
      { params, body: { version: 1, uploadId: second, note: 'Bổ sung phụ lục' } },
      officer,
    );
    expect(added.body).toMatchObject({ version: 2, file: { number: 2, name: 'bản hai.txt' } });
    const stale = await t.call(addFileVersion, { params, body: { version: 1, uploadId: third } }, officer);
    expect([stale.status, stale.error?.code]).toEqual([409, 'stale-version']);
    expect(stale.error?.details).toMatchObject({ current: { version: 2, file: { name: 'bản hai.txt' } } });
    const after = await t.call(addFileVersion, { params, body: { version: 2, uploadId: third } }, officer);
    expect(after.status).toBe(200);
    const { body } = await t.call(getEvidence, { params }, officer);
    expect(body.versions.map((one) => [one.number, one.name, one.note])).toEqual([
      [3, 'bản ba.txt', null],
      [2, 'bản hai.txt', 'Bổ sung phụ lục'],
      [1, 'ban-scan.txt', null],
    ]);
  });

  test('sent twice lies on the disk once', async () => {
    const [a, b] = await Promise.all([
      aFile(t, 'officer', { content: 'cùng nội dung' }),
      aFile(t, 'focal', { content: 'cùng nội dung' }),
    ]);
    expect(a.id).not.toBe(b.id);
    expect(a.file?.sha256).toBe(b.file?.sha256);
  });
});

describe('correcting', () => {
  test('keeps what was not named, logs before and after, and refuses a stale version', async () => {
    const document = await aDocument(t, 'officer', { title: 'Tên sai' });
    const params = { evidenceId: document.id };
    const body = { version: 1, reason: 'Ghi nhầm trích yếu', title: 'Tên đúng' };
    const done = await t.call(correctEvidence, { params, body }, officer);
    expect(done.body).toMatchObject({ title: 'Tên đúng', number: document.number, version: 2 });
    const stale = await t.call(correctEvidence, { params, body: { ...body, title: 'Tên khác' } }, focal);
    expect([stale.status, stale.error?.details]).toMatchObject([409, { current: { title: 'Tên đúng', version: 2 } }]);
    const { rows } = await t.owner.query(
      `select d.before ->> 'title' as before, d.after ->> 'title' as after, d.context ->> 'reason' as reason
       from log_entry e join log_detail d on d.unit_id = e.unit_id and d.entry_id = e.id
       where e.action = 'evidence.corrected' and e.record_id = $1`,
      [document.id],
    );
    expect(rows).toEqual([{ before: 'Tên sai', after: 'Tên đúng', reason: 'Ghi nhầm trích yếu' }]);
  });

  test('into another document that is there is refused with its name', async () => {
    const [one, two] = [await aDocument(t, 'officer'), await aDocument(t, 'officer')];
    const body = { version: 1, reason: 'Ghi nhầm số', ...(two.number ? { number: two.number } : {}) };
    const { status, error } = await t.call(correctEvidence, { params: { evidenceId: one.id }, body }, officer);
    expect([status, error?.code, error?.details]).toEqual([409, 'evidence-document-known', { evidenceId: two.id }]);
    expect(error?.message).toContain(two.name);
  });

  test('of what another entered is for the focal point', async () => {
    const document = await aDocument(t, 'focal');
    const params = { evidenceId: document.id };
    const body = { version: 1, reason: 'Thử sửa', title: 'Sửa hộ' };
    const refused = await t.call(correctEvidence, { params, body }, officer);
    expect([refused.status, refused.error?.code]).toEqual([403, 'evidence-not-yours']);
    const shown = await t.call(getEvidence, { params }, officer);
    expect(shown.body.mayChange).toEqual({ ok: false, reason: refused.error?.message });
    expect((await t.call(correctEvidence, { params, body }, focal)).status).toBe(200);
  });

  test('a file by a number is refused', async () => {
    const file = await aFile(t, 'officer');
    const body = { version: 1, reason: 'Thử sửa', number: '1' };
    const { error } = await t.call(correctEvidence, { params: { evidenceId: file.id }, body }, officer);
    expect(error?.code).toBe('evidence-not-document');
  });
});

describe('the list', () => {
  test.each([
    ['a number and symbol', '731/bc-ubnd'],
    ['words without diacritics', 'ho tich truc tuyen'],
    ['words in another order', 'trực tuyến hộ tịch'],
    ['a day', '14/03/2022 ho tich'],
  ])('finds a document by %s', async (_, q) => {
    const document = await aDocument(t, 'officer', { number: '731', title: 'Báo cáo hộ tịch trực tuyến' }).catch(
      () => undefined,
    );
    const { body } = await t.call(listEvidence, { query: { q } }, officer);
    expect(body.rows.map((row) => row.number)).toEqual(['731']);
    if (document) expect(body.rows[0]).toEqual(document);
  });

  test('pages without losing or doubling, newest first, and counts', async () => {
    const author = await anAccount(t.owner, t.unit.id, { roles: ['officer'] });
    for (let at = 0; at < 5; at += 1) await aFile(t, author, { title: `Tệp trang ${at}` });
    const pages = await Promise.all(
      [1, 2, 3].map((page) => t.call(listEvidence, { query: { mine: 'yes', page, size: 2 } }, { as: author })),
    );
    expect(pages.map((page) => page.body.total)).toEqual([5, 5, 5]);
    expect(pages.flatMap((page) => page.body.rows.map((row) => row.title))).toEqual(
      [4, 3, 2, 1, 0].map((at) => `Tệp trang ${at}`),
    );
  });
});
