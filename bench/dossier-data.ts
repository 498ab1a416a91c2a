import type pg from 'pg';
import type { Id, UnitId } from '#kernel/brands.ts';
import { dayOf, hour, type Moment, momentOn, toIso, wholeDay } from '#kernel/moment.ts';
import { addDays } from '#kernel/plain-date.ts';
import { nameFold, searchTextOf } from '#modules/dossier/domain/search-text.ts';
import { copyRows } from './dossier/copy-rows.ts';
import { inventedName, inventedProcedure, makeRandom, type Random } from './dossier/invented.ts';
import { withoutIndexes } from './dossier/without-indexes.ts';

/** A unit of very many dossiers: as many departments with three posts each, and the accounts that take dossiers in. */
export interface BigUnit {
  readonly unitId: UnitId;
  readonly departments: readonly Id[];
  /** Three of each department in turn, with who holds them. */
  readonly posts: readonly { readonly id: Id; readonly name: string }[];
  readonly clerks: readonly Id[];
}

/** What of a dossier a bench asks for again. */
export interface Sample {
  readonly id: Id;
  readonly code: string;
  readonly ownerName: string;
  readonly ownerNumber: string;
  readonly procedureName: string;
}

const years = 4;
/** The days that are still live: one in twenty dossiers. */
const liveShare = 0.05;
const oneOf = <T>(list: readonly T[], random: Random): T => list[Math.floor(random() * list.length)] as T;

const liveStates = [
  'in-process',
  'in-process',
  'in-process',
  'in-process',
  'in-process',
  'in-process',
  'result-ready',
  'result-ready',
  'wait-supplement',
  'wait-payment',
  'accepted',
  'submitted',
  'intake-supplement',
] as const;
const endedStates = ['refused', 'stopped', 'closed-no-supplement'] as const;
const waits = ['handle', 'handle', 'handle', 'assign', 'signature', 'number', 'draft-approval'] as const;

/** An id whose first half is its time, and whose last two digits are left for what belongs to it. */
function idOf(at: Moment, nth: number, unit: number): Id {
  const time = at.toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${unit.toString(16).padStart(3, '0')}-8000-${nth.toString(16).padStart(10, '0')}00` as Id;
}

const columns = [
  'unit_id',
  'id',
  'code',
  'source',
  'procedure_code',
  'procedure_name',
  'field',
  'channel',
  'owner_name',
  'owner_number',
  'owner_address',
  'owner_phone',
  'summary',
  'term_unit',
  'term_milli',
  'rules_code',
  'received_at',
  'received_on',
  'recorded_at',
  'received_by',
  'received_by_name',
  'state',
  'step_no',
  'step_name',
  'department_id',
  'position_id',
  'holder_name',
  'waits_for',
  'first_due_at',
  'statutory_due_at',
  'due_at',
  'answer_due_at',
  'ended_at',
  'ended_on',
  'outcome',
  'late_first',
  'late_current',
  'returned_at',
  'apology_owed',
  'digitised',
  'name_fold',
  'fold',
] as const;

type Row = Readonly<Record<(typeof columns)[number], string | number | boolean | null>>;

/** Where a dossier stands: live ones among the newest, the rest ended in one of the ways. */
function standingOf(random: Random, isLive: boolean, due: Moment | null, receivedAt: Moment, now: Moment) {
  if (isLive) {
    const state = oneOf(liveStates, random);
    const isStill = state === 'wait-supplement' || state === 'wait-payment' || state === 'intake-supplement';
    const runs = state === 'in-process' || state === 'accepted';
    const ended = state === 'result-ready' ? now : null;
    return { state, due: isStill || state === 'submitted' ? null : due, ended, isStill, runs };
  }
  const state = random() < 0.95 ? ('returned' as const) : oneOf(endedStates, random);
  const took = (due ?? receivedAt + 4 * hour) - receivedAt;
  const late = random() < 0.03 ? 1.4 : 0.3 + random() * 0.7;
  return {
    state,
    due,
    ended: Math.min(receivedAt + Math.round(took * late), now) as Moment,
    isStill: false,
    runs: false,
  };
}

function* rowsOf(
  unit: BigUnit,
  count: number,
  now: Moment,
  keep: (sample: Sample) => void,
  nthUnit: number,
): Generator<Row> {
  const random = makeRandom(nthUnit + 1);
  const people = Array.from({ length: Math.ceil(count / 3) }, (_, nth) => ({
    name: inventedName(random),
    number: `9990${String(nth).padStart(8, '0')}`,
    phone: `0900${String(nth % 1_000_000).padStart(6, '0')}`,
  }));
  const perDay = count / (years * 365);
  const today = dayOf(now);
  for (let nth = 0; nth < count; nth++) {
    const day = addDays(today, Math.floor(nth / perDay) - years * 365);
    const inDay = nth - Math.ceil(Math.floor(nth / perDay) * perDay);
    const receivedAt = momentOn(day, 7 * hour + Math.floor((inDay / perDay) * 9 * hour));
    const owner = oneOf(people, random);
    const procedure = inventedProcedure(random);
    const isLive = nth > count * (1 - 2 * liveShare) && random() < 0.5;
    const late = isLive && random() < 0.08;
    const ahead = Math.floor(random() * (late ? 10 : procedure.days + 2));
    const dueDay = isLive ? addDays(today, late ? -1 - ahead : ahead) : addDays(day, procedure.days);
    const firstDue = momentOn(dueDay, 17 * hour);
    const stands = standingOf(random, isLive, firstDue, receivedAt, now);
    const department = Math.floor(random() * unit.departments.length);
    const post = unit.posts[department * 3 + Math.floor(random() * 3)];
    const id = idOf(receivedAt, nth, nthUnit);
    const code = `000.00.${String(nthUnit).padStart(2, '0')}.H56-${day.slice(2).replaceAll('-', '')}-${String(inDay + 1).padStart(4, '0')}`;
    const isCoded = stands.state !== 'submitted' && stands.state !== 'intake-supplement';
    const summary = random() < 0.3 ? `Số ${Math.floor(random() * 9_000) + 1_000}` : '';
    if (nth % Math.ceil(count / 5_000) === 0 && isCoded)
      keep({ id, code, ownerName: owner.name, ownerNumber: owner.number, procedureName: procedure.name });
    const isLate = stands.ended === null ? null : stands.ended > firstDue;
    const held = stands.runs || stands.isStill;
    yield {
      ...{ unit_id: unit.unitId, id, code: isCoded ? code : null, source: 'own', procedure_code: procedure.code },
      ...{ procedure_name: procedure.name, field: procedure.field, channel: random() < 0.4 ? 'online' : 'counter' },
      ...{ owner_name: owner.name, owner_number: owner.number, owner_phone: owner.phone, summary },
      owner_address: `Thôn ${(nth % 12) + 1}, xã Lớn`,
      ...{
        term_unit: procedure.days === 0 ? 'immediate' : 'working-day',
        term_milli: procedure.days * 1_000,
        rules_code: 'nd-61-2018',
      },
      ...{ received_at: toIso(receivedAt), received_on: day, recorded_at: toIso(receivedAt) },
      ...{
        received_by: unit.clerks[nth % unit.clerks.length] ?? null,
        received_by_name: 'Cán bộ Một cửa',
        state: stands.state,
      },
      ...{ step_no: held ? 3 : null, step_name: held ? 'Thẩm định hồ sơ' : '' },
      department_id: unit.departments[department] ?? null,
      ...{ position_id: held ? (post?.id ?? null) : null, holder_name: held ? (post?.name ?? '') : '' },
      waits_for: stands.state === 'in-process' ? oneOf(waits, random) : null,
      ...{ first_due_at: toIso(firstDue), statutory_due_at: toIso(firstDue), due_at: stands.due && toIso(stands.due) },
      answer_due_at: stands.isStill ? toIso((now + Math.floor((random() - 0.2) * 20) * wholeDay) as Moment) : null,
      ...{ ended_at: stands.ended && toIso(stands.ended), ended_on: stands.ended && dayOf(stands.ended) },
      outcome: stands.ended && stands.state === 'returned' ? 'positive' : null,
      ...{ late_first: isLate, late_current: isLate },
      returned_at: stands.state === 'returned' && stands.ended ? toIso(stands.ended) : null,
      apology_owed: isLate === true && random() < 0.02,
      digitised: !isLive || random() < 0.8,
      name_fold: nameFold(owner.name),
      fold: searchTextOf({ ownerName: owner.name, procedureName: procedure.name, summary }),
    };
  }
}

function* valuesOf(rows: Iterable<Row>) {
  for (const row of rows) yield columns.map((column) => row[column]);
}

/**
 * Eleven acts of each ended dossier and six of each live one: received, handed over, forwarded step by step and handed
 * back. They are made where the dossiers are, so that ten millions take no longer to send than one statement.
 */
const acts = `
  insert into dossier_act (unit_id, id, dossier_id, seq, act, from_state, to_state, at, day, recorded_at, by_name, by_title, from_step,
    to_step, to_step_name, to_department_id, to_name, moved, taken_at, step_due_at, due_after)
  select d.unit_id, (left(d.id::text, 34) || lpad(to_hex(s.seq), 2, '0'))::uuid, d.id, s.seq, s.act, s.from_state, s.to_state, w.at,
    w.at::date, w.at, 'Cán bộ Mẫu ' || (d.seq_hash + s.seq) % 60, 'Công chức', s.seq - 1, s.seq, s.step, d.department_id,
    'Cán bộ Mẫu ' || (d.seq_hash + s.seq + 1) % 60, s.moved, w.at, w.at + interval '8 hours', d.first_due_at
  from (select *, ('x' || substr(id::text, 27, 8))::bit(32)::integer % 60 as seq_hash from dossier where unit_id = $1) d
  join (values
    (1, 'receive', 'submitted', 'accepted', 'Tiếp nhận', null), (2, 'transfer', 'accepted', 'in-process', 'Chuyển xử lý', 'electronic'),
    (3, 'assign', 'in-process', 'in-process', 'Phân công', 'electronic'), (4, 'take', 'in-process', 'in-process', 'Thẩm định', null),
    (5, 'consult', 'in-process', 'in-process', 'Lấy ý kiến', null), (6, 'answer-consultation', 'in-process', 'in-process', 'Lấy ý kiến', null),
    (7, 'forward', 'in-process', 'in-process', 'Soát xét', 'electronic'), (8, 'forward', 'in-process', 'in-process', 'Trình ký', 'electronic'),
    (9, 'sign-result', 'in-process', 'result-ready', 'Ký', null), (10, 'forward', 'result-ready', 'result-ready', 'Cấp số', 'paper'),
    (11, 'hand-over', 'result-ready', 'returned', 'Trả kết quả', null)
  ) s (seq, act, from_state, to_state, step, moved) on s.seq <= case when d.live then 6 else 11 end
  cross join lateral (select d.received_at + (s.seq - 1) * interval '3 hours' as at) w
  order by d.id, s.seq`;

/** What only some dossiers have, here one in twenty: papers, a slip, a result, a pause. */
const belongings = [
  `insert into dossier_component (unit_id, id, dossier_id, place, name, originals, handed)
   select d.unit_id, (left(d.id::text, 34) || lpad(to_hex(n), 2, '0'))::uuid, d.id, n, 'Giấy tờ số ' || n, 1, 'paper'
   from dossier d, generate_series(1, 4) n where d.unit_id = $1 and substr(d.id::text, 33, 2) in ('00', '11', '22', '33', '44', '55', '66', '77', '88', '99', 'aa', 'bb')`,
  `insert into dossier_result (unit_id, id, dossier_id, kind, title, number, signed_on, signer, token, made_at, made_by_name)
   select unit_id, id, id, 'electronic', 'Kết quả giải quyết', '12', ended_on, 'Chủ tịch Mẫu', id::text, ended_at, 'Cán bộ Mẫu'
   from dossier where unit_id = $1 and state = 'returned' and substr(id::text, 33, 2) in ('00', '11', '22', '33', '44', '55', '66', '77', '88', '99', 'aa', 'bb')`,
  `insert into dossier_pause (unit_id, id, dossier_id, kind, from_at, to_at, basis, restarts)
   select unit_id, id, id, 'supplement', received_at + interval '1 day', case when live then null else received_at + interval '3 days' end,
     'Nghị định 61/2018/NĐ-CP', true
   from dossier where unit_id = $1 and (state = 'wait-supplement' or substr(id::text, 34, 1) = '7')`,
];

/** Fills a unit with so many dossiers up to a moment, one in twenty still live, and their acts; gives some to ask for. */
export async function makeBigDossiers(
  client: pg.Client,
  unit: BigUnit,
  count: number,
  now: Moment,
  nthUnit = 1,
): Promise<Sample[]> {
  const samples: Sample[] = [];
  await client.query(
    `set session_replication_role = replica; set maintenance_work_mem = '512MB'; set synchronous_commit = off`,
  );
  const rows = rowsOf(unit, count, now, (sample) => samples.push(sample), nthUnit);
  await withoutIndexes(client, 'dossier', () => copyRows(client, 'dossier', columns, valuesOf(rows)));
  await client.query('analyze dossier');
  await withoutIndexes(client, 'dossier_act', () => client.query(acts, [unit.unitId]));
  for (const statement of belongings) await client.query(statement, [unit.unitId]);
  await client.query('set session_replication_role = origin');
  return samples;
}

/** How many acts a dossier has on average. */
export async function actsPerDossier(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ n: number }>(
    `select (select reltuples from pg_class where relname = 'dossier_act') / (select reltuples from pg_class where relname = 'dossier') as n`,
  );
  return rows[0]?.n ?? 0;
}
