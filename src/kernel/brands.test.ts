import { expect, test } from 'vitest';
import { isUuid } from './brands.ts';

test.each([
  ['01a20aa8-46d8-7556-942e-1ebf32754465', true],
  ['01A20AA8-46D8-7556-942E-1EBF32754465', false],
  ['01a20aa8-46d8-7556-942e-1ebf3275446', false],
  ['01a20aa8-46d8-7556-942e-1ebf327544650', false],
  ['001a20aa8-46d8-7556-942e-1ebf32754465', false],
  ['01a20aa846d87556942e1ebf32754465', false],
  ['g1a20aa8-46d8-7556-942e-1ebf32754465', false],
  ['01a20aa8-g6d8-7556-942e-1ebf32754465', false],
  ['01a20aa8-46d8-g556-942e-1ebf32754465', false],
  ['01a20aa8-46d8-7556-g42e-1ebf32754465', false],
  ['01a20aa8-46d8-7556-942e-gebf32754465', false],
  ['', false],
])('"%s" is an id: %s', (text, is) => expect(isUuid(text)).toBe(is));
