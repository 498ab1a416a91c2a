import { type RawBuilder, sql } from 'kysely';
import type { Id } from '#kernel/brands.ts';
import type { Context } from '#server/context.ts';
import type { FindingKind } from '../domain/watch/finding-kinds.ts';
import { isDummyNumber } from '../domain/watch/is-dummy-number.ts';

/** A sign on a dossier, with the facts that show it. */
export interface Sign {
  readonly dossierId: Id;
  readonly kind: FindingKind;
  readonly facts: Readonly<Record<string, unknown>>;
}

const most = 5_000;

/** Acts by which a due date moves as the law has it; any other that moves it was an edit without form 04. */
const lawful = sql`('receive', 'sign-apology', 'send-supplement', 'receive-supplement', 'call-payment', 'confirm-payment',
  'consult', 'answer-consultation', 'reproject', 'transfer')`;

/** Rows of (dossier, facts) for each kind, over dossiers that were acted on since. */
const looks: Readonly<Record<Exclude<FindingKind, 'dummy-number'>, RawBuilder<unknown>>> = {
  'due-edited': sql`
    select a.dossier_id as "dossierId", jsonb_build_object('before', a.due_before, 'after', a.due_after, 'by', a.by_name,
      'at', a.at) as facts
    from touched t join dossier_act a on a.unit_id = t.unit_id and a.dossier_id = t.id
    where a.due_before is not null and a.due_after is not null and a.due_after > a.due_before and a.act not in ${lawful}
      and not exists (select from dossier_extension x where x.unit_id = a.unit_id and x.dossier_id = a.dossier_id
        and x.kind = 'extension' and x.state = 'issued' and x.signed_at <= a.at)`,
  reopened: sql`
    select a.dossier_id as "dossierId", jsonb_build_object('by', a.by_name, 'at', a.at, 'reason', a.reason) as facts
    from touched t join dossier_act a on a.unit_id = t.unit_id and a.dossier_id = t.id
    where a.act = 'reopen' or (a.act = 'import' and a.from_state in ('result-ready', 'returned', 'stopped')
      and a.to_state in ('accepted', 'in-process'))`,
  'result-before-signature': sql`
    select t.id as "dossierId", jsonb_build_object('endedOn', t.ended_on, 'signedOn', r.signed_on) as facts
    from touched t join dossier_result r on r.unit_id = t.unit_id and r.dossier_id = t.id
    where t.ended_on is not null and r.signed_on > t.ended_on`,
  'intake-delayed': sql`
    select t.id as "dossierId", jsonb_build_object('receivedAt', t.received_at, 'recordedAt', t.recorded_at) as facts
    from touched t where t.source = 'own' and t.paper_reason is null and t.state <> 'submitted'
      and t.recorded_at > t.received_at + interval '1 day'`,
  'state-not-so': sql`
    select t.id as "dossierId", jsonb_build_object('state', t.state, 'waitsSince', p.from_at, 'kind', p.kind) as facts
    from touched t join dossier_pause p on p.unit_id = t.unit_id and p.dossier_id = t.id
    where p.to_at is null and t.state in ('result-ready', 'returned')`,
};

/** Signs on dossiers that were acted on since a moment and where none of that kind was found before. */
export async function findSigns(ctx: Context, since: string): Promise<Sign[]> {
  const touched = sql`touched as materialized (
    select d.* from dossier d where d.unit_id = ${ctx.unitId} and d.id in (
      select a.dossier_id from dossier_act a where a.unit_id = ${ctx.unitId} and a.day >= ${since}::timestamptz::date - 1
        and a.recorded_at >= ${since}::timestamptz))`;
  const known = (kind: FindingKind) => sql`not exists (select from dossier_finding f where f.unit_id = ${ctx.unitId}
    and f.dossier_id = found."dossierId" and f.kind = ${kind})`;
  const signs: Sign[] = [];
  for (const [name, look] of Object.entries(looks)) {
    const kind = name as FindingKind;
    const { rows } = await sql<Omit<Sign, 'kind'>>`with ${touched}
      select distinct on ("dossierId") found.* from (${look}) found where ${known(kind)} limit ${most}`.execute(ctx.db);
    signs.push(...rows.map((row) => ({ ...row, kind })));
  }
  const { rows: numbers } = await sql<{ dossierId: Id; number: string }>`with ${touched}
    select found.* from (select t.id as "dossierId", t.owner_number as number from touched t
      where t.owner_number is not null) found where ${known('dummy-number')}`.execute(ctx.db);
  const made = numbers.filter(({ number }) => isDummyNumber(number));
  signs.push(...made.map(({ dossierId }) => ({ dossierId, kind: 'dummy-number' as const, facts: {} })));
  return signs;
}
