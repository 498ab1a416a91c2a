import { sql } from 'kysely';
import type { Id, UnitId } from '#kernel/brands.ts';
import type { Db } from '#server/db.ts';
import type { Succession } from '../domain/succession.ts';
import type { DatedName, DatedParent, TreeUnit, UnitLevel } from '../domain/unit-tree.ts';

/** A unit as stored, with its dated names and parents and their citations. */
export interface StoredUnit extends TreeUnit {
  readonly id: Id;
  readonly code: string;
  readonly host: string | null;
  readonly version: number;
  readonly names: readonly (DatedName & { readonly citation: string })[];
  readonly parents: readonly (DatedParent & { readonly parentId: Id; readonly citation: string })[];
}

export interface StoredSuccession extends Succession {
  readonly predecessorId: Id;
  readonly successorId: Id;
  readonly citation: string;
}

export interface StoredLevel extends UnitLevel {
  readonly committee: string;
  readonly citation: string;
}

/** The units that concern a unit, with levels and successions: everything the rules of the tree ask for. */
export interface Forest {
  readonly tree: ReadonlyMap<string, StoredUnit>;
  readonly levels: ReadonlyMap<string, StoredLevel>;
  readonly successions: readonly StoredSuccession[];
}

/**
 * The units that concern a unit: those above and under it on any day, those it keeps, their predecessors and
 * successors, and the units named besides with those above them. Everything else stays unknown to it.
 * One round trip.
 */
export async function loadForest(db: Db, unitId: UnitId, besides: readonly string[] = []): Promise<Forest> {
  const { rows } = await sql<{ units: StoredUnit[]; levels: StoredLevel[]; successions: StoredSuccession[] }>`
    with own (id) as (
      select ancestor_id from unit_ancestor where unit_id = ${unitId}
      union select unit_id from unit_ancestor where ancestor_id = ${unitId}
      union select k.id from unit k where k.kept_by = ${unitId}
      union select a.ancestor_id from unit_ancestor a where a.unit_id = any (${besides}::uuid[])
    ), linked (id) as (
      select id from own
      union select s.successor_id from unit_succession s join own on own.id = s.predecessor_id
      union select s.predecessor_id from unit_succession s join own on own.id = s.successor_id
    )
    select coalesce((select jsonb_agg(jsonb_build_object('id', u.id, 'code', u.code, 'level', u.level, 'host', u.host,
        'version', u.version, 'keptBy', u.kept_by, 'validFrom', u.valid_from, 'validTo', u.valid_to,
        'names', (select jsonb_agg(jsonb_build_object('name', n.name, 'shortName', n.short_name,
          'validFrom', n.valid_from, 'validTo', n.valid_to, 'citation', n.citation) order by n.valid_from)
          from unit_name n where n.unit_id = u.id),
        'parents', coalesce((select jsonb_agg(jsonb_build_object('parentId', p.parent_id,
          'validFrom', p.valid_from, 'validTo', p.valid_to, 'citation', p.citation) order by p.valid_from)
          from unit_parent p where p.unit_id = u.id), '[]')) order by u.code)
      from unit u join linked on linked.id = u.id), '[]') as units,
    (select jsonb_agg(jsonb_build_object('code', l.code, 'name', l.name, 'committee', l.committee, 'rank', l.rank,
        'validFrom', l.valid_from, 'validTo', l.valid_to, 'citation', l.citation) order by l.rank, l.code)
      from unit_level l) as levels,
    coalesce((select jsonb_agg(jsonb_build_object('predecessorId', s.predecessor_id, 'successorId', s.successor_id,
        'kind', s.kind, 'heir', s.heir, 'day', s.day, 'citation', s.citation) order by s.day)
      from unit_succession s
      where s.predecessor_id in (select id from linked) or s.successor_id in (select id from linked)), '[]')
      as successions`.execute(db);
  const found = rows[0];
  return {
    tree: new Map(found?.units.map((unit) => [unit.id, unit])),
    levels: new Map(found?.levels.map((level) => [level.code, level])),
    successions: found?.successions ?? [],
  };
}
