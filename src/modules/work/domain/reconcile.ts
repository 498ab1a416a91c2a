import type { Id } from '#kernel/brands.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { firstStage, type ObligationKind, type WantedObligation } from './obligation.ts';
import type { Stage } from './states.ts';

/** An obligation as it is stored, as far as a new version can change it. */
export interface StoredObligation {
  readonly id: Id;
  readonly taskId: Id;
  readonly outputId: Id | null;
  readonly ruleId: Id | null;
  readonly kind: ObligationKind;
  readonly title: string;
  readonly period: string;
  readonly report: boolean;
  readonly startsOn: PlainDate | null;
  readonly due: PlainDate | null;
  /** The due day before any extension. */
  readonly firstDue: PlainDate | null;
  readonly dueWords: string;
  readonly stage: Stage;
}

/** An obligation that goes on, as the new version has it. */
export interface KeptObligation {
  readonly stored: StoredObligation;
  readonly wanted: WantedObligation;
  readonly due: PlainDate | null;
  readonly firstDue: PlainDate | null;
  readonly stage: Stage;
}

/** What a new version makes of a task's obligations. */
export interface Reconciled {
  readonly add: readonly WantedObligation[];
  readonly change: readonly KeptObligation[];
  /** Nobody wants them any longer. */
  readonly end: readonly StoredObligation[];
}

const ended: readonly Stage[] = ['accepted', 'not-arising', 'void'];

/** From the closest likeness to the loosest: a changed rule is another row, and so is a rewritten output. */
const likenesses: readonly ((one: StoredObligation | WantedObligation) => string)[] = [
  ({ taskId, outputId, ruleId, period }) => JSON.stringify([taskId, outputId, ruleId, period]),
  ({ taskId, outputId, period }) => JSON.stringify([taskId, outputId, period]),
  ({ taskId, title, period }) => JSON.stringify([taskId, title, period]),
];

interface Pair {
  readonly stored: StoredObligation;
  readonly wanted: WantedObligation;
}

/** An output's only one that is left and lives, and the only one still wanted of it: its time was moved. */
function pairMoved(stored: readonly StoredObligation[], wanted: readonly WantedObligation[]): Pair[] {
  const key = ({ taskId, outputId }: StoredObligation | WantedObligation) => JSON.stringify([taskId, outputId]);
  const byKey = Map.groupBy(stored, key);
  return [...Map.groupBy(wanted, key)].flatMap(([output, [only, another]]) => {
    const [found, further] = byKey.get(output) ?? [];
    const moved = only && !another && found && !further && !ended.includes(found.stage);
    return moved ? [{ stored: found, wanted: only }] : [];
  });
}

function pair(stored: readonly StoredObligation[], wanted: readonly WantedObligation[]) {
  const pairs: Pair[] = [];
  let [restStored, restWanted] = [[...stored], [...wanted]];
  for (const likeness of likenesses) {
    const byKey = Map.groupBy(restStored, likeness);
    restWanted = restWanted.filter((one) => {
      const found = byKey.get(likeness(one))?.shift();
      if (found) pairs.push({ stored: found, wanted: one });
      return !found;
    });
    restStored = [...byKey.values()].flat();
  }
  const moved = pairMoved(restStored, restWanted);
  return {
    pairs: [...pairs, ...moved],
    restStored: restStored.filter((one) => !moved.some(({ stored: taken }) => taken === one)),
    restWanted: restWanted.filter((one) => !moved.some(({ wanted: taken }) => taken === one)),
  };
}

/**
 * The days of what goes on: a day set by hand stays while the plan names none, and an extension while the plan says the
 * same, also when that falls on another day of a new working calendar.
 */
function daysOf(stored: StoredObligation, wanted: WantedObligation): Pick<KeptObligation, 'due' | 'firstDue'> {
  const { due, firstDue } = stored;
  const isSame = wanted.due === firstDue || (wanted.due === null && stored.kind === wanted.kind);
  if (isSame) return { due, firstDue };
  const isExtended = stored.ruleId === wanted.ruleId && due !== null && firstDue !== null && due > firstDue;
  const stays = isExtended && wanted.due !== null && due > wanted.due;
  return { due: stays ? due : wanted.due, firstDue: wanted.due };
}

function keep(stored: StoredObligation, wanted: WantedObligation): KeptObligation {
  const { due, firstDue } = daysOf(stored, wanted);
  const waits = firstStage(wanted.kind) === 'awaiting-guidance' && due === null;
  let { stage } = stored;
  if (stage === 'awaiting-guidance' && !waits) stage = 'open';
  if (stage === 'open' && waits) stage = 'awaiting-guidance';
  return { stored, wanted, due, firstDue, stage };
}

function differs({ stored, wanted, due, firstDue, stage }: KeptObligation): boolean {
  const same: readonly (keyof StoredObligation & keyof WantedObligation)[] = [
    'outputId',
    'ruleId',
    'kind',
    'title',
    'period',
    'report',
    'startsOn',
    'dueWords',
  ];
  const isSame = due === stored.due && firstDue === stored.firstDue && stage === stored.stage;
  return !isSame || same.some((field) => stored[field] !== wanted[field]);
}

/**
 * Compares what is stored of a task (or of many) with what the version in force wants. What was accepted, found not to
 * arise or ended stays as it is and is not asked for again; what goes on keeps its work and takes the new day and words;
 * the rest is added or ends. Done twice it changes nothing the second time.
 */
export function reconcile(stored: readonly StoredObligation[], wanted: readonly WantedObligation[]): Reconciled {
  const { pairs, restStored, restWanted } = pair(stored, wanted);
  return {
    add: restWanted,
    change: pairs
      .filter((one) => !ended.includes(one.stored.stage))
      .map((one) => keep(one.stored, one.wanted))
      .filter(differs),
    end: restStored.filter(({ stage }) => !ended.includes(stage)),
  };
}
