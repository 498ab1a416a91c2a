import { setTimeout as sleep } from 'node:timers/promises';
import type { Id } from '#kernel/brands.ts';
import type { TestApp } from '#test/app.ts';
import { getImportProgress } from '../contract/imports.ts';

/** Waits until an import has been read or refused. */
export async function waitForReading(t: TestApp, importId: Id): Promise<void> {
  for (let waited = 0; waited < 300; waited++) {
    const { body } = await t.call(getImportProgress, { params: { importId } }, { as: 'focal' });
    if (body.state !== 'reading') return;
    await sleep(100);
  }
  throw new Error('the document was not read within half a minute');
}
