import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ServerProcess } from '../process/server-process.ts';
import { look, signIn, visit, widths } from './browser.ts';
import { openProduct, type Product } from './product.ts';

/** The catalogue of procedures: kept by the focal point, read by citizens, at a desk and on a phone. */
let product: Product | undefined;
let server: ServerProcess;
let browser: Browser;
const codes = { 1280: '1.001022', 360: '1.004746' } as const;

beforeAll(async () => {
  product = await openProduct();
  ({ server, browser } = product);
});
afterAll(() => product?.close());

test.each(widths)('a citizen finds what to bring for a birth at %i px', async (width) => {
  const on = await visit(browser, server.url, width);
  const { page } = on;
  await page.goto('/');
  await page.getByLabel('Ông/Bà cần làm thủ tục gì?').fill('dang ky khai sinh');
  await page.getByRole('button', { name: 'Tìm thủ tục' }).click();
  await look(on, 'what was found');
  await page.getByRole('link', { name: 'Thủ tục đăng ký khai sinh', exact: true }).click();
  await look(on, 'a procedure for everybody');
  const papers = page.locator('ol > li');
  const all = await papers.count();
  await page.getByLabel('Người nộp hồ sơ có phải là người được ủy quyền không?').selectOption('khong');
  await page.getByRole('button', { name: 'Xem giấy tờ cần chuẩn bị' }).click();
  await page.waitForURL(/uy-quyen=khong/);
  expect(await papers.count()).toBe(all - 1);
  await on.close();
});

test.each(widths)('the focal point says a term, switches off and on again at %i px', async (width) => {
  const on = await visit(browser, server.url, width);
  const { page } = on;
  await signIn(on, '.*Văn phòng');
  await page.goto('/lam-viec/thu-tuc');
  await page.getByText('Chứng thực bản sao').first().waitFor();
  await look(on, 'the catalogue');
  await page.goto(`/lam-viec/thu-tuc/${codes[width]}`);
  await page.getByRole('button', { name: 'Nhập thời hạn, phí, nơi nhận' }).click();
  const panel = page.getByRole('dialog');
  await panel.getByRole('button', { name: 'Thêm thời hạn' }).click();
  await panel.getByLabel('Số', { exact: true }).fill('2,5');
  await look(on, 'terms and fees of the unit');
  await panel.getByRole('button', { name: 'Lưu', exact: true }).click();
  await panel.getByText('Xin ghi căn cứ').waitFor();
  await panel.getByLabel('Căn cứ').fill('Quyết định giả định số 7');
  await panel.getByRole('button', { name: 'Lưu', exact: true }).click();
  await panel.waitFor({ state: 'hidden' });
  await page.getByText('2,5 ngày làm việc').waitFor();
  await look(on, 'a procedure');
  await page.getByRole('button', { name: 'Tắt tại đơn vị' }).click();
  await page.getByRole('dialog').getByLabel('Lý do').fill('Chờ hướng dẫn của tỉnh');
  await page.getByRole('button', { name: 'Tắt thủ tục' }).click();
  await page.getByText('Đơn vị đã tắt thủ tục này.').waitFor();
  await page.getByRole('button', { name: 'Bật tại đơn vị' }).click();
  await page.getByRole('button', { name: 'Bật thủ tục' }).click();
  await page.getByText('Đơn vị đã tắt thủ tục này.').waitFor({ state: 'hidden' });
  await on.close();
});

test('a file is told before it is saved, and saved once', async () => {
  const on = await visit(browser, server.url, 1280);
  const { page } = on;
  await signIn(on, '.*Văn phòng');
  await page.goto('/lam-viec/thu-tuc/nhap');
  const exported = await page.request.get('/api/procedures/danh-muc.json');
  const { procedures } = (await exported.json()) as { procedures: { code: string; content: { name: string } }[] };
  const own = procedures.slice(0, 3).map((one) => ({ ...one, code: `9.${one.code.slice(2)}` }));
  const buffer = Buffer.from(JSON.stringify({ procedures: [...procedures, ...own, { code: 'hỏng' }] }));
  const file = { name: 'danh-muc.json', mimeType: 'application/json', buffer };
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByText('Đọc được, chưa lưu: 3 mới, 0 thay đổi, 198 không đổi, 0 bãi bỏ.').waitFor();
  await page.getByText('Chỗ chưa hiểu (1)').waitFor();
  await look(on, 'a file that was read');
  await page.getByLabel(/^Bỏ qua các dòng/).check();
  await page.getByRole('button', { name: 'Lưu 3 thay đổi' }).click();
  await page.getByText('Đã lưu: 3 mới').waitFor();
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByText('0 mới, 0 thay đổi, 201 không đổi').waitFor();
  await on.close();
});

test('a viewer reads the catalogue and is told who keeps it', async () => {
  const on = await visit(browser, server.url, 1280);
  const { page } = on;
  await signIn(on, 'Cấp trên');
  await page.goto('/lam-viec/thu-tuc/1.001193');
  const settings = page.getByRole('button', { name: 'Nhập thời hạn, phí, nơi nhận' });
  await settings.waitFor();
  expect(await settings.getAttribute('aria-disabled')).toBe('true');
  await page.goto('/lam-viec/thu-tuc/su-kien');
  await page.getByText('Sinh con, nuôi con nhỏ').waitFor();
  await look(on, 'life events');
  await on.close();
});
