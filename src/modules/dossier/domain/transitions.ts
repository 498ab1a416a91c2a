import type { DossierState, FormKind } from './states.ts';

/** Everything that is done with a dossier, one by one. */
export const dossierActs = [
  'submit',
  'receive',
  'ask-intake-supplement',
  'resubmit',
  'refuse-intake',
  'transfer',
  'take',
  'forward',
  'assign',
  'step-back',
  'recall',
  'lock',
  'unlock',
  'consult',
  'answer-consultation',
  'draft-supplement',
  'send-supplement',
  'receive-supplement',
  'close-no-supplement',
  'call-payment',
  'confirm-payment',
  'draft-apology',
  'sign-apology',
  'reject-draft',
  'stop',
  'refuse',
  'sign-result',
  'reopen',
  'hand-over',
  'correct',
] as const;
export type DossierAct = (typeof dossierActs)[number];

/** Entries of the journal that nobody does by hand. */
export const journalActs = [...dossierActs, 'import', 'reproject', 'late-without-apology'] as const;
export type JournalAct = (typeof journalActs)[number];

/**
 * Who may act: the counter, whoever holds the dossier at its step, who sent it there last, leaders who assign and approve
 * drafts, who signs, or the counter that hands results over.
 */
export type Who = 'clerk' | 'holder' | 'sender' | 'leader' | 'signer' | 'returner' | 'applicant';

/** One act: by whom, from which states to which (null: cannot be done), what it must say, and the slip it brings forth. */
export interface Transition {
  readonly who: readonly Who[];
  readonly to: Readonly<Partial<Record<DossierState, DossierState | 'same'>>>;
  readonly reason: boolean;
  readonly form: FormKind | null;
}

const running = { 'in-process': 'same' } as const;
/** Also once the result is signed, on its way over the seal to the counter. */
const moving = { 'in-process': 'same', 'result-ready': 'same' } as const;
const apologising = { 'in-process': 'same', accepted: 'same', 'result-ready': 'same', returned: 'same' } as const;

/** One table for all acts (Decree 61/2018 art. 15–21, Decree 118/2025); further conditions stand in may-act.ts. */
export const transitions: Readonly<Record<DossierAct, Transition>> = {
  submit: { who: ['applicant'], to: {}, reason: false, form: null },
  receive: { who: ['clerk'], to: { submitted: 'accepted' }, reason: false, form: 'receipt' },
  'ask-intake-supplement': { who: ['clerk'], to: { submitted: 'intake-supplement' }, reason: true, form: 'supplement' },
  resubmit: { who: ['clerk', 'applicant'], to: { 'intake-supplement': 'submitted' }, reason: false, form: null },
  'refuse-intake': { who: ['clerk'], to: { submitted: 'refused' }, reason: true, form: 'refusal' },
  transfer: { who: ['clerk'], to: { accepted: 'in-process' }, reason: false, form: 'transfer' },
  take: { who: ['holder'], to: moving, reason: false, form: null },
  forward: { who: ['holder'], to: moving, reason: false, form: null },
  assign: { who: ['leader', 'holder'], to: running, reason: false, form: null },
  'step-back': { who: ['holder'], to: running, reason: true, form: null },
  recall: { who: ['sender'], to: moving, reason: true, form: null },
  lock: { who: ['holder'], to: running, reason: false, form: null },
  unlock: { who: ['holder', 'leader'], to: running, reason: false, form: null },
  consult: { who: ['holder'], to: running, reason: false, form: null },
  'answer-consultation': { who: ['holder', 'clerk'], to: running, reason: false, form: null },
  'draft-supplement': { who: ['holder'], to: running, reason: true, form: null },
  'send-supplement': { who: ['leader'], to: { 'in-process': 'wait-supplement' }, reason: false, form: 'supplement' },
  'receive-supplement': { who: ['clerk'], to: { 'wait-supplement': 'in-process' }, reason: false, form: 'receipt' },
  'close-no-supplement': {
    who: ['clerk'],
    to: { 'intake-supplement': 'closed-no-supplement', 'wait-supplement': 'closed-no-supplement' },
    reason: true,
    form: 'stop',
  },
  'call-payment': { who: ['holder'], to: { 'in-process': 'wait-payment' }, reason: false, form: null },
  'confirm-payment': { who: ['clerk'], to: { 'wait-payment': 'in-process' }, reason: false, form: null },
  'draft-apology': { who: ['holder', 'clerk', 'leader'], to: apologising, reason: true, form: null },
  'sign-apology': { who: ['signer'], to: apologising, reason: false, form: 'apology' },
  'reject-draft': { who: ['leader', 'signer'], to: apologising, reason: true, form: null },
  stop: {
    who: ['clerk', 'applicant'],
    to: {
      submitted: 'stopped',
      'intake-supplement': 'stopped',
      accepted: 'stopped',
      'in-process': 'stopped',
      'wait-supplement': 'stopped',
      'wait-payment': 'stopped',
    },
    reason: true,
    form: 'stop',
  },
  refuse: { who: ['signer'], to: { 'in-process': 'result-ready' }, reason: true, form: 'refusal' },
  'sign-result': { who: ['signer'], to: { 'in-process': 'result-ready' }, reason: false, form: null },
  reopen: { who: ['signer'], to: { 'result-ready': 'in-process' }, reason: true, form: null },
  'hand-over': { who: ['returner'], to: { 'result-ready': 'returned' }, reason: false, form: 'result-hand-over' },
  correct: { who: ['signer'], to: { 'result-ready': 'same', returned: 'same' }, reason: true, form: 'apology' },
};
