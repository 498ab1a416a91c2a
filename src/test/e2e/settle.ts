import type { Locator, Page } from 'playwright-core';

/** Settles one question that must be settled, the way an officer would: as proposed, with the reason or date it asks for. */
export async function settleFirst(page: Page, year: number): Promise<string> {
  const card = page.locator('.doubt[data-blocking]').first();
  const title = (await card.locator('strong').first().textContent()) ?? '';
  const id = (await card.getAttribute('aria-labelledby')) ?? '';
  if (title === 'Hai con số cho một chỉ tiêu') await press(card, 'Giữ cả hai');
  else if (title === 'Chỉ tiêu lặp lại') await press(card, 'Gộp, ghi đủ các nơi');
  else if (title === 'Thiếu thời hạn') {
    await press(card, 'Sửa');
    await card.getByLabel('Thời hạn').fill(`Trước 15/12/${year}`);
    await card.getByText(`Hiểu là: Trước ngày 15/12/${year}`).waitFor();
    await press(card, 'Lưu');
  } else await press(card, 'Giữ nguyên');
  await page.locator(`.doubt[aria-labelledby="${id}"][data-blocking]`).waitFor({ state: 'detached' });
  return title;
}

async function press(card: Locator, words: string): Promise<void> {
  await card.getByRole('button', { name: words, exact: true }).click();
}

/** Settles all of them; gives their titles. */
export async function settleAll(page: Page, year: number): Promise<readonly string[]> {
  const titles: string[] = [];
  while ((await page.locator('.doubt[data-blocking]').count()) > 0) titles.push(await settleFirst(page, year));
  return titles;
}
