-- Administrative procedures. What holds for the whole country is shared and comes with the release (starter/procedures.json,
-- see src/server/national-procedures.ts); a unit adds versions of its own, which hold from their day on, and says per code
-- whether it offers the procedure and what the province decided (terms, fees). Versions are never changed nor removed:
-- a dossier keeps the id of the version it began under. What came to be known later is a newer revision of the same day.

create table national_catalogue (
  only_one boolean primary key default true check (only_one),
  sha256 text not null
);
comment on table national_catalogue is 'Which national catalogue of procedures is loaded: the hash of its files.';
select shared_by_units('national_catalogue');

create table national_procedure (
  id uuid primary key,
  code text not null check (code ~ '^[0-9A-Za-z][0-9A-Za-z.-]{1,39}$'),
  effective_from date not null,
  revision integer not null check (revision > 0),
  abolished boolean not null default false,
  successor_code text,
  sort integer not null default 1000,
  name text not null check (length(name) between 2 and 1000),
  field text not null,
  decision text,
  content jsonb not null,
  content_hash text not null,
  fold text not null,
  unique (code, effective_from, revision)
);
comment on table national_procedure is 'Versions of the procedures of the national catalogue; only ever added to.';
comment on column national_procedure.code is 'National code without a local suffix; a code of our own where the nation has given none.';
comment on column national_procedure.effective_from is '1900-01-01 where the day is not known.';
comment on column national_procedure.abolished is 'From this day on there is no such procedure; content repeats the last one that held.';
comment on column national_procedure.content is 'ProcedureContent (src/modules/procedure/domain/procedure-content.ts).';
comment on column national_procedure.fold is 'Code, name, field and results without diacritics, for searching.';
select shared_by_units('national_procedure');

create table national_life_event (
  code text primary key check (code ~ '^[a-z0-9-]{2,60}$'),
  name text not null,
  sort integer not null,
  procedure_codes text[] not null
);
comment on table national_life_event is 'Life events (sự kiện đời sống) and the procedures people then need, where a unit says nothing else.';
select shared_by_units('national_life_event');

create table procedure_version (
  unit_id uuid not null references unit (id),
  id uuid not null,
  code text not null check (code ~ '^[0-9A-Za-z][0-9A-Za-z.-]{1,39}$'),
  effective_from date not null,
  revision integer not null check (revision > 0),
  abolished boolean not null default false,
  successor_code text,
  name text not null check (length(name) between 2 and 1000),
  field text not null,
  decision text,
  content jsonb not null,
  content_hash text not null,
  fold text not null,
  reason text check (length(reason) between 3 and 1000),
  at timestamptz not null,
  by uuid,
  by_name text not null,
  primary key (unit_id, id),
  unique (unit_id, code, effective_from, revision)
);
comment on table procedure_version is 'Versions a unit added to the catalogue: its own procedures and what was imported; only ever added to. On a day the version of a code with the latest effective_from holds, the unit''s own before the nation''s, the highest revision before others.';
select own_by_unit('procedure_version', 'append');

create table unit_procedure (
  unit_id uuid not null references unit (id),
  code text not null,
  is_on boolean not null default true,
  off_reason text check (length(off_reason) between 3 and 1000),
  terms jsonb not null default '[]',
  fees jsonb not null default '[]',
  note text check (length(note) <= 2000),
  citation text check (length(citation) <= 300),
  position_id uuid,
  department_id uuid,
  version integer not null default 1,
  changed_at timestamptz not null,
  changed_by uuid,
  changed_by_name text not null,
  primary key (unit_id, code),
  foreign key (unit_id, position_id) references position (unit_id, id),
  foreign key (unit_id, department_id) references department (unit_id, id),
  check (is_on or off_reason is not null)
);
comment on table unit_procedure is 'What a unit says of a procedure: offered or not, terms and fees of the province''s decision, who is responsible. A code without a row is offered as the catalogue has it.';
comment on column unit_procedure.terms is 'TermRule[]; looked at before the catalogue''s.';
comment on column unit_procedure.fees is 'FeeRule[]; replaces a fee of the catalogue with the same code, channel and case.';
select own_by_unit('unit_procedure');

create table unit_procedure_point (
  unit_id uuid not null references unit (id),
  code text not null,
  reception_point_id uuid not null,
  primary key (unit_id, code, reception_point_id),
  foreign key (unit_id, code) references unit_procedure (unit_id, code),
  foreign key (unit_id, reception_point_id) references reception_point (unit_id, id)
);
comment on table unit_procedure_point is 'Reception points where a procedure is taken in; all of the unit''s when none is named.';
select own_by_unit('unit_procedure_point');

create table life_event (
  unit_id uuid not null references unit (id),
  code text not null check (code ~ '^[a-z0-9-]{2,60}$'),
  name text not null check (length(name) between 2 and 200),
  sort integer not null default 1000,
  procedure_codes text[] not null,
  is_shown boolean not null default true,
  version integer not null default 1,
  primary key (unit_id, code)
);
comment on table life_event is 'Life events a unit added or changed; one with the code of a national event stands instead of it.';
select own_by_unit('life_event');

update role set permissions = permissions || '{procedure.read}';
update role set permissions = permissions || '{procedure.manage}' where code in ('admin', 'focal');
