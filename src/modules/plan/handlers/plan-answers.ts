import { type Id, isUuid } from '#kernel/brands.ts';
import { describeDueRule } from '../domain/due-rule/describe-due-rule.ts';
import type { DueRule } from '../domain/due-rule.ts';
import type { PlanDiff } from '../domain/version/version-diff.ts';
import type { ListedRole, ListedTask } from '../queries/list-tasks.ts';

/** A difference between versions, as the contract tells it. */
export function diffAnswerOf(diff: PlanDiff) {
  return {
    added: diff.added,
    changed: diff.changed,
    removed: diff.removed,
    untouched: diff.untouched,
    changes: diff.changes.map((change) => ({
      part: change.part,
      kind: change.kind,
      id: isUuid(change.key) ? (change.key as Id) : null,
      path: change.path,
      label: change.label,
      fields: [...change.fields],
    })),
  };
}

type HolderKind = 'position' | 'department' | 'group' | 'external' | 'unknown';

/** Who words stand for, as the contract tells it. */
export function holderOf(row: { text: string; kind: string; holderId: Id | null; key: string }) {
  return { key: row.key, text: row.text, kind: row.kind as HolderKind, id: row.holderId };
}

/** What a state of a row means for whoever looks at a version: rows of the first version are no news. */
export function changeIn(version: number, row: { readonly change: string; readonly fromVersion: number }) {
  if (version === 1 || row.fromVersion !== version || row.change === 'moved') return 'same' as const;
  return row.change === 'added' ? ('added' as const) : ('changed' as const);
}

/** A due rule with its words and days. */
export function dueOf(due: ListedTask['dues'][number]) {
  return {
    id: due.id,
    outputId: due.outputId,
    rule: due.rule as DueRule,
    words: describeDueRule(due.rule),
    from: due.from,
    to: due.to,
  };
}

function otherRolesOf(roles: readonly ListedRole[]) {
  const others = Map.groupBy(
    roles.filter((role) => role.role === 'other'),
    (role) => role.roleText,
  );
  return [...others].map(([role, its]) => ({ role, holders: its.map(holderOf) }));
}

/** A task of a list as the contract tells it. */
export function taskRowOf(task: ListedTask, version: number) {
  return {
    id: task.id,
    position: task.position,
    no: task.no,
    fieldCode: task.fieldCode,
    place: task.place,
    group: task.group,
    content: task.content,
    ours: task.ours,
    outputs: [...task.outputs],
    leads: task.roles.filter((role) => role.role === 'lead').map(holderOf),
    coordinators: task.roles.filter((role) => role.role === 'coordinator').map(holderOf),
    otherRoles: otherRolesOf(task.roles),
    dues: task.dues.map(dueOf),
    dueText: task.dueText,
    change: changeIn(version, task),
  };
}
