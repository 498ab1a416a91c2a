import type { IssuerLevel } from '../reading/plan-reading.ts';

/**
 * What may be wrong in a plan, by code; `text.ts` has the words. Those of `decide` wait for the officer before the
 * plan is accepted, those of `note` are shown and may be left.
 */
export const contradictionWeights = {
  conflictingTargets: 'decide',
  repeatedTarget: 'decide',
  twoMeasures: 'decide',
  targetScope: 'decide',
  repeatedLetter: 'decide',
  skippedLetter: 'note',
  repeatedNumber: 'decide',
  skippedNumber: 'note',
  mixedMarkers: 'note',
  missingDeadline: 'decide',
  outputWithoutDeadline: 'decide',
  frequencyUnstated: 'decide',
  openDeadline: 'note',
  unreadDeadline: 'decide',
  impossibleDay: 'decide',
  deadlineBeforePlan: 'decide',
  yearTaken: 'note',
  looseLabel: 'note',
  oneDateForAll: 'decide',
  reportWithoutFrequency: 'decide',
  missingLead: 'decide',
  leadIsCoordinator: 'decide',
  severalLeads: 'note',
  groupLead: 'decide',
  roleVariants: 'decide',
  unknownOffice: 'decide',
  leadWithoutDuty: 'note',
  postsNotNamed: 'note',
  higherLevelWords: 'decide',
  abolishedLevel: 'decide',
  higherLevelWork: 'decide',
  taskWithoutRow: 'decide',
  rowWithoutTask: 'note',
  bodyIsGeneral: 'note',
  taskInSeveralRows: 'note',
  repeatedTask: 'decide',
  bodyRowDiffer: 'note',
  missingOutput: 'decide',
  outputIsTask: 'note',
  unnamedOutput: 'note',
  doubledWords: 'note',
  appendixTitle: 'note',
  blankDecision: 'decide',
} as const;

export type ContradictionCode = keyof typeof contradictionWeights;

/**
 * What may be done about it. `keep`: as written; `correct`: by hand, or as proposed; `ignore`: leave it out of what
 * the unit answers for; `merge`: make one of two (a reason is asked); `createTask`: "lập nhiệm vụ".
 */
export type ContradictionChoice = 'keep' | 'correct' | 'ignore' | 'merge' | 'createTask';

export interface ContradictionPlace {
  /** JSON pointer into the reading. */
  readonly path: string;
  /** The place as people name it: "PL05/4", "2.6.d", "T10". */
  readonly ref: string;
  /** Lines of the source document. */
  readonly lines: readonly number[];
}

export interface Contradiction {
  /** The same for the same thing on every reading of the same document. */
  readonly key: string;
  readonly code: ContradictionCode;
  readonly places: readonly ContradictionPlace[];
  readonly params: Readonly<Record<string, string | number>>;
  readonly proposal: ContradictionChoice;
  readonly choices: readonly ContradictionChoice[];
}

/** Whose plan it is: what counts as another level's work depends on it. */
export interface IssuerContext {
  readonly level: IssuerLevel;
  /** The plan is of the two-tier government: there is no district any more. */
  readonly twoTier: boolean;
}
