-- What tasks of a unit carry out of the plan of the level above, and where they differ from it.

create table work_above (
  unit_id uuid not null,
  id uuid not null,
  task_id uuid not null,
  place integer not null,
  kind text not null check (kind in ('task', 'target')),
  words text not null check (length(words) between 3 and 4000),
  reference text not null check (length(reference) between 3 and 500),
  deviation text check (length(deviation) between 5 and 2000),
  primary key (unit_id, id),
  foreign key (unit_id, task_id) references work_task (unit_id, id)
);
comment on table work_above is 'A task or target of the plan of a higher level that a task of the unit carries out, in the words of that plan: the higher unit need not work in this installation.';
comment on column work_above.reference is 'The higher plan and the place in it.';
comment on column work_above.deviation is 'Why ours differs from it in content, day or figure; null when it does not.';
create index work_above_by_task on work_above (unit_id, task_id, place);
select own_by_unit('work_above');
