import type { Id } from '#kernel/brands.ts';
import { daysBetween, formatDate, type PlainDate } from '#kernel/plain-date.ts';
import { stepReached } from './steps.ts';

export type ReminderKind = 'due' | 'approve' | 'escalated' | 'empty';

/** A person to be told, perhaps for somebody who is away. */
export interface Told {
  readonly accountId: Id;
  readonly insteadOf: string | null;
}

/** A live output near or past its day, with those who answer for it and those who are to decide on it. */
export interface WatchedOutput {
  readonly id: Id;
  readonly title: string;
  readonly place: string;
  readonly due: PlainDate;
  /** It was handed in and waits for a decision. */
  readonly submitted: boolean;
  readonly bearers: readonly Told[];
  readonly approvers: readonly Told[];
}

export interface RoundRules {
  readonly today: PlainDate;
  /** Days late from which the leaders are told. */
  readonly escalateAfterDays: number;
  readonly leaders: readonly Told[];
}

/** One output told to one person at one step. */
export interface Reminder {
  readonly kind: ReminderKind;
  readonly obligationId: Id;
  readonly accountId: Id;
  readonly due: PlainDate;
  readonly step: number;
  readonly line: string;
  readonly daysLeft: number;
}

/**
 * Who is to be told what on a day. Those who answer for an output are told at each step it reaches; of one handed in,
 * those who decide; the leaders when it is late by so many days, and when nobody answers for it.
 */
export function remindersOf(outputs: readonly WatchedOutput[], rules: RoundRules): Reminder[] {
  return outputs.flatMap((output) => {
    const daysLeft = daysBetween(rules.today, output.due);
    const step = stepReached(daysLeft);
    if (step === undefined) return [];
    const tell = (kind: ReminderKind, at: number, people: readonly Told[]) =>
      people.map(({ accountId, insteadOf }) => ({
        kind,
        obligationId: output.id,
        accountId,
        due: output.due,
        step: at,
        line: lineOf(output, daysLeft, insteadOf),
        daysLeft,
      }));
    if (output.submitted) return tell('approve', step, output.approvers);
    if (output.bearers.length === 0) return tell('empty', 0, rules.leaders);
    const escalated =
      -daysLeft >= rules.escalateAfterDays ? tell('escalated', -rules.escalateAfterDays, rules.leaders) : [];
    return [...tell('due', step, output.bearers), ...escalated];
  });
}

/** "còn 3 ngày", "hôm nay", "quá hạn 2 ngày". */
export function daysLeftWords(daysLeft: number): string {
  if (daysLeft === 0) return 'hôm nay';
  return daysLeft > 0 ? `còn ${daysLeft} ngày` : `quá hạn ${-daysLeft} ngày`;
}

const longestTitle = 160;

function lineOf(output: WatchedOutput, daysLeft: number, insteadOf: string | null): string {
  const title = output.title.length > longestTitle ? `${output.title.slice(0, longestTitle - 1)}…` : output.title;
  const place = output.place === '' ? '' : ` (${output.place})`;
  const whose = insteadOf === null ? '' : `, làm thay ${insteadOf}`;
  return `${title}${place}: hạn ${formatDate(output.due)}, ${daysLeftWords(daysLeft)}${whose}`;
}

/** What the notice of one person says: how many of each, and the nearest ones by name. */
export interface Letter {
  readonly accountId: Id;
  readonly kind: ReminderKind;
  readonly params: Readonly<Record<string, string | number>>;
  readonly reminders: readonly Reminder[];
}

const mostLines = 8;

/** One notice for each person and kind, the most pressing output first. */
export function lettersOf(reminders: readonly Reminder[]): Letter[] {
  const groups = Map.groupBy(reminders, (one) => `${one.kind}:${one.accountId}`);
  return [...groups.values()].flatMap((group) => {
    const sorted = [...group].sort((a, b) => a.daysLeft - b.daysLeft || a.line.localeCompare(b.line, 'vi'));
    const [first] = sorted;
    if (!first) return [];
    const lines = Object.fromEntries(sorted.slice(0, mostLines).map((one, index) => [`line${index + 1}`, one.line]));
    const params = {
      total: sorted.length,
      late: sorted.filter((one) => one.daysLeft < 0).length,
      today: sorted.filter((one) => one.daysLeft === 0).length,
      soon: sorted.filter((one) => one.daysLeft > 0).length,
      more: Math.max(0, sorted.length - mostLines),
      ...lines,
    };
    return [{ accountId: first.accountId, kind: first.kind, params, reminders: sorted }];
  });
}
