-- The ground every table stands on: roles, tenancy functions, units, idempotency keys, outbox, files.
-- {app}, {worker}, {auth} stand for the role names of this installation (see src/server/migrate.ts).

create extension if not exists pg_trgm;

grant usage on schema public to {app}, {worker};

create function own_by_unit(t text, mode text default 'write') returns void language plpgsql as $$
begin
  execute format('alter table %I enable row level security', t);
  execute format('alter table %I force row level security', t);
  execute format($p$create policy own_unit on %I using (unit_id = nullif(current_setting('app.unit_id', true), '')::uuid)$p$, t);
  execute format('grant select, insert%s on %I to {app}', case mode when 'append' then '' else ', update, delete' end, t);
  if exists (select 1 from pg_extension where extname = 'citus') then
    execute format('select create_distributed_table(%L, %L)', t, 'unit_id');
  end if;
end $$;
comment on function own_by_unit is 'Makes a table belong to a unit: row-level security on app.unit_id, grants for the application (append: select and insert only), distribution by unit where Citus is present.';

create function shared_by_units(t text) returns void language plpgsql as $$
begin
  execute format('grant select on %I to {app}, {worker}', t);
  if exists (select 1 from pg_extension where extname = 'citus') then
    execute format('select create_reference_table(%L)', t);
  end if;
end $$;
comment on function shared_by_units is 'Makes a table readable by every unit; it is changed only by functions of the owner.';

create table unit (
  id uuid primary key,
  code text not null unique check (code ~ '^[a-z0-9-]{2,60}$'),
  name text not null check (length(name) between 2 and 200),
  short_name text not null,
  level text not null,
  parent_id uuid references unit (id),
  valid_from date not null,
  valid_to date check (valid_to is null or valid_to >= valid_from),
  host text unique,
  fold text not null,
  version integer not null default 1
);
comment on table unit is 'People''s Committees and the bodies above them, as a tree with dates of validity.';
comment on column unit.code is 'Short name used in addresses of public pages.';
comment on column unit.level is 'Code of unit_level: levels are data, since the district level ended on 01/07/2025.';
comment on column unit.host is 'Host name whose public pages belong to this unit, when it has its own.';
select shared_by_units('unit');

create table unit_ancestor (
  unit_id uuid not null references unit (id),
  ancestor_id uuid not null references unit (id),
  depth integer not null check (depth >= 0),
  primary key (unit_id, ancestor_id)
);
comment on table unit_ancestor is 'Closure of the tree of units, each unit being its own ancestor at depth 0.';
select shared_by_units('unit_ancestor');

create function published_by_units(t text) returns void language plpgsql as $$
begin
  perform own_by_unit(t);
  execute format($p$create policy published on %I for select using (exists (
    select 1 from unit_ancestor a where a.unit_id = %I.unit_id
      and a.ancestor_id = nullif(current_setting('app.unit_id', true), '')::uuid))$p$, t, t);
end $$;
comment on function published_by_units is 'Like own_by_unit, and units above may read the rows.';

create table installation (
  key text primary key,
  value jsonb not null
);
comment on table installation is 'Settings of the whole installation, e.g. demo and its clock.';
select shared_by_units('installation');

create function set_demo_clock(offset_ms bigint) returns void language plpgsql security definer set search_path = public as $$
begin
  if not exists (select 1 from installation where key = 'demo' and value = 'true') then
    raise exception 'not a demo installation';
  end if;
  insert into installation (key, value) values ('demo_clock_offset_ms', to_jsonb(offset_ms))
    on conflict (key) do update set value = excluded.value;
end $$;
revoke all on function set_demo_clock from public;
grant execute on function set_demo_clock to {app};

create table idempotency (
  unit_id uuid not null,
  actor text not null,
  route text not null,
  key text not null check (length(key) between 8 and 200),
  body_hash text not null,
  status smallint not null,
  answer jsonb,
  at timestamptz not null,
  primary key (unit_id, actor, route, key)
);
comment on table idempotency is 'Answers of writes by idempotency key, kept 24 hours, so that the same request again has one effect.';
comment on column idempotency.actor is 'Account, anonymous session or job that sent the request.';
select own_by_unit('idempotency');

create table outbox (
  unit_id uuid not null,
  id uuid not null,
  topic text not null,
  payload jsonb not null,
  actor uuid,
  at timestamptz not null,
  primary key (unit_id, id)
);
comment on table outbox is 'Events left by writes in their own transaction; a relay turns them into jobs and removes them.';
select own_by_unit('outbox', 'append');

create function take_outbox(most integer)
  returns table (unit_id uuid, id uuid, topic text, payload jsonb, actor uuid, at timestamptz)
  language sql security definer set search_path = public as $$
  select o.unit_id, o.id, o.topic, o.payload, o.actor, o.at from outbox o order by o.id limit most for update skip locked
$$;
create function drop_outbox(p_unit uuid, p_ids uuid[]) returns void
  language sql security definer set search_path = public as $$
  delete from outbox where unit_id = p_unit and id = any (p_ids)
$$;
revoke all on function take_outbox, drop_outbox from public;
grant execute on function take_outbox, drop_outbox to {worker};

create function drop_idempotency_before(p_at timestamptz) returns integer language plpgsql security definer set search_path = public as $$
declare dropped integer;
begin
  delete from idempotency where at < p_at;
  get diagnostics dropped = row_count;
  return dropped;
end $$;
revoke all on function drop_idempotency_before from public;
grant execute on function drop_idempotency_before to {worker};

create table file (
  unit_id uuid not null references unit (id),
  id uuid not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  name text not null check (length(name) between 1 and 300),
  media_type text not null,
  size bigint not null check (size >= 0),
  record_type text,
  record_id uuid,
  stored_by uuid,
  stored_at timestamptz not null,
  primary key (unit_id, id)
);
comment on table file is 'One upload; its bytes lie under unit/sha256 in the file store. Served only through the record it belongs to.';
create index file_by_hash on file (unit_id, sha256);
select own_by_unit('file');

create function finish_write(p_unit uuid, p_at timestamptz, p_idempotency jsonb, p_entries jsonb, p_outbox jsonb)
  returns void language plpgsql as $$
declare item jsonb;
begin
  if p_idempotency is not null then
    insert into idempotency (unit_id, actor, route, key, body_hash, status, answer, at)
    values (p_unit, p_idempotency ->> 'actor', p_idempotency ->> 'route', p_idempotency ->> 'key',
      p_idempotency ->> 'bodyHash', (p_idempotency ->> 'status')::smallint, p_idempotency -> 'answer', p_at)
    on conflict do nothing;
    if not found then
      raise exception 'the same request was already carried out' using errcode = 'LM001';
    end if;
  end if;
  for item in select value from jsonb_array_elements(p_outbox) loop
    insert into outbox (unit_id, id, topic, payload, actor, at)
    values (p_unit, (item ->> 'id')::uuid, item ->> 'topic', item -> 'payload', (item ->> 'actor')::uuid, p_at);
  end loop;
  if jsonb_array_length(p_entries) > 0 then
    perform append_log(p_unit, p_entries);
  end if;
end $$;
comment on function finish_write is 'The last statement of a write: idempotency key, outbox and log entries in one round trip. Raises LM001 when the key was used by a transaction that committed meanwhile.';
grant execute on function finish_write to {app};
