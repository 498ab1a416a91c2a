-- Dossiers of the province's system: how its files are read, and each time a file was taken over.

create table import_profile (
  unit_id uuid not null references unit (id),
  name text not null check (length(name) between 2 and 100),
  headings jsonb not null,
  changed_at timestamptz not null,
  changed_by_name text not null,
  version integer not null default 1,
  primary key (unit_id, name)
);
comment on table import_profile is 'Which column of a source''s file holds what, where its heading is not one that is known: {field: heading}.';
select own_by_unit('import_profile');

create table dossier_import (
  unit_id uuid not null references unit (id),
  id uuid not null,
  source_name text not null check (length(source_name) between 2 and 100),
  source_at timestamptz not null,
  file_name text not null,
  sha256 text not null,
  added integer not null,
  changed integer not null,
  same integer not null,
  doubts integer not null,
  taken_at timestamptz not null,
  taken_by uuid,
  taken_by_name text not null,
  primary key (unit_id, id)
);
comment on table dossier_import is 'Each time a file of the province''s system was taken over, with what it came to.';
create index dossier_import_by_time on dossier_import (unit_id, taken_at);
select own_by_unit('dossier_import', 'append');

update role set permissions = permissions || '{dossier.import}' where code in ('focal', 'clerk', 'admin');
