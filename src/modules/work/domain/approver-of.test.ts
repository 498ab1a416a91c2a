import { expect, test } from 'vitest';
import type { Id } from '#kernel/brands.ts';
import { findApprover, findExtensionApprover, type HandedIn } from './approver-of.ts';

const id = (text: string) => text as Id;
const post = (name: string, ...people: string[]) => ({ positionId: id(name), people: people.map(id) });
const posts = {
  focal: post('focal', 'oanh'),
  leaders: [post('chair', 'an'), post('deputy', 'binh'), post('second deputy', 'chi')],
};
const by = (who: string | undefined, more: Partial<HandedIn> = {}): HandedIn => ({
  kind: 'evidence',
  signed: false,
  by: who === undefined ? undefined : id(who),
  ...more,
});

test.each<[string, HandedIn, string, string]>([
  ['a file goes to the chair', by('oanh'), 'approve', 'chair'],
  ['a signed document to the focal point', by('an', { signed: true }), 'check', 'focal'],
  ['the focal point’s own one to the chair, for a check', by('oanh', { signed: true }), 'check', 'chair'],
  ['the chair’s own to the deputy', by('an'), 'approve', 'deputy'],
  [
    'what does not arise to the chair, signed or not',
    by('oanh', { kind: 'not-arising', signed: true }),
    'approve',
    'chair',
  ],
  ['an account of nobody', by(undefined), 'approve', 'chair'],
])('%s', (_, handedIn, route, approverId) => {
  expect(findApprover(handedIn, posts)).toEqual({ route, approverId });
});

test('posts where nobody acts are passed over', () => {
  const away = { focal: post('focal'), leaders: [post('chair'), post('deputy', 'binh')] };
  expect(findApprover(by('oanh'), away)?.approverId).toBe('deputy');
  expect(findApprover(by('oanh', { signed: true }), away)).toEqual({ route: 'check', approverId: 'deputy' });
});

test('a second person of the same post may decide', () => {
  const shared = { focal: undefined, leaders: [post('chair', 'an', 'binh')] };
  expect(findApprover(by('an'), shared)?.approverId).toBe('chair');
});

test('without another nobody decides', () => {
  const alone = { focal: undefined, leaders: [post('chair', 'an')] };
  expect(findApprover(by('an'), alone)).toBeUndefined();
  expect(findApprover(by('an', { signed: true }), alone)).toBeUndefined();
  expect(findExtensionApprover(id('an'), alone)).toBeUndefined();
});

test('an extension is decided by the first leader who did not ask', () => {
  expect(findExtensionApprover(id('oanh'), posts)).toBe('chair');
  expect(findExtensionApprover(id('an'), posts)).toBe('deputy');
});
