/**
 * Takes the pictures of the guides and of the README from the running product, on data made for it: run it after a change
 * of the screens. `node scripts/screenshots.ts` writes `docs/user/anh/*.png` and `docs/picture.png`.
 */
import { spawnSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { startProcess, stopProcess } from '../src/test/process/server-process.ts';
import { ensureChromium } from './chromium.ts';
import { takeAbove } from './pictures/above.ts';
import { takeEvidence } from './pictures/evidence.ts';
import { desk, guide, openAs, phone, root, shoot } from './pictures/page.ts';
import { takeWork } from './pictures/work.ts';

const plans = join(root, 'src', 'test', 'plans');

async function importPlan(page: Page, name: string): Promise<void> {
  await page.goto('/lam-viec/nhap-ke-hoach');
  await page.locator('input[type=file]').setInputFiles(join(plans, name));
  await page.locator('.split').waitFor({ timeout: 30_000 });
}

async function takeReview(page: Page): Promise<void> {
  await importPlan(page, '03-xa-long-hai-dong-2026.docx');
  await page.getByRole('button', { name: 'Xem T04 trong văn bản' }).first().click();
  await page.locator('.source-line[data-lit]').first().waitFor();
  await shoot(page, join(guide, '2-doi-chieu.png'));
  const card = page.locator('.doubt').filter({ hasText: 'Thiếu thời hạn' });
  await card.getByRole('button', { name: 'Sửa', exact: true }).click();
  await card.getByLabel('Thời hạn').fill('Trước 15/12/2026');
  await card.getByText('Hiểu là').waitFor();
  await shoot(page, join(guide, '3-quyet-dinh.png'));
  await page.keyboard.press('Escape');
  await page.locator('label', { hasText: 'Dòng chưa nhận diện' }).click();
  await page.getByLabel(/^Chọn tất cả/).check();
  await page.locator('.unread .read-value').first().click();
  await shoot(page, join(guide, '4-dong-chua-nhan-dien.png'));
}

async function acceptYenThuy(page: Page): Promise<void> {
  await importPlan(page, '06-xa-yen-thuy-2020.txt');
  while ((await page.locator('.doubt[data-blocking]').count()) > 0) {
    const card = page.locator('.doubt[data-blocking]').first();
    const id = await card.getAttribute('aria-labelledby');
    await card.getByRole('button', { name: 'Giữ', exact: false }).first().click();
    await page.locator(`.doubt[aria-labelledby="${id}"]`).waitFor({ state: 'detached' });
  }
  await page.locator('label', { hasText: 'Dòng chưa nhận diện' }).click();
  await page.getByLabel(/^Chọn tất cả/).check();
  await page.getByRole('button', { name: 'Không thuộc nội dung' }).click();
  await page.locator('.page-actions [aria-disabled=true]').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Chấp nhận', exact: true }).click();
  await page.getByRole('dialog').getByLabel('Số quyết định').waitFor();
  await shoot(page, join(guide, '5-chap-nhan.png'));
}

async function takePlan(page: Page): Promise<void> {
  await page.goto('/lam-viec/ke-hoach');
  await page.getByRole('link', { name: 'Kế hoạch cải cách hành chính năm 2022' }).click();
  await page.locator('tbody a').first().waitFor();
  await page.getByRole('searchbox').fill('mot cua');
  await page.getByRole('status').filter({ hasText: /dòng$/ }).first().waitFor();
  await page.waitForTimeout(600);
  await shoot(page, join(guide, '6-tra-cuu.png'));
}

// In a process of its own: the build changes the environment it runs in.
spawnSync(process.execPath, ['scripts/build-web.ts'], { cwd: root, stdio: 'inherit' });
const dataDir = await mkdtemp(join(tmpdir(), 'lien-mach-anh-'));
await chmod(dataDir, 0o755);
await mkdir(guide, { recursive: true });
const server = await startProcess(dataDir);
const browser = await chromium.launch({ executablePath: ensureChromium(), args: ['--headless', '--no-sandbox'] });
try {
  await takeAbove(browser, server);
  await takeWork(browser, server);
  await takeEvidence(browser, server);
  const page = await openAs(browser, server, desk, 'Nguyễn Mẫu An', '/nhap-ke-hoach');
  await takeReview(page);
  await acceptYenThuy(page);
  await page.goto('/lam-viec/nhap-ke-hoach');
  await shoot(page, join(guide, '1-nhap-ke-hoach.png'));
  await takePlan(page);
  const small = await openAs(browser, server, phone, 'Nguyễn Mẫu An', '/nhap-ke-hoach');
  await small.getByRole('link', { name: 'Kế hoạch Cải cách hành chính năm 2026 của xã Long Hải Đông' }).click();
  await small.locator('.split').waitFor();
  await small.locator('.doubt').first().evaluate('(card) => card.scrollIntoView({ block: "center" })');
  await shoot(small, join(guide, '7-dien-thoai.png'));
} finally {
  await browser.close();
  await stopProcess(server.child);
  await rm(dataDir, { recursive: true, force: true });
}
