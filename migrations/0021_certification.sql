-- Certification (chứng thực): one book for each kind, numbered by year without gaps; what is asked for a page or a case is
-- data with its source and day of effect.

create table certification_tariff (
  unit_id uuid not null references unit (id),
  book text not null check (book in ('copy', 'electronic-copy', 'signature', 'contract')),
  valid_from date not null,
  first_pages integer not null check (first_pages >= 0),
  first_price integer not null check (first_price >= 0),
  next_price integer not null check (next_price >= 0),
  most_per_copy integer check (most_per_copy >= 0),
  per_case integer not null check (per_case >= 0),
  citation text not null check (length(citation) between 3 and 300),
  verified boolean not null default false,
  set_at timestamptz not null,
  set_by_name text not null,
  version integer not null default 1,
  primary key (unit_id, book, valid_from)
);
comment on table certification_tariff is 'Fees of a book from a day on, as the unit entered them; without a row the shipped ones hold (domain/tariff.ts).';
comment on column certification_tariff.first_pages is 'So many first pages of a copy cost first_price each, the others next_price, at most most_per_copy for one copy.';
select own_by_unit('certification_tariff');

create table certification (
  unit_id uuid not null references unit (id),
  id uuid not null,
  book text not null check (book in ('copy', 'electronic-copy', 'signature', 'contract')),
  year integer not null,
  number integer not null check (number > 0),
  day date not null,
  at timestamptz not null,
  requester text not null check (length(requester) between 1 and 300),
  requester_number text check (length(requester_number) between 1 and 40),
  others text not null default '' check (length(others) <= 1000),
  content text not null check (length(content) between 2 and 1000),
  pages integer not null check (pages between 0 and 10000),
  copies integer not null check (copies between 1 and 1000),
  fee integer not null check (fee >= 0),
  exemption text check (length(exemption) between 2 and 300),
  signer text not null check (length(signer) between 1 and 200),
  dossier_id uuid,
  evidence_id uuid,
  by_id uuid,
  by_name text not null,
  voided_at timestamptz,
  voided_by_name text,
  voided_reason text check (length(voided_reason) between 5 and 1000),
  fold text not null,
  version integer not null default 1,
  primary key (unit_id, id),
  unique (unit_id, book, year, number),
  foreign key (unit_id, dossier_id) references dossier (unit_id, id),
  foreign key (unit_id, evidence_id) references evidence (unit_id, id),
  constraint certification_void_says_why check ((voided_at is null) = (voided_reason is null))
);
comment on table certification is 'An entry of a certification book. A mistake is struck out with its reason and keeps its number.';
comment on column certification.others is 'Contracts: the other parties.';
create index certification_by_day on certification (unit_id, book, day, number);
create index certification_by_words on certification using gin (unit_id, fold gin_trgm_ops);
select own_by_unit('certification');

update role set permissions = permissions || '{certification.read,certification.enter}' where code = 'clerk';
update role set permissions = permissions || '{certification.read,certification.enter}' where code = 'officer';
update role set permissions = permissions || '{certification.read}' where code in ('chair', 'focal');
update role set permissions = permissions || '{certification.read,certification.configure}' where code = 'admin';
