import type pg from 'pg';
import type { Id, UnitId } from '#kernel/brands.ts';
import { dayOf, type Moment, moment, toIso } from '#kernel/moment.ts';
import { nameFold, searchTextOf } from '#modules/dossier/domain/search-text.ts';
import type { DossierState, WaitsFor } from '#modules/dossier/domain/states.ts';
import { newId } from '#server/ids.ts';

/** What a test says of a dossier; the rest is filled in, plainly invented. Its row stands as said, whatever led to it. */
export interface GivenDossier {
  readonly code?: string | null;
  readonly state?: DossierState;
  readonly waitsFor?: WaitsFor | null;
  readonly ownerName?: string;
  readonly ownerNumber?: string | null;
  readonly ownerPhone?: string | null;
  readonly procedureCode?: string;
  readonly procedureName?: string;
  readonly field?: string;
  readonly summary?: string;
  readonly channel?: 'counter' | 'postal' | 'online';
  readonly otherCodes?: readonly string[];
  readonly receivedAt?: Moment;
  readonly receivedBy?: Id | null;
  readonly departmentId?: Id | null;
  readonly positionId?: Id | null;
  readonly personId?: Id | null;
  readonly handlerId?: Id | null;
  readonly firstDueAt?: Moment | null;
  readonly dueAt?: Moment | null;
  readonly answerDueAt?: Moment | null;
  readonly endedAt?: Moment | null;
  readonly lateFirst?: boolean | null;
  readonly extended?: boolean;
  readonly apologyOwed?: boolean;
  readonly digitised?: boolean;
  readonly source?: 'own' | 'imported';
  readonly paperReason?: string | null;
}

let count = 0;
const instant = (at: Moment | null | undefined) => (at === null || at === undefined ? null : toIso(at));

/** Inserts dossiers as given, in one statement; gives their ids in the same order. */
export async function dossiersOf(owner: pg.Pool, unitId: UnitId, given: readonly GivenDossier[]): Promise<Id[]> {
  const rows = given.map((one) => rowOf(unitId, one));
  const columns = Object.keys(rows[0] ?? {}).join(', ');
  await owner.query(
    `insert into dossier (${columns}) select ${columns} from jsonb_populate_recordset(null::dossier, $1::jsonb)`,
    [JSON.stringify(rows)],
  );
  return rows.map((row) => row.id);
}

export async function aDossier(owner: pg.Pool, unitId: UnitId, given: GivenDossier = {}): Promise<Id> {
  const [id] = await dossiersOf(owner, unitId, [given]);
  if (!id) throw new Error('a dossier was not inserted');
  return id;
}

function rowOf(unitId: UnitId, given: GivenDossier) {
  const nth = ++count;
  const receivedAt = given.receivedAt ?? moment(Date.parse('2022-03-14T09:00:00+07:00'));
  const { state = 'in-process', ownerName = `Nguyễn Văn Mẫu ${nth}` } = given;
  const { procedureName = 'Thủ tục thử nghiệm', summary = '' } = given;
  const isCoded = !['submitted', 'intake-supplement', 'refused'].includes(state);
  const day = dayOf(receivedAt);
  const isImported = given.source === 'imported';
  return {
    unit_id: unitId,
    id: newId(),
    code:
      given.code ??
      (isCoded ? `000.00.00.H56-${day.slice(2).replaceAll('-', '')}-${String(nth).padStart(4, '0')}` : null),
    other_codes: given.otherCodes ?? [],
    source: given.source ?? 'own',
    source_name: isImported ? 'Hệ thống của tỉnh' : null,
    source_at: isImported ? toIso(receivedAt) : null,
    paper_reason: given.paperReason ?? null,
    procedure_code: given.procedureCode ?? '2.000815',
    procedure_name: procedureName,
    field: given.field ?? 'Chứng thực',
    case_code: '',
    channel: given.channel ?? 'counter',
    return_by: 'counter',
    owner_kind: 'citizen',
    owner_name: ownerName,
    owner_number: given.ownerNumber ?? null,
    owner_phone: given.ownerPhone ?? null,
    summary,
    copies: 1,
    answers: {},
    term_unit: 'working-day',
    term_milli: 3_000,
    counting: 'day-based',
    term_basis: '',
    rules_code: 'nd-61-2018',
    received_at: toIso(receivedAt),
    received_on: day,
    recorded_at: toIso(receivedAt),
    received_by: given.receivedBy ?? null,
    received_by_name: 'Cán bộ Mẫu',
    state,
    step_name: '',
    department_id: given.departmentId ?? null,
    position_id: given.positionId ?? null,
    person_id: given.personId ?? null,
    handler_id: given.handlerId ?? null,
    to_take: false,
    holder_name: '',
    waits_for: given.waitsFor ?? null,
    first_due_at: instant(given.firstDueAt ?? given.dueAt),
    statutory_due_at: instant(given.firstDueAt ?? given.dueAt),
    due_at: instant(given.dueAt),
    answer_due_at: instant(given.answerDueAt),
    extended: given.extended ?? false,
    intake_supplements: 0,
    after_supplements: 0,
    ended_at: instant(given.endedAt),
    ended_on: given.endedAt === null || given.endedAt === undefined ? null : dayOf(given.endedAt),
    late_first: given.lateFirst ?? null,
    apology_owed: given.apologyOwed ?? false,
    digitised: given.digitised ?? false,
    name_fold: nameFold(ownerName),
    fold: searchTextOf({ ownerName, procedureName, summary, otherCodes: given.otherCodes ?? [] }),
    calendar_revision: 0,
    version: 1,
  };
}
