import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { ServerProcess } from '../../src/test/process/server-process.ts';
import { desk, guide, openAs, root, send, shoot } from './page.ts';

const picture = (name: string) => join(guide, `${name}.png`);

/** Enters an invented document of the unit, to be chosen when handing in. */
async function enterDocument(page: Page, number: string, title: string): Promise<void> {
  await send(page, '/api/evidence/documents', { number, symbol: 'BC-UBND', issuedOn: '2022-03-10', title });
}

async function handInFile(page: Page): Promise<void> {
  const item = page.getByRole('list', { name: 'Việc' }).getByRole('listitem').first();
  await item.getByRole('button', { name: 'Nộp' }).click();
  const dialog = page.getByRole('dialog', { name: /^Nộp/ });
  await dialog.getByRole('button', { name: 'Đưa tệp lên' }).click();
  const enter = page.getByRole('dialog', { name: 'Nhập tệp minh chứng' });
  const text =
    'BÁO CÁO (dự thảo, giả định)\n\nĐã rà soát 05 văn bản; 02 văn bản cần sửa đổi; 01 văn bản hết hiệu lực.\n';
  await enter
    .locator('input[type=file]')
    .setInputFiles({ name: 'du-thao-bao-cao.txt', mimeType: 'text/plain', buffer: Buffer.from(text) });
  await enter.getByRole('button', { name: 'Nhập tệp' }).click();
  await enter.waitFor({ state: 'hidden' });
  await dialog.getByRole('button', { name: 'Nộp', exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
}

/** The pictures of working the plan, in the middle of March of the demo's year. */
export async function takeWork(browser: Browser, server: ServerProcess): Promise<void> {
  const own = await openAs(browser, server, desk, 'Phạm Mẫu Bình', '/viec-cua-toi');
  await send(own, '/api/demo/clock', { today: '2022-03-14' }, 'PUT');
  await own.waitForTimeout(4_000);
  await enterDocument(own, '21', 'Báo cáo kết quả rà soát văn bản quý I năm 2022 (giả định)');
  await enterDocument(own, '19', 'Kế hoạch tuyên truyền cải cách hành chính năm 2022 (giả định)');
  await own.reload();
  await own.getByRole('list', { name: 'Việc' }).getByRole('listitem').first().waitFor();
  await shoot(own, picture('work-3-viec-cua-toi'));
  await own.getByRole('button', { name: 'Nộp' }).first().click();
  await own.getByRole('dialog', { name: /^Nộp/ }).waitFor();
  await shoot(own, picture('work-4-nop'));
  await own.keyboard.press('Escape');
  await handInFile(own);

  const chair = await openAs(browser, server, desk, 'Lê Mẫu Minh', '/cho-duyet');
  await chair.getByRole('list', { name: 'Chờ quyết định' }).waitFor();
  await shoot(chair, picture('work-5-cho-duyet'));
  await chair.goto('/lam-viec/tong-quan');
  await chair
    .getByRole('link', { name: /Quá hạn/ })
    .first()
    .waitFor();
  await shoot(chair, picture('work-1-tong-quan'));
  await shoot(chair, join(root, 'docs', 'picture.png'));
  await chair.goto('/lam-viec/theo-doi');
  await chair.locator('tbody a').first().waitFor();
  await shoot(chair, picture('work-2-theo-doi'));
  await chair
    .getByRole('button', { name: /thông báo/i })
    .first()
    .click();
  await shoot(chair, picture('work-7-nhac'));

  const focal = await openAs(browser, server, desk, 'Nguyễn Mẫu An', '/bao-cao');
  await focal.getByRole('link', { name: /Quý I/ }).click();
  await focal.getByRole('heading', { name: 'Các phần' }).waitFor();
  await shoot(focal, picture('work-6-bao-cao'));
  for (const page of [own, chair, focal]) await page.context().close();
}
