import type { UnitId } from '#kernel/brands.ts';
import { runInUnit } from '#server/jobs.ts';
import type { Services } from '#server/module.ts';
import { addExampleProcesses } from './handlers/add-example-processes.ts';

/** Gives a new demo unit the example processes of provinces; nothing where they are already. */
export async function seedProcess(services: Services, unitId: UnitId): Promise<void> {
  await runInUnit(services, { unitId, actor: 'starter' }, async (ctx) => {
    await addExampleProcesses(ctx, { at: ctx.at, by: null, byName: 'Dữ liệu ban đầu' });
  });
}
