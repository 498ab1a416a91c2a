import { allowed, refused, type Verdict } from '#kernel/verdict.ts';

export const sectionStates = ['missing', 'draft', 'submitted', 'accepted', 'returned'] as const;
export type SectionState = (typeof sectionStates)[number];

export const sectionActs = ['save', 'submit', 'withdraw', 'accept', 'return', 'urge', 'assign'] as const;
export type SectionAct = (typeof sectionActs)[number];

/** Who acts on a section. */
export interface SectionActor {
  /** Acts in the post that owns it, or stands in for who does. */
  readonly owner: boolean;
  /** Puts the report together. */
  readonly compiler: boolean;
  /** Handed it in himself. */
  readonly submitter: boolean;
}

export interface SectionFacts {
  readonly state: SectionState;
  readonly signed: boolean;
  readonly empty: boolean;
}

/** Each act of a section: from which states, to which, and by whom. The one table of what may be done. */
export const sectionTable: Readonly<
  Record<
    SectionAct,
    { readonly from: readonly SectionState[]; readonly to: SectionState | 'same'; readonly by: 'owner' | 'compiler' }
  >
> = {
  save: { from: ['missing', 'draft', 'returned'], to: 'draft', by: 'owner' },
  submit: { from: ['missing', 'draft', 'returned'], to: 'submitted', by: 'owner' },
  withdraw: { from: ['submitted'], to: 'draft', by: 'owner' },
  accept: { from: ['submitted'], to: 'accepted', by: 'compiler' },
  return: { from: ['submitted', 'accepted'], to: 'returned', by: 'compiler' },
  urge: { from: ['missing', 'draft', 'returned'], to: 'same', by: 'compiler' },
  assign: { from: ['missing', 'draft', 'returned'], to: 'same', by: 'compiler' },
};

/**
 * May this act be done on a section now? The compiler writes any section that stands without an owner's text as well, and
 * may accept what he handed in himself: the report as a whole is signed by the leader.
 */
export function mayActOnSection(act: SectionAct, section: SectionFacts, actor: SectionActor): Verdict {
  if (section.signed) return refused('report-signed');
  const rule = sectionTable[act];
  if (rule.by === 'compiler' && !actor.compiler) return refused('section-compiler-only');
  if (rule.by === 'owner' && !actor.owner && !actor.compiler) return refused('section-owner-only');
  if (!rule.from.includes(section.state)) return refused(`section-${act}-not-now`);
  if (act === 'submit' && section.empty) return refused('section-empty');
  return allowed;
}

/** The state after an act that is allowed. */
export function stateAfter(act: SectionAct, state: SectionState): SectionState {
  const { to } = sectionTable[act];
  return to === 'same' ? state : to;
}
