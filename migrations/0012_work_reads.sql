-- What reading the work of a unit keeps beside it: when its staffing changed, and the secret addresses of calendars.

create table staffing_revision (
  unit_id uuid not null references unit (id),
  revision uuid not null,
  primary key (unit_id)
);
comment on table staffing_revision is 'Changes with everything that says who acts in which post, so that a server may keep that and know when it is stale.';
select own_by_unit('staffing_revision');

create function staffing_changed() returns trigger language plpgsql as $$
begin
  insert into staffing_revision (unit_id, revision)
  values (case tg_op when 'DELETE' then old.unit_id else new.unit_id end, gen_random_uuid())
  on conflict (unit_id) do update set revision = excluded.revision;
  return null;
end $$;
comment on function staffing_changed is 'Runs as the last act of a transaction, so that two changes of a unit wait for each other no longer than a commit takes.';

create constraint trigger staffing_by_position after insert or update or delete on position
  deferrable initially deferred for each row execute function staffing_changed();
create constraint trigger staffing_by_holder after insert or update or delete on position_holder
  deferrable initially deferred for each row execute function staffing_changed();
create constraint trigger staffing_by_substitution after insert or update or delete on substitution
  deferrable initially deferred for each row execute function staffing_changed();
create constraint trigger staffing_by_duty_post after insert or update or delete on duty_post
  deferrable initially deferred for each row execute function staffing_changed();
create constraint trigger staffing_by_duty after update on duty
  deferrable initially deferred for each row when (old.code is distinct from new.code) execute function staffing_changed();
create constraint trigger staffing_by_name after update on person
  deferrable initially deferred for each row when (old.name is distinct from new.name) execute function staffing_changed();

create table calendar_feed (
  unit_id uuid not null references unit (id),
  account_id uuid not null,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  created_at timestamptz not null,
  used_on date,
  primary key (unit_id, account_id),
  foreign key (unit_id, account_id) references account (unit_id, id)
);
comment on table calendar_feed is 'The secret address of a person''s calendar: SHA-256 of its token; made anew or revoked by its owner only.';
comment on column calendar_feed.used_on is 'The last day a calendar program asked for it.';
select own_by_unit('calendar_feed');

create index calendar_feed_by_hash on calendar_feed (hash);

create function find_calendar_feed(p_hash text, p_at timestamptz)
  returns table (unit_id uuid, account_id uuid, person_id uuid, grants jsonb)
  language plpgsql stable security definer set search_path = public as $$
begin
  return query
  select c.unit_id, c.account_id, f.person_id, f.grants
  from calendar_feed c
  cross join lateral account_facts(c.unit_id, c.account_id, (p_at at time zone 'Asia/Ho_Chi_Minh')::date, null) f
  where c.hash = p_hash;
end $$;
comment on function find_calendar_feed is 'Whose calendar an address shows, with what that person may read today; nothing when the account is disabled.';
revoke all on function find_calendar_feed from public;
grant execute on function find_calendar_feed to {app};
