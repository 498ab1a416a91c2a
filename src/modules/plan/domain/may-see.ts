import { allowed, refused, type Verdict } from '#kernel/verdict.ts';

/** What may be seen of a plan: versions in force to all who read plans, drafts to those who write or issue them. */
export interface PlanViewer {
  may(permission: string): boolean;
}

/** True for those who work on drafts. */
export function seesDrafts(viewer: PlanViewer): boolean {
  return viewer.may('plan.edit') || viewer.may('plan.accept');
}

/** May this person see a version in that state? A draft is as if it were not there for everybody else. */
export function maySeeVersion(viewer: PlanViewer, state: string): Verdict {
  if (state !== 'draft' || seesDrafts(viewer)) return allowed;
  return refused('not-found');
}
