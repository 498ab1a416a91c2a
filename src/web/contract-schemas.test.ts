import { expect, test } from 'vitest';
import { z as stand } from './contract-schemas.ts';

const z = stand as typeof import('zod').z;

test('contracts can be written with it', () => {
  const row = z.strictObject({
    id: z.uuid(),
    name: z.string().trim().min(1),
    when: z.array(z.enum(['a', 'b'])).optional(),
  });
  const more = row.extend({ ...row.shape, note: z.union([z.literal('x'), z.coerce.number()]).default(1) });
  expect(typeof z.object({ rows: z.array(more), total: z.int() })).toBe('function');
});

test('says at once that screens have no schemas', () => {
  expect(() => z.string().parse('a')).toThrow('take lists and rules from the domain folder');
  expect(() => z.enum(['a']).options).toThrow('domain folder');
});
