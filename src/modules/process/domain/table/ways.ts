import { foldWords } from '#kernel/fold.ts';
import { linkInOrder } from '../default-process.ts';
import type { ProcessBody, ProcessLink, ProcessStep } from '../process.ts';
import { isCondition } from '../walk-process.ts';
import { conditionWords, endWord, findCondition, findJoint, findLevel, yesWord } from './table-words.ts';
import type { WrittenStep } from './written-process.ts';

/** The ways on from a step as a cell: "3; 5 nếu không đủ điều kiện", or "kết thúc". */
export function writeNext({ links }: ProcessBody, step: ProcessStep): string {
  const ways = links.filter((link) => link.kind === 'next' && link.from === step.no).map(writeWay);
  return [...(step.final ? [endWord] : []), ...ways].join('; ');
}

function writeWay({ to, condition, holds }: ProcessLink): string {
  if (condition === null) return String(to);
  const words = isCondition(condition) ? conditionWords[condition][holds === false ? 1 : 0] : condition;
  return `${to} nếu ${words}`;
}

/** The steps a step may be sent back to as a cell: "1; 2". */
export function writeReturns({ links }: ProcessBody, step: ProcessStep): string {
  return links
    .filter((link) => link.kind === 'return' && link.from === step.no)
    .map((link) => link.to)
    .join('; ');
}

/**
 * The ways of a written process, by the numbers its steps have there. A table without the column of ways on has them in
 * order; an empty cell of that column has none. What cannot be read becomes a way to step 0 or an unknown condition, so
 * that the check tells of it.
 */
export function readWays(written: readonly WrittenStep[], steps: readonly ProcessStep[]): ProcessLink[] {
  if (written.every((step) => step.ways === undefined || step.ways.next.trim() === '')) {
    return [...linkInOrder(steps), ...readReturns(written, steps)];
  }
  const numbers = numbersOf(written, steps);
  const next = written.flatMap(({ ways }, index) =>
    partsOf(ways?.next ?? '')
      .filter((part) => foldWords(part) !== foldWords(endWord))
      .map((part) => readWay(part, steps[index]?.no ?? 0, numbers)),
  );
  return [...next, ...readReturns(written, steps)];
}

function readWay(part: string, from: number, numbers: ReadonlyMap<string, number>): ProcessLink {
  const [target = '', words] = part.split(/\s+nếu\s+|\s+neu\s+/i);
  const to = numbers.get(numberKey(target)) ?? 0;
  if (words === undefined) return { kind: 'next', from, to, condition: null, holds: null };
  const known = findCondition(words);
  return { kind: 'next', from, to, condition: known?.condition ?? words.slice(0, 60), holds: known?.holds ?? true };
}

function readReturns(written: readonly WrittenStep[], steps: readonly ProcessStep[]): ProcessLink[] {
  const numbers = numbersOf(written, steps);
  return written.flatMap(({ ways }, index) =>
    partsOf(ways?.returns ?? '').map(
      (part): ProcessLink => ({
        kind: 'return',
        from: steps[index]?.no ?? 0,
        to: numbers.get(numberKey(part)) ?? 0,
        condition: null,
        holds: null,
      }),
    ),
  );
}

/** What else our tables say of a step; a level that is not said is read from the responsible. */
export function readTraits(
  { ways }: WrittenStep,
  hasWays: boolean,
): Partial<Pick<ProcessStep, 'level' | 'joint' | 'recallable' | 'final'>> {
  if (!ways) return {};
  const level = findLevel(ways.level);
  const isEnd = partsOf(ways.next).some((part) => foldWords(part) === foldWords(endWord));
  return {
    ...(level && { level }),
    joint: findJoint(ways.joint) ?? 'none',
    recallable: foldWords(ways.recallable) === foldWords(yesWord),
    ...(hasWays && { final: isEnd }),
  };
}

const partsOf = (cell: string) =>
  cell
    .split(/[;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');

const numberKey = (label: string) =>
  label
    .trim()
    .replace(/^(bước|buoc)\s*/i, '')
    .replace(/^0+(?=\d)/, '');

function numbersOf(written: readonly WrittenStep[], steps: readonly ProcessStep[]): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  for (const [index, { label }] of written.entries()) {
    const key = numberKey(label);
    const no = steps[index]?.no;
    if (no !== undefined && !numbers.has(key)) numbers.set(key, no);
  }
  return numbers;
}
