-- Periodic reports on carrying the plan out: the unit's calendar of reports, each report with its sections, and who
-- hands in which by an earlier inner day. One signed report closes every output that asks for it.

create table report_term (
  unit_id uuid not null references unit (id),
  id uuid not null,
  period text not null check (period in ('Q1', '6M', '9M', 'Y')),
  cut_month integer not null check (cut_month between 1 and 12),
  cut_day integer not null check (cut_day between 1 and 31),
  due_month integer not null check (due_month between 1 and 12),
  due_day integer not null check (due_day between 1 and 31),
  next_year boolean not null default false,
  inner_days integer not null check (inner_days between 0 and 30),
  estimated boolean not null default false,
  valid_from date not null,
  citation text not null check (length(citation) > 0),
  version integer not null default 1,
  primary key (unit_id, id),
  unique (unit_id, period, valid_from)
);
comment on table report_term is 'Calendar of the periodic reports of a unit: when figures are cut off and when the report is due; by date of effect.';
comment on column report_term.inner_days is 'Working days before the due day by which sections are handed in.';
comment on column report_term.next_year is 'The due day lies in the year after.';
comment on column report_term.estimated is 'The due day comes less than one working day after the cut-off, so figures are estimates and are marked so.';
select own_by_unit('report_term');

create table report (
  unit_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  period text not null check (period ~ '^\d{4}-(Q1|6M|9M|Y)$'),
  cut_off date not null,
  due date not null,
  inner_due date not null,
  estimated boolean not null,
  compiler_id uuid,
  state text not null default 'collecting' check (state in ('collecting', 'signed')),
  evidence_id uuid,
  signed_on date,
  signed_at timestamptz,
  signed_by uuid,
  signed_by_name text,
  closed_count integer not null default 0,
  version integer not null default 1,
  primary key (unit_id, id),
  unique (unit_id, plan_id, period),
  foreign key (unit_id, plan_id) references plan (unit_id, id),
  foreign key (unit_id, compiler_id) references position (unit_id, id),
  foreign key (unit_id, evidence_id) references evidence (unit_id, id),
  constraint report_signed_has_document check ((state = 'signed') = (evidence_id is not null and signed_on is not null))
);
comment on table report is 'One periodic report on a plan, with the days of the calendar it was begun under.';
comment on column report.compiler_id is 'The post that puts it together: the focal point of reform.';
comment on column report.closed_count is 'Outputs that the signed report closed.';
select own_by_unit('report');

create table report_section (
  unit_id uuid not null,
  id uuid not null,
  report_id uuid not null,
  place integer not null,
  field_code text references plan_field (code),
  title text not null check (length(title) between 2 and 300),
  position_id uuid,
  state text not null default 'missing' check (state in ('missing', 'draft', 'submitted', 'accepted', 'returned')),
  content text not null default '' check (length(content) <= 50000),
  nothing_new boolean not null default false,
  submitted_at timestamptz,
  submitted_on date,
  submitted_by uuid,
  submitted_by_name text,
  instead_of text,
  decided_at timestamptz,
  decided_by_name text,
  reason text,
  urged_at timestamptz,
  urged_by_name text,
  version integer not null default 1,
  primary key (unit_id, id),
  foreign key (unit_id, report_id) references report (unit_id, id),
  foreign key (unit_id, position_id) references position (unit_id, id),
  constraint report_section_returned_says_why check (state <> 'returned' or length(reason) > 0),
  constraint report_section_submitted_says_something check (state not in ('submitted', 'accepted') or nothing_new or length(content) > 0)
);
comment on table report_section is 'One part of a report, of one owner; a missing one is named, never passed over.';
create index report_section_by_report on report_section (unit_id, report_id, place);
create index report_section_by_owner on report_section (unit_id, position_id, state);
select own_by_unit('report_section');
