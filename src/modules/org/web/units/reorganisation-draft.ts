import type { Id } from '#kernel/brands.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { ReorganisationForm, UnitRow } from '../../contract/units.ts';
import type { SuccessionKind } from '../../domain/succession.ts';
import { codeOf } from './new-unit-form.tsx';

/** A unit that goes on: an existing one, or a new one founded on the day. */
export interface SuccessorLine {
  readonly isNew: boolean;
  readonly heir: boolean;
  readonly id: Id | null;
  readonly name: string;
  readonly shortName: string;
  readonly level: string;
  readonly parentId: Id | null;
}

export function blankLine(heir: boolean): SuccessorLine {
  return { isNew: true, heir, id: null, name: '', shortName: '', level: 'commune', parentId: null };
}

interface Draft {
  readonly kind: SuccessionKind;
  readonly day: PlainDate | undefined;
  readonly citation: string;
  readonly predecessors: readonly (Id | null)[];
  readonly successors: readonly SuccessorLine[];
  readonly continues: boolean;
}

/** True when every field that the server asks for is filled. */
export function mayBeSent({ day, citation, predecessors, successors }: Draft): boolean {
  const isWhole = (line: SuccessorLine) =>
    line.isNew ? line.name.trim().length > 1 && line.shortName.trim().length > 1 : line.id !== null;
  const named = predecessors.filter((id) => id !== null);
  return day !== undefined && citation.trim().length > 1 && named.length > 0 && successors.every(isWhole);
}

/** What is sent; undefined while something is missing. A new unit's code carries the year, since names come again. */
export function bodyOf(draft: Draft, units: readonly UnitRow[]): ReorganisationForm | undefined {
  const { kind, day, citation, predecessors, successors, continues } = draft;
  if (day === undefined || !mayBeSent(draft)) return undefined;
  return {
    kind,
    day,
    citation,
    predecessorContinues: kind === 'split' && continues,
    predecessors: predecessors.flatMap((id) => {
      const unit = units.find((one) => one.id === id);
      return unit ? [{ id: unit.id, version: unit.version }] : [];
    }),
    successors: successors.map((line) => {
      const heir = line.heir && !(kind === 'split' && continues);
      if (!line.isNew) return { id: line.id as Id, heir };
      const { name, shortName, level, parentId } = line;
      return { name, shortName, level, parentId, heir, code: `${codeOf(name).slice(0, 54)}-${day.slice(0, 4)}` };
    }),
  };
}
