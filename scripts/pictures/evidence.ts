import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import type { ServerProcess } from '../../src/test/process/server-process.ts';
import { desk, guide, openAs, send, shoot } from './page.ts';

/** The pictures of evidence: the list, and one with its file beside. */
export async function takeEvidence(browser: Browser, server: ServerProcess): Promise<void> {
  const own = await openAs(browser, server, desk, 'Phạm Mẫu Bình', '/minh-chung');
  for (const [number, title] of [
    ['31', 'Báo cáo kết quả phổ biến pháp luật quý I năm 2022 (giả định)'],
    ['29', 'Kế hoạch rà soát văn bản năm 2022 (giả định)'],
  ])
    await send(own, '/api/evidence/documents', { number, symbol: 'BC-UBND', issuedOn: '2022-01-07', title });
  await own.reload();
  await own.getByRole('button', { name: 'Đưa tệp lên' }).click();
  const enter = own.getByRole('dialog', { name: 'Nhập tệp minh chứng' });
  const text = 'DANH SÁCH THÔN ĐÃ TUYÊN TRUYỀN (giả định)\n\nThôn 1, thôn 2, thôn 3.\n';
  await enter
    .locator('input[type=file]')
    .setInputFiles({ name: 'danh-sach-thon.txt', mimeType: 'text/plain', buffer: Buffer.from(text) });
  await enter.getByRole('button', { name: 'Nhập tệp' }).click();
  await enter.waitFor({ state: 'hidden' });
  await own.getByText('Các phiên bản tệp').waitFor();
  await shoot(own, join(guide, 'minh-chung-2-xem.png'));
  await own.goto('/lam-viec/minh-chung');
  await own.locator('tbody a').first().waitFor();
  await shoot(own, join(guide, 'minh-chung-1-danh-sach.png'));
  await own.context().close();
}
