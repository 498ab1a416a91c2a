import { expect, test } from 'vitest';
import { isDummyNumber } from './is-dummy-number.ts';

test.each([
  ['000000000000', true],
  ['111111111', true],
  ['123456789', true],
  ['123456789012', true],
  ['012345678901', true],
  ['987654321', true],
  ['038090001234', false],
  ['001190001234', false],
  ['171234568', false],
  ['0380 9000 1234', false],
  ['', false],
  ['B1234567', false],
  ['0312345678', false],
])('%s made up: %s', (text, made) => expect(isDummyNumber(text)).toBe(made));
