-- Working days. What holds for the whole country is shared and comes with the release (starter/calendar.json, see
-- src/server/national-calendar.ts); what a unit enters itself overrides it. Entries of a unit are never changed, only
-- followed by newer ones, so that the calendar as it was known on any day can be made again.

create table national_calendar (
  only_one boolean primary key default true check (only_one),
  sha256 text not null
);
comment on table national_calendar is 'Which national calendar is loaded: the hash of its file.';
select shared_by_units('national_calendar');

create table national_year (
  year integer primary key check (year between 1990 and 2200),
  announced boolean not null,
  citation text not null,
  note text not null
);
comment on table national_year is 'Years whose days off are announced; of one that is not, only the days that the law itself fixes are known.';
select shared_by_units('national_year');

create table national_day (
  day date primary key,
  kind text not null check (kind in ('holiday', 'compensatory', 'swapped', 'worked')),
  name text not null,
  citation text not null
);
comment on table national_day is 'Days off and worked Saturdays of civil servants by notice.';
comment on column national_day.kind is 'holiday: nghỉ lễ, tết; compensatory: nghỉ bù; swapped: nghỉ hoán đổi; worked: làm bù.';
select shared_by_units('national_day');

create table national_week (
  effective_from date primary key,
  week jsonb not null,
  citation text not null
);
comment on table national_week is 'Weekdays that are worked and their hours, where a unit says nothing else.';
comment on column national_week.week is 'Weekday (1 = Monday) → sessions [{from, to}] as HH:MM.';
select shared_by_units('national_week');

create table calendar_head (
  unit_id uuid primary key references unit (id),
  revision integer not null check (revision > 0),
  stamp uuid not null
);
comment on table calendar_head is 'Newest revision of a unit''s own entries; a unit that follows the national calendar has none.';
comment on column calendar_head.stamp is 'Made anew with each revision that is written, so that what was read by it may be kept.';
select own_by_unit('calendar_head');

create table calendar_day (
  unit_id uuid not null references unit (id),
  day date not null,
  revision integer not null check (revision > 0),
  kind text not null check (kind in ('holiday', 'compensatory', 'swapped', 'special', 'worked', 'ordinary', 'national')),
  name text not null check (length(name) <= 200),
  citation text not null check (length(citation) <= 300),
  reason text check (length(reason) between 3 and 1000),
  at timestamptz not null,
  by uuid,
  by_name text not null,
  primary key (unit_id, day, revision)
);
comment on table calendar_day is 'What a unit says of a day; the newest revision of a day holds.';
comment on column calendar_day.kind is 'Besides those of national_day: special: nghỉ theo quyết định riêng; ordinary: as its weekday, whatever the national calendar says; national: the unit''s entry was withdrawn.';
select own_by_unit('calendar_day', 'append');

create table calendar_year (
  unit_id uuid not null references unit (id),
  year integer not null check (year between 1990 and 2200),
  revision integer not null check (revision > 0),
  announced boolean not null,
  citation text not null check (length(citation) between 3 and 300),
  at timestamptz not null,
  by uuid,
  by_name text not null,
  primary key (unit_id, year, revision)
);
comment on table calendar_year is 'Notices of a year that a unit entered itself; the newest revision of a year holds over national_year.';
select own_by_unit('calendar_year', 'append');

create table calendar_week (
  unit_id uuid not null references unit (id),
  effective_from date not null,
  revision integer not null check (revision > 0),
  week jsonb,
  citation text not null check (length(citation) <= 300),
  reason text check (length(reason) between 3 and 1000),
  at timestamptz not null,
  by uuid,
  by_name text not null,
  primary key (unit_id, effective_from, revision)
);
comment on table calendar_week is 'The unit''s own office week by day of effect; on any day the latest of these and national_week holds.';
comment on column calendar_week.week is 'As in national_week; null when the entry was withdrawn.';
select own_by_unit('calendar_week', 'append');

update role set permissions = permissions || '{calendar.manage}' where code = 'admin';
