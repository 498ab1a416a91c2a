import type { NavEntry, WebModule } from '../module.ts';
import { useSession } from './session.ts';

/** The entries of all modules somebody with these permissions may see, in their order. */
export function entriesFor(modules: readonly WebModule[], permissions: readonly string[]): readonly NavEntry[] {
  return modules
    .flatMap((module) => module.nav)
    .filter((entry) => entry.permission === undefined || permissions.includes(entry.permission))
    .sort((a, b) => a.order - b.order);
}

/** The entries of the person who works here. */
export function useNavEntries(modules: readonly WebModule[]): readonly NavEntry[] {
  return entriesFor(modules, useSession().permissions);
}

/** The entries by their headings, each heading where its first entry stands; those without one come first. */
export function groupsOf(entries: readonly NavEntry[]): readonly { title: string; entries: readonly NavEntry[] }[] {
  const groups = new Map<string, NavEntry[]>([['', []]]);
  for (const entry of entries) {
    const title = entry.group ?? '';
    const group = groups.get(title);
    if (group) group.push(entry);
    else groups.set(title, [entry]);
  }
  return [...groups].filter(([, list]) => list.length > 0).map(([title, list]) => ({ title, entries: list }));
}
