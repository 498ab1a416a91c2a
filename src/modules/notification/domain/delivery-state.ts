/** The states of a notice on its way by a channel outside this system. */
export const deliveryStates = ['waiting', 'sending', 'sent', 'failed', 'discarded'] as const;
export type DeliveryState = (typeof deliveryStates)[number];

/** What may happen to a delivery. `claim`, `accept`, `postpone`, `refuse` and `recover` are the sender's; the others an administrator's. */
export type DeliveryAct = 'claim' | 'accept' | 'postpone' | 'refuse' | 'recover' | 'retry' | 'discard';

const changes: Readonly<Record<DeliveryState, Partial<Readonly<Record<DeliveryAct, DeliveryState>>>>> = {
  waiting: { claim: 'sending', retry: 'waiting', discard: 'discarded' },
  sending: { accept: 'sent', postpone: 'waiting', refuse: 'failed', recover: 'waiting' },
  sent: {},
  failed: { retry: 'waiting', discard: 'discarded' },
  discarded: {},
};

/**
 * The state an act leads to; undefined when it cannot happen in this state. What was sent or discarded stays so:
 * nothing is ever sent from there again.
 */
export function findNextState(state: DeliveryState, act: DeliveryAct): DeliveryState | undefined {
  return changes[state][act];
}

/** The states an act may begin in. */
export function statesBefore(act: DeliveryAct): readonly DeliveryState[] {
  return deliveryStates.filter((state) => changes[state][act] !== undefined);
}
