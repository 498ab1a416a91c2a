import { sql } from 'kysely';
import { fail } from '#server/errors.ts';
import type { Mount } from '#server/module.ts';
import { listLifeEvents, saveLifeEvent } from '../contract/life-events.ts';
import { heldVersions } from '../queries/held-versions.ts';
import { lifeEvents } from '../queries/life-events.ts';
import { upsertLifeEvent } from '../store/life-event.ts';

/** Life events: the nation's, and what a unit makes of them. */
export function mountLifeEvents(mount: Mount): void {
  mount(listLifeEvents, async (ctx) => ({ events: await lifeEvents(ctx.db, ctx.unitId) }));

  mount(saveLifeEvent, async (ctx, { params: { code }, body: { version, ...form } }) => {
    const before = (await lifeEvents(ctx.db, ctx.unitId)).find((one) => one.code === code);
    if ((before?.version ?? 0) !== version) fail('stale-version', {}, 409, { current: before ?? null });
    const procedureCodes = [...new Set(form.procedureCodes)];
    const { rows: known } = await sql<{ code: string }>`
      select h.code from ${heldVersions(ctx.unitId, ctx.today)} as h
      where h.code = any (${procedureCodes}::text[])`.execute(ctx.db);
    const strange = procedureCodes.find((one) => !known.some((row) => row.code === one));
    if (strange !== undefined) fail('procedure-life-event-code', { code: strange });
    const saved = await upsertLifeEvent(ctx.db, ctx.unitId, { code, ...form, procedureCodes }, version);
    ctx.log({
      action: 'life-event.saved',
      record: { type: 'life-event', id: code },
      ...(before && { before }),
      after: saved,
    });
    ctx.publish('procedure.changed', { codes: procedureCodes });
    return saved;
  });
}
