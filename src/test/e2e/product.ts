import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { type ServerProcess, startProcess, stopProcess } from '../process/server-process.ts';
import { buildSite, openBrowser } from './browser.ts';

/** The product as people start it, on a folder of its own, and a browser beside it. */
export interface Product {
  readonly server: ServerProcess;
  readonly browser: Browser;
  close(): Promise<void>;
}

export async function openProduct(): Promise<Product> {
  buildSite();
  const dataDir = await mkdtemp(join(tmpdir(), 'lien-mach-e2e-'));
  await chmod(dataDir, 0o755);
  const [server, browser] = await Promise.all([startProcess(dataDir), openBrowser()]);
  return {
    server,
    browser,
    close: async () => {
      await browser.close();
      await stopProcess(server.child);
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
