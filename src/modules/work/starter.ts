import type { UnitId } from '#kernel/brands.ts';
import { longWorkOf } from '#server/jobs.ts';
import type { Services } from '#server/module.ts';
import { syncAllPlans } from './sync/sync-plan.ts';

/** Takes up the plans in force of a unit, so that the first sign-in sees what is due; a second run changes nothing. */
export async function seedWork(services: Services, unitId: UnitId): Promise<void> {
  await syncAllPlans(longWorkOf(services, 'starter', { unitId, key: 'starter-work', payload: {} }));
}
