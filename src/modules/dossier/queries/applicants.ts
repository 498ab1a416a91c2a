import { type RawBuilder, sql } from 'kysely';
import type { Id, UnitId } from '#kernel/brands.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { type Db, plannedEachTime } from '#server/db.ts';
import { nameFold } from '../domain/search-text.ts';

/** A person known from earlier dossiers, as the newest one of them says. */
export interface KnownApplicant {
  readonly name: string;
  readonly number: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly address: string | null;
  readonly birth: PlainDate | null;
  readonly kind: 'citizen' | 'business' | 'agency' | 'other';
  readonly dossiers: number;
  readonly papers: { readonly evidenceId: Id; readonly name: string; readonly until: PlainDate | null }[];
}

const mostDossiers = 200;
const mostPeople = 10;
const mostPapers = 20;

/**
 * People by number, telephone or the beginning of the name without diacritics, from the newest of their dossiers; each with
 * the papers and results that are in the store and hold on the day. At most ten.
 */
export async function findKnownApplicants(
  db: Db,
  unitId: UnitId,
  words: string,
  day: PlainDate,
): Promise<KnownApplicant[]> {
  const { rows } = await sql<KnownApplicant>`${sql.raw(plannedEachTime)}
    with found as (
      select d.id, d.owner_name, d.owner_number, d.owner_phone, d.owner_email, d.owner_address, d.owner_birth, d.owner_kind,
        d.received_on, coalesce(d.owner_number, d.name_fold || ' ' || coalesce(d.owner_phone, '')) as who
      from dossier d where d.unit_id = ${unitId} and ${matches(words)}
      order by d.received_on desc limit ${mostDossiers}
    ), people as (
      select distinct on (who) *, count(*) over (partition by who) as dossiers from found order by who, received_on desc
    )
    select p.owner_name as name, p.owner_number as number, p.owner_phone as phone, p.owner_email as email,
      p.owner_address as address, p.owner_birth as birth, p.owner_kind as kind, p.dossiers::integer as dossiers,
      ${papersOfOwner(unitId, day)} as papers
    from people p order by p.received_on desc, p.owner_name limit ${mostPeople}`.execute(db);
  return rows;
}

function matches(words: string): RawBuilder<unknown> {
  const digits = words.replace(/[\s.-]/g, '');
  if (/^[A-Z]{0,2}\d{6,}$/i.test(digits)) {
    const number = digits.toUpperCase();
    return sql`(d.owner_number = ${number} or d.owner_phone = ${digits})`;
  }
  return sql`d.name_fold like ${`${nameFold(words).replace(/[\\%_]/g, '\\$&')}%`}`;
}

/** What a person once gave and was given; nothing for people without a number, who cannot be told apart. */
function papersOfOwner(unitId: UnitId, day: PlainDate): RawBuilder<unknown> {
  return sql`(select coalesce(jsonb_agg(jsonb_build_object('evidenceId', e."evidenceId", 'name', e.name, 'until', e.until)), '[]')
    from (
      select distinct on ("evidenceId") * from (
        select k.evidence_id as "evidenceId", k.name, null::date as until from dossier o
        join dossier_component k on k.unit_id = o.unit_id and k.dossier_id = o.id
        where o.unit_id = ${unitId} and o.owner_number = p.owner_number and k.evidence_id is not null
        union all
        select r.evidence_id, r.title, r.valid_until from dossier o
        join dossier_result r on r.unit_id = o.unit_id and r.dossier_id = o.id
        where o.unit_id = ${unitId} and o.owner_number = p.owner_number and r.evidence_id is not null
          and r.voided_at is null and not r.negative and coalesce(r.valid_until >= ${day}::date, true)
      ) as given limit ${mostPapers}
    ) as e)`;
}
