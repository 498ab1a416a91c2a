-- What plans of higher levels ask, compared with what ours promise; and work that goes to the successor of a unit that
-- was merged.

create table above_plan (
  unit_id uuid not null references unit (id),
  id uuid not null,
  year integer not null check (year between 1990 and 2200),
  issuer text not null check (length(issuer) between 2 and 300),
  number text not null default '',
  day date,
  title text not null check (length(title) between 3 and 500),
  source_unit_id uuid references unit (id),
  source_plan_id uuid,
  source_version integer,
  import_id uuid,
  version integer not null default 1,
  created_at timestamptz not null,
  primary key (unit_id, id),
  foreign key (unit_id, import_id) references plan_import (unit_id, id),
  constraint above_plan_names_its_source check
    ((source_unit_id is null) = (source_plan_id is null) and (source_unit_id is null) = (source_version is null))
);
comment on table above_plan is 'A plan of a higher level that our plan of the year carries out, as this unit keeps it.';
comment on column above_plan.source_plan_id is 'The plan in the higher unit of this installation that it was taken from, with the version; null when entered by hand or read from a document.';
create unique index above_plan_once on above_plan (unit_id, source_plan_id) where source_plan_id is not null;
create index above_plan_by_year on above_plan (unit_id, year);
select own_by_unit('above_plan');

create table above_item (
  unit_id uuid not null,
  id uuid not null,
  above_plan_id uuid not null,
  kind text not null check (kind in ('task', 'target')),
  position integer not null,
  place text not null default '',
  content text not null check (length(content) between 3 and 4000),
  measure text,
  operator text check (operator in ('=', 'min', '>=', '>', 'max', '<=', '<')),
  value numeric,
  value_unit text,
  aspiration boolean not null default false,
  due date,
  due_text text not null default '',
  source_row_id uuid,
  gone boolean not null default false,
  absent_reason text check (length(absent_reason) between 5 and 2000),
  version integer not null default 1,
  primary key (unit_id, id),
  foreign key (unit_id, above_plan_id) references above_plan (unit_id, id),
  constraint above_item_figure_is_whole check
    ((value is null) = (operator is null) and (value is null) = (value_unit is null) and (value is null) = (measure is null)),
  constraint above_item_figure_of_target check (kind = 'target' or value is null)
);
comment on table above_item is 'A task or a target that the plan of a higher level asks for, in its words.';
comment on column above_item.due is 'The last day the higher level gives; null when it gives none.';
comment on column above_item.gone is 'A later version of the higher plan no longer asks for it.';
comment on column above_item.absent_reason is 'Why nothing of ours carries it out; null when something does, or nobody has said why.';
create index above_item_by_plan on above_item (unit_id, above_plan_id, position);
create unique index above_item_once on above_item (unit_id, above_plan_id, source_row_id) where source_row_id is not null;
select own_by_unit('above_item');

create table above_link (
  unit_id uuid not null,
  id uuid not null,
  item_id uuid not null,
  task_id uuid,
  target_id uuid,
  position integer not null,
  difference text check (length(difference) between 3 and 2000),
  reason text check (length(reason) between 5 and 2000),
  primary key (unit_id, id),
  foreign key (unit_id, item_id) references above_item (unit_id, id),
  foreign key (unit_id, task_id) references work_task (unit_id, id),
  foreign key (unit_id, target_id) references plan_row (unit_id, id),
  constraint above_link_names_one check ((task_id is null) <> (target_id is null))
);
comment on table above_link is 'Which task or target of ours carries out what a higher plan asks, where it differs and why.';
comment on column above_link.difference is 'Where the content differs, in words; a weaker figure or a later day is found by comparing.';
create unique index above_link_task_once on above_link (unit_id, item_id, task_id) where task_id is not null;
create unique index above_link_target_once on above_link (unit_id, item_id, target_id) where target_id is not null;
create index above_link_by_task on above_link (unit_id, task_id) where task_id is not null;
select own_by_unit('above_link');

-- What tasks were said to carry out before goes into the new tables: one plan of the level above for each year.
insert into above_plan (unit_id, id, year, issuer, title, created_at)
  select distinct on (a.unit_id, t.plan_year) a.unit_id, md5(a.unit_id::text || t.plan_year)::uuid, t.plan_year, 'Cấp trên',
    'Kế hoạch của cấp trên năm ' || t.plan_year, t.created_at
  from work_above a join work_task t on t.unit_id = a.unit_id and t.id = a.task_id
  order by a.unit_id, t.plan_year, t.created_at;
insert into above_item (unit_id, id, above_plan_id, kind, position, place, content)
  select a.unit_id, a.id, md5(a.unit_id::text || t.plan_year)::uuid, a.kind, a.place, a.reference, a.words
  from work_above a join work_task t on t.unit_id = a.unit_id and t.id = a.task_id;
insert into above_link (unit_id, id, item_id, task_id, position, difference, reason)
  select a.unit_id, a.id, a.id, a.task_id, a.place, case when a.deviation is not null then 'Khác với cấp trên' end, a.deviation
  from work_above a;
drop table work_above;

create function plans_above(p_year integer) returns table (unit_id uuid, unit_name text, id uuid, title text, issuer text,
    version integer, decision_number text, decision_date date, task_count integer, target_count integer)
  language sql stable security definer set search_path = public as $$
  select p.unit_id, u.name, p.id, v.title, v.issuer, v.version, v.decision_number, v.decision_date, v.task_count, v.target_count
  from unit_ancestor a
  join unit u on u.id = a.ancestor_id
  join plan p on p.unit_id = a.ancestor_id and p.year = p_year and p.published and p.version > 0
  join plan_version v on v.unit_id = p.unit_id and v.plan_id = p.id and v.version = p.version
  where a.unit_id = nullif(current_setting('app.unit_id', true), '')::uuid and a.depth > 0
  order by a.depth, v.title
$$;
comment on function plans_above is 'Plans of a year that units above the unit of the transaction have made public, the nearest level first.';
revoke all on function plans_above from public;
grant execute on function plans_above to {app};

create function rows_of_plan_above(p_unit uuid, p_plan uuid) returns table (kind text, id uuid, "position" integer, place text,
    content text, measure text, operator text, value double precision, value_unit text, aspiration boolean, due date,
    due_text text)
  language sql stable security definer set search_path = public as $$
  with shown as (
    select p.unit_id, p.id, p.version from plan p
    where p.unit_id = p_unit and p.id = p_plan and p.published and p.version > 0 and exists (
      select 1 from unit_ancestor a where a.ancestor_id = p.unit_id and a.depth > 0
        and a.unit_id = nullif(current_setting('app.unit_id', true), '')::uuid)
  )
  select 'target', t.id, t.position, t.section, t.content, t.measure, t.operator, t.value::double precision, t.value_unit,
    t.aspiration, null::date, ''
  from shown s join plan_target t on t.unit_id = s.unit_id and t.plan_id = s.id
    and t.from_version <= s.version and t.to_version > s.version
  union all
  select 'task', t.id, t.position, t.place, t.content, null, null, null, null,
    false, t.due_last, t.due_text
  from shown s join plan_task t on t.unit_id = s.unit_id and t.plan_id = s.id
    and t.from_version <= s.version and t.to_version > s.version
  order by 1, 3, 2
$$;
comment on function rows_of_plan_above is 'Tasks and targets of a public plan of a unit above the unit of the transaction; none of any other plan.';
revoke all on function rows_of_plan_above from public;
grant execute on function rows_of_plan_above to {app};

create function read_by_heir(t text) returns void language plpgsql as $$
begin
  execute format($p$create policy heir on %I for select using (exists (
    select 1 from unit_succession s where s.predecessor_id = %I.unit_id and s.heir
      and s.successor_id = nullif(current_setting('app.unit_id', true), '')::uuid))$p$, t, t);
end $$;
comment on function read_by_heir is 'Lets the unit that took over from another read the rows of a table that the other owns.';

create table work_handover (
  unit_id uuid not null,
  task_id uuid not null,
  successor_id uuid not null references unit (id),
  handed_on date not null,
  handed_at timestamptz not null,
  citation text not null,
  content jsonb not null,
  primary key (unit_id, task_id),
  foreign key (unit_id, task_id) references work_task (unit_id, id)
);
comment on table work_handover is 'Tasks of a unit that was merged as they stood when they went to its successor, where task and obligations keep their ids.';
comment on column work_handover.content is 'The task with what was still owed, who bore it by duty, and what had been done, so that the successor can read it.';
select own_by_unit('work_handover', 'append');
select read_by_heir('work_handover');

create table work_takeover (
  unit_id uuid not null references unit (id),
  predecessor_id uuid not null references unit (id),
  asked_at timestamptz not null,
  asked_by_name text not null,
  state text not null default 'asked' check (state in ('asked', 'done')),
  tasks integer not null default 0,
  obligations integer not null default 0,
  without_post integer not null default 0,
  done_at timestamptz,
  version integer not null default 1,
  primary key (unit_id, predecessor_id),
  constraint work_takeover_done_has_time check ((state = 'done') = (done_at is not null))
);
comment on table work_takeover is 'What a unit took over from a unit that was merged into it.';
comment on column work_takeover.without_post is 'Obligations that no post of the unit bears by duty; they are shown to the chair as nobody''s.';
select own_by_unit('work_takeover');

alter table work_task add column moved_from uuid references unit (id);
comment on column work_task.moved_from is 'The merged unit that this task came from, where it has the same id.';
create index work_task_by_origin on work_task (unit_id, moved_from) where moved_from is not null;

update role set permissions = permissions || '{work.take-over}' where code in ('focal', 'admin');
