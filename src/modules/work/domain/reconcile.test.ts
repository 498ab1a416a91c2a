import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Id } from '#kernel/brands.ts';
import { type PlainDate, plainDate } from '#kernel/plain-date.ts';
import { firstStage, type WantedObligation } from './obligation.ts';
import { reconcile, type StoredObligation } from './reconcile.ts';
import { stages } from './states.ts';

const march = plainDate(2022, 3, 31);
const june = plainDate(2022, 6, 30);

const wanted: WantedObligation = {
  taskId: 'task' as Id,
  outputId: 'output' as Id,
  ruleId: 'rule' as Id,
  kind: 'dated',
  title: 'Kế hoạch',
  period: '',
  report: false,
  startsOn: null,
  due: march,
  dueWords: 'Quý I/2022',
  dueSteps: [],
};

function stored(more: Partial<StoredObligation> = {}): StoredObligation {
  const { dueSteps: _, ...same } = wanted;
  return { ...same, id: 'one' as Id, firstDue: march, stage: 'open', ...more };
}

const nothing = { add: [], change: [], end: [] };
const other = 'other' as Id;

describe('against the version in force', () => {
  test('what is as it is wanted stays', () => {
    expect(reconcile([stored({ stage: 'started' })], [wanted])).toEqual(nothing);
  });

  test('what is new is added', () => {
    expect(reconcile([], [wanted])).toEqual({ ...nothing, add: [wanted] });
  });

  test('what nobody wants ends', () => {
    const one = stored({ stage: 'submitted' });
    expect(reconcile([one], [])).toEqual({ ...nothing, end: [one] });
  });

  test.each(['accepted', 'not-arising', 'void'] as const)(
    'what is %s is neither ended, changed nor asked again',
    (stage) => {
      const one = stored({ stage });
      expect(reconcile([one], [])).toEqual(nothing);
      expect(reconcile([one], [{ ...wanted, ruleId: other, due: june }])).toEqual(nothing);
    },
  );

  test('another rule moves the day and the work goes on', () => {
    const now = { ...wanted, ruleId: other, due: june, dueWords: 'Quý II/2022' };
    const one = stored({ stage: 'returned' });
    const { add, change, end } = reconcile([one], [now]);
    expect([add, end]).toEqual([[], []]);
    expect(change).toEqual([{ stored: one, wanted: now, due: june, firstDue: june, stage: 'returned' }]);
  });

  test('a granted extension stays when the plan says the same', () => {
    expect(reconcile([stored({ due: june })], [wanted])).toEqual(nothing);
  });

  test('a new working calendar moves the first day and not the extended one', () => {
    const moved = plainDate(2022, 3, 30);
    const [kept] = reconcile([stored({ due: june })], [{ ...wanted, due: moved }]).change;
    expect(kept).toMatchObject({ due: june, firstDue: moved });
    const [beyond] = reconcile([stored({ due: june })], [{ ...wanted, due: plainDate(2022, 7, 1) }]).change;
    expect(beyond).toMatchObject({ due: '2022-07-01', firstDue: '2022-07-01' });
    const [plain] = reconcile([stored()], [{ ...wanted, due: moved }]).change;
    expect(plain).toMatchObject({ due: moved, firstDue: moved });
  });

  test('a day that the plan itself moves takes the place of an extension', () => {
    const moved = plainDate(2022, 5, 31);
    const [kept] = reconcile([stored({ due: june })], [{ ...wanted, ruleId: other, due: moved }]).change;
    expect(kept).toMatchObject({ due: moved, firstDue: moved });
  });

  test('a day set by hand stays while the plan names none', () => {
    const guided = { ...wanted, kind: 'guided' as const, due: null };
    const one = stored({ kind: 'guided', due: june, firstDue: june });
    expect(reconcile([one], [guided])).toEqual(nothing);
    const undated = { ...wanted, kind: 'undated' as const, due: null };
    expect(reconcile([stored({ kind: 'undated', due: june, firstDue: null })], [undated])).toEqual(nothing);
  });

  test('what waited for guidance is open once the plan names a day, and the other way round', () => {
    const guided = stored({ kind: 'guided', due: null, firstDue: null, stage: 'awaiting-guidance' });
    expect(reconcile([guided], [wanted]).change[0]).toMatchObject({ stage: 'open', due: march, firstDue: march });
    const toGuided = { ...wanted, kind: 'guided' as const, due: null };
    expect(reconcile([stored()], [toGuided]).change[0]).toMatchObject({ stage: 'awaiting-guidance', due: null });
    expect(reconcile([stored({ stage: 'started' })], [toGuided]).change[0]).toMatchObject({ stage: 'started' });
  });

  test('a rewritten output keeps its work when its words or its place tell it', () => {
    const renamed = { ...wanted, title: 'Kế hoạch năm', dueWords: 'Quý I' };
    expect(reconcile([stored()], [renamed]).change).toHaveLength(1);
    const replaced = { ...wanted, outputId: other, ruleId: other };
    const { add, change, end } = reconcile([stored()], [replaced]);
    expect([add, change.length, end]).toEqual([[], 1, []]);
  });

  test('the only report of an output moves from one quarter to another', () => {
    const one = stored({ period: '2022-Q1', stage: 'started' });
    const now = { ...wanted, period: '2022-Q2', due: june, ruleId: other };
    expect(reconcile([one], [now])).toMatchObject({ add: [], end: [], change: [{ stage: 'started', due: june }] });
    const done = stored({ period: '2022-Q1', stage: 'accepted' });
    expect(reconcile([done], [now])).toEqual({ ...nothing, add: [now] });
  });

  test('what moves stays with its own output', () => {
    const ofFirst = stored({ id: 'first' as Id, period: '2022-Q1' });
    const ofOther = stored({ id: 'second' as Id, outputId: other, title: 'Báo cáo', period: '2022-Q1' });
    const now = { ...wanted, period: '2022-Q2', due: june };
    const pairs = reconcile([ofFirst, ofOther], [{ ...now, outputId: other, title: 'Báo cáo' }, now]).change;
    expect(pairs.map((one) => [one.stored.id, one.wanted.outputId])).toEqual([
      ['second', other],
      ['first', 'output'],
    ]);
  });

  test('two that are left of an output are not taken for one that moved', () => {
    const two = ['2022-Q3', '2022-Q4'].map((period) => ({ ...wanted, period, ruleId: other }));
    expect(reconcile([stored({ period: '2022-Q1' })], two)).toMatchObject({ add: two, change: [] });
  });

  test('of several periods each keeps its own', () => {
    const periods = ['2022-Q1', '2022-Q2', '2022-Q3', '2022-Q4'];
    const all = periods.map((period) =>
      stored({ id: period as Id, period, ...(period.endsWith('1') ? { stage: 'accepted' } : {}) }),
    );
    const halves = ['2022-6M', '2022-H2'].map((period) => ({ ...wanted, period, ruleId: other }));
    const { add, change, end } = reconcile(all, halves);
    expect(add).toEqual(halves);
    expect(change).toEqual([]);
    expect(end.map(({ period }) => period)).toEqual(['2022-Q2', '2022-Q3', '2022-Q4']);
  });

  test.each<Partial<WantedObligation>>([
    { title: 'Kế hoạch mới' },
    { report: true },
    { startsOn: plainDate(2022, 1, 1) },
    { dueWords: 'Tháng 3/2022' },
    { kind: 'standing', due: null },
    { outputId: other },
    { ruleId: other },
  ])('%o is a change', (more) => {
    expect(reconcile([stored()], [{ ...wanted, ...more }]).change).toHaveLength(1);
  });
});

test('done twice it changes nothing the second time, and what was accepted is never touched', () => {
  const few = (prefix: string) => fc.constantFrom('1', '2').map((n) => `${prefix}${n}` as Id);
  const days = fc.option(fc.constantFrom<PlainDate>(march, june));
  const anyWanted = fc
    .record({
      taskId: few('task'),
      outputId: fc.option(few('output')),
      ruleId: few('rule'),
      period: fc.constantFrom('', '2022-Q1', '2022-Q2'),
      title: fc.constantFrom('Kế hoạch', 'Báo cáo'),
      day: days,
      waits: fc.constantFrom<'guided' | 'undated'>('guided', 'undated'),
    })
    .map(
      ({ day, waits, ...more }): WantedObligation => ({ ...wanted, ...more, due: day, kind: day ? 'dated' : waits }),
    );
  const keyOf = ({ taskId, outputId, ruleId, period }: WantedObligation | StoredObligation) =>
    JSON.stringify([taskId, outputId, ruleId, period]);
  const version = fc.uniqueArray(anyWanted, { selector: keyOf, maxLength: 6 });
  fc.assert(
    fc.property(
      version,
      version,
      fc.array(fc.constantFrom(...stages), { minLength: 6, maxLength: 6 }),
      (first, second, acts) => {
        const before = first.map(
          (one, index): StoredObligation => ({
            ...one,
            id: `stored${index}` as Id,
            firstDue: one.due,
            stage: acts[index] ?? firstStage(one.kind),
          }),
        );
        const { add, change, end } = reconcile(before, second);
        const closed = ['accepted', 'not-arising', 'void'];
        for (const { stage } of [...change.map((one) => one.stored), ...end]) expect(closed).not.toContain(stage);
        const after = [
          ...before
            .filter((one) => !change.some(({ stored: kept }) => kept === one))
            .map((one) => (end.includes(one) ? { ...one, stage: 'void' as const } : one)),
          ...change.map((one): StoredObligation => {
            const { due, firstDue, stage } = one;
            return { ...one.stored, ...one.wanted, due, firstDue, stage };
          }),
        ];
        const added = add.map((one, index): StoredObligation => {
          const id = `added${index}` as Id;
          return { ...one, id, firstDue: one.due, stage: firstStage(one.kind) };
        });
        expect(reconcile([...after, ...added], second)).toEqual(nothing);
        const live = after.filter(({ stage }) => !closed.includes(stage)).length;
        expect(live + add.length).toBeLessThanOrEqual(second.length);
      },
    ),
  );
});
