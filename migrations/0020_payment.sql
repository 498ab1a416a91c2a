-- Fees and charges (phí, lệ phí) taken at the counter: every taking and every refund is a row that stays; a day of cash is
-- counted and closed, and what was counted stands beside what the book says.

create table fee_entry (
  unit_id uuid not null references unit (id),
  id uuid not null,
  kind text not null check (kind in ('taking', 'refund')),
  number integer not null check (number > 0),
  year integer not null,
  dossier_id uuid,
  certification_id uuid,
  refunds_id uuid,
  payer text not null check (length(payer) between 1 and 300),
  rows jsonb not null,
  amount bigint not null check (amount >= 0),
  way text not null check (way in ('cash', 'transfer')),
  reference text check (length(reference) between 1 and 100),
  reason text check (length(reason) between 5 and 1000),
  at timestamptz not null,
  day date not null,
  by_id uuid,
  by_name text not null,
  primary key (unit_id, id),
  unique (unit_id, kind, year, number),
  foreign key (unit_id, dossier_id) references dossier (unit_id, id),
  foreign key (unit_id, refunds_id) references fee_entry (unit_id, id),
  constraint fee_entry_refund_says_why check ((kind = 'refund') = (refunds_id is not null and reason is not null))
);
comment on table fee_entry is 'What was taken or given back, appended; a mistake is mended by a refund and a new taking.';
comment on column fee_entry.rows is 'What it was for: [{code, name, quantity, price, amount, exemption, note}], amounts in đồng.';
create unique index fee_entry_refunded_once on fee_entry (unit_id, refunds_id) where refunds_id is not null;
create index fee_entry_by_day on fee_entry (unit_id, day, at);
create index fee_entry_by_dossier on fee_entry (unit_id, dossier_id) where dossier_id is not null;
create index fee_entry_by_certification on fee_entry (unit_id, certification_id) where certification_id is not null;
select own_by_unit('fee_entry', 'append');

create table cash_day (
  unit_id uuid not null references unit (id),
  day date not null,
  booked bigint not null,
  counted bigint not null check (counted >= 0),
  note text check (length(note) <= 1000),
  closed_at timestamptz not null,
  closed_by uuid,
  closed_by_name text not null,
  version integer not null default 1,
  primary key (unit_id, day),
  constraint cash_day_difference_explained check (booked = counted or length(note) >= 5)
);
comment on table cash_day is 'A day of cash as counted: a difference to the book is explained, and nothing more is booked on a closed day.';
select own_by_unit('cash_day');

update role set permissions = permissions || '{payment.take,payment.read}' where code = 'clerk';
update role set permissions = permissions || '{payment.read}' where code in ('chair', 'focal', 'admin');
