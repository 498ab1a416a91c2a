import type { Id } from '#kernel/brands.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { enterDocument, enterFile } from '#modules/evidence/contract/evidence.ts';
import type { EvidenceRow } from '#modules/evidence/contract/parts.ts';
import { uploadWhole } from '#modules/evidence/contract/uploads.ts';
import type { Sender, TestApp } from './app.ts';

let count = 0;

/** Sends some bytes whole; gives the token. */
export async function anUpload(t: TestApp, as: Sender, content: Buffer | string, name = 'ban-scan.txt'): Promise<Id> {
  const file = { name, content: Buffer.from(content) };
  const { status, body, error } = await t.call(uploadWhole, { file }, { as });
  if (status !== 200) throw new Error(error?.code);
  return body.uploadId;
}

/** An issued document of the test's unit. */
export async function aDocument(
  t: TestApp,
  as: Sender,
  given: { number?: string; title?: string; uploadId?: Id } = {},
): Promise<EvidenceRow> {
  const body = {
    number: given.number ?? String(500 + ++count),
    symbol: 'BC-UBND',
    issuedOn: '2022-03-14' as PlainDate,
    title: given.title ?? 'Báo cáo thử nghiệm cải cách hành chính',
    ...(given.uploadId ? { uploadId: given.uploadId } : {}),
  };
  const made = await t.call(enterDocument, { body }, { as });
  if (made.status !== 200) throw new Error(made.error?.code);
  return made.body.evidence;
}

/** A file entered as evidence. */
export async function aFile(
  t: TestApp,
  as: Sender,
  given: { title?: string; content?: string } = {},
): Promise<EvidenceRow> {
  const uploadId = await anUpload(t, as, given.content ?? `nội dung thử ${++count}`);
  const made = await t.call(enterFile, { body: { title: given.title ?? 'Ảnh chụp hội nghị thử', uploadId } }, { as });
  if (made.status !== 200) throw new Error(made.error?.code);
  return made.body.evidence;
}
