import type { Context } from '#server/context.ts';
import { fail } from '#server/errors.ts';
import type { Mount } from '#server/module.ts';
import { obey } from '#server/obey.ts';
import {
  discardProcessVersion,
  endProcessVersion,
  getProcessVersion,
  putProcessInForce,
  saveProcessVersion,
} from '../contract/versions.ts';
import type { Finding } from '../domain/finding.ts';
import { mayEnd, mayPutInForce, type Neighbour } from '../domain/rules/may-put-in-force.ts';
import { findingsOf, shownFinding } from '../queries/findings-of.ts';
import { legalTermOf } from '../queries/legal-term.ts';
import { getVersionRow, versionAnswer } from '../queries/version-answer.ts';
import { type VersionRow, versionRows } from '../queries/version-rows.ts';
import { closeVersion, putInForce, saveDraft } from '../store.ts';
import { findingWords } from '../text/findings.ts';
import { makerOf } from './new-draft.ts';

/** Working on a version: saving, putting into force, ending, discarding. */
export function mountVersions(mount: Mount): void {
  mount(getProcessVersion, (ctx, { params }) => versionAnswer(ctx.db, ctx.unitId, params.id, ctx.today));

  mount(saveProcessVersion, async (ctx, { params, body: { citation, note, version, ...body } }) => {
    const row = await getVersionRow(ctx.db, ctx.unitId, params.id);
    if (row.state !== 'draft') fail('process-not-draft', {}, 409);
    if (row.source === 'example') fail('process-example', {}, 409);
    await refuseStale(ctx, row, version);
    if (!(await saveDraft(ctx.db, ctx.unitId, params.id, version, { body, citation, note }))) await failStale(ctx, row);
    const findings = await findingsNow(ctx, { ...row, ...body }, { from: null, to: null });
    logAct(ctx, 'saved', row, { after: { number: row.number, steps: body.steps.length, citation } });
    return { version: version + 1, findings: findings.map(shownFinding) };
  });

  mount(putProcessInForce, async (ctx, { params, body }) => {
    const row = await getVersionRow(ctx.db, ctx.unitId, params.id);
    await refuseStale(ctx, row, body.version);
    const { effectiveFrom, effectiveTo, citation, reason } = body;
    const findings = await findingsNow(ctx, row, { from: effectiveFrom, to: effectiveTo });
    const others = await inForceOf(ctx, row);
    obey(mayPutInForce({ ...row, findings, from: effectiveFrom, to: effectiveTo, reason, others }));
    const warnings = findings.map(findingWords);
    const given = { effectiveFrom, effectiveTo, citation, warnings, warningsReason: reason ?? null };
    if (!(await putInForce(ctx.db, ctx.unitId, row, { ...given, maker: makerOf(ctx) }))) await failStale(ctx, row);
    const after = { number: row.number, effectiveFrom, citation, warnings };
    logAct(ctx, 'put-in-force', row, { after, ...(reason !== undefined && { reason }) });
    ctx.publish('process.in-force', { processId: row.processId, versionId: row.id, from: effectiveFrom });
    return { version: body.version + 1 };
  });

  mount(endProcessVersion, async (ctx, { params, body: { effectiveTo, reason, version } }) => {
    const row = await getVersionRow(ctx.db, ctx.unitId, params.id);
    await refuseStale(ctx, row, version);
    obey(mayEnd(row, effectiveTo, ctx.today));
    const next = (await inForceOf(ctx, row)).find((one) => one.effectiveFrom > (row.effectiveFrom ?? effectiveTo));
    if (next && next.effectiveFrom <= effectiveTo) fail('process-later-version', { day: next.effectiveFrom }, 409);
    await closeVersion(ctx.db, ctx.unitId, row.id, version, { effectiveTo });
    const before = { effectiveTo: row.effectiveTo };
    logAct(ctx, 'ended', row, { before, after: { number: row.number, effectiveTo }, reason });
    return { version: version + 1 };
  });

  mount(discardProcessVersion, async (ctx, { params, body: { reason, version } }) => {
    const row = await getVersionRow(ctx.db, ctx.unitId, params.id);
    if (row.state !== 'draft') fail('process-not-draft', {}, 409);
    await refuseStale(ctx, row, version);
    await closeVersion(ctx.db, ctx.unitId, row.id, version, { discarded: true });
    logAct(ctx, 'discarded', row, { after: { number: row.number }, reason });
    return { version: version + 1 };
  });
}

type Days = Parameters<typeof findingsOf>[3]['days'];

async function findingsNow(ctx: Context, row: VersionRow, days: Days): Promise<Finding[]> {
  const { db, unitId, today } = ctx;
  const { term } = await legalTermOf(db, unitId, row.procedureCode, row.caseCode, days.from ?? today);
  return await findingsOf(db, unitId, today, { body: row, legalTerm: term, days });
}

/** Other versions of the process that are in force on some day. */
async function inForceOf(ctx: Context, row: VersionRow): Promise<Neighbour[]> {
  const versions = await versionRows(ctx.db, ctx.unitId, { processIds: [row.processId] });
  return versions.flatMap(({ id, state, effectiveFrom, effectiveTo }) =>
    id !== row.id && state === 'in-force' && effectiveFrom !== null ? [{ effectiveFrom, effectiveTo }] : [],
  );
}

async function refuseStale(ctx: Context, row: VersionRow, version: number): Promise<void> {
  if (row.version !== version) await failStale(ctx, row);
}

async function failStale(ctx: Context, row: VersionRow): Promise<never> {
  return fail('stale-version', {}, 409, { current: await versionAnswer(ctx.db, ctx.unitId, row.id, ctx.today) });
}

interface Noted {
  readonly before?: object;
  readonly after: object;
  readonly reason?: string;
}

function logAct(ctx: Context, act: string, { processId }: VersionRow, noted: Noted): void {
  ctx.log({ action: `process.version-${act}`, record: { type: 'process', id: processId }, ...noted });
}
