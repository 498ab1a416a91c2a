import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ServerProcess } from '../process/server-process.ts';
import { look, signIn, visit, widths } from './browser.ts';
import { openProduct, type Product } from './product.ts';

/** The one-stop shop: a dossier taken in by keyboard, handed on, and found again with its dates explained. */
let product: Product | undefined;
let server: ServerProcess;
let browser: Browser;
const owners = { 1280: 'Nguyễn Mẫu Bàn Phím', 360: 'Trần Mẫu Điện Thoại' } as const;

beforeAll(async () => {
  product = await openProduct();
  ({ server, browser } = product);
});
afterAll(() => product?.close());

test.each(widths)('a clerk takes a dossier in with the keyboard and hands it on, at %i px', async (width) => {
  const on = await visit(browser, server.url, width);
  const { page } = on;
  await signIn(on, '.*Bùi Mẫu Khánh');
  await page.goto('/lam-viec/tiep-nhan');
  await page.getByRole('combobox', { name: 'Thủ tục' }).or(page.getByLabel('Thủ tục')).first().waitFor();
  await page.keyboard.type('giam ho');
  await page
    .getByRole('option', { name: /giám hộ/ })
    .first()
    .waitFor();
  await page.keyboard.press('Enter');
  const name = page.getByLabel('Họ tên chủ hồ sơ, tên tổ chức');
  await name.fill(owners[width]);
  const papers = page.getByRole('list', { name: 'Thành phần hồ sơ' }).getByRole('checkbox');
  await papers.first().waitFor();
  for (let index = 0; index < (await papers.count()); index += 1) {
    const paper = papers.nth(index);
    const label = await paper.evaluate((box) => box.closest('li')?.hasAttribute('data-missing') ?? false);
    if (label) {
      await paper.focus();
      await page.keyboard.press('Space');
    }
  }
  await page.getByText('Hẹn trả:').first().waitFor();
  await page.getByText('Đã giữ bản nháp trên máy chủ').waitFor();
  await look(on, 'the counter');
  await page.keyboard.press('Control+Enter');
  const code = page.locator('.counter-code');
  await code.waitFor();
  const given = (await code.textContent()) ?? '';
  expect(given).toMatch(/^H56\.22\.17-2201\d{2}-\d{4,}$/);
  await look(on, 'what came of it');
  await page.getByRole('link', { name: 'Mở hồ sơ' }).click();
  await page.getByRole('heading', { name: given }).waitFor();
  await page.getByText('Vì sao có hạn này').click();
  await look(on, 'a dossier');
  await page.getByRole('button', { name: 'Chuyển xử lý' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Chuyển xử lý' }).click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await page.getByText('chuyển hồ sơ đến nơi giải quyết').first().waitFor();
  await page.goto('/lam-viec/ho-so?list=all');
  await page.getByText(owners[width]).first().waitFor();
  await look(on, 'the lists');
  await on.close();
});

test('a slip is a PDF, and its code tells everybody its state but no name', async () => {
  const on = await visit(browser, server.url, 1280);
  const { page } = on;
  await signIn(on, '.*Bùi Mẫu Khánh');
  await page.goto('/lam-viec/ho-so?list=running');
  await page.locator('a[href*="/lam-viec/ho-so/0"]').first().click();
  const slip = page.getByRole('link', { name: /Giấy tiếp nhận và hẹn trả số/ }).first();
  const href = await slip.getAttribute('href');
  const pdf = await page.request.get(href ?? '');
  expect([pdf.status(), pdf.headers()['content-type']]).toEqual([200, 'application/pdf']);
  expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-');
  await page.goto('/kiem-tra/khong-phai-ma-nao-ca-0000');
  await page.getByRole('heading', { name: 'Không có phiếu mang mã này' }).waitFor();
  await on.close();
});
