import { fail } from '#server/errors.ts';
import type { Mount } from '#server/module.ts';
import { abolishProcedure, addProcedureVersion } from '../contract/catalogue.ts';
import { checkContent } from '../domain/check-content.ts';
import { contentKey } from '../domain/content-key.ts';
import { findProcedureFor, getProcedureFor } from '../queries/procedure-for.ts';
import { insertVersions } from '../store/version.ts';
import { authorOf } from './unit-settings.ts';

/** New versions: a procedure of the unit's own, a change of one, its end. What was there stays. */
export function mountVersions(mount: Mount): void {
  mount(addProcedureVersion, async (ctx, { params: { code }, body: { effectiveFrom, content, reason, after } }) => {
    const held = await findProcedureFor(ctx.db, ctx.unitId, code, ctx.today);
    if ((held?.versionId ?? null) !== after) fail('procedure-changed', {}, 409);
    const [fault] = checkContent(content);
    if (fault) fail(fault.code, fault.params);
    const isSame = held && !held.abolished && contentKey(held.content) === contentKey(content);
    if (isSame) fail('procedure-version-same', {}, 409);
    const id = ctx.newId();
    const version = { id, code, effectiveFrom, abolished: false, successorCode: null, content, reason: reason ?? null };
    await insertVersions(ctx.db, ctx.unitId, [version], authorOf(ctx));
    ctx.log({
      action: 'procedure.version-added',
      record: { type: 'procedure', id: code },
      ...(held && { before: held.content }),
      after: { ...content, effectiveFrom },
      ...(reason !== undefined && { reason }),
    });
    ctx.publish('procedure.changed', { codes: [code] });
    return { versionId: id, code };
  });

  mount(abolishProcedure, async (ctx, { params: { code }, body: { from, successorCode, reason, after } }) => {
    const held = await getProcedureFor(ctx.db, ctx.unitId, code, ctx.today);
    if (held.versionId !== after) fail('procedure-changed', {}, 409);
    const successor = successorCode && (await findProcedureFor(ctx.db, ctx.unitId, successorCode, from));
    if (successorCode !== null && (!successor || successorCode === code)) {
      fail('procedure-successor-unknown', { code: successorCode });
    }
    const id = ctx.newId();
    const { content } = held;
    const version = { id, code, effectiveFrom: from, abolished: true, successorCode, content, reason };
    await insertVersions(ctx.db, ctx.unitId, [version], authorOf(ctx));
    ctx.log({
      action: 'procedure.abolished',
      record: { type: 'procedure', id: code },
      after: { effectiveFrom: from, successorCode },
      reason,
    });
    ctx.publish('procedure.changed', { codes: [code] });
    return { versionId: id, code };
  });
}
