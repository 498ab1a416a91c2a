import type { Frequency } from '../due-rule.ts';

/** All texts are read as those of a plan of 2022. */
export const planYear = 2022;

export type More = Partial<Record<string, unknown>>;

export const before = (date: string, appliesTo = '', more: More = {}) => dated('before', date, appliesTo, more);
export const on = (date: string, appliesTo = '', more: More = {}) => dated('date', date, appliesTo, more);

function dated(kind: 'before' | 'date', date: string, appliesTo: string, more: More) {
  const [day, month, year] = date.split('/').map(Number);
  return { kind, year: year ?? planYear, month, day, ...more, appliesTo };
}

export const month = (value: number, year = planYear, appliesTo = '', more: More = {}) => ({
  kind: 'month',
  year,
  month: value,
  ...more,
  appliesTo,
});
export const quarter = (value: number, year = planYear, appliesTo = '', more: More = {}) => ({
  kind: 'quarter',
  year,
  quarter: value,
  ...more,
  appliesTo,
});
export const half = (value: 1 | 2, year = planYear, appliesTo = '', more: More = {}) => ({
  kind: 'halfyear',
  year,
  half: value,
  ...more,
  appliesTo,
});
export const year = (value = planYear, appliesTo = '', more: More = {}) => ({
  kind: 'year',
  year: value,
  ...more,
  appliesTo,
});
export const every = (frequency: readonly Frequency[], appliesTo = '', more: More = {}) => ({
  kind: 'periodic',
  year: planYear,
  frequency,
  ...more,
  appliesTo,
});
export const unstated = (appliesTo = '', more: More = {}) => every([], appliesTo, { frequencyUnstated: true, ...more });
export const standing = (appliesTo = '', more: More = {}) => ({ kind: 'standing', year: planYear, ...more, appliesTo });
export const guided = (by: string, appliesTo = '', more: More = {}) => ({ kind: 'asGuided', by, ...more, appliesTo });
export const when = (trigger: string, appliesTo = '', more: More = {}) => ({
  kind: 'onTrigger',
  trigger,
  ...more,
  appliesTo,
});
export const nothing = (note?: string) => ({
  kind: 'unspecified',
  ...(note === undefined ? {} : { note }),
  appliesTo: '',
});

export const latest = { latest: true };
export const from = { from_: true };
