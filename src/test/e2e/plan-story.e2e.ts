import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ExcelJS from 'exceljs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ServerProcess } from '../process/server-process.ts';
import { look, signIn, type Visit, visit, type Width } from './browser.ts';
import { openProduct, type Product } from './product.ts';
import { settleAll } from './settle.ts';

/** The first job from beginning to end, as the officer in charge of reform does it, at a desk and on a phone. */
const plans = fileURLToPath(new URL('../plans/', import.meta.url));
let product: Product | undefined;
let server: ServerProcess;
let browser: Browser;

beforeAll(async () => {
  product = await openProduct();
  ({ server, browser } = product);
});
afterAll(() => product?.close());

interface Story {
  readonly width: Width;
  readonly file: string;
  readonly year: number;
  /** A question the document must raise. */
  readonly doubt: string;
  readonly searched: string;
  readonly found: string;
}

const stories: readonly Story[] = [
  {
    width: 1280,
    file: '06-xa-yen-thuy-2020.txt',
    year: 2020,
    doubt: 'Chỉ tiêu lặp lại',
    searched: 'quy che chi tieu',
    found: 'Xây dựng Quy chế chi tiêu nội bộ',
  },
  {
    width: 360,
    file: '03-xa-long-hai-dong-2026.docx',
    year: 2026,
    doubt: 'Hai con số cho một chỉ tiêu',
    searched: 'tru so tai san cong doi du',
    found: 'Sắp xếp, xử lý trụ sở, tài sản công dôi dư',
  },
];

test.each(stories)('$file becomes data that everybody can find, at $width px', async (story) => {
  const on = await visit(browser, server.url, story.width);
  await on.page.goto('/dang-nhap');
  await look(on, 'sign-in');
  await signIn(on, 'Nguyễn Mẫu An');
  await look(on, 'first page');
  await importPlan(on, story);
  await settle(on, story);
  await accept(on);
  await findTask(on, story);
  await lookAround(on);
  await exportExcel(on.page, story);
  await readPublicly(on, story);
  await signOut(on);
  await on.close();
});

async function importPlan(on: Visit, { file, width }: Story): Promise<void> {
  const { page } = on;
  if (width === 360) await page.getByRole('button', { name: 'Thêm', exact: true }).click();
  await page.getByRole('link', { name: 'Nhập kế hoạch', exact: true }).first().click();
  await page.getByRole('heading', { level: 1, name: 'Nhập kế hoạch' }).waitFor();
  await look(on, 'imports');
  await page.locator('input[type=file]').setInputFiles(join(plans, file));
  await page.locator('.split').waitFor({ timeout: 30_000 });
  await look(on, 'review');
}

async function settle(on: Visit, { year, doubt, width }: Story): Promise<void> {
  const { page } = on;
  const accepting = page.getByRole('button', { name: 'Chấp nhận', exact: true });
  expect(await accepting.getAttribute('aria-disabled')).toBe('true');
  await page
    .getByRole('button', { name: /^Xem .* trong văn bản$/ })
    .first()
    .click();
  await page.locator('.source-line[data-lit]').first().waitFor();
  await look(on, 'document');
  if (width === 360) await page.getByText('Nội dung đã đọc', { exact: true }).click();
  expect(await settleAll(page, year)).toContain(doubt);
  await page.locator('label', { hasText: 'Dòng chưa nhận diện' }).click();
  await page.getByLabel(/^Chọn tất cả/).check();
  await look(on, 'lines nobody knew');
  await page.getByRole('button', { name: 'Không thuộc nội dung' }).click();
  await page.getByText('Không thuộc nội dung').first().waitFor();
  await page.locator('label', { hasText: 'Đã đọc' }).last().click();
  await page.locator('.read summary', { hasText: 'Chỉ tiêu' }).first().click();
  await page.locator('.read-value').filter({ hasText: '%' }).first().click();
  await page.locator('.read-value[data-lit]').waitFor();
  await look(on, 'what was read');
}

async function accept(on: Visit): Promise<void> {
  const { page } = on;
  const accepting = page.getByRole('button', { name: 'Chấp nhận', exact: true });
  await page.locator('.page-actions [aria-disabled=true]').waitFor({ state: 'detached' });
  await accepting.click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Số quyết định').waitFor();
  await look(on, 'accept');
  await dialog.getByRole('button', { name: 'Chấp nhận', exact: true }).click();
  await page.waitForURL(/\/ke-hoach\/[^/]+$/);
  await page.locator('.plan-tabs').waitFor();
}

async function findTask(on: Visit, { searched, found, width, year }: Story): Promise<void> {
  const { page } = on;
  await page.getByRole('searchbox').fill(searched);
  await page
    .getByRole('status')
    .filter({ hasText: /^1 dòng$/ })
    .waitFor();
  await look(on, 'tasks');
  await page
    .locator(width === 360 ? '.card a' : 'tbody a')
    .first()
    .click();
  await page.locator('.facts').waitFor();
  expect(await page.locator('.task-words').textContent()).toContain(found);
  expect(await page.locator('.facts').textContent()).toContain(`Trước ngày 15/12/${year}`);
  await look(on, 'task');
  await page.getByRole('link', { name: '← Nhiệm vụ' }).click();
  await page.locator('.plan-tabs').waitFor();
}

async function lookAround(on: Visit): Promise<void> {
  const { page } = on;
  for (const part of ['Chỉ tiêu', 'Cả năm', 'Nội dung', 'Phiên bản', 'Nhiệm vụ']) {
    await page.locator('.plan-tabs').getByRole('link', { name: part, exact: true }).click();
    await page.locator('.plan-tabs a[aria-current=page]').filter({ hasText: part }).waitFor();
    await look(on, part);
  }
}

async function exportExcel(page: Page, { found }: Story): Promise<void> {
  const words = await page.locator('.page-note').first().textContent();
  const tasks = Number(/(\d+) nhiệm vụ/.exec(words ?? '')?.[1]);
  await page.getByRole('button', { name: 'Xuất', exact: true }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: /^Excel/ }).click(),
  ]);
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(await download.path());
  const rows: string[] = [];
  book.worksheets[0]?.eachRow((row) => rows.push(JSON.stringify(row.values)));
  expect(tasks).toBeGreaterThan(5);
  expect(rows.length).toBeGreaterThan(tasks);
  expect(rows.filter((row) => row.includes(found))).toHaveLength(1);
}

async function readPublicly(on: Visit, { year, found }: Story): Promise<void> {
  const { page } = on;
  await page.getByRole('button', { name: 'Việc khác' }).click();
  await page.getByRole('menuitem', { name: 'Đưa lên trang công khai' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Đưa lên' }).click();
  await page.getByText('Đang công khai').waitFor();
  await page.goto('/');
  await look(on, 'public page');
  await page.goto(`/ke-hoach/${year}`);
  await look(on, 'public plan');
  await page.goto(`/ke-hoach/${year}?tim=${encodeURIComponent(found)}`);
  expect(await page.locator('main').textContent()).toContain(found);
  await look(on, 'public search');
}

async function signOut(on: Visit): Promise<void> {
  const { page } = on;
  await page.goto('/dang-xuat');
  await look(on, 'sign-out');
  await page.locator('main button').click();
  await page.goto('/lam-viec/ke-hoach');
  await page.waitForURL(/\/dang-nhap/);
}

test('questions are settled and the plan accepted by keyboard alone', async () => {
  const on = await visit(browser, server.url, 1280);
  const { page } = on;
  await signIn(on, 'Nguyễn Mẫu An');
  await page.goto('/lam-viec/nhap-ke-hoach');
  await page.locator('input[type=file]').setInputFiles(join(plans, '01-xa-dong-van-2023.pdf'));
  await page.locator('.split').waitFor({ timeout: 30_000 });
  await tabTo(page, 'Hiện cả điểm đã quyết định');
  await page.keyboard.press('j');
  await tabTo(page, 'Giữ nguyên');
  await page.keyboard.press('Enter');
  await page.locator('.doubt[data-blocking]').nth(1).waitFor({ state: 'detached' });
  // The keyboard stands on the next question.
  await tabTo(page, 'Sửa');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Trước 15/12/2023');
  await page.keyboard.press('Control+Enter');
  await page.locator('.doubt[data-blocking]').waitFor({ state: 'detached' });
  await tabTo(page, 'Dòng chưa nhận diện', 'Shift+Tab', ['ArrowRight', 'ArrowRight']);
  await tabTo(page, 'Chọn tất cả');
  await page.keyboard.press('Space');
  await tabTo(page, 'Không thuộc nội dung');
  await page.keyboard.press('Enter');
  await page.locator('.page-actions [aria-disabled=true]').waitFor({ state: 'detached' });
  await tabTo(page, 'Chấp nhận', 'Shift+Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByLabel('Số quyết định').waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/ke-hoach\/[^/]+$/);
  await page.locator('.plan-tabs').waitFor();
  await look(on, 'accepted by keyboard');
  await on.close();
});

test("next year's plan is written from this year's, changed and issued", async () => {
  const on = await visit(browser, server.url, 1280);
  const { page } = on;
  await signIn(on, 'Nguyễn Mẫu An');
  await page.goto('/lam-viec/ke-hoach');
  await page.getByRole('link', { name: 'Kế hoạch cải cách hành chính năm 2022' }).click();
  await page.getByRole('button', { name: 'Việc khác' }).click();
  await page.getByRole('menuitem', { name: 'Soạn kế hoạch năm 2023' }).click();
  await look(on, 'copy');
  await page.getByRole('textbox', { name: 'Năm' }).fill('2024');
  expect(await page.getByLabel('Tên kế hoạch').inputValue()).toBe('Kế hoạch cải cách hành chính năm 2024');
  await page.getByRole('button', { name: 'Bắt đầu soạn' }).click();
  await page.locator('.draft-bar').waitFor();
  await look(on, 'draft');
  await page.getByRole('link', { name: 'Thêm nhiệm vụ' }).click();
  await page.getByLabel('Nội dung nhiệm vụ').fill('Khảo sát sự hài lòng của người dân tại Bộ phận một cửa');
  await page.getByLabel('Sản phẩm 1', { exact: true }).fill('Báo cáo kết quả khảo sát');
  await page.getByLabel('Thời hạn của sản phẩm 1').fill('Trước 15/11');
  await page.getByText('Hiểu là: Trước ngày 15/11/2024').waitFor();
  await page.getByLabel('Chủ trì, 1').fill('Công chức Văn phòng - Thống kê');
  await look(on, 'task form');
  await page.getByRole('button', { name: 'Thêm nhiệm vụ' }).click();
  await page.locator('.draft-bar').waitFor();
  await page.getByRole('searchbox').fill('khao sat su hai long');
  await page
    .getByRole('status')
    .filter({ hasText: /^1 dòng$/ })
    .waitFor();
  await page.getByRole('button', { name: 'Ban hành' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Số quyết định').fill('01/QĐ-UBND');
  await dialog.getByLabel('Ngày quyết định', { exact: true }).fill('05/01/2024');
  await look(on, 'issue');
  await dialog.getByRole('button', { name: 'Ban hành' }).click();
  await page.getByText('Phiên bản 1 theo 01/QĐ-UBND').waitFor();
  await look(on, 'issued');
  await on.close();
});

const longestWay = 60;

/** Presses Tab until what has the focus says `words`; `arrows` are pressed on a group of choices on the way. */
async function tabTo(page: Page, words: string, key = 'Tab', arrows: readonly string[] = []): Promise<void> {
  for (let step = 0; step < longestWay; step++) {
    await page.keyboard.press(key);
    const [told, type] = await page.evaluate<[string, string]>(
      "(() => { const on = document.activeElement; return [[on.getAttribute('aria-label'), on.textContent, on.labels?.[0]?.textContent].join(' '), on.type ?? '']; })()",
    );
    if (told.includes(words)) return;
    if (type === 'radio' && arrows.length > 0) {
      for (const arrow of arrows) await page.keyboard.press(arrow);
      return;
    }
  }
  throw new Error(`${words} was not reached by ${key}`);
}
