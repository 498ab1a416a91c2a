-- Internal processes (quy trình nội bộ) of procedures: who does what in which time. A version in force is never changed,
-- only followed by a newer one, so that a dossier can be read by the version it began under.

create table process (
  unit_id uuid not null references unit (id),
  id uuid not null,
  procedure_code text not null check (length(procedure_code) between 1 and 60),
  case_code text not null default '' check (length(case_code) <= 60),
  name text not null check (length(name) between 3 and 500),
  fold text not null,
  version integer not null default 1,
  created_at timestamptz not null,
  primary key (unit_id, id),
  unique (unit_id, procedure_code, case_code)
);
comment on table process is 'An internal process: what a procedure, or one case of it, goes through inside the unit.';
comment on column process.procedure_code is 'National code of the procedure; the catalogue may not know it, e.g. when the table of processes came first.';
comment on column process.case_code is 'Code of the case (trường hợp) the process is for; empty for every case that has none of its own.';
create index process_by_words on process using gin (unit_id, fold gin_trgm_ops);
select own_by_unit('process');

create table process_version (
  unit_id uuid not null,
  id uuid not null,
  process_id uuid not null,
  number integer not null check (number > 0),
  state text not null default 'draft' check (state in ('draft', 'in-force', 'discarded')),
  source text not null check (source in ('written', 'table', 'example', 'default')),
  example_of text check (length(example_of) between 3 and 300),
  effective_from date,
  effective_to date check (effective_to >= effective_from),
  citation text not null default '' check (length(citation) <= 300),
  term_unit text check (term_unit in ('working-day', 'working-hour', 'day', 'hour', 'immediate')),
  term_milli integer check (term_milli >= 0),
  note text not null default '' check (length(note) <= 2000),
  warnings_reason text check (length(warnings_reason) between 3 and 1000),
  warnings_accepted jsonb,
  put_in_force_at timestamptz,
  put_in_force_by uuid,
  put_in_force_name text,
  version integer not null default 1,
  created_at timestamptz not null,
  created_by uuid,
  created_name text not null,
  primary key (unit_id, id),
  unique (unit_id, process_id, number),
  foreign key (unit_id, process_id) references process (unit_id, id),
  constraint process_version_term_is_whole check ((term_unit is null) = (term_milli is null)),
  constraint process_version_in_force_is_signed check (
    (state = 'in-force') = (put_in_force_at is not null)
    and (state <> 'in-force' or (effective_from is not null and length(citation) >= 3))),
  constraint process_version_examples_stay_drafts check (source <> 'example' or state <> 'in-force'),
  constraint process_version_one_a_day exclude using gist (
    unit_id with =, process_id with =, daterange(effective_from, effective_to, '[]') with &&) where (state = 'in-force')
);
comment on table process_version is 'A version of a process with the days it holds, the document that sets it and who put it in force.';
comment on column process_version.term_milli is 'The whole time the document declares for the process, in thousandths of term_unit; null when it declares none.';
comment on column process_version.example_of is 'For an example: the province and decision it shows.';
comment on column process_version.warnings_accepted is 'The warnings there were when it was put in force in spite of them, for warnings_reason.';
create index process_version_by_process on process_version (unit_id, process_id, state, effective_from);
select own_by_unit('process_version');

create table process_step (
  unit_id uuid not null,
  version_id uuid not null,
  no integer not null check (no between 1 and 200),
  name text not null check (length(name) <= 500),
  level text not null check (level in ('commune', 'district', 'province', 'central')),
  actor text,
  actor_words text not null default '' check (length(actor_words) <= 300),
  position_id uuid,
  norm_unit text check (norm_unit in ('working-day', 'working-hour', 'day', 'hour')),
  norm_milli integer check (norm_milli >= 0),
  counted boolean not null,
  product text not null default '' check (length(product) <= 1000),
  recallable boolean not null default false,
  joint text not null default 'none' check (joint in ('none', 'sequential', 'parallel')),
  final boolean not null default false,
  primary key (unit_id, version_id, no),
  foreign key (unit_id, version_id) references process_version (unit_id, id),
  foreign key (unit_id, position_id) references position (unit_id, id),
  constraint process_step_norm_is_whole check ((norm_unit is null) = (norm_milli is null)),
  constraint process_step_uncounted_has_no_norm check (counted or norm_unit is null)
);
comment on table process_step is 'Steps of a version in their order.';
comment on column process_step.actor is 'Responsible role from the closed list of src/modules/process/domain/process.ts; null while a draft has not said.';
comment on column process_step.actor_words is 'The responsible as the document writes it.';
comment on column process_step.counted is 'False: "không tính thời gian"; true without a norm: the draft does not say yet.';
comment on column process_step.joint is 'Liên thông: the step is done by another body, after the one before or beside others.';
create index process_step_by_position on process_step (unit_id, position_id) where position_id is not null;
select own_by_unit('process_step');

create table process_link (
  unit_id uuid not null,
  version_id uuid not null,
  sort integer not null check (sort between 1 and 600),
  kind text not null check (kind in ('next', 'return')),
  from_no integer not null,
  to_no integer not null,
  condition text check (length(condition) between 1 and 60),
  condition_holds boolean,
  primary key (unit_id, version_id, sort),
  foreign key (unit_id, version_id) references process_version (unit_id, id),
  constraint process_link_condition_is_whole check ((condition is null) = (condition_holds is null))
);
comment on table process_link is 'Ways between steps: on (always, or when a condition holds or does not) and back. A draft may name steps that do not exist yet; no version in force does.';
comment on column process_link.condition is 'A word of the closed list of src/modules/process/domain/process.ts.';
select own_by_unit('process_link');

update role set permissions = permissions || '{process.read,process.manage}' where code in ('admin', 'focal');
update role set permissions = permissions || '{process.read}' where code in ('chair', 'officer', 'viewer', 'clerk');
