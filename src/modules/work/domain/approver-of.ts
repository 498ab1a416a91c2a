import type { Id } from '#kernel/brands.ts';

/** A post with who acts in it today, substitutes included. */
export interface ActingPost {
  readonly positionId: Id;
  readonly people: readonly Id[];
}

/** Who could decide about what is handed in. */
export interface DecidingPosts {
  /** The post bearing the duty of the reform's focal point; undefined when the duty has none. */
  readonly focal: ActingPost | undefined;
  /** Posts of leaders in their order: the chair first, then the deputies. */
  readonly leaders: readonly ActingPost[];
}

/** What was handed in, and by whom. */
export interface HandedIn {
  readonly kind: 'evidence' | 'not-arising';
  /** Every piece of evidence is a document that was signed and has its number. */
  readonly signed: boolean;
  /** Undefined for an account of nobody in the organisation. */
  readonly by: Id | undefined;
}

/** Where it goes: `check` asks for a look at a signed document, `approve` for a decision. */
export interface Route {
  readonly route: 'check' | 'approve';
  readonly approverId: Id;
}

/**
 * Which post decides about what was handed in: the focal point for documents signed already, otherwise the chair. Where
 * nobody but who handed it in acts there today, or nobody at all, it goes to the next leader; undefined when no other
 * is left.
 */
export function findApprover(handedIn: HandedIn, posts: DecidingPosts): Route | undefined {
  const route = handedIn.kind === 'evidence' && handedIn.signed ? 'check' : 'approve';
  const asked = route === 'check' && posts.focal ? [posts.focal, ...posts.leaders] : posts.leaders;
  const found = asked.find(({ people }) => people.some((person) => person !== handedIn.by));
  return found && { route, approverId: found.positionId };
}

/** Which post decides about an extension: the first leader's where another than who asks acts today. */
export function findExtensionApprover(by: Id | undefined, posts: DecidingPosts): Id | undefined {
  return posts.leaders.find(({ people }) => people.some((person) => person !== by))?.positionId;
}
