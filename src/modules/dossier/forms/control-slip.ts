import { sql } from 'kysely';
import type { Id } from '#kernel/brands.ts';
import { dayOf, parseMoment } from '#kernel/moment.ts';
import { dayInVietnam } from '#kernel/plain-date.ts';
import { loadStaffedDay } from '#modules/org/queries.ts';
import type { Context } from '#server/context.ts';
import { fail } from '#server/errors.ts';
import { type ControlRow, controlRows } from '../domain/forms/control-rows.ts';
import { dateWords, momentWords } from '../domain/forms/form-moments.ts';
import { formName, formRegimeOn } from '../domain/forms/form-names.ts';
import type { JournalAct } from '../domain/transitions.ts';
import { readerOf, visible } from '../visible.ts';
import type { PrintableSlip } from './find-slip.ts';
import { unitHeadOn } from './slip-head.ts';

interface ActRow {
  act: JournalAct;
  at: string;
  by_name: string;
  to_name: string;
  to_step_name: string;
  taken_at: string | null;
  step_due_at: string | null;
  reason: string | null;
}

const results: Readonly<Record<NonNullable<ControlRow['result']>, string>> = {
  early: 'Trước hạn',
  'in-time': 'Đúng hạn',
  late: 'Quá hạn',
};

const mostRows = 1_000;
const read = (text: string) => parseMoment(text) ?? fail('not-found', {}, 404);
const readOrNull = (text: string | null) => (text === null ? null : read(text));

/** The control slip of a dossier as its journal stands now; 404 for one that the person who asks may not read. */
export async function getControlSlip(ctx: Context, dossierId: Id): Promise<PrintableSlip> {
  const reader = readerOf(ctx, await loadStaffedDay(ctx.db, ctx.unitId, ctx.today));
  const { rows } = await sql<{
    code: string | null;
    procedure_name: string;
    resolving_agency: string | null;
    received_at: string;
    first_due_at: string | null;
    agencies: string | null;
    number: number;
  }>`select d.code, d.procedure_name, d.resolving_agency, d.received_at, d.first_due_at,
      (select string_agg(distinct c.agency, '; ') from dossier_consultation c
        where c.unit_id = d.unit_id and c.dossier_id = d.id) as agencies,
      (select count(*)::int from dossier_act a where a.unit_id = d.unit_id and a.dossier_id = d.id) as number
    from dossier d where d.unit_id = ${ctx.unitId} and d.id = ${dossierId} and ${visible(reader)}`.execute(ctx.db);
  const dossier = rows[0];
  if (!dossier) fail('not-found', {}, 404);
  const { rows: acts } = await sql<ActRow>`
    select a.act, a.at, a.by_name, a.to_name, a.to_step_name, a.step_due_at, a.reason,
      (select t.at from dossier_act t where t.unit_id = a.unit_id and t.dossier_id = a.dossier_id and t.act = 'take'
        and t.seq > a.seq order by t.seq limit 1) as taken_at
    from dossier_act a where a.unit_id = ${ctx.unitId} and a.dossier_id = ${dossierId}
    order by a.seq limit ${mostRows}`.execute(ctx.db);
  const head = await unitHeadOn(ctx.db, ctx.unitId, dayInVietnam(ctx.now));
  const slip = acts.map((act) => ({
    act: act.act,
    at: read(act.at),
    byName: act.by_name,
    toName: act.to_name,
    toStepName: act.to_step_name,
    takenAt: readOrNull(act.taken_at),
    stepDueAt: readOrNull(act.step_due_at),
    reason: act.reason,
  }));
  const name = formName(formRegimeOn(dayOf(read(dossier.received_at))), 'control');
  const due = readOrNull(dossier.first_due_at);
  const data = {
    ...head,
    title: name.title,
    checkAt: '',
    dateWords: dateWords(ctx.today),
    number: `${dossier.code ?? ''}/${name.symbol}`,
    code: dossier.code ?? '',
    procedure: dossier.procedure_name,
    agency: dossier.resolving_agency ?? head.unit,
    cooperating: dossier.agencies ?? '',
    receivedWords: momentWords(read(dossier.received_at)),
    dueWords: due === null ? '' : momentWords(due),
    rows: controlRows(slip, head.desk).map(({ at, result, ...row }) => ({
      ...row,
      at: momentWords(at),
      result: result === null ? '' : results[result],
    })),
  };
  return {
    template: 'forms/control.typ',
    data,
    fileName: `${name.title} ${dossier.code ?? ''}.pdf`,
    issuedAt: ctx.now,
  };
}
