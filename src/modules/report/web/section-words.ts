import type { StatusTone } from '#web/ui/status-badge.tsx';
import type { SectionRow } from '../contract.ts';
import type { SectionState } from '../domain/section-rules.ts';

/** How each state of a section is shown. */
export const sectionTones: Readonly<Record<SectionState, StatusTone>> = {
  missing: 'none',
  draft: 'active',
  submitted: 'doubt',
  accepted: 'done',
  returned: 'error',
};

/** Who answers for a section, in one line. */
export function ownerText({ owner }: SectionRow): string {
  if (owner.people.length === 0) return owner.title;
  const people = owner.people.map(({ name, insteadOf }) => (insteadOf ? `${name} (làm thay ${insteadOf})` : name));
  return `${people.join(', ')} – ${owner.title}`;
}

/** The rule's answer for an act, as the server gave it. */
export function verdictOf(section: SectionRow, act: string) {
  const found = section.acts.find((one) => one.act === act);
  return found?.allowed === false ? { ok: false as const, code: found.why ?? '' } : { ok: true as const };
}

/** The reasons the server gave, by themselves. */
export function wordsOfActs(section: SectionRow): Readonly<Record<string, string>> {
  return Object.fromEntries(section.acts.flatMap(({ why }) => (why === null ? [] : [[why, why]])));
}
