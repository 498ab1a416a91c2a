import { createHash, randomBytes } from 'node:crypto';
import ExcelJS from 'exceljs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ServerProcess } from '../process/server-process.ts';
import { look, signIn, type Visit, visit, widths } from './browser.ts';
import { openProduct, type Product } from './product.ts';

/** An officer enters a document, looks at it beside its facts, adds versions over a bad line, and anybody checks its hash. */
let product: Product | undefined;
let server: ServerProcess;
let browser: Browser;
let pdf: Buffer;

beforeAll(async () => {
  product = await openProduct();
  ({ server, browser } = product);
  pdf = await threePages();
});
afterAll(() => product?.close());

async function threePages(): Promise<Buffer> {
  const page = await browser.newPage();
  const pages = ['Báo cáo công tác cải cách hành chính quý I', 'Kết quả giải quyết hồ sơ', 'Kiến nghị, đề xuất'];
  await page.setContent(
    pages.map((title) => `<h1 style="break-before:page">${title}</h1><p>Nội dung thử nghiệm.</p>`).join(''),
  );
  const made = await page.pdf({ format: 'A4' });
  await page.close();
  return made;
}

async function workbook(): Promise<Buffer> {
  const made = new ExcelJS.Workbook();
  const sheet = made.addWorksheet('Số liệu');
  sheet.addRows([
    ['Chỉ tiêu', 'Kết quả'],
    ['Hồ sơ đúng hạn', 118],
  ]);
  return Buffer.from(await made.xlsx.writeBuffer());
}

async function enterReport({ page }: Visit, code: string, called = code): Promise<void> {
  await page.getByRole('button', { name: 'Nhập văn bản' }).click();
  const form = page.getByRole('dialog', { name: 'Nhập văn bản đã ban hành' });
  await form.getByLabel('Số, ký hiệu').fill(code);
  await form.getByLabel('Trích yếu').fill('Báo cáo cải cách hành chính quý I');
  await form.getByLabel('Người ký').fill('Lê Văn Thử');
  await form
    .locator('input[type=file]')
    .setInputFiles({ name: 'bao-cao.pdf', mimeType: 'application/pdf', buffer: pdf });
  await form.getByRole('button', { name: 'Nhập văn bản' }).click();
  await page.getByRole('heading', { level: 1, name: called }).waitFor();
}

/** Shows the half of the page a narrow window hides. */
async function turnTo({ page, width }: Visit, half: 'Thông tin' | 'Tệp'): Promise<void> {
  if (width === 360) await page.getByText(half, { exact: true }).first().click();
}

test.each(widths)('a document is entered, looked at and checked at %i px', async (width) => {
  const on = await visit(browser, server.url, width);
  const { page } = on;
  await signIn(on, 'Phạm Mẫu Bình');
  await page.goto('/lam-viec/minh-chung');
  await page.getByRole('heading', { level: 1, name: 'Minh chứng' }).waitFor();
  await look(on, 'no evidence');
  await page.getByRole('button', { name: 'Nhập văn bản' }).click();
  await page.getByRole('dialog').waitFor();
  await look(on, 'entering a document');
  await page.getByRole('button', { name: 'Hủy' }).click();
  await enterReport(on, `${width}/BC-UBND`);
  await turnTo(on, 'Tệp');
  await page.getByText('Trang 1/3').waitFor();
  await page.getByRole('button', { name: 'Trang 2', exact: true }).click();
  await page.getByText('Trang 2/3').waitFor();
  await page.getByText('Kết quả giải quyết hồ sơ').waitFor({ state: 'attached' });
  await look(on, 'a document with its file');
  await turnTo(on, 'Thông tin');
  await page.getByRole('button', { name: 'Kiểm tra tệp' }).click();
  await page.getByText('Tệp đúng như khi được ghi vào nhật ký.').waitFor();
  await page.getByRole('button', { name: 'Xem lịch sử thay đổi' }).click();
  await page.getByText('nhập minh chứng').waitFor();
  await look(on, 'history of a document');
  await on.close();
});

test('the same document entered again is the one that is there', async () => {
  const on = await visit(browser, server.url, 1280);
  await signIn(on, 'Phạm Mẫu Bình');
  await on.page.goto('/lam-viec/minh-chung');
  await enterReport(on, '77/BC-UBND');
  const address = on.page.url();
  await on.page.goto('/lam-viec/minh-chung');
  await enterReport(on, '077/bc-ubnd', '77/BC-UBND');
  await on.page.getByText('đã có trong danh sách').waitFor();
  expect(on.page.url()).toBe(address);
  await on.close();
});

test('a large file over a line that breaks goes on by itself; an Excel version is shown as a table', async () => {
  const on = await visit(browser, server.url, 1280);
  const { page } = on;
  await signIn(on, 'Phạm Mẫu Bình');
  await page.goto('/lam-viec/minh-chung');
  const content = randomBytes(20 * 1_048_576);
  let parts = 0;
  await page.route('**/api/uploads/*', (route) => {
    if (route.request().method() !== 'PATCH') return route.continue();
    parts += 1;
    return parts === 2 || parts === 3 ? route.abort('connectionreset') : route.continue();
  });
  await page.getByRole('button', { name: 'Đưa tệp lên' }).click();
  const form = page.getByRole('dialog', { name: 'Nhập tệp minh chứng' });
  const large = { name: 'quay-phim.mp4', mimeType: 'video/mp4', buffer: content };
  await form.locator('input[type=file]').setInputFiles(large);
  await form.getByRole('button', { name: 'Nhập tệp' }).click();
  await page.getByRole('heading', { level: 1, name: 'quay-phim' }).waitFor();
  expect(parts).toBeGreaterThanOrEqual(5);
  const hash = createHash('sha256').update(content).digest('hex');
  await page.getByTitle(hash).waitFor();
  on.errors.length = 0;

  await page.getByRole('button', { name: 'Thêm phiên bản tệp' }).click();
  const dialog = page.getByRole('dialog', { name: 'Thêm phiên bản tệp' });
  const sheet = { name: 'so-lieu.xlsx', mimeType: 'application/octet-stream', buffer: await workbook() };
  await dialog.locator('input[type=file]').setInputFiles(sheet);
  await dialog.getByLabel('Vì sao').fill('Thêm số liệu');
  await dialog.getByRole('button', { name: 'Thêm phiên bản', exact: true }).click();
  await page.getByRole('cell', { name: 'Hồ sơ đúng hạn' }).waitFor();
  await page.getByText('Phiên bản 1: quay-phim.mp4').waitFor();
  await look(on, 'an Excel version');

  const file = page.url();
  const other = await visit(browser, server.url, 1280);
  await signIn(other, 'Cấp trên');
  await other.page.goto(file);
  await other.page.getByText('Không tìm thấy nội dung này').waitFor();
  await other.close();
  await on.close();
});
