import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ServerProcess } from '../process/server-process.ts';
import { look, signIn, visit, widths } from './browser.ts';
import { openProduct, type Product } from './product.ts';

/** Every page of administration opens, is accessible and says no error, at a desk and on a phone. */
let product: Product | undefined;
let server: ServerProcess;
let browser: Browser;

beforeAll(async () => {
  product = await openProduct();
  ({ server, browser } = product);
});
afterAll(() => product?.close());

const pages = [
  'quan-tri/don-vi',
  'quan-tri/don-vi/sap-xep',
  'quan-tri/phong-ban',
  'quan-tri/chuc-danh',
  'quan-tri/can-bo',
  'quan-tri/dau-moi',
  'quan-tri/ten-goi',
  'quan-tri/lam-thay',
  'quan-tri/noi-nhan',
  'quan-tri/noi-nhan-bao-cao',
  'quan-tri/tai-khoan',
  'quan-tri/tai-khoan/tao',
  'quan-tri/lich-lam-viec',
  'quan-tri/cai-dat',
  'quan-tri/nhat-ky',
  'tai-khoan',
  'tai-khoan/mat-khau',
  'tai-khoan/xac-thuc-hai-lop',
  'ke-hoach',
];

test.each(widths)('every page of administration opens at %i px', async (width) => {
  const on = await visit(browser, server.url, width);
  await signIn(on, 'Quản trị');
  for (const path of pages) {
    await on.page.goto(`/lam-viec/${path}`);
    await on.page.getByRole('heading', { level: 1 }).waitFor();
    await look(on, path);
  }
  await on.close();
});

test('a unit, an account and an entry of the log with its proof open from their lists', async () => {
  const on = await visit(browser, server.url, 1280);
  const { page } = on;
  await signIn(on, 'Quản trị');
  for (const list of ['quan-tri/don-vi', 'quan-tri/tai-khoan']) {
    await page.goto(`/lam-viec/${list}`);
    await page.locator('main a[href*="/quan-tri/"]').filter({ hasNotText: '←' }).last().click();
    await page.waitForURL((url) => url.pathname.length > `/lam-viec/${list}`.length);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await look(on, `${list}, one`);
  }
  await page.goto('/lam-viec/quan-tri/nhat-ky');
  await page.locator('tbody a').last().click();
  await page.waitForURL(/nhat-ky\/.+/);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await on.quiet();
  expect(await page.locator('main').textContent()).toMatch(/[0-9a-f]{16}|chứng minh|Chữ ký/i);
  await look(on, 'entry');
  await on.close();
});

test('settings are changed, and the log tells who did it', async () => {
  const on = await visit(browser, server.url, 1280);
  const { page } = on;
  await signIn(on, 'Quản trị');
  await page.goto('/lam-viec/quan-tri/cai-dat');
  const phone = page.getByLabel('Điện thoại', { exact: false }).first();
  await phone.fill('0237 3000 000');
  await page.locator('.setting').filter({ has: phone }).getByRole('button', { name: 'Lưu' }).click();
  await page
    .getByText(/^Đã lưu/)
    .first()
    .waitFor();
  await page.goto('/lam-viec/quan-tri/nhat-ky');
  await page.getByText('0237 3000 000').first().waitFor();
  await on.close();
});
