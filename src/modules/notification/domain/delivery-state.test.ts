import { expect, test } from 'vitest';
import { type DeliveryAct, deliveryStates, findNextState, statesBefore } from './delivery-state.ts';

const acts: readonly DeliveryAct[] = ['claim', 'accept', 'postpone', 'refuse', 'recover', 'retry', 'discard'];

test('nothing happens to what was sent or discarded', () => {
  for (const act of acts) {
    expect(findNextState('sent', act)).toBeUndefined();
    expect(findNextState('discarded', act)).toBeUndefined();
  }
});

test('only what is claimed is sent, postponed or refused, and only what waits is claimed', () => {
  for (const act of ['accept', 'postpone', 'refuse', 'recover'] as const)
    expect(statesBefore(act)).toEqual(['sending']);
  expect(statesBefore('claim')).toEqual(['waiting']);
});

test('an administrator sends again or discards what waits or failed, not what is on the line', () => {
  expect(statesBefore('retry')).toEqual(['waiting', 'failed']);
  expect(statesBefore('discard')).toEqual(['waiting', 'failed']);
});

test('every state can be reached and every way ends', () => {
  const reached = new Set(['waiting', ...deliveryStates.flatMap((s) => acts.map((a) => findNextState(s, a)))]);
  for (const state of deliveryStates) expect(reached).toContain(state);
});
