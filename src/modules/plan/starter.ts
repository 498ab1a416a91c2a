import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { Id, UnitId } from '#kernel/brands.ts';
import { projectDir } from '#server/config.ts';
import type { Context } from '#server/context.ts';
import { inTransaction } from '#server/db.ts';
import { longWorkOf, runInUnit } from '#server/jobs.ts';
import type { Services } from '#server/module.ts';
import { acceptReview } from './handlers/accept.ts';
import { beginImport } from './handlers/begin-import.ts';
import { openReview, saveReview } from './handlers/review.ts';
import { decideAll } from './handlers/settle.ts';
import { readImport } from './jobs/read-import.ts';
import { doubtIdOf } from './store/doubt-id.ts';
import { settleLines } from './store/import-review.ts';
import { findImport, findImportOfFile } from './store/imports.ts';
import { updatePlan } from './store/plans.ts';

const fileName = 'ke-hoach-cchc-2022.txt';
const name = 'Dữ liệu mẫu';
const reason = 'Giữ như văn bản gốc khi tạo dữ liệu mẫu.';

/** What is not simply kept as written. */
const choices: Readonly<Record<string, 'ignore' | 'merge'>> = { higherLevelWork: 'ignore', repeatedTarget: 'merge' };

/**
 * Gives a unit the real plan of 2022 of xã Hoằng Tiến by the way any document takes: stored, read, its doubtful points
 * decided as written, accepted as version 1 and published. Goes on where an earlier run was cut off; a second run does
 * nothing. Duties must have their posts before, so that the plan's names find them.
 */
export async function seedPlan(services: Services, unitId: UnitId): Promise<void> {
  const bytes = await readFile(join(projectDir, 'starter', 'hoang-tien', fileName));
  const file = await services.files.receive(unitId, Readable.from([bytes]), fileName, bytes.length);
  const act = (step: string, work: (ctx: Context) => Promise<void>) =>
    runInUnit(services, { unitId, actor: 'starter', key: `starter-plan-2022:${step}`, name }, work);
  await act('import', async (ctx) => {
    if (!(await findImportOfFile(ctx.db, unitId, file.sha256))) await beginImport({ ...ctx, file });
  });
  const known = await inTransaction(services.appPool, unitId, 'read', (db) =>
    findImportOfFile(db, unitId, file.sha256),
  );
  if (!known) throw new Error('the plan of 2022 was stored and is not there');
  const importId = known.id as Id;
  const work = longWorkOf(services, 'starter', { unitId, key: 'starter-plan-2022', payload: {} });
  await readImport(work, services.files, { importId, reading: known.readings });
  await act('accept', (ctx) => settleAndAccept(ctx, importId));
}

async function settleAndAccept(ctx: Context, importId: Id): Promise<void> {
  const stored = await findImport(ctx.db, ctx.unitId, importId);
  if (stored?.state !== 'review') return;
  const review = await openReview(ctx, importId, stored.version);
  decideAll(
    ctx,
    review,
    review.contradictions.map((one) => ({
      doubtId: doubtIdOf(one.code, one.key),
      choice: choices[one.code] ?? 'keep',
      reason,
    })),
  );
  const unread = review.reading.unread.map((one) => one.line);
  if (unread.length > 0) {
    const doer = { at: ctx.at, by: null, byName: name };
    await settleLines(ctx.db, ctx.unitId, importId, unread, 'furniture', null, doer);
    review.newLines.push(...unread);
  }
  await saveReview(ctx, review);
  ctx.log({
    action: 'plan-import.settled',
    record: { type: 'plan-import', id: importId },
    after: { decisions: review.decisions.map(({ code, choice }) => ({ code, choice })) },
    reason,
  });
  const made = await acceptReview(ctx, review, { kind: 'first' });
  await updatePlan(ctx.db, ctx.unitId, made.planId, { published: true });
  ctx.log({ action: 'plan.published', record: { type: 'plan', id: made.planId }, after: { published: true } });
  ctx.publish('plan.published', { planId: made.planId, published: true });
}
