import { foldWords } from '#kernel/fold.ts';
import { bareName } from './bare-name.ts';
import { findGroup, type GroupKind, isHigherBody, isOtherBody } from './outside-names.ts';
import { similarity } from './similarity.ts';
import { findStandardDuty } from './standard-duties.ts';

/** A post as far as its name matters, on the day a document speaks of. */
export interface NamedPost {
  readonly id: string;
  readonly title: string;
  readonly departmentId: string | null;
  /** The post leads its division, or the unit when it belongs to none. */
  readonly leader: boolean;
  /** Codes of the duties the post bears on the day. */
  readonly duties: readonly string[];
}

export interface NamedDepartment {
  readonly id: string;
  readonly name: string;
}

/** A name this unit's documents write, and what it means. */
export type NameAlias = { readonly written: string } & (
  | { readonly kind: 'duty'; readonly dutyCode: string }
  | { readonly kind: 'position'; readonly positionId: string }
  | { readonly kind: 'department'; readonly departmentId: string }
  | { readonly kind: 'group' }
  | { readonly kind: 'external' }
);

/** What a name in a document means. Only `post` and a led `department` name somebody. */
export type Resolution =
  | { readonly kind: 'post'; readonly positionId: string }
  | { readonly kind: 'department'; readonly departmentId: string; readonly positionId: string | null }
  | { readonly kind: 'group'; readonly group: GroupKind | null }
  | { readonly kind: 'external' }
  | { readonly kind: 'empty-duty'; readonly dutyCode: string }
  | { readonly kind: 'ambiguous'; readonly positionIds: readonly string[] }
  | { readonly kind: 'unknown'; readonly suggestions: readonly string[] };

/** What `resolvePost` may know beside posts and aliases. */
export interface NameContext {
  readonly departments?: readonly NamedDepartment[];
  /** Names of the unit itself, e.g. "xã Hoằng Tiến". */
  readonly unitNames?: readonly string[];
}

const suggestionFloor = 0.35;
const mostSuggestions = 3;

/**
 * What a document means by a name: one post, a division, a group without one person, a body outside the unit, or
 * nothing known (with the nearest posts). In this order: the unit's own aliases, its divisions and titles, bodies of
 * higher levels, groups, the standard duties of communes, parts of titles ("Tư pháp" for "Tư pháp – Hộ tịch"), other
 * bodies. Where two posts fit equally the answer is `ambiguous`; the function never picks one.
 */
export function resolvePost(
  name: string,
  posts: readonly NamedPost[],
  aliases: readonly NameAlias[],
  context: NameContext = {},
): Resolution {
  const folded = foldWords(name);
  const bare = bareName(name, context.unitNames);
  const alias =
    aliases.find((each) => foldWords(each.written) === folded) ??
    aliases.find((each) => bareName(each.written, context.unitNames) === bare);
  if (alias) return resolveAlias(alias, posts, context);
  return (
    findByName(bare, folded, posts, context) ??
    findOutside(name, folded, bare) ??
    findByDuty(bare, posts) ??
    findByParts(bare, posts) ??
    (isOtherBody(bare) ? { kind: 'external' } : resolveStranger(bare, posts))
  );
}

/** A standard duty that no post bears is told as such; everything else is unknown, with the nearest posts. */
function resolveStranger(bare: string, posts: readonly NamedPost[]): Resolution {
  const dutyCode = findStandardDuty(bare);
  if (dutyCode !== undefined) return { kind: 'empty-duty', dutyCode };
  return { kind: 'unknown', suggestions: nearest(bare, posts) };
}

function resolveAlias(alias: NameAlias, posts: readonly NamedPost[], context: NameContext): Resolution {
  if (alias.kind === 'group') return { kind: 'group', group: findGroup(foldWords(alias.written)) ?? null };
  if (alias.kind === 'external') return { kind: 'external' };
  if (alias.kind === 'duty') return oneOf(bearers(alias.dutyCode, posts), alias.dutyCode);
  if (alias.kind === 'department') {
    const known = (context.departments ?? []).some((each) => each.id === alias.departmentId);
    return known ? departmentOf(alias.departmentId, posts) : { kind: 'unknown', suggestions: [] };
  }
  const known = posts.some((post) => post.id === alias.positionId);
  return known ? { kind: 'post', positionId: alias.positionId } : { kind: 'unknown', suggestions: [] };
}

function findByName(
  bare: string,
  folded: string,
  posts: readonly NamedPost[],
  context: NameContext,
): Resolution | undefined {
  const names = context.unitNames;
  const titled = posts.filter((post) => foldWords(post.title) === folded || bareName(post.title, names) === bare);
  const divisions = (context.departments ?? []).filter((each) => bareName(each.name, names) === bare);
  const [division] = divisions;
  if (divisions.length === 1 && division && titled.length === 0) return departmentOf(division.id, posts);
  return titled.length === 0 ? undefined : oneOf(titled);
}

function findOutside(name: string, folded: string, bare: string): Resolution | undefined {
  if (isHigherBody(name)) return { kind: 'external' };
  const group = findGroup(folded) ?? findGroup(bare);
  return group ? { kind: 'group', group } : undefined;
}

function findByDuty(bare: string, posts: readonly NamedPost[]): Resolution | undefined {
  const code = findStandardDuty(bare);
  if (code === undefined) return undefined;
  const bearing = bearers(code, posts);
  if (bearing.length > 0) return oneOf(bearing);
  const titled = posts.filter((post) => findStandardDuty(bareName(post.title)) === code);
  return titled.length > 0 ? oneOf(titled) : undefined;
}

function bearers(dutyCode: string, posts: readonly NamedPost[]): readonly NamedPost[] {
  return posts.filter((post) => post.duties.includes(dutyCode));
}

/** Posts whose title holds all words of the name, in their order, as one run: "tu phap" in "tu phap ho tich". */
function findByParts(bare: string, posts: readonly NamedPost[]): Resolution | undefined {
  if (bare.length < 4) return undefined;
  const holding = posts.filter((post) => ` ${bareName(post.title)} `.includes(` ${bare} `));
  return holding.length === 0 ? undefined : oneOf(holding);
}

function departmentOf(departmentId: string, posts: readonly NamedPost[]): Resolution {
  const leaders = posts.filter((post) => post.departmentId === departmentId && post.leader);
  const [leader] = leaders;
  return { kind: 'department', departmentId, positionId: leaders.length === 1 && leader ? leader.id : null };
}

function oneOf(posts: readonly NamedPost[], dutyCode = ''): Resolution {
  const [first] = posts;
  if (!first) return { kind: 'empty-duty', dutyCode };
  if (posts.length === 1) return { kind: 'post', positionId: first.id };
  return { kind: 'ambiguous', positionIds: posts.map((post) => post.id) };
}

function nearest(bare: string, posts: readonly NamedPost[]): readonly string[] {
  return posts
    .map((post) => ({ id: post.id, alike: similarity(bare, bareName(post.title)) }))
    .filter((each) => each.alike >= suggestionFloor)
    .sort((a, b) => b.alike - a.alike)
    .slice(0, mostSuggestions)
    .map((each) => each.id);
}
