import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ServerProcess } from '../process/server-process.ts';
import { look, signIn, visit, widths } from './browser.ts';
import { openProduct, type Product } from './product.ts';

/** The working calendar: read by everybody, kept by the administrator, at a desk and on a phone. */
let product: Product | undefined;
let server: ServerProcess;
let browser: Browser;
const address = '/lam-viec/quan-tri/lich-lam-viec';

beforeAll(async () => {
  product = await openProduct();
  ({ server, browser } = product);
});
afterAll(() => product?.close());

test.each(widths)('a day is entered, changed and withdrawn at %i px', async (width) => {
  const on = await visit(browser, server.url, width);
  const { page } = on;
  await signIn(on, 'Quản trị');
  await page.goto(`${address}?nam=2026`);
  await page.getByText('249 ngày làm việc').waitFor();
  await look(on, 'the calendar of a year');

  await page.getByRole('button', { name: 'Thêm ngày' }).click();
  const panel = page.getByRole('dialog');
  await panel.getByPlaceholder('dd/mm/yyyy').fill('15/10/2026');
  await panel.getByLabel('Tên ngày').fill('Nghỉ tránh bão');
  await panel.getByLabel('Căn cứ').fill('Công điện số 5');
  await look(on, 'a new day');
  await panel.getByRole('button', { name: 'Thêm ngày' }).click();
  await page.getByText('248 ngày làm việc').waitFor();

  await page.getByRole('link', { name: /15.*Nghỉ tránh bão/ }).click();
  await panel.getByLabel('Tên ngày').fill('Nghỉ tránh bão số 5');
  await panel.getByRole('button', { name: 'Lưu thay đổi' }).click();
  await panel.getByText('Xin điền các ô được đánh dấu.').waitFor();
  await panel.getByLabel('Lý do').fill('Ghi rõ cơn bão');
  await panel.getByRole('button', { name: 'Lưu thay đổi' }).click();
  await panel.waitFor({ state: 'hidden' });

  await page.getByRole('link', { name: /15.*Nghỉ tránh bão số 5/ }).click();
  await panel.getByText('Lịch sử thay đổi').click();
  await panel.getByText('sửa một ngày trong lịch làm việc').first().waitFor();
  await look(on, 'a day of the unit');
  await panel.getByRole('button', { name: 'Bỏ ngày đơn vị đã nhập' }).click();
  const asked = page.getByRole('dialog', { name: /^Bỏ ngày/ });
  await asked.getByLabel('Lý do').fill('Bão đổi hướng');
  await asked.getByRole('button', { name: 'Bỏ ngày này' }).click();
  await page.getByText('249 ngày làm việc').waitFor();
  await on.close();
});

test('the notice of a year is entered once its faults are put right', async () => {
  const on = await visit(browser, server.url, 360);
  const { page } = on;
  await signIn(on, 'Quản trị');
  await page.goto(`${address}?nam=2027`);
  await page.getByText('Năm 2027 chưa có thông báo lịch nghỉ').waitFor();
  await look(on, 'a year without notice');
  await page.getByRole('button', { name: 'Nhập thông báo' }).click();
  await page.getByLabel('Căn cứ').fill('Thông báo thử số 1');
  const days = page.getByLabel('Các ngày');
  await days.fill('05/02/2027 - 11/02/2027; Nghỉ Tết; Tết Nguyên đán\n31/02/2027; Nghỉ lễ; Sai ngày');
  await page.getByText('Dòng 2 ("31/02/2027")').waitFor();
  await look(on, 'a notice with a fault');
  await page.getByRole('button', { name: 'Nhập 5 ngày' }).click();
  await page.getByText('Còn 1 dòng chưa đọc được').waitFor();
  await days.fill('05/02/2027 - 11/02/2027; Nghỉ Tết; Tết Nguyên đán');
  await page.getByText('5 ngày mới, 0 thay đổi, 0 không đổi.').waitFor();
  await page.getByRole('button', { name: 'Nhập 5 ngày' }).click();
  await page.getByText('Theo Thông báo thử số 1 (đơn vị nhập).').waitFor();
  await page.getByText('250 ngày làm việc', { exact: true }).waitFor();
  await on.close();
});

test('an officer reads the calendar and is told who keeps it', async () => {
  const on = await visit(browser, server.url, 1280);
  const { page } = on;
  await signIn(on, 'Cấp trên');
  await page.goto(`${address}?nam=2022`);
  await page.getByText('249 ngày làm việc').waitFor();
  const add = page.getByRole('button', { name: 'Thêm ngày' });
  expect(await add.getAttribute('aria-disabled')).toBe('true');
  await page.getByRole('link', { name: /31.*Tết Nguyên đán/ }).click();
  await page.getByText('Ngày chung cả nước').waitFor();
  await look(on, 'a national day');
  await on.close();
});
