import type { ExpressionBuilder } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Id } from '#kernel/brands.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Term, TermUnit } from '#kernel/term.ts';
import type { DB } from '#server/db.gen.ts';
import type {
  Actor,
  Joint,
  Level,
  ProcessLink,
  ProcessStep,
  ProcessVersion,
  VersionSource,
  VersionState,
} from '../domain/process.ts';

type Tables = DB & { readonly v: DB['process_version']; readonly p: DB['process'] };

/** A version with its steps and links, read in one statement; `v` is the version, `p` its process. */
export function bodyColumns(on: ExpressionBuilder<Tables, 'v' | 'p'>) {
  return [
    'v.id',
    'p.procedure_code',
    'p.case_code',
    'p.name',
    'v.number',
    'v.state',
    'v.source',
    'v.citation',
    'v.effective_from',
    'v.effective_to',
    'v.term_unit',
    'v.term_milli',
    jsonArrayFrom(
      on
        .selectFrom('process_step as s')
        .whereRef('s.unit_id', '=', 'v.unit_id')
        .whereRef('s.version_id', '=', 'v.id')
        .select([
          's.no',
          's.name',
          's.level',
          's.actor',
          's.actor_words',
          's.position_id',
          's.norm_unit',
          's.norm_milli',
          's.counted',
          's.product',
          's.recallable',
          's.joint',
          's.final',
        ])
        .orderBy('s.no'),
    ).as('steps'),
    jsonArrayFrom(
      on
        .selectFrom('process_link as l')
        .whereRef('l.unit_id', '=', 'v.unit_id')
        .whereRef('l.version_id', '=', 'v.id')
        .select(['l.kind', 'l.from_no', 'l.to_no', 'l.condition', 'l.condition_holds'])
        .orderBy('l.sort'),
    ).as('links'),
  ] as const;
}

interface StoredVersion {
  readonly id: string;
  readonly procedure_code: string;
  readonly case_code: string;
  readonly name: string;
  readonly number: number;
  readonly state: string;
  readonly source: string;
  readonly citation: string;
  readonly effective_from: string | null;
  readonly effective_to: string | null;
  readonly term_unit: string | null;
  readonly term_milli: number | null;
  readonly steps: readonly StoredStep[];
  readonly links: readonly StoredLink[];
}

interface StoredStep {
  readonly no: number;
  readonly name: string;
  readonly level: string;
  readonly actor: string | null;
  readonly actor_words: string;
  readonly position_id: string | null;
  readonly norm_unit: string | null;
  readonly norm_milli: number | null;
  readonly counted: boolean;
  readonly product: string;
  readonly recallable: boolean;
  readonly joint: string;
  readonly final: boolean;
}

interface StoredLink {
  readonly kind: string;
  readonly from_no: number;
  readonly to_no: number;
  readonly condition: string | null;
  readonly condition_holds: boolean | null;
}

/** A read row in the words of the domain. */
export function toVersion(row: StoredVersion): ProcessVersion {
  return {
    id: row.id as Id,
    procedureCode: row.procedure_code,
    caseCode: row.case_code,
    name: row.name,
    number: row.number,
    state: row.state as VersionState,
    source: row.source as VersionSource,
    citation: row.citation,
    effectiveFrom: row.effective_from as PlainDate | null,
    effectiveTo: row.effective_to as PlainDate | null,
    declared: toTerm(row.term_unit, row.term_milli),
    steps: row.steps.map(toStep),
    links: row.links.map(toLink),
  };
}

function toStep(row: StoredStep): ProcessStep {
  return {
    no: row.no,
    name: row.name,
    level: row.level as Level,
    actor: row.actor as Actor | null,
    actorWords: row.actor_words,
    positionId: row.position_id as Id | null,
    norm: toTerm(row.norm_unit, row.norm_milli),
    counted: row.counted,
    product: row.product,
    recallable: row.recallable,
    joint: row.joint as Joint,
    final: row.final,
  };
}

function toLink(row: StoredLink): ProcessLink {
  return {
    kind: row.kind as ProcessLink['kind'],
    from: row.from_no,
    to: row.to_no,
    condition: row.condition,
    holds: row.condition_holds,
  };
}

/** A stored amount of time; null where there is none. */
export function toTerm(unit: string | null, milli: number | null): Term | null {
  return unit === null || milli === null ? null : { unit: unit as TermUnit, milli };
}
