-- Evidence: issued documents and files that show that work was done. Stored once, used by many records; what uses it is
-- kept by the module of the record, which refers to evidence (unit_id, id).

create extension if not exists btree_gin;

create table upload (
  unit_id uuid not null references unit (id),
  id uuid not null,
  account_id uuid not null,
  name text not null check (length(name) between 1 and 300),
  size bigint not null check (size >= 0),
  sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
  media_type text,
  begun_at timestamptz not null,
  received_at timestamptz,
  primary key (unit_id, id),
  foreign key (unit_id, account_id) references account (unit_id, id),
  constraint upload_received check ((sha256 is null) = (received_at is null) and (sha256 is null) = (media_type is null))
);
comment on table upload is 'A file somebody sends or has sent, until a record takes it; its id is the token by which the sender''s next act names it.';
comment on column upload.size is 'Bytes the sender announced.';
comment on column upload.sha256 is 'Set when all bytes have come and lie in the file store.';
create index upload_by_age on upload (unit_id, begun_at);
select own_by_unit('upload');

create table evidence (
  unit_id uuid not null references unit (id),
  id uuid not null,
  kind text not null check (kind in ('document', 'file')),
  level text not null default 'normal' check (level in ('normal', 'secret')),
  title text not null check (length(title) <= 1000),
  number text check (number ~ '^[0-9A-Za-z.-]{1,20}$'),
  symbol text check (length(symbol) between 1 and 60),
  issued_on date,
  document_type text check (length(document_type) between 1 and 100),
  issuer text check (length(issuer) between 1 and 200),
  signer text check (length(signer) between 1 and 200),
  signed_and_numbered boolean not null generated always as (kind = 'document') stored,
  document_key text,
  file_number integer not null default 0 check (file_number >= 0),
  fold text not null,
  version integer not null default 1,
  created_at timestamptz not null,
  created_by uuid,
  created_by_name text not null,
  primary key (unit_id, id),
  unique (unit_id, document_key),
  constraint evidence_document_is_numbered check
    ((kind = 'document') = (number is not null and symbol is not null and issued_on is not null and document_key is not null)),
  constraint evidence_secret_is_stub check
    (level = 'normal' or (kind = 'document' and title = '' and signer is null and file_number = 0)),
  constraint evidence_has_title check (level = 'secret' or length(title) >= 3)
);
comment on table evidence is 'An issued document or a file that shows that something was done; used by obligations, reports and criteria.';
comment on column evidence.title is 'What the document is about (trích yếu), or the name given to a file; empty for a stub.';
comment on column evidence.level is 'secret: a document marked mật, of which only number, symbol and date are kept.';
comment on column evidence.issuer is 'Null: the unit itself.';
comment on column evidence.signed_and_numbered is 'A document was signed and numbered before it came here: it needs a check, not a second approval.';
comment on column evidence.document_key is 'Number, symbol, date and issuer in one form (domain/document-code.ts), so that a document is entered once.';
comment on column evidence.file_number is 'Number of the newest version of its file; 0: no file.';
create index evidence_by_age on evidence (unit_id, created_at desc, id desc);
create index evidence_by_issue on evidence (unit_id, issued_on desc, id desc) where kind = 'document';
create index evidence_by_words on evidence using gin (unit_id, fold gin_trgm_ops);
select own_by_unit('evidence');

create table evidence_file (
  unit_id uuid not null,
  evidence_id uuid not null,
  number integer not null check (number > 0),
  file_id uuid not null,
  note text check (length(note) <= 500),
  scan_asked boolean not null,
  at timestamptz not null,
  by_id uuid,
  by_name text not null,
  primary key (unit_id, evidence_id, number),
  foreign key (unit_id, evidence_id) references evidence (unit_id, id),
  foreign key (unit_id, file_id) references file (unit_id, id)
);
comment on table evidence_file is 'Versions of the file of a piece of evidence; a new one replaces none.';
comment on column evidence_file.note is 'Why this version came.';
comment on column evidence_file.scan_asked is 'A virus scanner was set up when it came: not to be opened before file_scan knows its bytes.';
create index evidence_file_by_file on evidence_file (unit_id, file_id);
select own_by_unit('evidence_file', 'append');

create table file_scan (
  unit_id uuid not null references unit (id),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  state text not null check (state in ('clean', 'infected')),
  found text check (length(found) <= 300),
  at timestamptz not null,
  primary key (unit_id, sha256),
  constraint file_scan_found check ((state = 'infected') = (found is not null))
);
comment on table file_scan is 'What the virus scanner said of some bytes.';
select own_by_unit('file_scan');

create table file_rendering (
  unit_id uuid not null references unit (id),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  state text not null check (state in ('ready', 'refused')),
  content bytea,
  refusal text,
  primary key (unit_id, sha256),
  constraint file_rendering_content check ((state = 'ready') = (content is not null) and (state = 'refused') = (refusal is not null))
);
comment on table file_rendering is 'Word and Excel files as text and tables (JSON, gzipped) for looking at beside a form; may be thrown away and made again.';
select own_by_unit('file_rendering');

update role set permissions = permissions || '{evidence.read,evidence.add}' where code = 'chair';
update role set permissions = permissions || '{evidence.read,evidence.add,evidence.correct}' where code = 'focal';
update role set permissions = permissions || '{evidence.add}' where code = 'officer';
