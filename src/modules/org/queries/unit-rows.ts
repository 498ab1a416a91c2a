import type { Id, UnitId } from '#kernel/brands.ts';
import { fold } from '#kernel/fold.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Verdict } from '#kernel/verdict.ts';
import type { UnitDetail, UnitLine, UnitRow } from '../contract/units.ts';
import { findParentOn, getNameOn, mayEditUnit } from '../domain/unit-tree.ts';
import { isValidOn, nearestDayOf } from '../domain/validity.ts';
import { wordsOf } from '../text.ts';
import type { Listing, Page } from './listing.ts';
import type { Forest, StoredSuccession, StoredUnit } from './unit-tree.ts';

/** For whom units are shown: the unit that asks, the day of names and parents, and whether the person may write. */
export interface UnitViewer {
  readonly unitId: UnitId;
  readonly day: PlainDate;
  readonly today: PlainDate;
  /** The permission to manage the organisation; each unit is asked besides. */
  readonly mayManage: Verdict;
}

/** Units on a day in the order of the tree (each unit after the one above), searched by every name they ever had. */
export function unitRows(forest: Forest, viewer: UnitViewer, listing: Listing): Page<UnitLine> {
  const words = listing.words === undefined ? '' : fold(listing.words);
  const shown = [...forest.tree.values()]
    .filter((unit) => listing.on === undefined || isValidOn(unit, listing.on))
    .filter(
      (unit) => words === '' || fold([unit.code, ...unit.names.map((each) => each.name)].join(' ')).includes(words),
    );
  const rows = inTreeOrder(
    shown.map((unit) => unitRow(forest, unit, viewer)),
    forest,
  );
  const start = (listing.page - 1) * listing.size;
  return { rows: rows.slice(start, start + listing.size), total: rows.length, page: listing.page, size: listing.size };
}

/** One unit on a day with all its names, parents, predecessors and successors. */
export function unitDetailOf(forest: Forest, unit: StoredUnit, viewer: UnitViewer): UnitDetail {
  const { tree, successions } = forest;
  const nameOf = (id: string, day: PlainDate) => {
    const known = tree.get(id);
    return known ? getNameOn(known, day).name : '';
  };
  const linked = (link: StoredSuccession, id: Id) => ({
    id,
    name: nameOf(id, link.day),
    kind: link.kind,
    heir: link.heir,
    day: link.day,
    citation: link.citation,
  });
  return {
    ...unitRow(forest, unit, viewer),
    names: [...unit.names],
    parents: unit.parents.map(({ parentId, ...parent }) => ({
      ...parent,
      id: parentId,
      name: nameOf(parentId, parent.validFrom),
    })),
    predecessors: successions
      .filter((link) => link.successorId === unit.id)
      .map((link) => linked(link, link.predecessorId)),
    successors: successions
      .filter((link) => link.predecessorId === unit.id)
      .map((link) => linked(link, link.successorId)),
  };
}

function unitRow({ tree, levels }: Forest, unit: StoredUnit, viewer: UnitViewer): UnitRow {
  const day = nearestDayOf(unit, viewer.day);
  const { name, shortName } = getNameOn(unit, day);
  const mayEdit = viewer.mayManage.ok ? mayEditUnit(tree, viewer.unitId, unit, viewer.today) : viewer.mayManage;
  return {
    id: unit.id,
    code: unit.code,
    name,
    shortName,
    level: unit.level,
    levelName: levels.get(unit.level)?.name ?? unit.level,
    parentId: (findParentOn(unit, day) ?? null) as Id | null,
    host: unit.host,
    validFrom: unit.validFrom,
    validTo: unit.validTo,
    own: unit.id === (viewer.unitId as string),
    kept: unit.keptBy !== null,
    version: unit.version,
    whyNotEdit: mayEdit.ok ? null : wordsOf(mayEdit),
  };
}

function inTreeOrder(rows: readonly UnitRow[], { levels }: Forest): UnitLine[] {
  const ids = new Set<string>(rows.map((row) => row.id));
  const rankOf = (row: UnitRow) => levels.get(row.level)?.rank ?? 0;
  const sorted = [...rows].sort((a, b) => rankOf(a) - rankOf(b) || a.name.localeCompare(b.name, 'vi'));
  const under = Map.groupBy<string, UnitRow>(sorted, (row) =>
    row.parentId !== null && ids.has(row.parentId) ? row.parentId : '',
  );
  const linesOf = (parent: string, depth: number): UnitLine[] =>
    (under.get(parent) ?? []).flatMap((row) => [{ ...row, depth }, ...linesOf(row.id, depth + 1)]);
  return linesOf('', 0);
}
