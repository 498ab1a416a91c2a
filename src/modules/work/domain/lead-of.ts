import type { Id } from '#kernel/brands.ts';

/** Who has a part in a task by the words of its plan, and who those words stand for. */
export interface PlannedRole {
  readonly role: 'lead' | 'coordinator' | 'other';
  /** Name of another part: "tổng hợp". */
  readonly roleText: string;
  readonly written: string;
  readonly kind: 'position' | 'department' | 'group' | 'external' | 'unknown';
  readonly recordId: Id | null;
}

/** A post that is valid today. */
export interface PostOfUnit {
  readonly id: Id;
  readonly departmentId: Id | null;
  readonly leader: boolean;
}

/** Who leads: a post; without one nobody answers for it. */
export interface Lead {
  readonly positionId: Id | null;
  readonly departmentId: Id | null;
  /** In the words of the plan. */
  readonly name: string;
  /** All who lead are outside of the unit. */
  readonly external: boolean;
}

/** Who coordinates, as `work_part` keeps it. */
export interface Part {
  readonly kind: PlannedRole['kind'];
  readonly positionId: Id | null;
  readonly departmentId: Id | null;
  readonly name: string;
}

function postOf(role: PlannedRole, posts: readonly PostOfUnit[]): PostOfUnit | undefined {
  if (role.kind === 'position') return posts.find(({ id }) => id === role.recordId);
  if (role.kind !== 'department') return undefined;
  return posts.find(({ departmentId, leader }) => leader && departmentId === role.recordId);
}

/**
 * Who leads a task: the first of those the plan names that is a post, or a division with a leading post. Groups, words
 * that stand for nobody and divisions without a leader leave it empty, which the chair is shown. `posts` in their order.
 */
export function leadOf(roles: readonly PlannedRole[], posts: readonly PostOfUnit[]): Lead {
  const leads = roles.filter(({ role }) => role === 'lead');
  const name = leads.map(({ written }) => written).join(', ');
  const external = leads.length > 0 && leads.every(({ kind }) => kind === 'external');
  for (const role of leads) {
    const post = postOf(role, posts);
    if (post) return { positionId: post.id, departmentId: post.departmentId, name, external };
  }
  const division = leads.find(({ kind }) => kind === 'department');
  return { positionId: null, departmentId: division?.recordId ?? null, name, external };
}

/** Who coordinates a task: those the plan names so, those with another part, and who leads beside the first. */
export function partsOfTask(roles: readonly PlannedRole[], lead: Lead): readonly Part[] {
  const parts = new Map<string, Part>();
  for (const role of roles) {
    if (role.kind === 'position' && role.recordId === lead.positionId) continue;
    if (role.role === 'lead' && role.kind === 'department' && role.recordId === lead.departmentId) continue;
    const name = role.roleText === '' ? role.written : `${role.written} (${role.roleText})`;
    const key = role.recordId ?? name;
    if (parts.has(key)) continue;
    parts.set(key, {
      kind: role.kind,
      positionId: role.kind === 'position' ? role.recordId : null,
      departmentId: role.kind === 'department' ? role.recordId : null,
      name,
    });
  }
  return [...parts.values()];
}
