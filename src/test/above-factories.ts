import type { Id, UnitId } from '#kernel/brands.ts';
import { fold } from '#kernel/fold.ts';
import { newId } from '#server/ids.ts';
import type { TestApp } from './app.ts';
import { aUnit, type TestUnit } from './factories.ts';

/** Makers of units above and of issued plans with rows, for tests of what higher plans ask; plainly invented. */

type Owner = TestApp['owner'];
let count = 0;

/** A unit above another, as the tree has it. */
export async function aUnitAbove(owner: Owner, below: TestUnit): Promise<TestUnit> {
  const above = await aUnit(owner, {
    code: `huyen-thu-nghiem-${++count}`,
    name: 'huyện Thử Nghiệm Trên',
    shortName: 'Thử Nghiệm Trên',
  });
  await owner.query(
    `insert into unit_ancestor (unit_id, ancestor_id, depth) values ($1, $2, 1) on conflict do nothing`,
    [below.id, above.id],
  );
  return above;
}

export interface GivenPlan {
  readonly year: number;
  readonly published?: boolean;
  readonly targets?: readonly { readonly measure: string; readonly operator: string; readonly value: number }[];
  readonly tasks?: readonly { readonly content: string; readonly due?: string }[];
}

export interface IssuedPlan {
  readonly id: Id;
  readonly targets: readonly Id[];
  readonly tasks: readonly Id[];
}

/** An issued plan with its targets and tasks; a task of it is also worked on when the unit asks for it elsewhere. */
export async function anIssuedPlan(owner: Owner, unitId: UnitId, given: GivenPlan): Promise<IssuedPlan> {
  const { year, published = false, targets = [], tasks = [] } = given;
  const id = newId();
  const title = `Kế hoạch thử nghiệm năm ${year} số ${++count}`;
  await owner.query(
    `insert into plan (unit_id, id, year, title, issuer, version, published, fold, created_at)
     values ($1, $2, $3, $4, 'UBND thử nghiệm', 1, $5, $6, '2022-01-05T08:00:00+07:00')`,
    [unitId, id, year, title, published, fold(title)],
  );
  await owner.query(
    `insert into plan_version (unit_id, plan_id, version, kind, state, title, issuer, issuer_level, decision_number,
       decision_date, task_count, target_count, content_hash, accepted_at)
     values ($1, $2, 1, 'first', 'issued', $3, 'UBND thử nghiệm', 'district', '11/KH-THU', '2022-01-05', $4, $5, 'x',
       '2022-01-05T08:00:00+07:00')`,
    [unitId, id, title, tasks.length, targets.length],
  );
  const [targetIds, taskIds]: [Id[], Id[]] = [[], []];
  for (const [at, one] of targets.entries()) {
    const row = await aRow(owner, unitId, id, 'target');
    await owner.query(
      `insert into plan_target (unit_id, id, plan_id, from_version, change, position, section, measure, operator, value, content)
       values ($1, $2, $3, 1, 'added', $4, 'II.1', $5, $6, $7, $5)`,
      [unitId, row, id, at, one.measure, one.operator, one.value],
    );
    targetIds.push(row);
  }
  for (const [at, one] of tasks.entries()) {
    const row = await aRow(owner, unitId, id, 'task');
    await owner.query(
      `insert into plan_task (unit_id, id, plan_id, from_version, change, position, number, place, content, due_text, due_last,
         listed, fold)
       values ($1, $2, $3, 1, 'added', $4, $5, 'PL01', $6, '', $7, '{}', '')`,
      [unitId, row, id, at, String(at + 1), one.content, one.due ?? null],
    );
    taskIds.push(row);
  }
  return { id, targets: targetIds, tasks: taskIds };
}

async function aRow(owner: Owner, unitId: UnitId, planId: Id, part: 'task' | 'target'): Promise<Id> {
  const id = newId();
  await owner.query(`insert into plan_row (unit_id, id, plan_id, part) values ($1, $2, $3, $4)`, [
    unitId,
    id,
    planId,
    part,
  ]);
  return id;
}
