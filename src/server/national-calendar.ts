import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type pg from 'pg';
import { newId } from './ids.ts';

const file = new URL('../../starter/calendar.json', import.meta.url);

/**
 * Loads the national calendar that comes with this release, unless it is loaded already: days off by year, years that
 * are announced, the usual office week. Where another was loaded before, every unit is told that its calendar changed.
 * Asks for the owner of the schema.
 */
export async function loadNationalCalendar(client: pg.Client): Promise<void> {
  const text = await readFile(file, 'utf8');
  const sha256 = createHash('sha256').update(text).digest('hex');
  const { rows } = await client.query<{ sha256: string }>('select sha256 from national_calendar');
  const former = rows[0]?.sha256;
  if (former === sha256) return;
  await client.query('begin');
  try {
    await client.query('delete from national_day; delete from national_year; delete from national_week');
    await client.query(
      `insert into national_week (effective_from, week, citation)
       select "effectiveFrom", week, citation
       from jsonb_to_recordset($1::jsonb -> 'weeks') as w ("effectiveFrom" date, week jsonb, citation text)`,
      [text],
    );
    await client.query(
      `insert into national_year (year, announced, citation, note)
       select year, announced, citation, note
       from jsonb_to_recordset($1::jsonb -> 'years') as y (year integer, announced boolean, citation text, note text)`,
      [text],
    );
    await client.query(
      `insert into national_day (day, kind, name, citation)
       select d.day, d.kind, d.name, coalesce(d.citation, y.value ->> 'citation')
       from jsonb_array_elements($1::jsonb -> 'years') y,
         jsonb_to_recordset(y.value -> 'days') as d (day date, kind text, name text, citation text)`,
      [text],
    );
    await client.query(
      'insert into national_calendar (sha256) values ($1) on conflict (only_one) do update set sha256 = excluded.sha256',
      [sha256],
    );
    if (former !== undefined) await tellUnits(client);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

async function tellUnits(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ id: string }>('select id from unit');
  await client.query(
    `insert into outbox (unit_id, id, topic, payload, at)
     select unit_id, id, 'calendar.changed', '{"from": null, "to": null}', now()
     from unnest($1::uuid[], $2::uuid[]) as told (unit_id, id)`,
    [rows.map((unit) => unit.id), rows.map(newId)],
  );
}
