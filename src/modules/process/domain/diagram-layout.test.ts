import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeDefaultProcess } from './default-process.ts';
import { layOutProcess } from './diagram-layout.ts';
import type { ProcessBody, ProcessLink } from './process.ts';

const flow = makeDefaultProcess({ unit: 'working-day', milli: 5_000 });

test('steps stand under each other, ways on between them, ways back at the left', () => {
  const drawing = layOutProcess(flow, (no) => [`Bước ${no}`]);
  expect(drawing.steps.map((step) => step.no)).toEqual([1, 2, 3, 4, 5, 6]);
  expect(drawing.ways.filter((way) => way.kind === 'line')).toHaveLength(5);
  expect(drawing.ways.filter((way) => way.kind === 'back')).toHaveLength(4);
  for (const [index, step] of drawing.steps.entries()) {
    const next = drawing.steps[index + 1];
    if (next) expect(next.y).toBeGreaterThan(step.y + step.height);
  }
});

test('nothing is drawn outside, and no two ways share a lane where both run', () => {
  const anyLink = fc.record({
    kind: fc.constantFrom('next' as const, 'return' as const),
    from: fc.integer({ min: 1, max: 8 }),
    to: fc.integer({ min: 1, max: 8 }),
    condition: fc.constant(null),
    holds: fc.constant(null),
  });
  fc.assert(
    fc.property(
      fc.uniqueArray(anyLink, { maxLength: 14, selector: ({ from, to }: ProcessLink) => `${from} ${to}` }),
      (links) => {
        const drawing = layOutProcess({ ...flow, links } satisfies ProcessBody, (no) => [`Bước ${no}`]);
        const lanes: { x: number; top: number; bottom: number }[] = [];
        for (const { path, kind } of drawing.ways) {
          const numbers = [...path.matchAll(/-?[\d.]+/g)].map(Number);
          for (const [index, number] of numbers.entries()) {
            expect(number).toBeGreaterThanOrEqual(0);
            expect(number).toBeLessThanOrEqual(index % 2 === 0 ? drawing.width : drawing.height);
          }
          if (kind === 'line') continue;
          const [, , x = 0, from = 0, , to = 0] = numbers;
          const run = { x, top: Math.min(from, to), bottom: Math.max(from, to) };
          for (const other of lanes)
            expect(other.x !== run.x || other.bottom <= run.top || other.top >= run.bottom).toBe(true);
          lanes.push(run);
        }
      },
    ),
  );
});
