import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type pg from 'pg';
import { checkContent } from '#modules/procedure/domain/check-content.ts';
import { contentKey } from '#modules/procedure/domain/content-key.ts';
import { codeOf } from '#modules/procedure/domain/portal/code-of.ts';
import { contentOfPortal } from '#modules/procedure/domain/portal/content-of-portal.ts';
import type { PortalEntry } from '#modules/procedure/domain/portal/portal-entry.ts';
import { searchText } from '#modules/procedure/domain/search-text.ts';
import { newId } from './ids.ts';

const proceduresFile = new URL('../../starter/procedures.json', import.meta.url);
const eventsFile = new URL('../../starter/life-events.json', import.meta.url);
const unknownSince = '1900-01-01';
const usualSort = 1_000;

/**
 * Loads the catalogue of procedures that comes with this release, unless it is loaded already. A procedure whose content
 * differs from what was loaded before becomes a new revision; what was there stays, since dossiers may hold it. Asks for
 * the owner of the schema.
 */
export async function loadNationalProcedures(client: pg.Client): Promise<void> {
  const texts = [await readFile(proceduresFile, 'utf8'), await readFile(eventsFile, 'utf8')] as const;
  const sha256 = createHash('sha256').update(texts[0]).update(texts[1]).digest('hex');
  const { rows } = await client.query<{ sha256: string }>('select sha256 from national_catalogue');
  if (rows[0]?.sha256 === sha256) return;
  const wanted = (JSON.parse(texts[0]) as PortalEntry[]).map(rowOf);
  await client.query('begin');
  try {
    await client.query(
      `insert into national_procedure
         (id, code, effective_from, revision, sort, name, field, decision, content, content_hash, fold)
       select w.id, w.code, $2, coalesce(k.revision, 0) + 1, w.sort, w.name, w.field, w.decision, w.content, w.hash, w.fold
       from jsonb_to_recordset($1::jsonb) as w
         (id uuid, code text, sort integer, name text, field text, decision text, content jsonb, hash text, fold text)
       left join lateral (
         select revision, content_hash, sort from national_procedure n
         where n.code = w.code and n.effective_from = $2 order by revision desc limit 1
       ) as k on true
       where k.content_hash is distinct from w.hash or k.sort is distinct from w.sort`,
      [JSON.stringify(wanted), unknownSince],
    );
    await client.query('delete from national_life_event');
    await client.query(
      `insert into national_life_event (code, name, sort, procedure_codes)
       select code, name, place * 10, array(select jsonb_array_elements_text(procedures))
       from rows from (jsonb_to_recordset($1::jsonb) as (code text, name text, procedures jsonb))
         with ordinality as e (code, name, procedures, place)`,
      [texts[1]],
    );
    await client.query(
      'insert into national_catalogue (sha256) values ($1) on conflict (only_one) do update set sha256 = excluded.sha256',
      [sha256],
    );
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

function rowOf(entry: PortalEntry) {
  const { code } = codeOf(entry.code, entry.name);
  const content = contentOfPortal(entry);
  const [fault] = checkContent(content);
  if (fault) throw new Error(`starter/procedures.json: ${code}: ${fault.code} ${JSON.stringify(fault.params)}`);
  return {
    id: newId(),
    code,
    sort: entry.sort ?? usualSort,
    name: content.name,
    field: content.field,
    decision: content.decision,
    content,
    hash: createHash('sha256').update(contentKey(content)).digest('hex'),
    fold: searchText(code, content),
  };
}
