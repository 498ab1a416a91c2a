import type { Moment } from '#kernel/moment.ts';
import type { Verdict } from '#kernel/verdict.ts';
import type { DossierState, WaitsFor } from '../states.ts';

/** What is known of a dossier when somebody would act on it. */
export interface ActFacts {
  readonly state: DossierState;
  readonly source: 'own' | 'imported';
  readonly now: Moment;
  readonly waitsFor: WaitsFor | null;
  /** Whether it is to be signed at this step, at a later one, or at none from here on. */
  readonly signing: 'here' | 'ahead' | 'none';
  /** Its step is the last: the counter hands the result over. */
  readonly finalStep: boolean;
  /** It has steps to be sent back to. */
  readonly mayStepBack: boolean;
  /** Handed over on paper, and not confirmed yet. */
  readonly toTake: boolean;
  readonly lockedBy: 'nobody' | 'actor' | 'other';
  /** Its newest act, when that one sent it where it is. */
  readonly lastMove: { readonly byActor: boolean; readonly recallable: boolean } | null;
  /** A decision or result that stands. */
  readonly hasDecision: boolean;
  /** The result has its number, or needs none. */
  readonly numbered: boolean;
  /** What waits for approval. */
  readonly drafts: readonly { readonly kind: 'supplement' | 'apology'; readonly byActor: boolean }[];
  /** Its clock stands still for an opinion of another agency. */
  readonly waitsForOpinion: boolean;
  /** Opinions that were asked and are not answered. */
  readonly openConsultations: number;
  readonly supplements: {
    readonly intake: number;
    readonly mostAtIntake: number;
    readonly afterExamination: number;
    readonly mostAfterExamination: number;
    /** The last moment to ask after examination. */
    readonly until: Moment;
  };
  /** Until when the applicant may answer; null: no day was named. */
  readonly answerUntil: Moment | null;
  /** Whether its date may be re-appointed now (`mayExtend`); null for a dossier without a term. */
  readonly extension: Verdict | null;
  /** It is past its date in force, or owes an apology. */
  readonly late: boolean;
}

/** What the person who would act is to this dossier today. */
export interface Actor {
  /** Has dossier.receive. */
  readonly clerk: boolean;
  /** Acts in the post that holds it, or for the person who does; of the counter's steps any clerk. */
  readonly holder: boolean;
  /** Leads its department, or has dossier.lead. */
  readonly leader: boolean;
  /** Has dossier.sign. */
  readonly signer: boolean;
  /** Has dossier.hand-over. */
  readonly returner: boolean;
  /** The applicant, by the public pages. */
  readonly applicant: boolean;
}

/** What the act would be done with; without it, the answer is that of the button. */
export interface Given {
  readonly reason?: string | undefined;
  /** Papers that are marked as missing. */
  readonly missing?: number;
  /** Until when an agency or applicant is to answer. */
  readonly until?: Moment | null;
  /** Of an apology: a new date, or null for an apology alone. */
  readonly dueAfter?: Moment | null;
  /** Whether that date may be re-appointed (`mayReappoint`). */
  readonly reappoint?: Verdict;
  /** Of an opinion: it stops the clock. */
  readonly pauses?: boolean;
  /** The number a result gets on its way. */
  readonly number?: string | null | undefined;
  /** Which kind of draft is decided. */
  readonly draft?: 'supplement' | 'apology';
  /** The next step is the last one. */
  readonly toFinalStep?: boolean;
}
