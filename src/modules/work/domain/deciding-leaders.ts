import type { Id } from '#kernel/brands.ts';
import { fold } from '#kernel/fold.ts';

/** A post as far as it may decide. */
interface LeadingPost {
  readonly id: Id;
  readonly title: string;
  readonly departmentId: Id | null;
  readonly leader: boolean;
}

/**
 * The posts that decide for a unit, in order: who leads the unit as a whole, then the deputies ("Phó …") beside no
 * division. Of a unit without any of them the heads of its divisions, so that its work does not stand still.
 */
export function decidingLeaders(posts: readonly LeadingPost[]): readonly Id[] {
  const ofUnit = posts.filter((post) => post.departmentId === null);
  const chairs = ofUnit.filter((post) => post.leader);
  const deputies = ofUnit.filter((post) => !post.leader && fold(post.title).startsWith('pho '));
  const deciding = [...chairs, ...deputies];
  return (deciding.length > 0 ? deciding : posts.filter((post) => post.leader)).map((post) => post.id);
}
