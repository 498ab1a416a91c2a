import { describe, expect, test } from 'vitest';
import type { Id } from '#kernel/brands.ts';
import { bearerAfter, stageAfterMove } from './handover.ts';
import type { Stage } from './states.ts';

const post = (name: string) => ({ positionId: name as Id, departmentId: null });
const posts = new Map([
  ['tu-phap', post('judicial')],
  ['cchc', post('reform')],
]);

describe('who goes on with moved work', () => {
  test.each([
    ['the post of the duty', ['tu-phap'], 'judicial'],
    ['the post of the first duty that is here', ['moi-truong', 'cchc', 'tu-phap'], 'reform'],
    ['nobody, when no duty is here', ['moi-truong'], null],
    ['nobody, when it had none', [], null],
  ])('is %s', (_words, duties, positionId) => {
    expect(bearerAfter({ duties, words: '' }, posts)).toEqual({ positionId, departmentId: null });
  });
});

describe('the stage of moved work', () => {
  test.each<[Stage, Stage]>([
    ['open', 'open'],
    ['started', 'started'],
    ['submitted', 'started'],
    ['returned', 'started'],
    ['paused', 'paused'],
    ['awaiting-guidance', 'awaiting-guidance'],
    ['awaiting-authority', 'awaiting-authority'],
  ])('%s goes on as %s', (before, after) => expect(stageAfterMove(before)).toBe(after));
});
