import { foldWords } from '#kernel/fold.ts';
import type { Db } from '#server/db.ts';
import { newId } from '#server/ids.ts';
import { spanOf } from '../domain/due-rule/span-of.ts';
import { sameValue } from '../domain/review/rebase-edits.ts';
import type { ContentTask } from '../domain/version/plan-content.ts';
import { insertInParts } from './insert-in-parts.ts';
import { isOneOf } from './is-one-of.ts';
import type { StoredContent } from './load-content.ts';
import type { VersionToSave } from './save-content.ts';

type ChildTable = 'plan_output' | 'plan_role' | 'plan_due_rule';

/**
 * Outputs, roles and due rules of tasks that have a new state; those that are what they were stay, with their ids.
 * Children of tasks that ended end with them.
 */
export async function saveChildren(
  db: Db,
  to: VersionToSave,
  before: StoredContent,
  tasks: readonly ContentTask[],
  ended: readonly string[],
): Promise<void> {
  const former = new Map(before.content.tasks.map((task) => [task.key, task]));
  const work = new ChildWork(to);
  for (const task of tasks) work.save(former.get(task.key), before.children.get(task.key), task);
  for (const key of ended) work.end(former.get(key), before.children.get(key));
  await endChildren(db, to, 'plan_due_rule', work.endedDues);
  await endChildren(db, to, 'plan_role', work.endedRoles);
  await endChildren(db, to, 'plan_output', work.endedOutputs);
  await insertInParts(db, 'plan_output', work.outputs);
  await insertInParts(db, 'plan_role', work.roles);
  await insertInParts(db, 'plan_due_rule', work.dues);
}

type Children = NonNullable<ReturnType<StoredContent['children']['get']>>;

/** Collects what is to be written for many tasks, so that each table is written once. */
class ChildWork {
  readonly #to: VersionToSave;
  readonly endedOutputs: string[] = [];
  readonly endedRoles: string[] = [];
  readonly endedDues: string[] = [];
  readonly outputs: ReturnType<ChildWork['output']>[] = [];
  readonly roles: ReturnType<ChildWork['role']>[] = [];
  readonly dues: ReturnType<ChildWork['due']>[] = [];

  constructor(to: VersionToSave) {
    this.#to = to;
  }

  save(former: ContentTask | undefined, ids: Children | undefined, task: ContentTask): void {
    this.saveOutputs(former, task);
    const roleCount = Math.max(former?.roles.length ?? 0, task.roles.length);
    for (let at = 0; at < roleCount; at++) {
      const [was, is, id] = [former?.roles[at], task.roles[at], ids?.roles[at]];
      if (was && is && sameValue(was, is)) continue;
      if (id) this.endedRoles.push(id);
      if (is) this.roles.push(this.role(task, is, at));
    }
    const dueCount = Math.max(former?.dues.length ?? 0, task.dues.length);
    for (let at = 0; at < dueCount; at++) {
      const [was, is, id] = [former?.dues[at], task.dues[at], ids?.dues[at]];
      if (was && is && sameValue(was, is)) continue;
      if (id) this.endedDues.push(id);
      if (is) this.dues.push(this.due(task, is, at));
    }
  }

  private saveOutputs(former: ContentTask | undefined, task: ContentTask): void {
    const was = new Map((former?.outputs ?? []).map((output, at) => [output.key, { content: output.content, at }]));
    task.outputs.forEach((output, at) => {
      const known = was.get(output.key);
      was.delete(output.key);
      if (known && known.content === output.content && known.at === at) return;
      if (known) this.endedOutputs.push(output.key);
      this.outputs.push(this.output(task, output, at));
    });
    this.endedOutputs.push(...was.keys());
  }

  end(former: ContentTask | undefined, ids: Children | undefined): void {
    this.endedOutputs.push(...(former?.outputs ?? []).map((output) => output.key));
    this.endedRoles.push(...(ids?.roles ?? []));
    this.endedDues.push(...(ids?.dues ?? []));
  }

  private shared(task: ContentTask, at: number) {
    const { unitId, planId, version } = this.#to;
    return { unit_id: unitId, plan_id: planId, task_id: task.key, from_version: version, position: at + 1 };
  }

  private output(task: ContentTask, output: ContentTask['outputs'][number], at: number) {
    return { ...this.shared(task, at), id: output.key, content: output.content };
  }

  private role(task: ContentTask, role: ContentTask['roles'][number], at: number) {
    return {
      ...this.shared(task, at),
      id: newId(),
      role: role.role,
      role_text: role.roleText,
      written: role.written,
      words: foldWords(role.written),
    };
  }

  private due(task: ContentTask, due: ContentTask['dues'][number], at: number) {
    const span = spanOf(due.rule, this.#to.year);
    return {
      ...this.shared(task, at),
      id: newId(),
      output_id: due.outputKey,
      kind: due.rule.kind,
      rule: JSON.stringify(due.rule),
      span_from: span.from ?? null,
      span_to: span.to ?? null,
    };
  }
}

/** Ends children of versions before and removes those of the same (draft) version. */
async function endChildren(db: Db, to: VersionToSave, table: ChildTable, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await db
    .deleteFrom(table)
    .where('unit_id', '=', to.unitId)
    .where(isOneOf(ids))
    .where('from_version', '=', to.version)
    .execute();
  await db
    .updateTable(table)
    .set({ to_version: to.version })
    .where('unit_id', '=', to.unitId)
    .where(isOneOf(ids))
    .where('from_version', '<', to.version)
    .where('to_version', '>', to.version)
    .execute();
}
