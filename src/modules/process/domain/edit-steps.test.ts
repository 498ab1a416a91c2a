import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkProcess } from './check/check-process.ts';
import { compareVersions, isSameBody } from './compare-versions.ts';
import { makeDefaultProcess } from './default-process.ts';
import { insertStep, isInLine, moveStep, removeStep } from './edit-steps.ts';
import type { ProcessBody } from './process.ts';

const start = makeDefaultProcess({ unit: 'working-day', milli: 5_000 });
const names = (body: ProcessBody) => body.steps.map((step) => step.name.split(' ')[0]);
const ways = (body: ProcessBody) =>
  body.links.map(({ kind, from, to }) => `${from}${kind === 'next' ? '→' : '↩'}${to}`).sort();
const waysAreBroken = (body: ProcessBody) =>
  checkProcess(body, undefined).filter(({ kind }) =>
    [
      'dead-end',
      'unreachable',
      'next-to-nowhere',
      'return-to-nowhere',
      'loop',
      'no-final-step',
      'number-repeated',
      'number-slipped',
    ].includes(kind),
  );

describe('editing steps', () => {
  test('a new one goes between two that followed each other', () => {
    const body = insertStep(start, 1);
    expect(names(body)).toEqual(['Tiếp', 'Phân', '', 'Thẩm', 'Trình', 'Văn', 'Trả']);
    expect(ways(body)).toEqual(['1→2', '2→3', '2↩1', '3→4', '4→5', '4↩1', '5→6', '5↩4', '6→7', '6↩5']);
    expect(isInLine(body)).toBe(true);
  });

  test('a new one at the end becomes the end, one at the beginning the beginning', () => {
    expect(insertStep(start, 5).steps.map((step) => step.final)).toEqual([
      false,
      false,
      false,
      false,
      false,
      false,
      true,
    ]);
    expect(isInLine(insertStep(start, -1))).toBe(true);
    expect(insertStep({ steps: [], links: [], declared: null }, -1).steps).toMatchObject([{ no: 1, final: true }]);
  });

  test('a removed one leaves no way to nowhere', () => {
    const body = removeStep(start, 3);
    expect(names(body)).toEqual(['Tiếp', 'Phân', 'Trình', 'Văn', 'Trả']);
    expect(ways(body)).toEqual(['1→2', '2→3', '2↩1', '3→4', '4→5', '4↩3']);
    expect(removeStep(start, 6).steps.at(-1)?.final).toBe(true);
  });

  test('a moved one takes its place in the line; a branch stays with its steps', () => {
    expect(names(moveStep(start, 4, -1))).toEqual(['Tiếp', 'Phân', 'Trình', 'Thẩm', 'Văn', 'Trả']);
    expect(isInLine(moveStep(start, 6, -1))).toBe(true);
    expect(moveStep(start, 1, -1)).toBe(start);
    const branch = { kind: 'next' as const, from: 3, to: 6, condition: 'eligible', holds: false };
    const branched = { ...start, links: [...start.links, branch] };
    expect(moveStep(branched, 3, 1).links.at(-1)).toEqual({ ...branch, from: 4 });
  });

  test('never breaks ways that were whole', () => {
    const edit = fc.tuple(fc.constantFrom('insert', 'remove', 'up', 'down'), fc.nat(20));
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 12 }), (edits) => {
        let body: ProcessBody = start;
        for (const [act, at] of edits) {
          const index = at % body.steps.length;
          if (act === 'insert') body = insertStep(body, index);
          else if (act === 'remove' && body.steps.length > 1) body = removeStep(body, index + 1);
          else if (act !== 'remove') body = moveStep(body, index + 1, act === 'up' ? -1 : 1);
          expect(waysAreBroken(body)).toEqual([]);
        }
      }),
    );
  });
});

describe('two versions', () => {
  test('of the same words are the same', () => {
    expect(isSameBody(start, makeDefaultProcess({ unit: 'working-day', milli: 5_000 }))).toBe(true);
    expect(compareVersions(start, start)).toEqual({ steps: [], addedLinks: [], removedLinks: [], declared: undefined });
  });

  test('are told apart step by step', () => {
    const steps = start.steps.map((step) => (step.no === 3 ? { ...step, norm: null, product: 'Tờ trình' } : step));
    const after = { ...insertStep({ ...start, steps }, 5), declared: null };
    const { steps: changes, addedLinks, removedLinks, declared } = compareVersions(start, after);
    expect(changes.map(({ no, kind, fields }) => [no, kind, ...fields])).toEqual([
      [3, 'changed', 'product', 'norm'],
      [6, 'changed', 'final'],
      [7, 'added'],
    ]);
    expect(addedLinks).toMatchObject([{ from: 6, to: 7 }]);
    expect(removedLinks).toEqual([]);
    expect(declared).toEqual({ before: start.declared, after: null });
    expect(isSameBody(start, after)).toBe(false);
  });
});
