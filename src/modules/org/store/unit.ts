import { sql } from 'kysely';
import { fold } from '#kernel/fold.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Db } from '#server/db.ts';
import type { SuccessionKind } from '../domain/succession.ts';
import { refusing } from './refusing.ts';

/** One step of a change of the tree, as the database function `write_units` takes it. */
export type UnitStep =
  | {
      readonly op: 'create';
      readonly id: string;
      readonly code: string;
      readonly name: string;
      readonly shortName: string;
      readonly level: string;
      readonly parentId: string | null;
      readonly keptBy: string | null;
      readonly from: PlainDate;
      readonly to: PlainDate | null;
      readonly fold: string;
      readonly citation: string;
    }
  | (VersionedStep & {
      readonly op: 'name';
      readonly name: string;
      readonly shortName: string;
      readonly from: PlainDate;
      readonly fold: string;
      readonly citation: string;
    })
  | (VersionedStep & {
      readonly op: 'parent';
      readonly parentId: string;
      readonly from: PlainDate;
      readonly citation: string;
    })
  | (VersionedStep & { readonly op: 'end'; readonly to: PlainDate | null })
  | (VersionedStep & { readonly op: 'host'; readonly host: string | null })
  | {
      readonly op: 'succeed';
      readonly id: string;
      readonly successorId: string;
      readonly kind: SuccessionKind;
      readonly heir: boolean;
      readonly from: PlainDate;
      readonly citation: string;
    };

interface VersionedStep {
  readonly id: string;
  readonly version?: number;
}

/** Lets one transaction at a time change the tree; what is read afterwards stays true until the end. */
export async function lockUnits(db: Db): Promise<void> {
  await sql`select lock_units()`.execute(db);
}

/** Writes steps of a change in one round trip. The rules are asked before; the function refuses entries of others. */
export async function writeUnits(db: Db, steps: readonly UnitStep[], today: PlainDate): Promise<void> {
  await refusing(sql`select write_units(${JSON.stringify(steps)}::jsonb, ${today}::date)`.execute(db));
}

/** What a unit is searched by: its code and every name it ever had. */
export function unitFold(code: string, names: readonly string[]): string {
  return fold([code, ...names].join(' '));
}
