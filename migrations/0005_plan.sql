-- The plan of reform: how a document is imported, and the plan's rows by version. A row keeps its id through all
-- versions; each state of it is a row of its own, good from one version until (not including) another.

create table plan_field (
  code text primary key check (code ~ '^[a-z][a-z-]{1,30}$'),
  name text not null,
  short_name text not null,
  position integer not null,
  words text[] not null,
  valid_from date not null,
  citation text not null
);
comment on table plan_field is 'Fields of administrative reform.';
comment on column plan_field.words is 'Folded words by which a heading of a document is known to be of this field.';
select shared_by_units('plan_field');

insert into plan_field (code, name, short_name, position, words, valid_from, citation) values
  ('the-che', 'Cải cách thể chế', 'Thể chế', 1,
    '{the che}', '2021-07-15', 'Nghị quyết số 76/NQ-CP ngày 15/7/2021'),
  ('thu-tuc', 'Cải cách thủ tục hành chính', 'Thủ tục hành chính', 2,
    '{thu tuc hanh chinh,tthc,mot cua}', '2021-07-15', 'Nghị quyết số 76/NQ-CP ngày 15/7/2021'),
  ('bo-may', 'Cải cách tổ chức bộ máy hành chính', 'Tổ chức bộ máy', 3,
    '{to chuc bo may,bo may}', '2021-07-15', 'Nghị quyết số 76/NQ-CP ngày 15/7/2021'),
  ('cong-vu', 'Cải cách chế độ công vụ', 'Chế độ công vụ', 4,
    '{cong vu,can bo cong chuc,doi ngu}', '2021-07-15', 'Nghị quyết số 76/NQ-CP ngày 15/7/2021'),
  ('tai-chinh', 'Cải cách tài chính công', 'Tài chính công', 5,
    '{tai chinh cong,tai chinh}', '2021-07-15', 'Nghị quyết số 76/NQ-CP ngày 15/7/2021'),
  ('chinh-quyen-so', 'Xây dựng, phát triển Chính quyền điện tử, Chính quyền số', 'Chính quyền số', 6,
    '{chinh quyen dien tu,chinh quyen so,chuyen doi so,chinh phu dien tu,hien dai hoa}',
    '2021-07-15', 'Nghị quyết số 76/NQ-CP ngày 15/7/2021'),
  ('dieu-hanh', 'Công tác chỉ đạo, điều hành và tuyên truyền', 'Chỉ đạo điều hành', 7,
    '{chi dao dieu hanh,chi dao,tuyen truyen}', '2021-07-15', 'Nghị quyết số 76/NQ-CP ngày 15/7/2021');

create table plan (
  unit_id uuid not null references unit (id),
  id uuid not null,
  year integer not null check (year between 1990 and 2200),
  title text not null check (length(title) between 1 and 500),
  issuer text not null,
  version integer not null default 0 check (version >= 0),
  draft_version integer check (draft_version = version + 1),
  published boolean not null default false,
  copied_from uuid,
  fold text not null,
  revision integer not null default 1,
  created_at timestamptz not null,
  created_by uuid,
  primary key (unit_id, id),
  foreign key (unit_id, copied_from) references plan (unit_id, id),
  constraint plan_has_a_version check (version > 0 or draft_version is not null),
  constraint plan_published_is_issued check (version > 0 or not published)
);
comment on table plan is 'Plans of reform. Title, year and issuer are those of the version in force, or of the draft before there is one.';
comment on column plan.version is 'Version in force; 0 while the first is a draft.';
comment on column plan.draft_version is 'Version being written in the product.';
comment on column plan.revision is 'Counts changes, so that a stale one is noticed.';
create unique index plan_one_a_year on plan (unit_id, year) where version > 0;
create index plan_by_words on plan using gin (unit_id, fold gin_trgm_ops);
select own_by_unit('plan');

create table plan_import (
  unit_id uuid not null references unit (id),
  id uuid not null,
  file_id uuid not null,
  sha256 text not null,
  state text not null check (state in ('reading', 'review', 'accepted', 'refused', 'discarded')),
  progress integer not null default 0 check (progress between 0 and 100),
  step text,
  readings integer not null default 0,
  refusal_code text,
  refusal_params jsonb,
  format text check (format in ('docx', 'pdf', 'txt')),
  document bytea,
  line_count integer not null default 0,
  original jsonb,
  reading jsonb,
  doubts jsonb not null default '[]',
  blocking_count integer not null default 0,
  open_count integer not null default 0,
  unread_count integer not null default 0,
  title text,
  year integer,
  issuer text,
  plan_id uuid,
  plan_version integer,
  fold text not null,
  version integer not null default 1,
  created_at timestamptz not null,
  created_by uuid,
  created_by_name text not null,
  primary key (unit_id, id),
  foreign key (unit_id, file_id) references file (unit_id, id),
  foreign key (unit_id, plan_id) references plan (unit_id, id),
  constraint plan_import_refused_says_why check ((state = 'refused') = (refusal_code is not null)),
  constraint plan_import_reviewed_was_read check (state not in ('review', 'accepted') or reading is not null),
  constraint plan_import_accepted_has_plan check (state <> 'accepted' or plan_id is not null)
);
comment on table plan_import is 'One document on its way to become a plan: read by a job, reviewed, accepted.';
comment on column plan_import.document is 'The lines and blocks of the document (gzip of JSON), to be shown beside what was read.';
comment on column plan_import.original is 'What the reading gave before anybody changed it.';
comment on column plan_import.reading is 'What was read, with the corrections made since.';
comment on column plan_import.doubts is 'Contradictions of the reading as it is now, found anew after every change.';
comment on column plan_import.readings is 'How often it was read; names the reading job, so that each runs once.';
create unique index plan_import_once on plan_import (unit_id, sha256) where state <> 'discarded';
create index plan_import_by_words on plan_import using gin (unit_id, fold gin_trgm_ops);
create index plan_import_newest on plan_import (unit_id, created_at desc, id desc);
select own_by_unit('plan_import');

create table plan_import_edit (
  unit_id uuid not null,
  import_id uuid not null,
  id uuid not null,
  op text not null check (op in ('set', 'insert', 'remove')),
  path text not null,
  before jsonb,
  after jsonb,
  reason text,
  applied boolean not null default true,
  made_at timestamptz not null,
  made_by uuid,
  made_by_name text not null,
  primary key (unit_id, import_id, id),
  foreign key (unit_id, import_id) references plan_import (unit_id, id)
);
comment on table plan_import_edit is 'Corrections of a reading in the order they were made; made again when the document is read again.';
comment on column plan_import_edit.applied is 'False when a later reading no longer has what it changed.';
select own_by_unit('plan_import_edit');

create table plan_import_decision (
  unit_id uuid not null,
  import_id uuid not null,
  doubt_id text not null,
  kind text not null,
  choice text not null check (choice in ('keep', 'correct', 'ignore', 'merge', 'createTask')),
  reason text,
  places jsonb not null,
  made_at timestamptz not null,
  made_by uuid,
  made_by_name text not null,
  primary key (unit_id, import_id, doubt_id),
  foreign key (unit_id, import_id) references plan_import (unit_id, id)
);
comment on table plan_import_decision is 'How the contradictions of a document were settled, by whom and why.';
comment on column plan_import_decision.places is 'JSON pointers of the fields it was about.';
select own_by_unit('plan_import_decision');

create table plan_import_line (
  unit_id uuid not null,
  import_id uuid not null,
  line integer not null check (line >= 0),
  use text not null check (use in ('furniture', 'field')),
  path text,
  made_at timestamptz not null,
  made_by uuid,
  made_by_name text not null,
  primary key (unit_id, import_id, line),
  foreign key (unit_id, import_id) references plan_import (unit_id, id)
);
comment on table plan_import_line is 'What became of lines that the reading could not place.';
select own_by_unit('plan_import_line');

create table plan_version (
  unit_id uuid not null,
  plan_id uuid not null,
  version integer not null check (version > 0),
  kind text not null check (kind in ('first', 'amend', 'replace')),
  state text not null check (state in ('draft', 'issued')),
  title text not null,
  issuer text not null,
  issuer_level text not null,
  decision_number text,
  decision_date date,
  decision_text text,
  import_id uuid,
  file_id uuid,
  task_count integer not null default 0,
  ours_count integer not null default 0,
  target_count integer not null default 0,
  output_count integer not null default 0,
  content_hash text,
  accepted_at timestamptz,
  accepted_by uuid,
  accepted_by_name text,
  primary key (unit_id, plan_id, version),
  foreign key (unit_id, plan_id) references plan (unit_id, id),
  foreign key (unit_id, import_id) references plan_import (unit_id, id),
  foreign key (unit_id, file_id) references file (unit_id, id),
  constraint plan_version_issued_has_day check (state = 'draft' or (accepted_at is not null and content_hash is not null))
);
comment on table plan_version is 'Versions of a plan: the first, and later ones that amend a part or replace the whole.';
comment on column plan_version.content_hash is 'SHA-256 of all rows of the version when it was accepted; the log holds it too.';
comment on column plan_version.task_count is 'Tasks of the version; fixed once it is issued, so that lists need not count.';
select own_by_unit('plan_version');

create table plan_row (
  unit_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  part text not null check (part in
    ('appendix', 'statement', 'target', 'task', 'output', 'narrative', 'responsibility', 'reportDuty')),
  primary key (unit_id, id),
  foreign key (unit_id, plan_id) references plan (unit_id, id)
);
comment on table plan_row is 'Identity of each row of a plan, the same in every version; what other records refer to.';
create index plan_row_by_plan on plan_row (unit_id, plan_id);
select own_by_unit('plan_row');

create function plan_row_keeps() returns trigger language plpgsql as $$
declare in_force integer;
begin
  select version into in_force from plan where unit_id = old.unit_id and id = old.plan_id;
  if old.from_version > in_force then
    return case tg_op when 'DELETE' then old else new end;
  end if;
  if tg_op = 'UPDATE' and old.to_version > in_force and new.to_version > in_force
    and to_jsonb(new) - 'to_version' = to_jsonb(old) - 'to_version' then
    return new;
  end if;
  raise exception 'a row of an issued version cannot be changed' using errcode = 'LM002';
end $$;
comment on function plan_row_keeps is 'Rows of issued versions stay as they were issued: only their end may be set, by a later version. Rows of a draft are free.';

create table plan_appendix (
  unit_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  from_version integer not null check (from_version > 0),
  to_version integer not null default 2147483647,
  change text not null check (change in ('added', 'changed', 'moved')),
  position integer not null,
  number text not null,
  title text not null,
  field_text text not null,
  source_import uuid,
  source_path text,
  source_lines integer[] not null default '{}',
  primary key (unit_id, id, from_version),
  foreign key (unit_id, id) references plan_row (unit_id, id),
  foreign key (unit_id, plan_id) references plan (unit_id, id),
  constraint plan_appendix_lasts check (to_version > from_version)
);
comment on table plan_appendix is 'Tables of a plan.';
comment on column plan_appendix.to_version is 'First version in which this state no longer holds; 2147483647: it still does. The same in all tables of rows.';
comment on column plan_appendix.change is 'What made this state: a new row, new words, or another place only.';
create index plan_appendix_by_plan on plan_appendix (unit_id, plan_id, position);
select own_by_unit('plan_appendix');

create table plan_statement (
  unit_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  from_version integer not null check (from_version > 0),
  to_version integer not null default 2147483647,
  change text not null check (change in ('added', 'changed', 'moved')),
  position integer not null,
  kind text not null check (kind in ('purpose', 'objective', 'funding')),
  content text not null,
  source_import uuid,
  source_path text,
  source_lines integer[] not null default '{}',
  primary key (unit_id, id, from_version),
  foreign key (unit_id, id) references plan_row (unit_id, id),
  foreign key (unit_id, plan_id) references plan (unit_id, id),
  constraint plan_statement_lasts check (to_version > from_version)
);
comment on table plan_statement is 'Purposes, objectives without a figure, and funding.';
create index plan_statement_by_plan on plan_statement (unit_id, plan_id, position);
select own_by_unit('plan_statement');

create table plan_target (
  unit_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  from_version integer not null check (from_version > 0),
  to_version integer not null default 2147483647,
  change text not null check (change in ('added', 'changed', 'moved')),
  position integer not null,
  section text not null,
  measure text not null,
  operator text not null check (operator in ('=', 'min', '>=', '>', 'max', '<=', '<')),
  value numeric not null,
  value_unit text not null default '%',
  content text not null,
  ours boolean not null default true,
  aspiration boolean not null default false,
  reduction boolean not null default false,
  baseline text,
  also_in text[] not null default '{}',
  source_import uuid,
  source_path text,
  source_lines integer[] not null default '{}',
  primary key (unit_id, id, from_version),
  foreign key (unit_id, id) references plan_row (unit_id, id),
  foreign key (unit_id, plan_id) references plan (unit_id, id),
  constraint plan_target_lasts check (to_version > from_version)
);
comment on table plan_target is 'Figures that the plan promises.';
comment on column plan_target.also_in is 'Further places of the document that say the same.';
comment on column plan_target.ours is 'False: the figure is of a higher level; shown, not counted as ours.';
create index plan_target_by_plan on plan_target (unit_id, plan_id, position);
select own_by_unit('plan_target');

create table plan_task (
  unit_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  from_version integer not null check (from_version > 0),
  to_version integer not null default 2147483647,
  change text not null check (change in ('added', 'changed', 'moved')),
  position integer not null,
  appendix_id uuid,
  field_code text references plan_field (code),
  number text not null,
  place text not null,
  group_number text,
  group_title text,
  content text not null,
  ours boolean not null default true,
  due_text text not null,
  due_months integer not null default 0 check (due_months between 0 and 4095),
  due_first date,
  due_last date,
  output_count integer not null default 0,
  holder_words text[] not null default '{}',
  listed json not null,
  source_import uuid,
  source_path text,
  source_lines integer[] not null default '{}',
  fold text not null,
  primary key (unit_id, id, from_version),
  foreign key (unit_id, id) references plan_row (unit_id, id),
  foreign key (unit_id, appendix_id) references plan_row (unit_id, id),
  foreign key (unit_id, plan_id) references plan (unit_id, id),
  constraint plan_task_lasts check (to_version > from_version)
);
comment on table plan_task is 'Tasks of a plan: rows of its tables, or items of its text where it has none. A change of an output, a role or a due rule makes a new state of the task too.';
comment on column plan_task.ours is 'False: work of a higher level; shown, not counted as ours.';
comment on column plan_task.due_months is 'Bit 0 to 11: something falls due in January to December of the plan''s year. 0: no day is known.';
comment on column plan_task.holder_words is 'Words of all its roles, for finding who they stand for.';
comment on column plan_task.listed is 'Outputs, roles and due rules of this state as lists show them; a state never changes, so that they need not be gathered anew for each page.';
comment on column plan_task.fold is 'Folded content, outputs, leads and coordinators: what the list searches.';
create index plan_task_in_order on plan_task (unit_id, plan_id, position) include (from_version, to_version, field_code, ours, due_months, change, id);
create index plan_task_by_field on plan_task (unit_id, plan_id, field_code, position) include (from_version, to_version, ours, due_months, change, id);
create index plan_task_by_due on plan_task (unit_id, plan_id, due_first, position) include (from_version, to_version, field_code, ours, due_months, change, id);
create index plan_task_by_last_due on plan_task (unit_id, plan_id, due_last desc nulls last, position);
create index plan_task_by_content on plan_task (unit_id, plan_id, "left"(content, 120) collate "vi-x-icu", position);
create index plan_task_by_words on plan_task using gin (unit_id, fold gin_trgm_ops);
select own_by_unit('plan_task');

create table plan_output (
  unit_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  task_id uuid not null,
  from_version integer not null check (from_version > 0),
  to_version integer not null default 2147483647,
  position integer not null,
  content text not null,
  primary key (unit_id, id, from_version),
  foreign key (unit_id, id) references plan_row (unit_id, id),
  foreign key (unit_id, task_id) references plan_row (unit_id, id),
  foreign key (unit_id, plan_id) references plan (unit_id, id),
  constraint plan_output_lasts check (to_version > from_version)
);
comment on table plan_output is 'What a task is to bring forth.';
create index plan_output_by_task on plan_output (unit_id, task_id, position);
create index plan_output_by_plan on plan_output (unit_id, plan_id);
select own_by_unit('plan_output');

create table plan_due_rule (
  unit_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  task_id uuid not null,
  output_id uuid,
  from_version integer not null check (from_version > 0),
  to_version integer not null default 2147483647,
  position integer not null,
  kind text not null,
  rule jsonb not null,
  span_from date,
  span_to date,
  primary key (unit_id, id),
  foreign key (unit_id, task_id) references plan_row (unit_id, id),
  foreign key (unit_id, output_id) references plan_row (unit_id, id),
  foreign key (unit_id, plan_id) references plan (unit_id, id),
  constraint plan_due_rule_lasts check (to_version > from_version)
);
comment on table plan_due_rule is 'When outputs are due. A rule never changes: another one takes its place in a later version.';
comment on column plan_due_rule.output_id is 'Null: for all outputs of the task.';
comment on column plan_due_rule.rule is 'The rule in the form the document gives it (domain/due-rule.ts).';
create index plan_due_rule_by_task on plan_due_rule (unit_id, task_id, position);
create index plan_due_rule_by_plan on plan_due_rule (unit_id, plan_id);
select own_by_unit('plan_due_rule');

create table plan_holder (
  unit_id uuid not null references unit (id),
  words text not null,
  written text not null,
  kind text not null check (kind in ('position', 'department', 'group', 'external', 'unknown')),
  record_id uuid,
  name text,
  key text not null,
  primary key (unit_id, words)
);
comment on table plan_holder is 'Who the words of plans stand for in the organisation of the unit; read anew when names there change.';
comment on column plan_holder.words is 'foldWords of what is written.';
comment on column plan_holder.key is 'Groups ways of writing the same: kind and id of the record, else the words.';
create index plan_holder_by_key on plan_holder (unit_id, key);
select own_by_unit('plan_holder');

create table plan_role (
  unit_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  task_id uuid not null,
  from_version integer not null check (from_version > 0),
  to_version integer not null default 2147483647,
  position integer not null,
  role text not null check (role in ('lead', 'coordinator', 'other')),
  role_text text not null default '',
  written text not null,
  words text not null,
  primary key (unit_id, id),
  foreign key (unit_id, task_id) references plan_row (unit_id, id),
  foreign key (unit_id, plan_id) references plan (unit_id, id),
  foreign key (unit_id, words) references plan_holder (unit_id, words),
  constraint plan_role_lasts check (to_version > from_version)
);
comment on table plan_role is 'Who leads, coordinates or has another part in a task, as the document writes it.';
comment on column plan_role.role_text is 'Name of another part: tổng hợp, kiểm tra.';
create index plan_role_by_task on plan_role (unit_id, task_id, position);
create index plan_role_by_holder on plan_role (unit_id, plan_id, role, words) include (task_id, from_version, to_version);
select own_by_unit('plan_role');

create table plan_narrative (
  unit_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  from_version integer not null check (from_version > 0),
  to_version integer not null default 2147483647,
  change text not null check (change in ('added', 'changed', 'moved')),
  position integer not null,
  section text not null,
  section_title text not null,
  letter text not null,
  content text not null,
  pointer_only boolean not null default false,
  task_ids uuid[] not null default '{}',
  source_import uuid,
  source_path text,
  source_lines integer[] not null default '{}',
  primary key (unit_id, id, from_version),
  foreign key (unit_id, id) references plan_row (unit_id, id),
  foreign key (unit_id, plan_id) references plan (unit_id, id),
  constraint plan_narrative_lasts check (to_version > from_version)
);
comment on table plan_narrative is 'Tasks as the text of the plan tells them, by section and letter.';
comment on column plan_narrative.task_ids is 'Rows of the tables that carry it out.';
create index plan_narrative_by_plan on plan_narrative (unit_id, plan_id, position);
select own_by_unit('plan_narrative');

create table plan_responsibility (
  unit_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  from_version integer not null check (from_version > 0),
  to_version integer not null default 2147483647,
  change text not null check (change in ('added', 'changed', 'moved')),
  position integer not null,
  written text not null,
  words text not null,
  duties text[] not null,
  source_import uuid,
  source_path text,
  source_lines integer[] not null default '{}',
  primary key (unit_id, id, from_version),
  foreign key (unit_id, id) references plan_row (unit_id, id),
  foreign key (unit_id, plan_id) references plan (unit_id, id),
  foreign key (unit_id, words) references plan_holder (unit_id, words),
  constraint plan_responsibility_lasts check (to_version > from_version)
);
comment on table plan_responsibility is 'Who answers for what in carrying the plan out.';
create index plan_responsibility_by_plan on plan_responsibility (unit_id, plan_id, position);
select own_by_unit('plan_responsibility');

create table plan_report_duty (
  unit_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  from_version integer not null check (from_version > 0),
  to_version integer not null default 2147483647,
  change text not null check (change in ('added', 'changed', 'moved')),
  position integer not null,
  written text not null,
  words text not null,
  recipient text not null,
  via text,
  frequency text[] not null,
  frequency_text text,
  due_text text,
  ad_hoc boolean not null default false,
  about text not null,
  section text not null,
  source_import uuid,
  source_path text,
  source_lines integer[] not null default '{}',
  primary key (unit_id, id, from_version),
  foreign key (unit_id, id) references plan_row (unit_id, id),
  foreign key (unit_id, plan_id) references plan (unit_id, id),
  foreign key (unit_id, words) references plan_holder (unit_id, words),
  constraint plan_report_duty_lasts check (to_version > from_version)
);
comment on table plan_report_duty is 'Reports that the plan asks for: who to whom, about what, how often.';
create index plan_report_duty_by_plan on plan_report_duty (unit_id, plan_id, position);
select own_by_unit('plan_report_duty');

do $$
declare t text;
begin
  foreach t in array array['plan_appendix', 'plan_statement', 'plan_target', 'plan_task', 'plan_output', 'plan_due_rule',
    'plan_role', 'plan_narrative', 'plan_responsibility', 'plan_report_duty'] loop
    execute format('create trigger keeps before update or delete on %I for each row execute function plan_row_keeps()', t);
  end loop;
end $$;
