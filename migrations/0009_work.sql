-- Working the plan: what falls due, who answers for it, what was handed in, accepted, moved or urged. Evidence is kept by
-- its own module and linked here.

create table work_task (
  unit_id uuid not null references unit (id),
  id uuid not null,
  source text not null check (source in ('plan', 'document', 'meeting', 'other')),
  plan_id uuid,
  plan_year integer not null check (plan_year between 1990 and 2200),
  place text not null default '',
  number text not null default '',
  source_words text,
  source_evidence_id uuid,
  parent_id uuid,
  carried_from uuid,
  field_code text references plan_field (code),
  content text not null check (length(content) between 3 and 4000),
  ours boolean not null default true,
  weight numeric(6, 2) not null default 1 check (weight > 0 and weight <= 100),
  urgency text not null default 'normal' check (urgency in ('normal', 'urgent', 'immediate')),
  position_id uuid,
  person_id uuid,
  holder_name text not null default '',
  assigned boolean not null default false,
  closed boolean not null default false,
  dropped_by text,
  fold text not null,
  version integer not null default 1,
  created_at timestamptz not null,
  created_by uuid,
  primary key (unit_id, id),
  foreign key (unit_id, plan_id) references plan (unit_id, id),
  foreign key (unit_id, source_evidence_id) references evidence (unit_id, id),
  foreign key (unit_id, parent_id) references work_task (unit_id, id),
  foreign key (unit_id, carried_from) references work_task (unit_id, id),
  foreign key (unit_id, position_id) references position (unit_id, id),
  foreign key (unit_id, person_id) references person (unit_id, id),
  constraint work_task_of_plan check ((source = 'plan') = (plan_id is not null)),
  constraint work_task_not_its_parent check (parent_id <> id)
);
comment on table work_task is 'Work to be done: a task of the plan in force (then id is the id of its row), or one from a document or a meeting.';
comment on column work_task.position_id is 'The post that leads now; null with person_id null: nobody answers for it, which the chair is shown.';
comment on column work_task.person_id is 'Set when the work was given to a person instead of a post.';
comment on column work_task.holder_name is 'Who leads, in the words of the plan or the assignment.';
comment on column work_task.assigned is 'The lead was given by an assignment: what the plan says of it no longer holds.';
comment on column work_task.dropped_by is 'Why it is no longer worked on: the version of the plan or the document that ended it.';
comment on column work_task.carried_from is 'The unfinished task of an earlier plan that this one goes on with.';
create index work_task_by_plan on work_task (unit_id, plan_id, place, number);
create index work_task_by_parent on work_task (unit_id, parent_id) where parent_id is not null;
create index work_task_by_words on work_task using gin (unit_id, fold gin_trgm_ops);
select own_by_unit('work_task');

create table work_part (
  unit_id uuid not null,
  id uuid not null,
  task_id uuid not null,
  role text not null check (role in ('coordinator', 'watcher')),
  kind text not null check (kind in ('position', 'department', 'person', 'group', 'external', 'unknown')),
  position_id uuid,
  department_id uuid,
  person_id uuid,
  name text not null,
  from_plan boolean not null default false,
  primary key (unit_id, id),
  foreign key (unit_id, task_id) references work_task (unit_id, id),
  foreign key (unit_id, position_id) references position (unit_id, id),
  foreign key (unit_id, department_id) references department (unit_id, id),
  foreign key (unit_id, person_id) references person (unit_id, id)
);
comment on table work_part is 'Who coordinates or watches a task, beside its lead.';
create index work_part_by_task on work_part (unit_id, task_id);
create index work_part_by_position on work_part (unit_id, position_id) where position_id is not null;
select own_by_unit('work_part');

create table work_check (
  unit_id uuid not null,
  id uuid not null,
  task_id uuid not null,
  place integer not null,
  content text not null check (length(content) between 1 and 500),
  done_at timestamptz,
  done_by_name text,
  version integer not null default 1,
  primary key (unit_id, id),
  foreign key (unit_id, task_id) references work_task (unit_id, id)
);
comment on table work_check is 'Checklist of a task.';
create index work_check_by_task on work_check (unit_id, task_id, place);
select own_by_unit('work_check');

create table obligation (
  unit_id uuid not null,
  id uuid not null,
  task_id uuid not null,
  plan_id uuid,
  output_id uuid,
  rule_id uuid,
  kind text not null check (kind in ('dated', 'standing', 'guided', 'triggered', 'undated')),
  title text not null,
  period text not null default '',
  report boolean not null default false,
  starts_on date,
  due date,
  first_due date,
  due_words text not null,
  due_steps jsonb not null default '[]',
  review_on date,
  position_id uuid,
  person_id uuid,
  department_id uuid,
  field_code text,
  ours boolean not null default true,
  urgency text not null default 'normal',
  weight numeric(6, 2) not null default 1,
  stage text not null default 'open' check (stage in ('open', 'started', 'submitted', 'returned', 'accepted', 'paused',
    'awaiting-guidance', 'awaiting-authority', 'not-arising', 'void')),
  stage_reason text,
  done_on date,
  state text not null default 'in-time' check (state in ('in-time', 'doing', 'due-soon', 'submitted', 'done-in-time',
    'done-late', 'overdue', 'paused', 'awaiting-guidance', 'awaiting-authority', 'not-arising', 'higher-level', 'void')),
  live boolean not null generated always as (ours and stage not in ('accepted', 'not-arising', 'void')) stored,
  closing_id uuid,
  approver_id uuid,
  version integer not null default 1,
  primary key (unit_id, id),
  foreign key (unit_id, task_id) references work_task (unit_id, id),
  foreign key (unit_id, plan_id) references plan (unit_id, id),
  foreign key (unit_id, position_id) references position (unit_id, id),
  foreign key (unit_id, person_id) references person (unit_id, id),
  foreign key (unit_id, department_id) references department (unit_id, id),
  foreign key (unit_id, approver_id) references position (unit_id, id),
  constraint obligation_done_has_day check ((stage = 'accepted') = (done_on is not null)),
  constraint obligation_dated_has_due check (kind <> 'dated' or due is not null)
);
comment on table obligation is 'One dated instance of an output: what somebody must bring forth by a day.';
comment on column obligation.period is 'For what recurs: 2022-Q1, 2022-6M, 2022-9M, 2022-Y, 2022-03, 2022-W12. Empty for what comes once.';
comment on column obligation.report is 'An output that is a report on carrying out the plan: the signed periodic report of its period closes it.';
comment on column obligation.first_due is 'The day before any extension; due is the day in force.';
comment on column obligation.due_steps is 'How the day came about, step by step (domain/due-day.ts), so that it explains itself.';
comment on column obligation.review_on is 'Standing work: the last working day of the quarter in which it is looked at next.';
comment on column obligation.stage is 'What was done with it: changed by acts only (domain/transitions.ts).';
comment on column obligation.state is 'What people see: derived from stage and days (obligation_state), by every act and each night.';
comment on column obligation.done_on is 'The day it was handed in, when that was accepted.';
comment on column obligation.closing_id is 'The submission in force: handed in, or accepted.';
comment on column obligation.approver_id is 'The post whose decision is waited for, while handed in.';
create index obligation_by_task on obligation (unit_id, task_id);
create unique index obligation_once on obligation (unit_id, task_id, coalesce(output_id, task_id), coalesce(rule_id, task_id), period);
create index obligation_of_post on obligation (unit_id, position_id, due, id) include (stage) where live;
create index obligation_of_person on obligation (unit_id, person_id, due, id) include (stage) where live and person_id is not null;
create index obligation_due on obligation (unit_id, due, id);
create index obligation_by_state on obligation (unit_id, state, due, id);
create index obligation_by_approver on obligation (unit_id, approver_id, due) where stage = 'submitted';
create index obligation_reports on obligation (unit_id, plan_id, period) where report;
select own_by_unit('obligation');

create function obligation_state(stage text, ours boolean, due date, done_on date, today date, soon_days integer)
returns text language sql immutable parallel safe as $$
  select case
    when not ours then 'higher-level'
    when stage = 'accepted' then case when due is null or done_on <= due then 'done-in-time' else 'done-late' end
    when stage in ('submitted', 'paused', 'awaiting-guidance', 'awaiting-authority', 'not-arising', 'void') then stage
    when due < today then 'overdue'
    when due <= today + soon_days then 'due-soon'
    when stage in ('started', 'returned') then 'doing'
    else 'in-time'
  end
$$;
comment on function obligation_state is 'The state people see; the same rule as src/modules/work/domain/state-of.ts, and tested to be.';

create table obligation_act (
  unit_id uuid not null,
  id uuid not null,
  obligation_id uuid not null,
  act text not null,
  from_stage text not null,
  to_stage text not null,
  day date not null,
  at timestamptz not null,
  by_id uuid,
  by_name text not null,
  instead_of text,
  reason text,
  submission_id uuid,
  due_before date,
  due_after date,
  evidence_id uuid,
  primary key (unit_id, id),
  foreign key (unit_id, obligation_id) references obligation (unit_id, id),
  foreign key (unit_id, evidence_id) references evidence (unit_id, id)
);
comment on table obligation_act is 'Every act on an obligation, appended: what figures count and what its timeline shows.';
create index obligation_act_by_obligation on obligation_act (unit_id, obligation_id, at);
create index obligation_act_by_day on obligation_act (unit_id, day);
select own_by_unit('obligation_act', 'append');

create table submission (
  unit_id uuid not null,
  id uuid not null,
  obligation_id uuid not null,
  number integer not null check (number > 0),
  kind text not null check (kind in ('evidence', 'not-arising')),
  state text not null check (state in ('draft', 'submitted', 'accepted', 'returned', 'withdrawn')),
  note text,
  route text check (route in ('check', 'approve')),
  approver_id uuid,
  submitted_at timestamptz,
  submitted_on date,
  submitted_by uuid,
  submitted_by_name text,
  instead_of text,
  decided_at timestamptz,
  decided_on date,
  decided_by uuid,
  decided_by_name text,
  decision_reason text,
  version integer not null default 1,
  primary key (unit_id, id),
  unique (unit_id, obligation_id, number),
  foreign key (unit_id, obligation_id) references obligation (unit_id, id),
  foreign key (unit_id, approver_id) references position (unit_id, id),
  constraint submission_submitted_has_day check (state = 'draft' or submitted_on is not null),
  constraint submission_decided_has_day check (state not in ('accepted', 'returned') or decided_on is not null),
  constraint submission_returned_says_why check (state <> 'returned' or length(decision_reason) > 0)
);
comment on table submission is 'What was handed in for an obligation, each time anew after it was returned.';
comment on column submission.route is 'check: a signed and numbered document, looked at by the focal point; approve: by the leader.';
create unique index submission_one_open on submission (unit_id, obligation_id) where state in ('draft', 'submitted');
select own_by_unit('submission');

create table submission_evidence (
  unit_id uuid not null,
  submission_id uuid not null,
  evidence_id uuid not null,
  primary key (unit_id, submission_id, evidence_id),
  foreign key (unit_id, submission_id) references submission (unit_id, id),
  foreign key (unit_id, evidence_id) references evidence (unit_id, id)
);
comment on table submission_evidence is 'The evidence of a submission; one evidence serves many.';
create index submission_evidence_by_evidence on submission_evidence (unit_id, evidence_id);
select own_by_unit('submission_evidence');

create table extension_request (
  unit_id uuid not null,
  id uuid not null,
  obligation_id uuid not null,
  due_now date not null,
  due_asked date not null,
  due_given date,
  reason text not null check (length(reason) between 5 and 2000),
  state text not null check (state in ('asked', 'granted', 'refused', 'withdrawn')),
  approver_id uuid,
  asked_at timestamptz not null,
  asked_by uuid,
  asked_by_name text not null,
  decided_at timestamptz,
  decided_by uuid,
  decided_by_name text,
  decision_reason text,
  version integer not null default 1,
  primary key (unit_id, id),
  foreign key (unit_id, obligation_id) references obligation (unit_id, id),
  foreign key (unit_id, approver_id) references position (unit_id, id),
  constraint extension_is_later check (due_asked > due_now),
  constraint extension_granted_has_due check ((state = 'granted') = (due_given is not null))
);
comment on table extension_request is 'A later day asked for before the due day, and what was decided; both days are kept.';
create unique index extension_one_open on extension_request (unit_id, obligation_id) where state = 'asked';
create index extension_by_approver on extension_request (unit_id, approver_id) where state = 'asked';
select own_by_unit('extension_request');

create table urge (
  unit_id uuid not null,
  id uuid not null,
  obligation_id uuid not null,
  words text not null check (length(words) between 1 and 2000),
  urged_at timestamptz not null,
  urged_by uuid,
  urged_by_name text not null,
  answer text,
  answered_at timestamptz,
  answered_by_name text,
  version integer not null default 1,
  primary key (unit_id, id),
  foreign key (unit_id, obligation_id) references obligation (unit_id, id)
);
comment on table urge is 'Urging of what is late or near its day, with the answer.';
create index urge_by_obligation on urge (unit_id, obligation_id, urged_at);
select own_by_unit('urge');

create table work_count (
  unit_id uuid not null references unit (id),
  id uuid not null,
  plan_id uuid,
  field_code text,
  position_id uuid,
  person_id uuid,
  department_id uuid,
  month date,
  state text not null,
  n integer not null,
  primary key (unit_id, id)
);
comment on table work_count is 'Obligations counted by what overviews group by: appended changes (n may be negative), folded and proven each night.';
comment on column work_count.month is 'First day of the month of the due day; null without one.';
create index work_count_of_unit on work_count (unit_id, plan_id);
select own_by_unit('work_count');

create table work_day (
  unit_id uuid not null references unit (id),
  derived_for date not null,
  derived_at timestamptz not null,
  changed integer not null default 0,
  primary key (unit_id)
);
comment on table work_day is 'The day for which the states of all obligations of a unit hold.';
select own_by_unit('work_day');

create function work_to_do(p_day date) returns table (unit_id uuid, plan_id uuid)
  language sql stable security definer set search_path = public as $$
  select p.unit_id, p.id from plan p
  where p.version > 0 and not exists (select 1 from work_task t where t.unit_id = p.unit_id and t.plan_id = p.id)
    and exists (select 1 from plan_task k where k.unit_id = p.unit_id and k.plan_id = p.id
      and k.from_version <= p.version and k.to_version > p.version)
  union all
  select u.id, null from unit u
  where exists (select 1 from work_task t where t.unit_id = u.id)
    and not exists (select 1 from work_day d where d.unit_id = u.id and d.derived_for = p_day)
$$;
comment on function work_to_do is 'Plans in force that nobody took up yet, and units (plan_id null) whose states hold for another day than this.';
revoke all on function work_to_do from public;
grant execute on function work_to_do to {worker};

update role set permissions = permissions || '{work.read,work.do,work.approve}' where code = 'chair';
update role set permissions = permissions || '{work.read,work.do,work.check,work.manage}' where code = 'focal';
update role set permissions = permissions || '{work.read,work.do}' where code in ('officer', 'clerk');
update role set permissions = permissions || '{work.read}' where code in ('viewer', 'admin');
