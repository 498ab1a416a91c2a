import type { WorkState } from '../../domain/states.ts';

/** What is over and done with, in one choice of the filter. */
export const finished = {
  value: 'finished',
  label: 'Đã xong (mọi trường hợp)',
  states: ['done-in-time', 'done-late', 'not-arising'],
} as const satisfies { value: string; label: string; states: readonly WorkState[] };

type Values = Readonly<Partial<Record<string, string>>>;

/** The filters of the address as the lists take them: a choice that stands for several states names each. */
export function queryOf(values: Values): Readonly<Record<string, string | readonly string[] | undefined>> {
  return values['state'] === finished.value ? { ...values, state: finished.states } : values;
}
