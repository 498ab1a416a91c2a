import { foldWords } from '#kernel/fold.ts';
import { bareName } from '#modules/org/domain/bare-name.ts';
import { findGroup } from '#modules/org/domain/outside-names.ts';
import { findStandardDuty } from '#modules/org/domain/standard-duties.ts';
import type { PlanReading } from '../reading/plan-reading.ts';
import type { Contradiction, ContradictionPlace, IssuerContext } from './contradiction.ts';
import { makeContradiction } from './make-contradiction.ts';
import { assignmentsOf, placeAt } from './places.ts';

/** Posts of a commune before 01/07/2025 that a plan may forget (Nghị định 33/2023/NĐ-CP; earlier 112/2011/NĐ-CP). */
const expectedPosts: Readonly<Record<string, string>> = {
  'chu-tich': 'Chủ tịch UBND xã',
  'dia-chinh-xay-dung': 'Công chức Địa chính – xây dựng',
  'cong-an': 'Công an xã',
};

interface Mention {
  readonly name: string;
  readonly place: ContradictionPlace;
}

/** A name without rank, place and marks: the same for "Công chức Tư pháp – Hộ tịch" and "tư pháp - hộ tịch". */
function keyOf(name: string): string {
  return bareName(name.replace(/^các\s+/iu, ''));
}

function leadFindings(reading: PlanReading): Contradiction[] {
  return assignmentsOf(reading).flatMap(({ path, ref, assignment: { lead, coordinators, otherRoles } }) => {
    const found: Contradiction[] = [];
    const both = lead.flatMap((name, index) => {
      const at = coordinators.findIndex((other) => keyOf(other) === keyOf(name));
      return at < 0 ? [] : [{ name, index, at }];
    });
    for (const { name, index, at } of both) {
      const places = [
        placeAt(reading, `${path}/lead/${index}`, ref),
        placeAt(reading, `${path}/coordinators/${at}`, ref),
      ];
      found.push(makeContradiction('leadIsCoordinator', places, 'correct', { name }));
    }
    const place = placeAt(reading, path, ref);
    if (lead.length === 0 && !otherRoles) found.push(makeContradiction('missingLead', [place], 'correct'));
    return found;
  });
}

function isGroup(name: string): boolean {
  return findGroup(foldWords(name)) !== undefined || findGroup(keyOf(name)) !== undefined;
}

/** Leads that are many people: one finding for each name, with all its tasks. */
function groupFindings(leads: readonly Mention[]): Contradiction[] {
  const groups = Map.groupBy(
    leads.filter(({ name }) => isGroup(name)),
    ({ name }) => keyOf(name),
  );
  return [...groups.values()].map((same) => {
    const places = same.map(({ place }) => place);
    return makeContradiction('groupLead', places, 'correct', { name: same[0]?.name ?? '', count: places.length });
  });
}

function severalLeads(reading: PlanReading): Contradiction[] {
  const places = assignmentsOf(reading).flatMap(({ path, ref, assignment }) =>
    assignment.lead.length > 1 ? [placeAt(reading, `${path}/lead`, ref)] : [],
  );
  return places.length === 0 ? [] : [makeContradiction('severalLeads', places, 'keep', { count: places.length })];
}

/** Posts that every commune has and that this plan gives nothing to do. */
function unnamedPosts(reading: PlanReading, mentions: readonly Mention[], context: IssuerContext): Contradiction[] {
  if (context.level !== 'commune' || context.twoTier || reading.responsibilities.length === 0) return [];
  const named = new Set(mentions.map(({ name }) => findStandardDuty(keyOf(name))));
  const posts = Object.entries(expectedPosts).flatMap(([duty, title]) => (named.has(duty) ? [] : [title]));
  const place = placeAt(reading, '/responsibilities', 'tổ chức thực hiện');
  return posts.length === 0 ? [] : [makeContradiction('postsNotNamed', [place], 'keep', { names: posts.join('; ') })];
}

function mentionsOf(reading: PlanReading): Mention[] {
  const assigned = assignmentsOf(reading).flatMap(({ path, ref, assignment }) => [
    ...assignment.lead.map((name, index) => ({ name, place: placeAt(reading, `${path}/lead/${index}`, ref) })),
    ...assignment.coordinators.map((name, index) => ({
      name,
      place: placeAt(reading, `${path}/coordinators/${index}`, ref),
    })),
  ]);
  const responsible = reading.responsibilities.map(({ role }, index) => ({
    name: role,
    place: placeAt(reading, `/responsibilities/${index}/role`, `trách nhiệm ${index + 1}`),
  }));
  return [...assigned, ...responsible];
}

/** Names with different words for one post, each with the first place it stands at. */
function variantFindings(mentions: readonly Mention[]): Contradiction[] {
  const posts = Map.groupBy(
    mentions.filter(({ name }) => !isOffice(name)),
    ({ name }) => findStandardDuty(keyOf(name)) ?? '',
  );
  posts.delete('');
  return [...posts.values()].flatMap((group) => {
    const byName = new Map<string, Mention>();
    for (const mention of group) if (!byName.has(keyOf(mention.name))) byName.set(keyOf(mention.name), mention);
    const first = [...byName.values()];
    if (first.length < 2) return [];
    const names = first.map(({ name }) => name).join('; ');
    return [
      makeContradiction(
        'roleVariants',
        first.map(({ place }) => place),
        'keep',
        { names, count: first.length },
      ),
    ];
  });
}

function isOffice(name: string): boolean {
  return /^van phong (?:ubnd|uy ban nhan dan) (?:xa|phuong|thi tran)/.test(foldWords(name));
}

/** "Văn phòng UBND xã": communes had no office until the two-tier government of 01/07/2025. */
function officeFindings(mentions: readonly Mention[], context: IssuerContext): Contradiction[] {
  const offices = mentions.filter(({ name }) => isOffice(name));
  const [first] = offices;
  if (!first || context.twoTier) return [];
  return [
    makeContradiction(
      'unknownOffice',
      offices.map(({ place }) => place),
      'correct',
      { name: first.name },
    ),
  ];
}

/** Posts that lead tasks and have no duties of their own in the chapter on organisation. */
function dutylessFindings(reading: PlanReading, leads: readonly Mention[]): Contradiction[] {
  const roles = reading.responsibilities;
  if (roles.length === 0 || roles.some(({ role }) => isGroup(role))) return [];
  const postOf = (name: string) => findStandardDuty(keyOf(name)) ?? keyOf(name);
  const named = new Set(roles.map(({ role }) => postOf(role)));
  const without = Map.groupBy(
    leads.filter(({ name }) => !isGroup(name) && !named.has(postOf(name))),
    ({ name }) => postOf(name),
  );
  return [...without.values()].map((group) =>
    makeContradiction(
      'leadWithoutDuty',
      group.map(({ place }) => place),
      'keep',
      { name: group[0]?.name ?? '' },
    ),
  );
}

/** Who does it: leads that are missing, doubled, many or nobody in particular, and posts under several names. */
export function assignmentContradictions(reading: PlanReading, context: IssuerContext): Contradiction[] {
  const mentions = mentionsOf(reading);
  const leads = mentions.filter(({ place }) => place.path.includes('/lead/'));
  return [
    ...leadFindings(reading),
    ...groupFindings(leads),
    ...severalLeads(reading),
    ...variantFindings(mentions),
    ...officeFindings(mentions, context),
    ...dutylessFindings(reading, leads),
    ...unnamedPosts(reading, mentions, context),
  ];
}
