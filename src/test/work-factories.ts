import type { Id, UnitId } from '#kernel/brands.ts';
import { fold } from '#kernel/fold.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { ObligationKind } from '#modules/work/domain/obligation.ts';
import { stateOf } from '#modules/work/domain/state-of.ts';
import type { Stage } from '#modules/work/domain/states.ts';
import { newId } from '#server/ids.ts';
import type { TestApp } from './app.ts';
import { anAccount, type TestAccount, type TestUnit } from './factories.ts';

/** Makers of posts, tasks and obligations for tests of working the plan; plainly invented. */

type Owner = TestApp['owner'];
const longAgo = '2000-01-01';
let count = 0;

/** A post, held from long ago by a person when one is named. */
export async function aPost(
  owner: Owner,
  unitId: UnitId,
  given: { title: string; leader?: boolean; personId?: Id; sort?: number; validTo?: string; departmentId?: Id },
): Promise<Id> {
  const id = newId();
  await owner.query(
    `insert into position (unit_id, id, code, title, leader, sort, valid_from, valid_to, department_id, seats, fold)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 5, $10)`,
    [
      unitId,
      id,
      `chuc-danh-${++count}`,
      given.title,
      given.leader ?? false,
      given.sort ?? 100,
      longAgo,
      given.validTo ?? null,
      given.departmentId ?? null,
      fold(given.title),
    ],
  );
  if (given.personId) await holds(owner, unitId, id, given.personId);
  return id;
}

/** Lets a person hold a post. */
export async function holds(
  owner: Owner,
  unitId: UnitId,
  positionId: Id,
  personId: Id,
  days: { from?: string; to?: string } = {},
): Promise<void> {
  await owner.query(
    `insert into position_holder (unit_id, id, position_id, person_id, mode, valid_from, valid_to)
     values ($1, $2, $3, $4, 'holder', $5, $6)`,
    [unitId, newId(), positionId, personId, days.from ?? longAgo, days.to ?? null],
  );
}

/** Lets a person do another's work while that one is away. */
export async function standsIn(
  owner: Owner,
  unitId: UnitId,
  awayId: Id,
  substituteId: Id,
  days: { from: string; to: string } = { from: '2022-01-01', to: '2024-12-31' },
): Promise<void> {
  await owner.query(
    `insert into substitution (unit_id, id, away_id, substitute_id, valid_from, valid_to, reason)
     values ($1, $2, $3, $4, $5, $6, 'đi học thử nghiệm')`,
    [unitId, newId(), awayId, substituteId, days.from, days.to],
  );
}

/** The people of an office and their posts. */
export interface TestOffice {
  readonly unit: TestUnit;
  readonly chair: TestAccount;
  readonly deputy: TestAccount;
  readonly focal: TestAccount;
  readonly officer: TestAccount;
  readonly colleague: TestAccount;
  readonly posts: {
    readonly chair: Id;
    readonly deputy: Id;
    readonly focal: Id;
    readonly officer: Id;
    readonly colleague: Id;
  };
}

/** A chair, a deputy, the focal point of reform and two officers, each in a post of their own. */
export async function anOffice(t: TestApp, unit: TestUnit = t.unit): Promise<TestOffice> {
  const { owner } = t;
  const named = (name: string, role: string) => anAccount(owner, unit.id, { name, roles: [role] });
  const chair = await named('Lê Văn Thử Chủ Tịch', 'chair');
  const deputy = await named('Phạm Thị Thử Phó', 'chair');
  const focal = await named('Đỗ Văn Thử Đầu Mối', 'focal');
  const officer = await named('Vũ Thị Thử Hộ Tịch', 'officer');
  const colleague = await named('Hồ Văn Thử Kế Toán', 'officer');
  const post = (title: string, personId: Id, sort: number, leader = false) =>
    aPost(owner, unit.id, { title, personId, sort, leader });
  const posts = {
    chair: await post('Chủ tịch UBND xã', chair.personId, 10, true),
    deputy: await post('Phó Chủ tịch UBND xã', deputy.personId, 20),
    focal: await post('Công chức Văn phòng – thống kê', focal.personId, 30),
    officer: await post('Công chức Tư pháp – hộ tịch', officer.personId, 40),
    colleague: await post('Công chức Tài chính – kế toán', colleague.personId, 50),
  };
  await aDuty(owner, unit.id, 'cchc', 'Cải cách hành chính', posts.focal);
  return { unit, chair, deputy, focal, officer, colleague, posts };
}

/** A duty borne by a post. */
export async function aDuty(owner: Owner, unitId: UnitId, code: string, name: string, positionId: Id): Promise<Id> {
  const id = newId();
  await owner.query(`insert into duty (unit_id, id, code, name, valid_from, fold) values ($1, $2, $3, $4, $5, $6)`, [
    unitId,
    id,
    code,
    name,
    longAgo,
    fold(name),
  ]);
  await owner.query(
    `insert into duty_post (unit_id, id, duty_id, position_id, valid_from) values ($1, $2, $3, $4, $5)`,
    [unitId, newId(), id, positionId, longAgo],
  );
  return id;
}

export interface GivenTask {
  readonly content?: string;
  readonly positionId?: Id | null;
  readonly personId?: Id;
  readonly parentId?: Id;
  readonly planId?: Id;
  readonly year?: number;
  readonly ours?: boolean;
}

/** A task beside any plan, or of one. */
export async function aWorkTask(owner: Owner, unitId: UnitId, given: GivenTask = {}): Promise<Id> {
  const id = newId();
  const content = given.content ?? `Nhiệm vụ thử nghiệm ${++count}`;
  await owner.query(
    `insert into work_task (unit_id, id, source, plan_id, plan_year, content, ours, parent_id, position_id, person_id, holder_name,
       fold, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'người thử nghiệm', $11, '2022-01-05T08:00:00+07:00')`,
    [
      unitId,
      id,
      given.planId ? 'plan' : 'other',
      given.planId ?? null,
      given.year ?? 2022,
      content,
      given.ours ?? true,
      given.parentId ?? null,
      given.positionId ?? null,
      given.personId ?? null,
      fold(content),
    ],
  );
  return id;
}

export interface GivenObligation extends GivenTask {
  readonly taskId?: Id;
  readonly title?: string;
  readonly kind?: ObligationKind;
  readonly due?: string | null;
  readonly stage?: Stage;
  readonly period?: string;
  /** What was handed in, when it is (or was) submitted: by whom, and to which post it went. */
  readonly submitted?: {
    readonly by: Id;
    readonly approverId: Id;
    readonly evidenceIds?: readonly Id[];
    readonly kind?: 'evidence' | 'not-arising';
  };
  readonly today?: string;
}

/** What is owed for a task, in any stage, with the submission that belongs to it. */
export async function anObligation(
  owner: Owner,
  unitId: UnitId,
  given: GivenObligation = {},
): Promise<{ id: Id; taskId: Id; version: number; submissionId: Id }> {
  const taskId = given.taskId ?? (await aWorkTask(owner, unitId, given));
  const [id, submissionId] = [newId(), newId()];
  const { stage = 'open', kind = 'dated', ours = true, submitted } = given;
  const due = (given.due === undefined ? '2022-04-29' : given.due) as PlainDate | null;
  const doneOn = (stage === 'accepted' ? '2022-03-10' : null) as PlainDate | null;
  const state = stateOf({ stage, ours, due, doneOn }, (given.today ?? '2022-03-15') as PlainDate, 7);
  const isOpen = stage === 'submitted';
  await owner.query(
    `insert into obligation (unit_id, id, task_id, output_id, kind, title, period, due, first_due, due_words, position_id,
       person_id, ours, stage, state, done_on, closing_id, approver_id, plan_id)
     values ($1, $2, $3, $2, $4, $5, $6, $7, $7, 'hạn thử nghiệm', $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
    [
      unitId,
      id,
      taskId,
      kind,
      given.title ?? `Sản phẩm thử nghiệm ${++count}`,
      given.period ?? '',
      due,
      given.positionId ?? null,
      given.personId ?? null,
      ours,
      stage,
      state,
      doneOn,
      isOpen || stage === 'accepted' ? submissionId : null,
      isOpen ? (submitted?.approverId ?? null) : null,
      given.planId ?? null,
    ],
  );
  if (submitted) await aSubmission(owner, unitId, { id: submissionId, obligationId: id, isOpen, ...submitted });
  await owner.query(
    `insert into work_count (unit_id, id, plan_id, position_id, person_id, month, state, n)
     values ($1, $2, $3, $4, $5, date_trunc('month', $6::date), $7, 1)`,
    [unitId, newId(), given.planId ?? null, given.positionId ?? null, given.personId ?? null, due, state],
  );
  return { id, taskId, version: 1, submissionId };
}

async function aSubmission(
  owner: Owner,
  unitId: UnitId,
  given: { id: Id; obligationId: Id; isOpen: boolean } & NonNullable<GivenObligation['submitted']>,
): Promise<void> {
  await owner.query(
    `insert into submission (unit_id, id, obligation_id, number, kind, state, route, approver_id, submitted_at, submitted_on,
       submitted_by, submitted_by_name, decided_on)
     values ($1, $2, $3, 1, $4, $5, 'approve', $6, '2022-03-10T08:00:00+07:00', '2022-03-10', $7, 'người thử nộp', $8)`,
    [
      unitId,
      given.id,
      given.obligationId,
      given.kind ?? 'evidence',
      given.isOpen ? 'submitted' : 'accepted',
      given.approverId,
      given.by,
      given.isOpen ? null : '2022-03-11',
    ],
  );
  for (const evidenceId of given.evidenceIds ?? []) {
    await owner.query(`insert into submission_evidence (unit_id, submission_id, evidence_id) values ($1, $2, $3)`, [
      unitId,
      given.id,
      evidenceId,
    ]);
  }
}

/** A file of evidence that nobody opens: only its place in the database. */
export async function anEvidence(owner: Owner, unitId: UnitId, given: { signed?: boolean } = {}): Promise<Id> {
  const id = newId();
  const signed = given.signed ?? false;
  const number = String(1000 + ++count);
  await owner.query(
    `insert into evidence (unit_id, id, kind, title, number, symbol, issued_on, document_key, fold, created_at, created_by_name)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, '2022-03-01T08:00:00+07:00', 'người thử nghiệm')`,
    [
      unitId,
      id,
      signed ? 'document' : 'file',
      `Minh chứng thử nghiệm ${number}`,
      signed ? number : null,
      signed ? 'BC-UBND' : null,
      signed ? '2022-03-01' : null,
      signed ? `${number}/bc-ubnd/2022-03-01` : null,
      `minh chung thu nghiem ${number}`,
    ],
  );
  return id;
}

/** A plan in force without rows of its own. */
export async function aPlanInForce(owner: Owner, unitId: UnitId, year: number): Promise<Id> {
  const id = newId();
  await owner.query(
    `insert into plan (unit_id, id, year, title, issuer, version, fold, created_at)
     values ($1, $2, $3, $4, 'UBND xã Thử Nghiệm', 1, $5, '2022-01-05T08:00:00+07:00')`,
    [unitId, id, year, `Kế hoạch thử nghiệm năm ${year}`, `ke hoach thu nghiem nam ${year}`],
  );
  return id;
}

/** Where the counts of the test's unit say something else than what is there; an empty list when they are right. */
export async function countsThatDiffer({ owner, unit }: TestApp): Promise<unknown[]> {
  const { rows } = await owner.query(
    `with said as (select plan_id, position_id, person_id, month, state, sum(n) as n from work_count where unit_id = $1
         group by 1, 2, 3, 4, 5 having sum(n) <> 0),
       found as (select plan_id, position_id, person_id, date_trunc('month', due)::date as month, state, count(*) as n
         from obligation where unit_id = $1 group by 1, 2, 3, 4, 5)
     (select * from said except select * from found) union all (select * from found except select * from said)`,
    [unit.id],
  );
  return rows;
}
