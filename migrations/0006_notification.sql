-- Notices to people: what happened, whom it concerns, what each person wants to be told by which channel, and the state
-- of every e-mail. And the settings of a unit.

create table notification (
  unit_id uuid not null references unit (id),
  id uuid not null,
  kind text not null check (kind ~ '^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)+$'),
  record_type text not null check (length(record_type) between 1 and 60),
  record_id text not null check (length(record_id) between 1 and 200),
  params jsonb not null default '{}',
  once text check (length(once) between 1 and 200),
  at timestamptz not null,
  primary key (unit_id, id),
  constraint notification_once unique (unit_id, kind, once)
);
comment on table notification is 'One thing that happened and that people are told of; its words come from the module that knows the kind.';
comment on column notification.params is 'What the words of the kind are filled with; names and numbers, no content of documents.';
comment on column notification.once is 'Given when the same notice may come about several times and must be told once, e.g. a reminder for one day.';
create index notification_by_record on notification (unit_id, record_type, record_id);
select own_by_unit('notification');

create table notification_recipient (
  unit_id uuid not null,
  notification_id uuid not null,
  account_id uuid not null,
  in_app boolean not null,
  read_at timestamptz,
  touched uuid not null,
  primary key (unit_id, notification_id, account_id),
  foreign key (unit_id, notification_id) references notification (unit_id, id),
  foreign key (unit_id, account_id) references account (unit_id, id)
);
comment on table notification_recipient is 'Whom a notice is for, and when that person read it.';
comment on column notification_recipient.in_app is 'False when the person wants this kind by other channels only.';
comment on column notification_recipient.touched is 'UUIDv7 made when the row came or was read: live connections ask for what is newer than what they know.';
create index notification_recipient_by_account on notification_recipient (unit_id, account_id, notification_id desc) where in_app;
create index notification_recipient_unread on notification_recipient (unit_id, account_id) where in_app and read_at is null;
create index notification_recipient_touched on notification_recipient (unit_id, account_id, touched);
select own_by_unit('notification_recipient');

create table delivery (
  unit_id uuid not null,
  id uuid not null,
  notification_id uuid not null,
  account_id uuid not null,
  channel text not null check (channel in ('email')),
  state text not null check (state in ('waiting', 'sending', 'sent', 'failed', 'discarded')),
  address text check (length(address) between 3 and 254),
  attempts integer not null default 0 check (attempts >= 0),
  repeats integer not null default 0 check (repeats >= 0),
  next_at timestamptz,
  claimed_at timestamptz,
  sent_at timestamptz,
  error_code text,
  error_reply text check (length(error_reply) <= 500),
  since timestamptz not null,
  version integer not null default 1,
  primary key (unit_id, id),
  unique (unit_id, notification_id, account_id, channel),
  foreign key (unit_id, notification_id, account_id)
    references notification_recipient (unit_id, notification_id, account_id),
  constraint delivery_waits_for_a_time check ((state = 'waiting') = (next_at is not null)),
  constraint delivery_sending_is_claimed check ((state = 'sending') = (claimed_at is not null)),
  constraint delivery_sent_at_a_time check ((state = 'sent') = (sent_at is not null))
);
comment on table delivery is 'A notice on its way by a channel outside this system; its id makes the Message-ID of the e-mail.';
comment on column delivery.address is 'Where it went at the last attempt.';
comment on column delivery.repeats is 'Times it was sent again although the former attempt may have arrived: the receiver can tell by the same Message-ID.';
comment on column delivery.since is 'When sending began, or was begun anew by an administrator; given up five days later.';
comment on column delivery.error_code is 'Why the last attempt did not succeed; words in the text of the module.';
comment on column delivery.error_reply is 'What the mail server answered, as it wrote it.';
create index delivery_due on delivery (next_at, unit_id) where state = 'waiting';
create index delivery_due_in_unit on delivery (unit_id, next_at) where state = 'waiting';
create index delivery_claimed on delivery (unit_id, claimed_at) where state = 'sending';
create index delivery_by_state on delivery (unit_id, state, id desc);
select own_by_unit('delivery');

create function find_units_with_mail(p_at timestamptz) returns setof uuid
  language sql security definer set search_path = public as $$
  select unit_id from delivery where state = 'waiting' and next_at <= p_at
  union
  select unit_id from delivery where state = 'waiting' and next_at > p_at + interval '2 days'
  union
  select unit_id from delivery where state = 'sending'
$$;
comment on function find_units_with_mail is 'Units that have e-mail to send now or taken up and not finished. No delay is longer than a day, so a later time means that the demo clock was moved back.';
revoke all on function find_units_with_mail from public;
grant execute on function find_units_with_mail to {worker};

create table notification_preference (
  unit_id uuid not null,
  account_id uuid not null,
  choices jsonb not null default '{}' check (jsonb_typeof(choices) = 'object'),
  quiet_from smallint check (quiet_from between 0 and 1439),
  quiet_to smallint check (quiet_to between 0 and 1439),
  version integer not null default 1,
  primary key (unit_id, account_id),
  foreign key (unit_id, account_id) references account (unit_id, id),
  constraint notification_preference_quiet_both check ((quiet_from is null) = (quiet_to is null) and quiet_from <> quiet_to)
);
comment on table notification_preference is 'What a person wants to be told by which channel; without a row, the defaults of the kinds.';
comment on column notification_preference.choices is 'By kind: {"app": true, "email": false}.';
comment on column notification_preference.quiet_from is 'Minute of the day in Viet Nam from which no e-mail is sent; may be later than quiet_to, over midnight.';
select own_by_unit('notification_preference');

create table unit_setting (
  unit_id uuid not null references unit (id),
  key text not null check (length(key) between 3 and 60),
  value jsonb not null,
  version integer not null default 1,
  primary key (unit_id, key)
);
comment on table unit_setting is 'What an administrator set for the unit; a setting without a row has its default. Keys and forms are in src/modules/setting/domain.';
select own_by_unit('unit_setting');
