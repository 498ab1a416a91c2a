import { expect, test } from 'vitest';
import { route, type Schema } from './route.ts';

test('a declared route is what was declared', () => {
  const answer: Schema = { _zod: { output: undefined, input: undefined } };
  const declared = { method: 'GET', path: '/api/x', permission: 'session', db: 'none', summary: 'x', answer } as const;
  expect(route(declared)).toBe(declared);
});
