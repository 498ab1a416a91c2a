import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Id } from '#kernel/brands.ts';
import type { AnswerOf } from '#kernel/route.ts';
import {
  acceptImport,
  getImport,
  getImportProgress,
  settleDoubts,
  settleUnread,
  startImport,
} from '#modules/plan/contract/imports.ts';
import type { TestApp, TestFile } from '#test/app.ts';

type Imported = AnswerOf<typeof getImport>;

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** The real plan of 2022, as a file to upload. */
export async function seedPlanFile(): Promise<TestFile> {
  return { name: 'ke-hoach-2022.txt', content: await readFile(at('starter/hoang-tien/ke-hoach-cchc-2022.txt')) };
}

/** A test plan, by its name in `src/test/plans`. */
export async function testPlanFile(name: string): Promise<TestFile> {
  return { name, content: await readFile(at(`src/test/plans/${name}`)) };
}

/** A plan as plain text, for tests that need to know every word. */
export function textFile(name: string, text: string): TestFile {
  return { name, content: Buffer.from(text) };
}

/** Waits until an import has been read or refused. Asks that jobs run. */
export async function waitForReading(t: TestApp, importId: Id): Promise<void> {
  for (let waited = 0; waited < 600; waited++) {
    const { body } = await t.call(getImportProgress, { params: { importId } }, { as: 'focal' });
    if (body.state !== 'reading') return;
    await sleep(50);
  }
  throw new Error('the document was not read within half a minute');
}

/** Uploads a file as the focal officer and waits until it has been read. */
export async function importFile(t: TestApp, file: TestFile): Promise<Imported> {
  const started = await t.call(startImport, { file }, { as: 'focal' });
  if (started.status !== 200) throw new Error(started.error?.message);
  await waitForReading(t, started.body.id);
  const imported = await getImported(t, started.body.id);
  if (imported.refusal) throw new Error(`${imported.refusal.code}: ${imported.refusal.message}`);
  return imported;
}

export async function getImported(t: TestApp, importId: Id): Promise<Imported> {
  const { body, error } = await t.call(getImport, { params: { importId } }, { as: 'focal' });
  if (error) throw new Error(error.message);
  return body;
}

const asWritten: Readonly<Record<string, 'ignore' | 'merge'>> = { higherLevelWork: 'ignore', repeatedTarget: 'merge' };

/** Settles everything as written: contradictions kept (work of higher levels not counted), unread lines as furniture. */
export async function settleAll(t: TestApp, imported: Imported): Promise<Imported> {
  const params = { importId: imported.id };
  const open = imported.doubts.filter((doubt) => doubt.decision === null);
  const decisions = open.map((doubt) => ({
    doubtId: doubt.id,
    choice: asWritten[doubt.kind] ?? ('keep' as const),
  }));
  let { version } = imported;
  if (decisions.length > 0) {
    const settled = await t.call(settleDoubts, { params, body: { version, decisions } }, { as: 'focal' });
    if (settled.error) throw new Error(settled.error.message);
    version = settled.body.version;
  }
  const lines = imported.unread.filter((one) => one.settled === null).map((one) => one.line);
  if (lines.length > 0) {
    const settled = await t.call(settleUnread, { params, body: { version, lines, use: 'furniture' } }, { as: 'focal' });
    if (settled.error) throw new Error(settled.error.message);
  }
  return getImported(t, imported.id);
}

/** Imports, settles and accepts a file as the first version of a plan. */
export async function acceptedPlan(t: TestApp, file: TestFile): Promise<{ planId: Id; version: number; importId: Id }> {
  const imported = await settleAll(t, await importFile(t, file));
  const accepted = await t.call(
    acceptImport,
    { params: { importId: imported.id }, body: { version: imported.version, kind: 'first' } },
    { as: 'focal' },
  );
  if (accepted.error) throw new Error(`${accepted.error.code}: ${accepted.error.message}`);
  return { ...accepted.body, importId: imported.id };
}

/** A task of a small plan, as its text tells it. */
export interface SmallTask {
  readonly content: string;
  readonly lead?: string;
  readonly due?: string;
  readonly output?: string;
}

/** A plan of 2022 as a commune may write it, without tables: two targets and the tasks given, all of one field. */
export function smallPlan(
  name: string,
  tasks: readonly SmallTask[],
  given: { year?: number; target?: number } = {},
): TestFile {
  const { year = 2022, target = 97 } = given;
  const items = tasks.flatMap(
    (
      { content, lead = 'Công chức Tư pháp - Hộ tịch', due = `Quý II năm ${year}`, output = 'Báo cáo kết quả' },
      index,
    ) => [
      `${'abcdđeghiklmn'[index]}) ${content}.`,
      `- Đơn vị chủ trì: ${lead}.`,
      '- Đơn vị phối hợp: Công chức Văn phòng - Thống kê.',
      `- Thời gian thực hiện: ${due}.`,
      `- Sản phẩm: ${output}.`,
    ],
  );
  const lines = [
    'ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'XÃ THỬ NGHIỆM\tĐộc lập - Tự do - Hạnh phúc',
    `Số: 15/KH-UBND\tThử Nghiệm, ngày 20 tháng 01 năm ${year}`,
    '',
    'KẾ HOẠCH',
    `Cải cách hành chính năm ${year}`,
    '',
    'I. MỤC ĐÍCH',
    '- Nâng cao chất lượng công tác cải cách hành chính.',
    '',
    'II. MỤC TIÊU, CHỈ TIÊU',
    '- 100% văn bản ban hành đúng thể thức, thẩm quyền;',
    `- ${target}% hồ sơ trở lên giải quyết đúng hạn và trước hạn.`,
    '',
    'III. NHIỆM VỤ',
    '1. Cải cách thể chế',
    ...items,
    '',
    'IV. TỔ CHỨC THỰC HIỆN',
    '1. Công chức Văn phòng - Thống kê: tổng hợp kết quả, báo cáo Chủ tịch UBND xã hằng quý.',
  ];
  return textFile(name, `${lines.join('\n')}\n`);
}
