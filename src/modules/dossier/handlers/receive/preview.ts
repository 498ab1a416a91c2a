import { sql } from 'kysely';
import { dayOf, moment, parseMoment, toIso } from '#kernel/moment.ts';
import { componentsFor } from '#modules/procedure/domain/components-for.ts';
import { feesFor } from '#modules/procedure/domain/fees-for.ts';
import type { Context } from '#server/context.ts';
import { fail, textOf } from '#server/errors.ts';
import type { Mount } from '#server/module.ts';
import { findApplicants, type Intake, previewIntake } from '../../contract/receive.ts';
import { deadlineOf } from '../../domain/deadline/deadline-of.ts';
import { rulesOn } from '../../domain/deadline/rules.ts';
import { explainDeadline } from '../../domain/deadline/text.ts';
import { transferDue } from '../../domain/deadline/transfer-due.ts';
import { listMoments } from '../../domain/list-moments.ts';
import { findKnownApplicants } from '../../queries/applicants.ts';
import { dossierAnswer } from '../../queries/dossier-answer.ts';
import { type DossierRecord, recordColumns } from '../../queries/dossier-record.ts';
import { type PreparedIntake, prepareIntake } from './prepared-intake.ts';

/** Routes that help the clerk before a dossier is taken in. */
export function mountPreview(mount: Mount): void {
  mount(previewIntake, async (ctx, { body }) => {
    const said = body.receivedAt === undefined ? undefined : parseMoment(body.receivedAt);
    if (body.receivedAt !== undefined && said === undefined) fail('dossier-moment-wrong');
    const prepared = await prepareIntake(ctx, body.intake, said ?? moment(ctx.now));
    const { refusal } = prepared;
    return {
      ...datesOf(prepared),
      isImmediate: prepared.term?.unit === 'immediate',
      missing: missingOf(prepared),
      fees: feesOf(prepared),
      same: await sameOf(ctx, prepared),
      refusal: refusal ? { code: refusal.code, message: textOf(refusal.code, refusal.params) } : null,
    };
  });

  mount(findApplicants, async (ctx, { body }) => ({
    rows: await findKnownApplicants(ctx.db, ctx.unitId, body.q, ctx.today),
  }));
}

function datesOf({ term, counting, calendar, receivedAt }: PreparedIntake) {
  const rules = rulesOn(dayOf(receivedAt));
  const transferBy = toIso(transferDue(calendar, rules, receivedAt).due);
  if (term === null) return { due: null, explanation: [] as string[], transferBy };
  const ledger = [{ type: 'received' as const, at: receivedAt }];
  const deadline = deadlineOf({ term, counting, rules, calendar, ledger, now: receivedAt });
  return { due: toIso(deadline.currentDue), explanation: explainDeadline(deadline.explanation), transferBy };
}

function answersOf({ answers }: Intake): Record<string, string> {
  const yesNo = (value: boolean) => (value ? 'yes' : 'no');
  return Object.fromEntries(
    Object.entries(answers).map(([code, value]) => [code, typeof value === 'boolean' ? yesNo(value) : value]),
  );
}

function missingOf({ intake, procedure }: PreparedIntake) {
  const { components, channel, caseCode } = intake;
  const handed = new Set(components.filter((one) => one.handed !== 'missing').map((one) => one.code));
  return componentsFor(procedure.content, answersOf(intake), channel, caseCode === '' ? null : caseCode)
    .filter((one) => one.required && !one.isOpen && !handed.has(one.code))
    .map(({ code, name }) => ({ code, name }));
}

function feesOf({ intake, procedure }: PreparedIntake) {
  return feesFor(procedure, intake.channel, intake.caseCode === '' ? null : intake.caseCode).map(
    ({ name, amount, exemption }) => ({ name, amount, exempt: exemption }),
  );
}

async function sameOf(ctx: Context, { facts, calendar }: PreparedIntake) {
  if (facts.same.length === 0) return [];
  const ids = facts.same.map((one) => one.id);
  const { rows } = await sql<DossierRecord>`select ${recordColumns} from dossier d
    where d.unit_id = ${ctx.unitId} and d.id = any(${ids}::uuid[]) order by d.received_on desc`.execute(ctx.db);
  const moments = listMoments(moment(ctx.now), ctx.today, calendar);
  return rows.map((row) => dossierAnswer(row, moments, calendar));
}
