-- The log: who did what, when, on which record. Acts insert an entry in their own transaction; a sequencer gives each
-- its place in the Merkle tree of its unit (RFC 9162) and signs the head. See src/server/log and verify.

create table log_entry (
  unit_id uuid not null,
  id uuid not null,
  at timestamptz(3) not null,
  actor uuid,
  action text not null check (length(action) between 1 and 100),
  record_type text not null check (length(record_type) between 1 and 60),
  record_id text not null check (length(record_id) between 1 and 200),
  before_commitment bytea check (octet_length(before_commitment) = 32),
  after_commitment bytea check (octet_length(after_commitment) = 32),
  context_commitment bytea check (octet_length(context_commitment) = 32),
  leaf bytea not null check (octet_length(leaf) = 32),
  primary key (unit_id, id)
);
comment on table log_entry is 'One act or refusal, without personal data; never changed, never removed.';
comment on column log_entry.actor is 'Account that acted; null for the system and for the public.';
comment on column log_entry.before_commitment is 'SHA-256 of the salt and the canonical JSON of the value before; null when there was none.';
comment on column log_entry.context_commitment is 'The same of reason, name of the actor and whatever else tells how it came about.';
comment on column log_entry.leaf is 'SHA-256 of 0x00 and the canonical JSON of the other columns: the leaf of the tree.';
create index log_entry_by_record on log_entry (unit_id, record_type, record_id, id);
select own_by_unit('log_entry', 'append');

create table log_detail (
  unit_id uuid not null,
  entry_id uuid not null,
  salt bytea not null check (octet_length(salt) = 16),
  before jsonb,
  after jsonb,
  context jsonb,
  primary key (unit_id, entry_id),
  foreign key (unit_id, entry_id) references log_entry (unit_id, id)
);
comment on table log_detail is 'What the commitments of an entry stand for. May hold personal data, and may be erased by erase_log_detail.';
comment on column log_detail.context is 'Object with reason, actorName and the like.';
select own_by_unit('log_detail', 'append');

create table log_pending (
  unit_id uuid not null,
  entry_id uuid not null,
  leaf bytea not null,
  primary key (unit_id, entry_id)
);
comment on table log_pending is 'Entries that are not yet under a signed head. No foreign key: an entry removed meanwhile must be named, not block.';
select own_by_unit('log_pending', 'append');
revoke select on log_pending from {app};

create table log_sequence (
  unit_id uuid not null,
  index bigint not null check (index >= 0),
  entry_id uuid not null,
  leaf bytea not null check (octet_length(leaf) = 32),
  primary key (unit_id, index),
  unique (unit_id, entry_id)
);
comment on table log_sequence is 'Place of each entry in the tree of its unit, from 0 without gaps; written by the sequencer only.';
select own_by_unit('log_sequence', 'append');
revoke insert on log_sequence from {app};

create table log_head (
  unit_id uuid not null,
  size bigint not null check (size > 0),
  root bytea not null check (octet_length(root) = 32),
  at timestamptz(3) not null,
  joint bigint not null check (joint > 0),
  signature bytea not null check (octet_length(signature) = 64),
  primary key (unit_id, size)
);
comment on table log_head is 'Signed heads of the tree of a unit, one for each size that was signed.';
comment on column log_head.joint is 'Number of the first joint head that covers this head.';
create index log_head_by_joint on log_head (joint);
select own_by_unit('log_head', 'append');
revoke insert on log_head from {app};

create table log_joint_head (
  number bigint primary key check (number > 0),
  units integer not null check (units > 0),
  root bytea not null check (octet_length(root) = 32),
  at timestamptz(3) not null,
  signature bytea not null check (octet_length(signature) = 64)
);
comment on table log_joint_head is 'Signed heads over all units: the root of the tree over the newest head of each unit, in the order of unit ids.';
select shared_by_units('log_joint_head');

-- The sequencer works for all units under the worker's role: it may read entries and add places and heads, and it
-- may change or remove nothing but the queue.
create policy sequencer on log_entry for select to {worker} using (true);
create policy sequencer on log_pending for all to {worker} using (true);
create policy sequencer on log_sequence for all to {worker} using (true);
create policy sequencer on log_head for all to {worker} using (true);
grant select on log_entry to {worker};
grant select, delete on log_pending to {worker};
grant select, insert on log_sequence, log_head, log_joint_head to {worker};

create function append_log(p_unit uuid, p_entries jsonb) returns void language plpgsql as $$
declare
  entry jsonb;
  detail jsonb;
begin
  for entry in select value from jsonb_array_elements(p_entries) loop
    insert into log_entry (unit_id, id, at, actor, action, record_type, record_id,
      before_commitment, after_commitment, context_commitment, leaf)
    values (p_unit, (entry ->> 'id')::uuid, (entry ->> 'at')::timestamptz, (entry ->> 'actor')::uuid,
      entry ->> 'action', entry ->> 'record_type', entry ->> 'record_id',
      decode(entry ->> 'before_commitment', 'hex'), decode(entry ->> 'after_commitment', 'hex'),
      decode(entry ->> 'context_commitment', 'hex'), decode(entry ->> 'leaf', 'hex'));
    detail := entry -> 'detail';
    if jsonb_typeof(detail) = 'object' then
      insert into log_detail (unit_id, entry_id, salt, before, after, context)
      values (p_unit, (entry ->> 'id')::uuid, decode(detail ->> 'salt', 'hex'),
        detail -> 'before', detail -> 'after', detail -> 'context');
    end if;
    insert into log_pending (unit_id, entry_id, leaf)
    values (p_unit, (entry ->> 'id')::uuid, decode(entry ->> 'leaf', 'hex'));
  end loop;
end $$;
comment on function append_log is 'Adds entries (as src/server/log/entry.ts makes them) to the log of a unit, in the transaction of the act.';
grant execute on function append_log to {app}, {worker};

create function erase_log_detail(p_unit uuid, p_entry uuid) returns boolean
  language plpgsql security definer set search_path = public as $$
begin
  if p_unit is distinct from nullif(current_setting('app.unit_id', true), '')::uuid then
    raise exception 'the log of another unit';
  end if;
  if not exists (select 1 from log_entry where unit_id = p_unit and record_type = 'log-entry'
      and record_id = p_entry::text and action = 'log.detail-erased') then
    raise exception 'an erasure needs its own log entry first';
  end if;
  delete from log_detail where unit_id = p_unit and entry_id = p_entry;
  return found;
end $$;
comment on function erase_log_detail is 'Erases the personal data behind an entry; the entry and the tree stay valid. The erasure itself must have been logged as log.detail-erased.';
revoke all on function erase_log_detail from public;
grant execute on function erase_log_detail to {app};
