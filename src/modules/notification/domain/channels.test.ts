import { expect, test } from 'vitest';
import { channelsOf, unknownKind } from './channels.ts';

const plain = { email: true, required: false };

test.each([
  ['nothing chosen', plain, undefined, { app: true, email: true }],
  ['nothing chosen, a kind without e-mail', { email: false, required: false }, undefined, { app: true, email: false }],
  ['e-mail switched off', plain, { email: false }, { app: true, email: false }],
  ['e-mail switched on', { email: false, required: false }, { email: true }, { app: true, email: true }],
  ['screen switched off', plain, { app: false }, { app: false, email: true }],
  ['both switched off', plain, { app: false, email: false }, { app: false, email: false }],
  [
    'a required kind stays on the screen',
    { email: true, required: true },
    { app: false, email: false },
    { app: true, email: false },
  ],
  ['a kind nobody gives', unknownKind, undefined, { app: true, email: false }],
] as const)('%s', (_, kind, choice, expected) => {
  expect(channelsOf(kind, choice)).toEqual(expected);
});
