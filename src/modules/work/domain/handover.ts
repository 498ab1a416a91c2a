import type { Id } from '#kernel/brands.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { DueStep, ObligationKind } from './obligation.ts';
import type { Stage } from './states.ts';

/** One act in the history of work that was handed over, as the successor reads it. */
export interface HandedAct {
  readonly title: string;
  readonly at: string;
  readonly by: string;
  readonly act: string;
  readonly reason: string | null;
}

/** Who bore something: by the duties of the post, and in words. */
export interface HandedBearer {
  /** Codes of the duties that the post bore, the first named first. */
  readonly duties: readonly string[];
  readonly words: string;
}

export interface HandedObligation {
  readonly id: Id;
  readonly kind: ObligationKind;
  readonly title: string;
  readonly period: string;
  readonly startsOn: PlainDate | null;
  readonly due: PlainDate | null;
  readonly firstDue: PlainDate | null;
  readonly dueWords: string;
  readonly dueSteps: readonly DueStep[];
  readonly reviewOn: PlainDate | null;
  readonly stage: Stage;
  readonly stageReason: string | null;
  readonly bearer: HandedBearer;
}

/** A task as it stood when it went to the successor of its unit. */
export interface Handover {
  /** The unit that hands over, under the name it had. */
  readonly unit: string;
  readonly planYear: number;
  readonly parentId: Id | null;
  readonly place: string;
  readonly number: string;
  readonly sourceWords: string;
  readonly fieldCode: string | null;
  readonly content: string;
  readonly weight: number;
  readonly urgency: 'normal' | 'urgent' | 'immediate';
  readonly bearer: HandedBearer;
  readonly parts: readonly { readonly role: 'coordinator' | 'watcher'; readonly bearer: HandedBearer }[];
  readonly checks: readonly {
    readonly id: Id;
    readonly place: number;
    readonly content: string;
    readonly doneAt: string | null;
    readonly doneBy: string | null;
  }[];
  readonly obligations: readonly HandedObligation[];
  readonly history: readonly HandedAct[];
}

/** A post of the successor that bears a duty. */
export interface PostOfDuty {
  readonly positionId: Id;
  readonly departmentId: Id | null;
}

const nobody = { positionId: null, departmentId: null };

/** The post of the successor that goes on with what was borne: of the first duty that it has; else nobody. */
export function bearerAfter(
  { duties }: HandedBearer,
  posts: ReadonlyMap<string, PostOfDuty>,
): PostOfDuty | typeof nobody {
  for (const duty of duties) {
    const post = posts.get(duty);
    if (post) return post;
  }
  return nobody;
}

/**
 * The stage in which work goes on at the successor. What waited for a decision of the old unit, or was returned there, is
 * at work again, for what was handed in stays with the old unit.
 */
export function stageAfterMove(stage: Stage): Stage {
  return stage === 'submitted' || stage === 'returned' ? 'started' : stage;
}
