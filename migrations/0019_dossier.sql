-- Dossiers of administrative procedures (hồ sơ thủ tục hành chính): what was received, what was done with it, what it waits
-- for and when it falls due. Facts that figures count are appended; due days are projections of them and may be made again.

create table dossier (
  unit_id uuid not null references unit (id),
  id uuid not null,
  code text collate "C",
  other_codes text[] not null default '{}',
  source text not null check (source in ('own', 'imported')),
  source_name text,
  source_at timestamptz,
  paper_reason text,
  procedure_version_id uuid,
  procedure_code text not null,
  procedure_name text not null,
  field text not null,
  case_code text not null default '',
  process_version_id uuid,
  channel text not null check (channel in ('counter', 'postal', 'online')),
  return_by text not null default 'counter' check (return_by in ('counter', 'postal', 'online')),
  reception_point_id uuid,
  resolving_agency text,
  owner_kind text not null default 'citizen' check (owner_kind in ('citizen', 'business', 'agency', 'other')),
  owner_name text not null check (length(owner_name) between 1 and 300),
  owner_number text collate "C" check (length(owner_number) between 1 and 40),
  owner_birth date,
  owner_address text check (length(owner_address) <= 500),
  owner_phone text collate "C" check (length(owner_phone) <= 40),
  owner_email text check (length(owner_email) <= 200),
  submitter jsonb,
  summary text not null default '' check (length(summary) <= 1000),
  copies integer not null default 1 check (copies between 1 and 1000),
  answers jsonb not null default '{}',
  term_unit text check (term_unit in ('working-day', 'working-hour', 'day', 'hour', 'immediate')),
  term_milli integer check (term_milli >= 0),
  counting text not null default 'day-based' check (counting in ('day-based', 'hour-based')),
  term_basis text not null default '',
  rules_code text not null,
  received_at timestamptz not null,
  received_on date not null,
  recorded_at timestamptz not null,
  received_by uuid,
  received_by_name text not null,
  state text not null check (state in ('submitted', 'intake-supplement', 'refused', 'accepted', 'in-process', 'wait-supplement',
    'wait-payment', 'result-ready', 'returned', 'stopped', 'closed-no-supplement')),
  live boolean not null generated always as
    (state not in ('refused', 'returned', 'stopped', 'closed-no-supplement')) stored,
  timed boolean not null generated always as (state in ('accepted', 'in-process')) stored,
  step_no integer,
  step_name text not null default '',
  step_due_at timestamptz,
  department_id uuid,
  position_id uuid,
  person_id uuid,
  holder_name text not null default '',
  waits_for text check (waits_for in ('assign', 'handle', 'draft-approval', 'signature', 'number', 'hand-over', 'answer')),
  locked_by uuid,
  locked_at timestamptz,
  first_due_at timestamptz,
  statutory_due_at timestamptz,
  due_at timestamptz,
  answer_due_at timestamptz,
  extended boolean not null default false,
  intake_supplements integer not null default 0,
  after_supplements integer not null default 0,
  ended_at timestamptz,
  ended_on date,
  outcome text check (outcome in ('positive', 'negative')),
  late_first boolean,
  late_current boolean,
  late_766 boolean,
  returned_at timestamptz,
  apology_owed boolean not null default false,
  digitised boolean not null default false,
  corrects_id uuid,
  name_fold text collate "C" not null,
  fold text not null,
  words tsvector not null generated always as (array_to_tsvector(
    string_to_array(btrim(replace(rtrim(fold), ' ', ' ' || right(unit_id::text, 4))), ' '))) stored,
  calendar_revision integer not null default 0,
  to_take boolean not null default false,
  handler_id uuid,
  version integer not null default 1,
  primary key (unit_id, id),
  foreign key (unit_id, reception_point_id) references reception_point (unit_id, id),
  foreign key (unit_id, department_id) references department (unit_id, id),
  foreign key (unit_id, position_id) references position (unit_id, id),
  foreign key (unit_id, person_id) references person (unit_id, id),
  foreign key (unit_id, corrects_id) references dossier (unit_id, id),
  foreign key (unit_id, handler_id) references position (unit_id, id),
  constraint dossier_imported_says_from_where check ((source = 'imported') = (source_name is not null and source_at is not null)),
  constraint dossier_term_is_whole check ((term_unit is null) = (term_milli is null)),
  constraint dossier_ended_has_day check ((ended_at is null) = (ended_on is null)),
  constraint dossier_accepted_has_code check (code is not null
    or state not in ('accepted', 'in-process', 'wait-supplement', 'wait-payment', 'result-ready', 'returned'))
);
comment on table dossier is 'A dossier (hồ sơ): its own facts, and what its ledger of acts, pauses and extensions comes to now.';
comment on column dossier.code is 'Mã hồ sơ: an opaque key; none until it is accepted.';
comment on column dossier.other_codes is 'Codes it bore elsewhere: the paper''s reserved code, the province''s, a former unit''s.';
comment on column dossier.source is 'imported: the province''s system is its system of record; marked with its name and the time of the file.';
comment on column dossier.paper_reason is 'Entered afterwards from paper (nhập bù), and why: true times, not watched as delayed intake.';
comment on column dossier.resolving_agency is 'Who resolves it when that is not this unit.';
comment on column dossier.submitter is 'Who filed it when that is not the owner: {name, number, phone, email, address, paper} (người được ủy quyền).';
comment on column dossier.term_unit is 'The statutory term it began under, with counting, rules_code and procedure_version_id; a later version does not touch it.';
comment on column dossier.rules_code is 'Version of the deadline rules (src/modules/dossier/domain/deadline).';
comment on column dossier.received_at is 'The moment printed on form 01: complete and valid. recorded_at is when it was entered.';
comment on column dossier.first_due_at is 'The date first promised; never changed but by a re-projection after the calendar was edited.';
comment on column dossier.due_at is 'The date in force: with pauses, restart and extension; null while it is paused or has no term.';
comment on column dossier.answer_due_at is 'While it waits for a supplement or a payment: until when.';
comment on column dossier.timed is 'Its clock runs.';
comment on column dossier.late_first is 'Judged when processing ends, by the first date; late_current by the date in force, late_766 as Decision 766 counts.';
comment on column dossier.to_take is 'Handed over on paper and not confirmed by whoever gets it (act take).';
comment on column dossier.handler_id is 'The post that handles it (thụ lý), kept while it goes on to signature and back: may read it, and gets what is sent back.';
comment on column dossier.apology_owed is 'It became late without an apology: shown to the chair until one is issued; never blocks handing over.';
comment on column dossier.name_fold is 'The owner''s name by words without diacritics, for people known from earlier dossiers.';
comment on column dossier.fold is 'Words to search for, as searchTextOf (src/modules/dossier/domain/search-text.ts) gives them, each between spaces.';
comment on column dossier.words is 'The words of fold behind the end of the unit''s id, for their index: a word finds those of its unit at once, whatever other units have, where trigrams meet those of most other words.';
create unique index dossier_by_code on dossier (unit_id, code);
create index dossier_by_number on dossier (unit_id, owner_number, received_on, id) where owner_number is not null;
create index dossier_by_phone on dossier (unit_id, owner_phone, received_on, id) where owner_phone is not null;
create index dossier_by_name on dossier (unit_id, name_fold, received_on);
create index dossier_by_words on dossier using gin (words) with (gin_pending_list_limit = 512);
create index dossier_by_day on dossier (unit_id, received_on, id) include (ended_on);
create index dossier_by_field on dossier (unit_id, field, received_on, id);
create index dossier_by_procedure on dossier (unit_id, procedure_code, received_on, id);
create index dossier_by_department on dossier (unit_id, department_id, received_on, id) include (ended_on)
  where department_id is not null;
create index dossier_by_receiver on dossier (unit_id, received_by, received_on, id) include (ended_on)
  where received_by is not null;
create index dossier_set_aside on dossier (unit_id, state, received_on, id)
  where state in ('refused', 'stopped', 'closed-no-supplement');
create index dossier_live on dossier (unit_id, state, due_at, id) where live;
create index dossier_running on dossier (unit_id, due_at, id)
  include (department_id, position_id, person_id, field, extended) where timed;
create index dossier_waiting on dossier (unit_id, waits_for, due_at, id) where live and waits_for is not null;
create index dossier_of_department on dossier (unit_id, department_id, state, due_at, id) where live;
create index dossier_of_post on dossier (unit_id, position_id, state, due_at, id) where live;
create index dossier_of_person on dossier (unit_id, person_id, state, due_at, id) where live and person_id is not null;
create index dossier_not_digitised on dossier (unit_id, received_on, id) where live and not digitised;
create index dossier_from_paper on dossier (unit_id, received_on, id) where paper_reason is not null;
create index dossier_by_handler on dossier (unit_id, handler_id, received_on, id) include (ended_on)
  where handler_id is not null;
create index dossier_of_handler on dossier (unit_id, handler_id, state, due_at, id) where live;
create index dossier_owing on dossier (unit_id, due_at, id) where apology_owed;
create index dossier_ended on dossier (unit_id, ended_on, id) where ended_on is not null;
create index dossier_corrections on dossier (unit_id, corrects_id) where corrects_id is not null;
select own_by_unit('dossier');

create table dossier_code_counter (
  unit_id uuid not null references unit (id),
  series text not null,
  day date not null,
  last integer not null check (last > 0),
  primary key (unit_id, series, day)
);
comment on table dossier_code_counter is 'Last running number of a series (an agency code by day, a kind of slip by year); taken when everything else of an act is ready to be written, so that codes have no gaps and waits are short.';
select own_by_unit('dossier_code_counter');

create table dossier_act (
  unit_id uuid not null,
  id uuid not null,
  dossier_id uuid not null,
  seq integer not null check (seq > 0),
  act text not null,
  from_state text not null,
  to_state text not null,
  at timestamptz not null,
  day date not null,
  recorded_at timestamptz not null,
  by_id uuid,
  by_name text not null,
  by_title text not null default '',
  instead_of text,
  from_step integer,
  to_step integer,
  to_step_name text not null default '',
  to_department_id uuid,
  to_position_id uuid,
  to_person_id uuid,
  to_name text not null default '',
  moved text check (moved in ('electronic', 'paper')),
  taken_at timestamptz,
  step_due_at timestamptz,
  due_before timestamptz,
  due_after timestamptz,
  reason text check (length(reason) <= 4000),
  note text check (length(note) <= 4000),
  ref_id uuid,
  primary key (unit_id, id),
  unique (unit_id, dossier_id, seq),
  foreign key (unit_id, dossier_id) references dossier (unit_id, id)
);
comment on table dossier_act is 'Every act on a dossier, appended: its control slip, its history, and what figures count.';
comment on column dossier_act.moved is 'Hand-overs: electronically or on paper (the plan''s ≥ 90 %).';
comment on column dossier_act.ref_id is 'The supplement, extension, pause, payment, consultation, form or result the act is about.';
create index dossier_act_by_day on dossier_act (unit_id, day, act);
select own_by_unit('dossier_act', 'append');

create table dossier_pause (
  unit_id uuid not null,
  id uuid not null,
  dossier_id uuid not null,
  kind text not null check (kind in ('supplement', 'financial-obligation', 'external-consultation', 'applicant-wish')),
  from_at timestamptz not null,
  to_at timestamptz,
  basis text not null check (length(basis) between 3 and 500),
  restarts boolean not null default false,
  version integer not null default 1,
  primary key (unit_id, id),
  foreign key (unit_id, dossier_id) references dossier (unit_id, id),
  constraint dossier_pause_is_forward check (to_at is null or to_at >= from_at)
);
comment on table dossier_pause is 'When the clock stood still, of what kind and by what law.';
comment on column dossier_pause.restarts is 'The term begins anew when it ends (supplement after examination).';
create unique index dossier_pause_one_open on dossier_pause (unit_id, dossier_id) where to_at is null;
create index dossier_pause_by_dossier on dossier_pause (unit_id, dossier_id, from_at);
select own_by_unit('dossier_pause');

create table dossier_supplement (
  unit_id uuid not null,
  id uuid not null,
  dossier_id uuid not null,
  stage text not null check (stage in ('intake', 'after-examination')),
  number integer not null check (number > 0),
  state text not null check (state in ('draft', 'sent', 'received', 'expired', 'rejected')),
  items jsonb not null,
  reason text not null check (length(reason) between 5 and 4000),
  contact text not null default '',
  until date,
  drafted_at timestamptz not null,
  drafted_by uuid,
  drafted_by_name text not null,
  decided_at timestamptz,
  decided_by uuid,
  decided_by_name text,
  decision_reason text,
  received_at timestamptz,
  version integer not null default 1,
  primary key (unit_id, id),
  unique (unit_id, dossier_id, stage, number),
  foreign key (unit_id, dossier_id) references dossier (unit_id, id)
);
comment on table dossier_supplement is 'What is asked of the applicant, in full and at once; after examination a leader approves before it is sent.';
comment on column dossier_supplement.items is 'The full list: [{name, note}].';
create index dossier_supplement_drafts on dossier_supplement (unit_id, drafted_at) where state = 'draft';
select own_by_unit('dossier_supplement');

create table dossier_extension (
  unit_id uuid not null,
  id uuid not null,
  dossier_id uuid not null,
  kind text not null check (kind in ('extension', 'apology-only')),
  state text not null check (state in ('draft', 'issued', 'rejected')),
  due_before timestamptz not null,
  due_after timestamptz,
  reason text not null check (length(reason) between 5 and 4000),
  drafted_at timestamptz not null,
  drafted_by uuid,
  drafted_by_name text not null,
  signed_at timestamptz,
  signed_by uuid,
  signed_by_name text,
  signed_title text,
  decision_reason text,
  in_time boolean,
  version integer not null default 1,
  primary key (unit_id, id),
  foreign key (unit_id, dossier_id) references dossier (unit_id, id),
  constraint dossier_extension_has_day check (kind = 'apology-only' or due_after is not null)
);
comment on table dossier_extension is 'Apologies: extension with a new date, once and at least a day before; apology-only for what became late without one.';
create unique index dossier_extension_once on dossier_extension (unit_id, dossier_id) where kind = 'extension' and state <> 'rejected';
create index dossier_extension_drafts on dossier_extension (unit_id, drafted_at) where state = 'draft';
create index dossier_extension_by_dossier on dossier_extension (unit_id, dossier_id);
select own_by_unit('dossier_extension');

create table dossier_consultation (
  unit_id uuid not null,
  id uuid not null,
  dossier_id uuid not null,
  agency text not null check (length(agency) between 2 and 300),
  content text not null check (length(content) between 3 and 4000),
  linked boolean not null default false,
  asked_at timestamptz not null,
  asked_by_name text not null,
  until timestamptz not null,
  answered_at timestamptz,
  answer text check (length(answer) <= 4000),
  version integer not null default 1,
  primary key (unit_id, id),
  foreign key (unit_id, dossier_id) references dossier (unit_id, id)
);
comment on table dossier_consultation is 'Opinions asked of other agencies (lấy ý kiến), and stages there (linked: liên thông).';
create index dossier_consultation_open on dossier_consultation (unit_id, until) where answered_at is null;
create index dossier_consultation_by_dossier on dossier_consultation (unit_id, dossier_id);
select own_by_unit('dossier_consultation');

create table dossier_payment_call (
  unit_id uuid not null,
  id uuid not null,
  dossier_id uuid not null,
  amount bigint not null check (amount >= 0),
  content text not null check (length(content) between 3 and 1000),
  until date,
  called_at timestamptz not null,
  called_by_name text not null,
  paid_at timestamptz,
  receipt_number text,
  version integer not null default 1,
  primary key (unit_id, id),
  foreign key (unit_id, dossier_id) references dossier (unit_id, id)
);
comment on table dossier_payment_call is 'A financial obligation the applicant has to meet before the dossier goes on.';
create index dossier_payment_call_by_dossier on dossier_payment_call (unit_id, dossier_id);
select own_by_unit('dossier_payment_call');

create table dossier_component (
  unit_id uuid not null,
  id uuid not null,
  dossier_id uuid not null,
  place integer not null,
  code text not null default '',
  name text not null check (length(name) between 1 and 1000),
  originals integer not null default 0 check (originals between 0 and 100),
  copies integer not null default 0 check (copies between 0 and 100),
  handed text not null check (handed in ('paper', 'present', 'electronic', 'database', 'store', 'missing')),
  evidence_id uuid,
  scanned_at timestamptz,
  checked_at timestamptz,
  checked_by_name text,
  to_give_back boolean not null default false,
  given_back_at timestamptz,
  supplement_id uuid,
  version integer not null default 1,
  primary key (unit_id, id),
  foreign key (unit_id, dossier_id) references dossier (unit_id, id),
  foreign key (unit_id, evidence_id) references evidence (unit_id, id)
);
comment on table dossier_component is 'Papers of a dossier: how each was handed in, its scan, and whether the original goes back.';
create index dossier_component_by_dossier on dossier_component (unit_id, dossier_id, place);
create index dossier_component_by_evidence on dossier_component (unit_id, evidence_id) where evidence_id is not null;
select own_by_unit('dossier_component');

create table dossier_result (
  unit_id uuid not null,
  id uuid not null,
  dossier_id uuid not null,
  kind text not null check (kind in ('electronic', 'scan', 'paper')),
  negative boolean not null default false,
  title text not null check (length(title) between 2 and 500),
  number text check (length(number) between 1 and 60),
  signed_on date,
  signer text,
  result_code text,
  valid_until date,
  evidence_id uuid,
  token text not null,
  made_at timestamptz not null,
  made_by_name text not null,
  signed_file_at timestamptz,
  voided_at timestamptz,
  version integer not null default 1,
  primary key (unit_id, id),
  foreign key (unit_id, dossier_id) references dossier (unit_id, id),
  unique (unit_id, token),
  foreign key (unit_id, evidence_id) references evidence (unit_id, id)
);
comment on table dossier_result is 'What came of a dossier: kết quả điện tử (signed), kết quả số hóa (a scan) or paper alone.';
comment on column dossier_result.voided_at is 'It does not stand any more: the dossier was opened again before it was handed over, or the result was corrected.';
comment on column dossier_result.token is 'Random: the public check by QR; tells state and validity, nothing personal.';
create index dossier_result_by_dossier on dossier_result (unit_id, dossier_id);
select own_by_unit('dossier_result');

create table dossier_hand_over (
  unit_id uuid not null,
  id uuid not null,
  dossier_id uuid not null,
  way text not null check (way in ('counter', 'postal', 'online')),
  to_name text not null check (length(to_name) between 1 and 300),
  proof text not null check (proof in ('form-01', 'identity', 'authorisation', 'postal', 'online')),
  at timestamptz not null,
  day date not null,
  by_name text not null,
  note text check (length(note) <= 1000),
  primary key (unit_id, id),
  foreign key (unit_id, dossier_id) references dossier (unit_id, id)
);
comment on table dossier_hand_over is 'The result given to the applicant: to whom, how proven, by whom.';
create index dossier_hand_over_by_dossier on dossier_hand_over (unit_id, dossier_id);
select own_by_unit('dossier_hand_over', 'append');

create table dossier_form (
  unit_id uuid not null,
  id uuid not null,
  dossier_id uuid,
  kind text not null check (kind in ('receipt', 'supplement', 'refusal', 'apology', 'stop', 'control', 'register', 'transfer',
    'fee-receipt', 'result-hand-over')),
  regime text not null,
  number integer not null check (number > 0),
  year integer not null,
  issued_at timestamptz not null,
  issued_by_name text not null,
  token text not null,
  content jsonb not null,
  ref_id uuid,
  primary key (unit_id, id),
  unique (unit_id, kind, year, number),
  unique (unit_id, token),
  foreign key (unit_id, dossier_id) references dossier (unit_id, id)
);
comment on table dossier_form is 'Slips as issued: the kind (its statutory number follows from the regime), running number, and content as printed.';
comment on column dossier_form.token is 'Random: its QR shows state, date and proof of the log, nothing personal.';
create index dossier_form_by_dossier on dossier_form (unit_id, dossier_id, issued_at);
select own_by_unit('dossier_form', 'append');

create table dossier_finding (
  unit_id uuid not null,
  id uuid not null,
  dossier_id uuid not null,
  kind text not null,
  found_at timestamptz not null,
  day date not null,
  facts jsonb not null default '{}',
  explained_at timestamptz,
  explained_by_name text,
  explanation text check (length(explanation) <= 2000),
  version integer not null default 1,
  primary key (unit_id, id),
  unique (unit_id, dossier_id, kind),
  foreign key (unit_id, dossier_id) references dossier (unit_id, id)
);
comment on table dossier_finding is 'The watch against on-time figures that are not true: what was found on a dossier, and how it was explained.';
create index dossier_finding_by_day on dossier_finding (unit_id, kind, day);
select own_by_unit('dossier_finding');

create table dossier_count (
  unit_id uuid not null references unit (id),
  id uuid not null,
  state text not null,
  department_id uuid,
  position_id uuid,
  waits_for text,
  n integer not null,
  primary key (unit_id, id)
);
comment on table dossier_count is 'Live dossiers counted by what lists group by: appended changes (n may be negative), folded by a job.';
create index dossier_count_of_unit on dossier_count (unit_id);
select own_by_unit('dossier_count');

create table dossier_reprojection (
  unit_id uuid not null references unit (id),
  id uuid not null,
  calendar_revision integer not null,
  because text not null,
  begun_at timestamptz not null,
  begun_by_name text not null,
  cursor uuid,
  looked_at integer not null default 0,
  moved integer not null default 0,
  ended_at timestamptz,
  version integer not null default 1,
  primary key (unit_id, id)
);
comment on table dossier_reprojection is 'Due dates made again after the calendar was edited: resumable, with what moved in dossier_due_move.';
select own_by_unit('dossier_reprojection');

create table dossier_due_move (
  unit_id uuid not null,
  id uuid not null,
  reprojection_id uuid not null,
  dossier_id uuid not null,
  first_before timestamptz,
  first_after timestamptz,
  due_before timestamptz,
  due_after timestamptz,
  primary key (unit_id, id),
  unique (unit_id, reprojection_id, dossier_id),
  foreign key (unit_id, reprojection_id) references dossier_reprojection (unit_id, id),
  foreign key (unit_id, dossier_id) references dossier (unit_id, id)
);
comment on table dossier_due_move is 'A due date that moved because the calendar was edited, before and after.';
create index dossier_due_move_by_dossier on dossier_due_move (unit_id, dossier_id);
select own_by_unit('dossier_due_move', 'append');

create table dossier_draft (
  unit_id uuid not null references unit (id),
  id uuid not null,
  account_id uuid not null,
  title text not null default '',
  content jsonb not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  primary key (unit_id, id),
  foreign key (unit_id, account_id) references account (unit_id, id)
);
comment on table dossier_draft is 'What a clerk has begun to enter: kept at every pause of typing, so that a power cut loses nothing.';
create index dossier_draft_of_account on dossier_draft (unit_id, account_id, changed_at);
select own_by_unit('dossier_draft');

create table reserved_code (
  unit_id uuid not null references unit (id),
  code text not null,
  day date not null,
  reserved_at timestamptz not null,
  reserved_by_name text not null,
  state text not null default 'open' check (state in ('open', 'used', 'unused')),
  dossier_id uuid,
  entered_at timestamptz,
  confirmed_at timestamptz,
  confirmed_by_name text,
  version integer not null default 1,
  primary key (unit_id, code),
  foreign key (unit_id, dossier_id) references dossier (unit_id, id),
  constraint reserved_code_used_by check ((state = 'used') = (dossier_id is not null))
);
comment on table reserved_code is 'Codes printed in the morning for a day when the line may be down; each is used by a dossier entered afterwards, or marked unused.';
create index reserved_code_by_day on reserved_code (unit_id, day, code);
select own_by_unit('reserved_code');

update role set permissions = permissions || '{dossier.own,dossier.read,dossier.receive,dossier.hand-over}' where code = 'clerk';
update role set permissions = permissions || '{dossier.own,dossier.handle}' where code = 'officer';
update role set permissions = permissions || '{dossier.own,dossier.read,dossier.handle,dossier.lead,dossier.sign}' where code = 'chair';
update role set permissions = permissions || '{dossier.own,dossier.read,dossier.watch}' where code = 'focal';
update role set permissions = permissions || '{dossier.own,dossier.read,dossier.watch,dossier.configure}' where code = 'admin';
