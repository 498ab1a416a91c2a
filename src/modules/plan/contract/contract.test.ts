import { expectTypeOf, test } from 'vitest';
import type { z } from 'zod';
import type { DueRule } from '../domain/due-rule.ts';
import type { PlanReading } from '../domain/reading/plan-reading.ts';
import type { dueRuleForms } from './due-rule.ts';
import type { planReadingForm } from './reading.ts';

type Whole<T> = T extends readonly (infer One)[]
  ? readonly Whole<One>[]
  : T extends object
    ? { readonly [Key in keyof T]-?: Whole<T[Key]> }
    : T;

test('a field of the domain that the contract forgets would be lost on the way: none is', () => {
  expectTypeOf<Whole<z.output<typeof dueRuleForms>>>().toExtend<Whole<DueRule>>();
  expectTypeOf<Whole<Omit<z.output<typeof planReadingForm>, 'furniture'>>>().toExtend<
    Whole<Omit<PlanReading, 'furniture'>>
  >();
});
