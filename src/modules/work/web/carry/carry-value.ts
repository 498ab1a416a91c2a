import type { Id } from '#kernel/brands.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { CallInput } from '#kernel/route.ts';
import type { carryOver } from '../../contract/tasks.ts';

/** How one unfinished task goes on: in a task of the later plan, or beside that plan with a new day. */
export interface CarriedValue {
  readonly taskId: Id;
  readonly toTaskId: Id | null;
  readonly due: PlainDate | undefined;
}

/** The form while it is filled in. */
export interface CarryValue {
  readonly fromId: string;
  readonly toId: string;
  readonly tasks: readonly CarriedValue[];
  readonly reason: string;
}

export const blankCarry: CarryValue = { fromId: '', toId: '', tasks: [], reason: '' };

/** What is still missing, in words; undefined when it can be sent. */
export function missingIn(value: CarryValue): string | undefined {
  if (value.fromId === '' || value.toId === '') return 'Xin chọn kế hoạch cũ và kế hoạch chuyển sang.';
  if (value.tasks.length === 0) return 'Xin chọn ít nhất một nhiệm vụ.';
  if (value.tasks.some((task) => task.toTaskId === null && task.due === undefined))
    return 'Nhiệm vụ không nối vào kế hoạch mới thì cần hạn mới.';
  return value.reason.trim().length < 5 ? 'Xin ghi lý do, ít nhất 5 ký tự.' : undefined;
}

/** What is sent. */
export function sentCarry(value: CarryValue): CallInput<typeof carryOver> {
  return {
    params: { planId: value.fromId as Id },
    body: {
      toPlanId: value.toId as Id,
      reason: value.reason.trim(),
      tasks: value.tasks.map(({ taskId, toTaskId, due }) => ({
        taskId,
        toTaskId,
        ...(toTaskId === null && due ? { due } : {}),
      })),
    },
  };
}

/** A kept draft, when it still has the form's shape. */
export function readCarryDraft(found: unknown): CarryValue | undefined {
  if (typeof found !== 'object' || found === null) return undefined;
  return Object.keys(blankCarry).every((name) => name in found) ? (found as CarryValue) : undefined;
}
