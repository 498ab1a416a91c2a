import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { ServerProcess } from '../../src/test/process/server-process.ts';
import { smallPng } from '../small-png.ts';

export const root = join(import.meta.dirname, '..', '..');
export const guide = join(root, 'docs', 'user', 'anh');
export const desk = { width: 1280, height: 800 };
export const phone = { width: 390, height: 780 };

/** A page of its own session, signed in as a person of the demo. */
export async function openAs(
  browser: Browser,
  server: ServerProcess,
  viewport: typeof desk,
  who: string,
  path: string,
): Promise<Page> {
  const context = await browser.newContext({ baseURL: server.url, viewport, locale: 'vi-VN', reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto('/dang-nhap?tiep=/lam-viec');
  await page.getByRole('button', { name: new RegExp(`^${who}`) }).click();
  await page.waitForURL(/\/lam-viec/);
  await page.goto(`/lam-viec${path}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

/** Takes a picture once everything is drawn and no notice covers it. */
export async function shoot(page: Page, file: string): Promise<void> {
  for (const close of await page.locator('.mantine-Notification-closeButton').all()) await close.click();
  await page.mouse.move(0, 0);
  await page.waitForTimeout(1_000);
  await writeFile(file, smallPng(await page.screenshot()));
}

/** A call of the signed-in person, as the screens make it; gives the answer. */
export async function send(page: Page, path: string, body: object, method = 'POST'): Promise<{ readonly id: string }> {
  return page.evaluate<{ id: string }>(`(async () => {
    const reply = await fetch('${path}', { method: '${method}', body: ${JSON.stringify(JSON.stringify(body))},
      headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() } });
    if (!reply.ok) throw new Error(await reply.text());
    return reply.json();
  })()`);
}
