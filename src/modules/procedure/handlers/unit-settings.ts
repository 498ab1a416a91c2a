import { type Context, getSession } from '#server/context.ts';
import { AppError, fail } from '#server/errors.ts';
import type { Mount } from '#server/module.ts';
import { changeProcedureSettings, switchProcedure } from '../contract/catalogue.ts';
import { checkFees, checkTerms } from '../domain/check-content.ts';
import { getProcedureFor } from '../queries/procedure-for.ts';
import { getSettingsAt, savePoints, saveSettings, type UnitProcedure } from '../store/unit-procedure.ts';

/** What a unit says of a procedure: offered or not; terms, fees, places and people of its own. */
export function mountUnitSettings(mount: Mount): void {
  mount(switchProcedure, async (ctx, { params: { code }, body }) => {
    await getProcedureFor(ctx.db, ctx.unitId, code, ctx.today);
    const before = await getSettingsAt(ctx.db, ctx.unitId, code, body.version);
    if (!body.isOn && body.reason === undefined) fail('procedure-off-reason');
    const after = { ...before, isOn: body.isOn, offReason: body.isOn ? null : (body.reason ?? null) };
    const version = await saveSettings(ctx.db, ctx.unitId, code, after, authorOf(ctx));
    ctx.log({
      action: body.isOn ? 'procedure.switched-on' : 'procedure.switched-off',
      record: { type: 'procedure', id: code },
      before: { isOn: before.isOn, offReason: before.offReason },
      after: { isOn: after.isOn, offReason: after.offReason },
      ...(body.reason !== undefined && { reason: body.reason }),
    });
    ctx.publish('procedure.changed', { codes: [code] });
    return { code, isOn: after.isOn, version };
  });

  mount(changeProcedureSettings, async (ctx, { params: { code }, body: { version, ...form } }) => {
    const { content } = await getProcedureFor(ctx.db, ctx.unitId, code, ctx.today);
    const cases = new Set(content.cases.map((one) => one.code));
    const [fault] = [...checkTerms(form.terms, cases), ...checkFees(form.fees, cases)];
    if (fault) fail(fault.code, fault.params);
    const saysLaw = form.terms.length > 0 || form.fees.length > 0;
    if (saysLaw && form.citation === null) fail('procedure-citation-missing');
    const before = await getSettingsAt(ctx.db, ctx.unitId, code, version);
    const after = { ...before, ...form };
    const saved = await placesKnown(async () => {
      const next = await saveSettings(ctx.db, ctx.unitId, code, after, authorOf(ctx));
      await savePoints(ctx.db, ctx.unitId, code, form.receptionPointIds);
      return next;
    });
    ctx.log({
      action: 'procedure.settings-changed',
      record: { type: 'procedure', id: code },
      before: saidOf(before),
      after: saidOf(after),
    });
    ctx.publish('procedure.changed', { codes: [code] });
    return { code, isOn: after.isOn, version: saved };
  });
}

/** Who acts, and when. */
export function authorOf(ctx: Context) {
  const { accountId, name } = getSession(ctx);
  return { at: ctx.at, id: accountId, name };
}

const saidOf = ({ version: _version, isOn: _isOn, offReason: _offReason, ...said }: UnitProcedure) => said;

/** A place, post or division that is none of the unit's breaks a foreign key; people are told so. */
async function placesKnown<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if ((error as { code?: string }).code !== '23503') throw error;
    throw new AppError('procedure-place-unknown', {}, 409);
  }
}
