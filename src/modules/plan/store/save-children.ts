import type { Id } from '#kernel/brands.ts';
import { foldWords } from '#kernel/fold.ts';
import type { Db } from '#server/db.ts';
import { newId } from '#server/ids.ts';
import { spanOf } from '../domain/due-rule/span-of.ts';
import type { DueRule } from '../domain/due-rule.ts';
import { sameValue } from '../domain/review/rebase-edits.ts';
import type { ContentTask, RoleKind } from '../domain/version/plan-content.ts';
import { insertInParts } from './insert-in-parts.ts';
import { isOneOf } from './is-one-of.ts';
import type { ChildIds, StoredContent } from './load-content.ts';
import type { VersionToSave } from './save-content.ts';

type ChildTable = 'plan_output' | 'plan_role' | 'plan_due_rule';

/** The children of a task as lists show them; kept with the state of the task. */
export interface ListedChildren {
  readonly outputs: readonly { readonly id: Id; readonly text: string }[];
  readonly roles: readonly {
    readonly role: RoleKind;
    readonly roleText: string;
    readonly text: string;
    readonly words: string;
  }[];
  readonly dues: readonly {
    readonly id: Id;
    readonly outputId: Id | null;
    readonly rule: DueRule;
    readonly from: string | null;
    readonly to: string | null;
  }[];
}

/**
 * Collects what becomes of the outputs, roles and due rules of many tasks, so that each table is written once. Those that
 * are what they were stay, with their ids.
 */
export class ChildrenToSave {
  readonly #to: VersionToSave;
  readonly #before: StoredContent;
  readonly #ended: Record<ChildTable, string[]> = { plan_output: [], plan_role: [], plan_due_rule: [] };
  readonly #outputs: ReturnType<ChildrenToSave['outputRow']>[] = [];
  readonly #roles: ReturnType<ChildrenToSave['roleRow']>[] = [];
  readonly #dues: ReturnType<ChildrenToSave['dueRow']>[] = [];

  constructor(to: VersionToSave, before: StoredContent) {
    this.#to = to;
    this.#before = before;
  }

  /** A task that has a new state in this version; gives its children as lists show them. */
  begin(former: ContentTask | undefined, task: ContentTask): ListedChildren {
    const ids = this.#before.children.get(task.key);
    this.saveOutputs(former, task);
    this.saveRoles(former, task, ids);
    const dueIds = this.saveDues(former, task, ids);
    return {
      outputs: task.outputs.map((output) => ({ id: output.key as Id, text: output.content })),
      roles: task.roles.map(({ role, roleText, written }) => ({
        role,
        roleText,
        text: written,
        words: foldWords(written),
      })),
      dues: task.dues.map((due, at) => {
        const span = spanOf(due.rule, this.#to.year);
        return {
          id: dueIds[at] ?? newId(),
          outputId: due.outputKey as Id | null,
          rule: due.rule,
          from: span.from ?? null,
          to: span.to ?? null,
        };
      }),
    };
  }

  /** A task that this version no longer has. */
  end(former: ContentTask): void {
    const ids = this.#before.children.get(former.key);
    this.#ended.plan_output.push(...former.outputs.map((output) => output.key));
    this.#ended.plan_role.push(...(ids?.roles ?? []));
    this.#ended.plan_due_rule.push(...(ids?.dues ?? []));
  }

  private saveOutputs(former: ContentTask | undefined, task: ContentTask): void {
    const was = new Map((former?.outputs ?? []).map((output, at) => [output.key, { content: output.content, at }]));
    task.outputs.forEach((output, at) => {
      const known = was.get(output.key);
      was.delete(output.key);
      if (known && known.content === output.content && known.at === at) return;
      if (known) this.#ended.plan_output.push(output.key);
      this.#outputs.push(this.outputRow(task, output, at));
    });
    this.#ended.plan_output.push(...was.keys());
  }

  private saveRoles(former: ContentTask | undefined, task: ContentTask, ids: ChildIds | undefined): void {
    const count = Math.max(former?.roles.length ?? 0, task.roles.length);
    for (let at = 0; at < count; at++) {
      const [was, is, id] = [former?.roles[at], task.roles[at], ids?.roles[at]];
      if (was && is && sameValue(was, is)) continue;
      if (id) this.#ended.plan_role.push(id);
      if (is) this.#roles.push(this.roleRow(task, is, at));
    }
  }

  private saveDues(former: ContentTask | undefined, task: ContentTask, ids: ChildIds | undefined): Id[] {
    const count = Math.max(former?.dues.length ?? 0, task.dues.length);
    const kept: Id[] = [];
    for (let at = 0; at < count; at++) {
      const [was, is, id] = [former?.dues[at], task.dues[at], ids?.dues[at]];
      if (was && is && id && sameValue(was, is)) {
        kept.push(id);
        continue;
      }
      if (id) this.#ended.plan_due_rule.push(id);
      if (!is) continue;
      const row = this.dueRow(task, is, at);
      this.#dues.push(row);
      kept.push(row.id);
    }
    return kept;
  }

  private shared(task: ContentTask, at: number) {
    const { unitId, planId, version } = this.#to;
    return { unit_id: unitId, plan_id: planId, task_id: task.key, from_version: version, position: at + 1 };
  }

  private outputRow(task: ContentTask, output: ContentTask['outputs'][number], at: number) {
    return { ...this.shared(task, at), id: output.key, content: output.content };
  }

  private roleRow(task: ContentTask, role: ContentTask['roles'][number], at: number) {
    return {
      ...this.shared(task, at),
      id: newId(),
      role: role.role,
      role_text: role.roleText,
      written: role.written,
      words: foldWords(role.written),
    };
  }

  private dueRow(task: ContentTask, due: ContentTask['dues'][number], at: number) {
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

  /** Writes all of it; the tasks themselves must be there. */
  async write(db: Db): Promise<void> {
    for (const table of ['plan_due_rule', 'plan_role', 'plan_output'] as const) {
      await endChildren(db, this.#to, table, this.#ended[table]);
    }
    await insertInParts(db, 'plan_output', this.#outputs);
    await insertInParts(db, 'plan_role', this.#roles);
    await insertInParts(db, 'plan_due_rule', this.#dues);
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
