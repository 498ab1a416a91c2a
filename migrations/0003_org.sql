-- The organisation: units with dated names, parents and successors; and what a unit is made of: departments, posts,
-- people, who holds which post, abstract duties, substitutions, reception points, recipients of its reports.
-- Every record has days of validity, both included; an open end is null. Nothing is removed, it ends.

create extension if not exists btree_gin;
create extension if not exists btree_gist;

create table unit_level (
  code text primary key check (code ~ '^[a-z][a-z-]{1,30}$'),
  name text not null,
  committee text not null,
  rank integer not null check (rank >= 0),
  valid_from date not null,
  valid_to date check (valid_to is null or valid_to >= valid_from),
  citation text not null
);
comment on table unit_level is 'Levels of administration as dated data: the district level ended on 30/06/2025.';
comment on column unit_level.name is 'Word of the level in the name of a unit, e.g. xã.';
comment on column unit_level.committee is 'How documents call the body of this level, e.g. UBND xã.';
comment on column unit_level.rank is 'A unit stands under units of a lower rank: province 10, district 20, commune 30.';
select shared_by_units('unit_level');

insert into unit_level (code, name, committee, rank, valid_from, valid_to, citation) values
  ('province', 'tỉnh', 'UBND tỉnh', 10, '1946-01-01', null, 'Luật Tổ chức chính quyền địa phương số 77/2015/QH13; số 72/2025/QH15'),
  ('city', 'thành phố trực thuộc trung ương', 'UBND thành phố', 10, '1946-01-01', null, 'Luật Tổ chức chính quyền địa phương số 77/2015/QH13; số 72/2025/QH15'),
  ('department', 'sở', 'Sở', 20, '1946-01-01', null, 'Luật Tổ chức chính quyền địa phương số 77/2015/QH13; số 72/2025/QH15'),
  ('district', 'huyện', 'UBND huyện', 20, '1946-01-01', '2025-06-30', 'Luật Tổ chức chính quyền địa phương số 72/2025/QH15: không còn cấp huyện từ 01/07/2025'),
  ('town', 'thị xã', 'UBND thị xã', 20, '1946-01-01', '2025-06-30', 'Luật Tổ chức chính quyền địa phương số 72/2025/QH15: không còn cấp huyện từ 01/07/2025'),
  ('provincial-city', 'thành phố thuộc tỉnh', 'UBND thành phố', 20, '1946-01-01', '2025-06-30', 'Luật Tổ chức chính quyền địa phương số 72/2025/QH15: không còn cấp huyện từ 01/07/2025'),
  ('urban-district', 'quận', 'UBND quận', 20, '1946-01-01', '2025-06-30', 'Luật Tổ chức chính quyền địa phương số 72/2025/QH15: không còn cấp huyện từ 01/07/2025'),
  ('district-department', 'phòng thuộc huyện', 'Phòng', 25, '1946-01-01', '2025-06-30', 'Luật Tổ chức chính quyền địa phương số 72/2025/QH15: không còn cấp huyện từ 01/07/2025'),
  ('commune', 'xã', 'UBND xã', 30, '1946-01-01', null, 'Luật Tổ chức chính quyền địa phương số 77/2015/QH13; số 72/2025/QH15'),
  ('ward', 'phường', 'UBND phường', 30, '1946-01-01', null, 'Luật Tổ chức chính quyền địa phương số 77/2015/QH13; số 72/2025/QH15'),
  ('township', 'thị trấn', 'UBND thị trấn', 30, '1946-01-01', '2025-06-30', 'Luật Tổ chức chính quyền địa phương số 72/2025/QH15: không còn thị trấn từ 01/07/2025'),
  ('special-zone', 'đặc khu', 'UBND đặc khu', 30, '2025-07-01', null, 'Luật Tổ chức chính quyền địa phương số 72/2025/QH15');

alter table unit add constraint unit_has_level foreign key (level) references unit_level (code);
alter table unit add column kept_by uuid references unit (id);
comment on column unit.kept_by is 'Unit that keeps this entry for a unit that does not work in this installation, e.g. the district as recipient of reports; null when the unit keeps its own.';
comment on column unit.name is 'The newest name; earlier ones with their days are in unit_name.';
comment on column unit.parent_id is 'The newest parent; earlier ones with their days are in unit_parent.';
create index unit_by_parent on unit (parent_id);

create table unit_name (
  unit_id uuid not null references unit (id),
  valid_from date not null,
  valid_to date check (valid_to is null or valid_to >= valid_from),
  name text not null check (length(name) between 2 and 200),
  short_name text not null,
  citation text not null,
  primary key (unit_id, valid_from),
  constraint unit_name_one_a_day exclude using gist (unit_id with =, daterange(valid_from, valid_to, '[]') with &&)
);
comment on table unit_name is 'Names of a unit by day, so that history is readable under the name it had.';
select shared_by_units('unit_name');

create table unit_parent (
  unit_id uuid not null references unit (id),
  parent_id uuid not null references unit (id) check (parent_id <> unit_id),
  valid_from date not null,
  valid_to date check (valid_to is null or valid_to >= valid_from),
  citation text not null,
  primary key (unit_id, valid_from),
  constraint unit_parent_one_a_day exclude using gist (unit_id with =, daterange(valid_from, valid_to, '[]') with &&)
);
comment on table unit_parent is 'The unit above by day: a commune stood under its district to 30/06/2025 and stands under its province since.';
create index unit_parent_by_parent on unit_parent (parent_id);
select shared_by_units('unit_parent');

create table unit_succession (
  predecessor_id uuid not null references unit (id),
  successor_id uuid not null references unit (id) check (successor_id <> predecessor_id),
  kind text not null check (kind in ('merge', 'split', 'rename')),
  heir boolean not null,
  day date not null,
  citation text not null,
  primary key (predecessor_id, successor_id)
);
comment on table unit_succession is 'Which unit went on in which: merged, split or founded anew under another name.';
comment on column unit_succession.heir is 'The one successor that takes over records of the predecessor; others of a split took only people and land.';
comment on column unit_succession.day is 'First day of the successor.';
create unique index unit_succession_one_heir on unit_succession (predecessor_id) where heir;
create index unit_succession_by_successor on unit_succession (successor_id);
select shared_by_units('unit_succession');

create table department (
  unit_id uuid not null references unit (id),
  id uuid not null,
  code text not null check (code ~ '^[a-z0-9-]{2,60}$'),
  name text not null check (length(name) between 2 and 200),
  parent_id uuid,
  sort integer not null default 100,
  valid_from date not null,
  valid_to date check (valid_to is null or valid_to >= valid_from),
  fold text not null,
  version integer not null default 1,
  primary key (unit_id, id),
  unique (unit_id, code),
  foreign key (unit_id, parent_id) references department (unit_id, id)
);
comment on table department is 'Divisions of a unit: phòng, ban, bộ phận.';
select own_by_unit('department');
create index department_by_words on department using gin (unit_id, fold gin_trgm_ops);

create table person (
  unit_id uuid not null references unit (id),
  id uuid not null,
  name text not null check (length(name) between 2 and 200),
  email text check (length(email) between 3 and 254),
  phone text check (length(phone) between 3 and 30),
  valid_from date not null,
  valid_to date check (valid_to is null or valid_to >= valid_from),
  demo boolean not null default false,
  fold text not null,
  version integer not null default 1,
  primary key (unit_id, id)
);
comment on table person is 'People who work in a unit, with their days of service there.';
comment on column person.demo is 'An invented person of the demonstration; removed with it.';
select own_by_unit('person');
create index person_by_words on person using gin (unit_id, fold gin_trgm_ops);

create table position (
  unit_id uuid not null references unit (id),
  id uuid not null,
  code text not null check (code ~ '^[a-z0-9-]{2,60}$'),
  title text not null check (length(title) between 2 and 200),
  department_id uuid,
  seats integer not null default 1 check (seats between 1 and 200),
  leader boolean not null default false,
  sort integer not null default 100,
  valid_from date not null,
  valid_to date check (valid_to is null or valid_to >= valid_from),
  fold text not null,
  version integer not null default 1,
  primary key (unit_id, id),
  unique (unit_id, code),
  foreign key (unit_id, department_id) references department (unit_id, id)
);
comment on table position is 'Posts (chức danh) of a unit; who holds them is in position_holder.';
comment on column position.seats is 'How many people may hold the post at one time.';
comment on column position.leader is 'The post leads its department, or the unit when it has no department.';
select own_by_unit('position');
create index position_by_words on position using gin (unit_id, fold gin_trgm_ops);
create index position_by_department on position (unit_id, department_id);

create table position_holder (
  unit_id uuid not null,
  id uuid not null,
  position_id uuid not null,
  person_id uuid not null,
  mode text not null check (mode in ('holder', 'acting', 'concurrent')),
  valid_from date not null,
  valid_to date check (valid_to is null or valid_to >= valid_from),
  citation text,
  version integer not null default 1,
  primary key (unit_id, id),
  foreign key (unit_id, position_id) references position (unit_id, id),
  foreign key (unit_id, person_id) references person (unit_id, id),
  constraint position_holder_once exclude using gist (
    unit_id with =, position_id with =, person_id with =, daterange(valid_from, valid_to, '[]') with &&)
);
comment on table position_holder is 'Who holds a post, from which day to which.';
comment on column position_holder.mode is 'holder: giữ chức danh; acting: quyền, phụ trách; concurrent: kiêm nhiệm beside the own post.';
create index position_holder_by_person on position_holder (unit_id, person_id);
select own_by_unit('position_holder');

create table duty (
  unit_id uuid not null references unit (id),
  id uuid not null,
  code text not null check (code ~ '^[a-z0-9-]{2,60}$'),
  name text not null check (length(name) between 2 and 200),
  sort integer not null default 100,
  valid_from date not null,
  valid_to date check (valid_to is null or valid_to >= valid_from),
  fold text not null,
  version integer not null default 1,
  primary key (unit_id, id),
  unique (unit_id, code)
);
comment on table duty is 'Abstract duties (đầu mối): what documents ask for, whoever bears it on the day. Codes are data.';
select own_by_unit('duty');

create table duty_post (
  unit_id uuid not null,
  id uuid not null,
  duty_id uuid not null,
  position_id uuid not null,
  valid_from date not null,
  valid_to date check (valid_to is null or valid_to >= valid_from),
  citation text,
  version integer not null default 1,
  primary key (unit_id, id),
  foreign key (unit_id, duty_id) references duty (unit_id, id),
  foreign key (unit_id, position_id) references position (unit_id, id),
  constraint duty_post_one_a_day exclude using gist (
    unit_id with =, duty_id with =, daterange(valid_from, valid_to, '[]') with &&)
);
comment on table duty_post is 'Which post bears a duty, from which day to which; one post at a time.';
create index duty_post_by_position on duty_post (unit_id, position_id);
select own_by_unit('duty_post');

create table duty_alias (
  unit_id uuid not null references unit (id),
  id uuid not null,
  written text not null check (length(written) between 2 and 300),
  fold text not null,
  kind text not null check (kind in ('duty', 'position', 'department', 'group', 'external')),
  duty_id uuid,
  position_id uuid,
  department_id uuid,
  version integer not null default 1,
  primary key (unit_id, id),
  unique (unit_id, fold),
  foreign key (unit_id, duty_id) references duty (unit_id, id),
  foreign key (unit_id, position_id) references position (unit_id, id),
  foreign key (unit_id, department_id) references department (unit_id, id),
  constraint duty_alias_names_one check (
    (duty_id is not null) = (kind = 'duty') and (position_id is not null) = (kind = 'position')
    and (department_id is not null) = (kind = 'department'))
);
comment on table duty_alias is 'Names that documents of this unit write for a duty, a post, a division, a group or a body outside.';
comment on column duty_alias.fold is 'foldWords of the written name, so that hyphens, case and marks do not matter.';
select own_by_unit('duty_alias');

create table substitution (
  unit_id uuid not null,
  id uuid not null,
  away_id uuid not null,
  substitute_id uuid not null check (substitute_id <> away_id),
  valid_from date not null,
  valid_to date not null check (valid_to >= valid_from),
  reason text not null check (length(reason) between 2 and 500),
  version integer not null default 1,
  primary key (unit_id, id),
  foreign key (unit_id, away_id) references person (unit_id, id),
  foreign key (unit_id, substitute_id) references person (unit_id, id),
  constraint substitution_one_a_day exclude using gist (
    unit_id with =, away_id with =, daterange(valid_from, valid_to, '[]') with &&)
);
comment on table substitution is 'Who does the work of whom while they are away (làm thay).';
create index substitution_by_substitute on substitution (unit_id, substitute_id);
select own_by_unit('substitution');

create table reception_point (
  unit_id uuid not null references unit (id),
  id uuid not null,
  code text not null check (code ~ '^[a-z0-9-]{2,60}$'),
  name text not null check (length(name) between 2 and 200),
  address text not null check (length(address) between 2 and 300),
  phone text check (length(phone) between 3 and 30),
  hours text check (length(hours) between 2 and 300),
  sort integer not null default 100,
  valid_from date not null,
  valid_to date check (valid_to is null or valid_to >= valid_from),
  fold text not null,
  version integer not null default 1,
  primary key (unit_id, id),
  unique (unit_id, code)
);
comment on table reception_point is 'Places where a unit receives dossiers; a merged commune has several.';
select own_by_unit('reception_point');

create table recipient (
  unit_id uuid not null references unit (id),
  id uuid not null,
  purpose text not null check (purpose ~ '^[a-z0-9-]{2,60}$'),
  name text not null check (length(name) between 2 and 200),
  recipient_unit_id uuid references unit (id),
  valid_from date not null,
  valid_to date check (valid_to is null or valid_to >= valid_from),
  citation text,
  fold text not null,
  version integer not null default 1,
  primary key (unit_id, id),
  constraint recipient_one_a_day exclude using gist (
    unit_id with =, purpose with =, daterange(valid_from, valid_to, '[]') with &&)
);
comment on table recipient is 'Who receives the reports of a unit, by day. A record keeps the recipient it had.';
comment on column recipient.purpose is 'What is received, e.g. cchc-report.';
select own_by_unit('recipient');

create function may_rule_unit(p_unit uuid, p_today date) returns boolean
  language sql stable security definer set search_path = public as $$
  with recursive above (id) as (
    select p_unit
    union
    select p.parent_id from above a join unit_parent p on p.unit_id = a.id
    where p.valid_to is null or p.valid_to >= p_today
  )
  select exists (select 1 from above where id = nullif(current_setting('app.unit_id', true), '')::uuid)
$$;
comment on function may_rule_unit is 'Whether a unit is that of the transaction or stands under it on the day or later.';
revoke all on function may_rule_unit from public;

create function may_write_unit(p_unit uuid, p_today date) returns boolean
  language sql stable security definer set search_path = public as $$
  select may_rule_unit(p_unit, p_today) or exists (
    select 1 from unit where id = p_unit and kept_by = nullif(current_setting('app.unit_id', true), '')::uuid)
$$;
comment on function may_write_unit is 'Whether the unit of the transaction may write the entry of a unit: one it rules, or one it keeps.';
revoke all on function may_write_unit from public;

create function rebuild_unit_ancestors(p_units uuid[]) returns void
  language plpgsql security definer set search_path = public as $$
declare touched uuid[];
begin
  with recursive below (id) as (
    select unnest(p_units)
    union
    select p.unit_id from below b join unit_parent p on p.parent_id = b.id
  )
  select array_agg(id) into touched from below;
  delete from unit_ancestor where unit_id = any (touched);
  insert into unit_ancestor (unit_id, ancestor_id, depth)
  with recursive above (unit_id, ancestor_id, depth) as (
    select id, id, 0 from unnest(touched) id
    union
    select a.unit_id, p.parent_id, a.depth + 1 from above a join unit_parent p on p.unit_id = a.ancestor_id where a.depth < 20
  )
  select unit_id, ancestor_id, min(depth) from above group by unit_id, ancestor_id;
end $$;
comment on function rebuild_unit_ancestors is 'Computes the closure anew for units and all under them, over the parents of all days.';
revoke all on function rebuild_unit_ancestors from public;

create function lock_units() returns void language sql as $$ select pg_advisory_xact_lock(7102455003) $$;
comment on function lock_units is 'Lets one transaction at a time change the tree of units, so that rules are decided on what is written.';
grant execute on function lock_units to {app};

-- Writes the shared tables of the tree for the unit of the transaction. The rules are decided before, in
-- src/modules/org/domain; what is refused here is what no caller may do: entries of others, stale versions, cycles.
create function write_units(p_ops jsonb, p_today date) returns void
  language plpgsql security definer set search_path = public as $$
declare
  actor uuid := nullif(current_setting('app.unit_id', true), '')::uuid;
  op jsonb;
  target uuid;
  start date;
  former date;
  newest date;
  touched uuid[] := '{}';
begin
  perform lock_units();
  for op in select value from jsonb_array_elements(p_ops) loop
    target := (op ->> 'id')::uuid;
    start := (op ->> 'from')::date;
    if op ->> 'op' = 'create' then
      if actor is null or not (
        (op ->> 'keptBy')::uuid is not distinct from actor
        or may_rule_unit((op ->> 'parentId')::uuid, p_today)
        or (target = actor and not exists (select 1 from unit)))
      then
        raise exception 'a unit is made by the unit above or by its keeper' using errcode = '42501';
      end if;
      insert into unit (id, code, name, short_name, level, parent_id, kept_by, valid_from, valid_to, host, fold)
      values (target, op ->> 'code', op ->> 'name', op ->> 'shortName', op ->> 'level', (op ->> 'parentId')::uuid,
        (op ->> 'keptBy')::uuid, start, (op ->> 'to')::date, op ->> 'host', op ->> 'fold');
      insert into unit_name (unit_id, valid_from, valid_to, name, short_name, citation)
      values (target, start, (op ->> 'to')::date, op ->> 'name', op ->> 'shortName', op ->> 'citation');
      if op ->> 'parentId' is not null then
        insert into unit_parent (unit_id, parent_id, valid_from, valid_to, citation)
        values (target, (op ->> 'parentId')::uuid, start, (op ->> 'to')::date, op ->> 'citation');
      end if;
      touched := touched || target;
      continue;
    end if;
    if actor is null or not may_write_unit(target, p_today) then
      raise exception 'the entry of another unit' using errcode = '42501';
    end if;
    if op ? 'version' and not exists (select 1 from unit where id = target and version = (op ->> 'version')::integer) then
      raise exception 'a stale version' using errcode = '40001';
    end if;
    if op ->> 'op' = 'name' then
      select max(valid_from) into newest from unit_name where unit_id = target;
      if newest < start then
        select valid_to into former from unit_name where unit_id = target and valid_from = newest;
        update unit_name set valid_to = start - 1 where unit_id = target and valid_from = newest;
        insert into unit_name (unit_id, valid_from, valid_to, name, short_name, citation)
        values (target, start, former, op ->> 'name', op ->> 'shortName', op ->> 'citation');
      else
        update unit_name set name = op ->> 'name', short_name = op ->> 'shortName', citation = op ->> 'citation'
        where unit_id = target and valid_from = newest;
      end if;
      update unit set name = op ->> 'name', short_name = op ->> 'shortName', fold = op ->> 'fold' where id = target;
    elsif op ->> 'op' = 'parent' then
      select max(valid_from) into newest from unit_parent where unit_id = target;
      select valid_to into former from unit where id = target;
      if newest < start then
        update unit_parent set valid_to = start - 1
        where unit_id = target and valid_from = newest and (valid_to is null or valid_to >= start);
      end if;
      insert into unit_parent (unit_id, parent_id, valid_from, valid_to, citation)
      values (target, (op ->> 'parentId')::uuid, start, former, op ->> 'citation')
      on conflict (unit_id, valid_from) do update set parent_id = excluded.parent_id, citation = excluded.citation;
      update unit set parent_id = (op ->> 'parentId')::uuid where id = target;
      touched := touched || target;
    elsif op ->> 'op' = 'end' then
      select valid_to into former from unit where id = target;
      delete from unit_name where unit_id = target and valid_from > (op ->> 'to')::date;
      delete from unit_parent where unit_id = target and valid_from > (op ->> 'to')::date;
      update unit_name set valid_to = (op ->> 'to')::date
      where unit_id = target and (valid_to is null or valid_to >= (op ->> 'to')::date or valid_to = former);
      update unit_parent set valid_to = (op ->> 'to')::date
      where unit_id = target and (valid_to is null or valid_to >= (op ->> 'to')::date or valid_to = former);
      update unit set valid_to = (op ->> 'to')::date where id = target;
      touched := touched || target;
    elsif op ->> 'op' = 'host' then
      update unit set host = op ->> 'host' where id = target;
    elsif op ->> 'op' = 'succeed' then
      insert into unit_succession (predecessor_id, successor_id, kind, heir, day, citation)
      values (target, (op ->> 'successorId')::uuid, op ->> 'kind', (op ->> 'heir')::boolean, start, op ->> 'citation');
    else
      raise exception 'unknown operation %', op ->> 'op';
    end if;
    update unit set version = version + 1 where id = target;
  end loop;
  perform rebuild_unit_ancestors(touched);
end $$;
comment on function write_units is 'Creates, names, moves and ends units and says who succeeds whom, for the unit of the transaction itself, units under it and entries it keeps.';
revoke all on function write_units from public;
grant execute on function write_units to {app};
