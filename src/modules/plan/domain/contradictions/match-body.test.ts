import { expect, test } from 'vitest';
import { anAppendix, anItem, aPlan, aTask } from './made-plans.ts';
import { matchBody } from './match-body.ts';

const match = (items: readonly string[], row: string) => {
  const {
    pairs,
    items: body,
    hasRow,
  } = matchBody(
    aPlan({
      tasksNarrative: items.map((text, index) => anItem(String(index), index + 1, text)),
      appendices: [anAppendix([aTask({ content: row })])],
    }),
  );
  return { item: pairs[0]?.item.path, held: body.map(hasRow) };
};

test.each([
  ['the most alike', ['một hai ba', 'một hai ba bốn'], 'một hai ba bốn', '/tasksNarrative/1', [true, true]],
  [
    'of equal ones the first',
    ['hai ba bốn năm', 'một hai ba bốn'],
    'một hai ba bốn năm',
    '/tasksNarrative/0',
    [true, true],
  ],
  ['of the same words the first', ['một hai', 'một hai'], 'một hai', '/tasksNarrative/0', [true, true]],
  ['three fifths of the shorter are enough', ['một hai ba bốn x y'], 'một hai ba bốn t v', '/tasksNarrative/0', [true]],
  ['less is not', ['một hai ba x y'], 'một hai ba t v', undefined, [false]],
])('a row carries out the item it is most like: %s', (_, items, row, item, held) =>
  expect(match(items, row)).toEqual({ item, held }),
);
