-- Who may sign in and what they may do. Schema auth holds what the sign-in library keeps (passwords, sessions, second
-- factors) and is reached by its own role only; accounts, roles and tokens of a unit are ours. The application reads a
-- session by one function and changes passwords by others, each bound to the unit of its transaction.

create schema auth;
grant usage on schema auth to {auth};

create table auth."user" (
  id uuid primary key default pg_catalog.gen_random_uuid(),
  name text not null,
  email text not null unique,
  "emailVerified" boolean not null,
  image text,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null default current_timestamp,
  username text unique,
  "displayUsername" text,
  "twoFactorEnabled" boolean,
  "unitId" uuid not null references public.unit (id)
);
comment on table auth."user" is 'Logins. Columns of better-auth 1.7 and the unit of the account; names and addresses of people are in person.';
comment on column auth."user".email is 'The library asks for one; not an address of anybody.';

create table auth.session (
  id uuid primary key default pg_catalog.gen_random_uuid(),
  "expiresAt" timestamptz not null,
  token text not null unique,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null,
  "ipAddress" text,
  "userAgent" text,
  "userId" uuid not null references auth."user" (id) on delete cascade
);
comment on table auth.session is 'Sessions by the real clock, also in a demo; updatedAt is when it was last seen.';
create index session_by_user on auth.session ("userId");

create table auth.account (
  id uuid primary key default pg_catalog.gen_random_uuid(),
  "accountId" text not null,
  "providerId" text not null,
  "userId" uuid not null references auth."user" (id) on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  scope text,
  password text,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null
);
comment on table auth.account is 'Ways to sign in: the scrypt hash of a password, or an identity given by VNeID or the province.';
create index account_by_user on auth.account ("userId");

create table auth.verification (
  id uuid primary key default pg_catalog.gen_random_uuid(),
  identifier text not null,
  value text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null default current_timestamp
);
comment on table auth.verification is 'Sign-ins between password and second factor.';
create index verification_by_identifier on auth.verification (identifier);

create table auth."twoFactor" (
  id uuid primary key default pg_catalog.gen_random_uuid(),
  secret text not null,
  "backupCodes" text not null,
  "userId" uuid not null references auth."user" (id) on delete cascade,
  verified boolean,
  "failedVerificationCount" integer,
  "lockedUntil" timestamptz
);
comment on table auth."twoFactor" is 'Second factors; secret and backup codes are encrypted by the key of the installation.';
create index two_factor_by_user on auth."twoFactor" ("userId");

create table auth.failure (
  username text not null,
  address text not null,
  failures integer not null,
  last_key text not null,
  last_at timestamptz not null,
  locked_until timestamptz,
  primary key (username, address)
);
comment on table auth.failure is 'Wrong passwords in a row for a name typed at an address, so that nobody is locked out from elsewhere. Real clock.';
comment on column auth.failure.last_key is 'Tells a form that was sent twice from a second try.';
comment on column auth.failure.address is 'IPv4 address, or the /64 network of an IPv6 address.';

grant select, insert, update, delete on all tables in schema auth to {auth};

create table role (
  code text primary key check (code ~ '^[a-z][a-z-]{1,30}$'),
  name text not null,
  description text not null,
  permissions text[] not null,
  needs_totp boolean not null default false,
  sort integer not null default 100
);
comment on table role is 'What an account may be in a unit, and which permissions that gives. Roles are data of the installation.';
comment on column role.needs_totp is 'Administrators and signers must enrol a second factor before they work.';
select shared_by_units('role');

insert into role (code, name, description, permissions, needs_totp, sort) values
  ('chair', 'Lãnh đạo', 'Chủ tịch, Phó Chủ tịch: xem toàn bộ, phê duyệt, ký.', '{plan.read,plan.accept,log.read,org.read}', true, 10),
  ('focal', 'Đầu mối cải cách hành chính', 'Nhập, sửa và trình kế hoạch; theo dõi, tổng hợp của cả đơn vị.', '{plan.read,plan.import,plan.edit,plan.accept,org.read,log.read}', false, 20),
  ('officer', 'Công chức', 'Thực hiện nhiệm vụ được giao và báo cáo kết quả.', '{plan.read,plan.work,org.read}', false, 30),
  ('clerk', 'Một cửa', 'Tiếp nhận và trả kết quả tại bộ phận một cửa.', '{plan.read,org.read}', false, 40),
  ('viewer', 'Chỉ xem', 'Xem kế hoạch và tổ chức của đơn vị.', '{plan.read,org.read}', false, 50),
  ('admin', 'Quản trị', 'Tổ chức, tài khoản, cài đặt và nhật ký của đơn vị.', '{org.read,org.manage,account.manage,setting.manage,log.read,plan.read}', true, 60);

create table account (
  unit_id uuid not null references unit (id),
  id uuid not null,
  username text not null check (username ~ '^[a-z0-9][a-z0-9._-]{2,39}$'),
  person_id uuid,
  name text check (length(name) between 2 and 200),
  email text check (length(email) between 3 and 254),
  demo boolean not null default false,
  must_change_password boolean not null default true,
  disabled_at timestamptz,
  signed_in_at timestamptz,
  fold text not null,
  version integer not null default 1,
  primary key (unit_id, id),
  foreign key (unit_id, person_id) references person (unit_id, id),
  constraint account_named_once check ((person_id is null) = (name is not null) and (person_id is null or email is null))
);
comment on table account is 'Accounts of a unit, made by its administrator; id is that of auth.user.';
comment on column account.name is 'Only for an account that belongs to no person of the unit; otherwise name and address are the person''s.';
comment on column account.demo is 'Invented person of the demonstration: signs in by one click and is not asked for a second factor.';
comment on column account.signed_in_at is 'Last sign-in, by the clock of the installation.';
create index account_by_person on account (unit_id, person_id);
create unique index account_by_username on account (unit_id, username);
create index account_by_words on account using gin (unit_id, fold gin_trgm_ops);
select own_by_unit('account');

create table account_role (
  unit_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  role text not null references role (code),
  department_id uuid,
  valid_from date not null,
  valid_to date check (valid_to is null or valid_to >= valid_from),
  given_by uuid,
  primary key (unit_id, id),
  unique nulls not distinct (unit_id, account_id, role, department_id, valid_from),
  foreign key (unit_id, account_id) references account (unit_id, id),
  foreign key (unit_id, department_id) references department (unit_id, id)
);
comment on table account_role is 'Roles of accounts, for the whole unit or one department, from one day to another, both included.';
comment on column account_role.department_id is 'Null: the whole unit.';
select own_by_unit('account_role');

create table api_token (
  unit_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  name text not null check (length(name) between 1 and 100),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  scopes text[] not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  last_used_at timestamptz,
  primary key (unit_id, id),
  foreign key (unit_id, account_id) references account (unit_id, id)
);
comment on table api_token is 'Personal tokens for programs; only the hash is kept. Times are those of the real clock.';
comment on column api_token.scopes is 'Permissions the token may use, of those its owner holds at the moment.';
create index api_token_by_account on api_token (unit_id, account_id);
create index api_token_by_hash on api_token (sha256);
select own_by_unit('api_token');

-- What the application may see of logins: no password, no token, no secret, and only of its unit.
create view account_login with (security_barrier) as
  select u."unitId" as unit_id, u.id as account_id, coalesce(u."twoFactorEnabled", false) as two_factor,
    exists (select 1 from auth.account a where a."userId" = u.id and a."providerId" = 'credential') as has_password,
    (select max(f.locked_until) from auth.failure f where f.username = u.username and f.locked_until > now()) as locked_until
  from auth."user" u
  where u."unitId" = nullif(current_setting('app.unit_id', true), '')::uuid;
comment on view account_login is 'Second factor and lock-out of the accounts of the unit of the transaction.';
grant select on account_login to {app};

create view account_session with (security_barrier) as
  select u."unitId" as unit_id, s.id, u.id as account_id, s."createdAt" as created_at, s."updatedAt" as last_seen_at,
    s."expiresAt" as expires_at, s."ipAddress" as address, s."userAgent" as device
  from auth.session s join auth."user" u on u.id = s."userId"
  where u."unitId" = nullif(current_setting('app.unit_id', true), '')::uuid and s."expiresAt" > now();
comment on view account_session is 'Living sessions of the accounts of the unit of the transaction.';
grant select on account_session to {app};

create function account_facts(p_unit uuid, p_account uuid, p_day date, p_scopes text[])
  returns table (name text, username text, email text, person_id uuid, must_change_password boolean,
    grants jsonb, department_ids jsonb, needs_totp boolean)
  language plpgsql stable security definer set search_path = public as $$
begin
  return query
  select coalesce(p.name, a.name), a.username, coalesce(p.email, a.email), a.person_id, a.must_change_password,
    coalesce(r.grants, '[]'::jsonb), coalesce(d.ids, '[]'::jsonb), coalesce(r.needs_totp, false) and not a.demo
  from account a
  left join person p on p.unit_id = a.unit_id and p.id = a.person_id
  left join lateral (
    select jsonb_agg(distinct jsonb_build_object('permission', g.permission, 'departmentId', h.department_id))
        filter (where p_scopes is null or g.permission = any (p_scopes)) as grants,
      bool_or(o.needs_totp) as needs_totp
    from (
      select x.role, x.department_id from account_role x
      where x.unit_id = a.unit_id and x.account_id = a.id
        and x.valid_from <= p_day and (x.valid_to is null or x.valid_to >= p_day)
      union
      select x.role, x.department_id from substitution s
      join account b on b.unit_id = s.unit_id and b.person_id = s.away_id
      join account_role x on x.unit_id = b.unit_id and x.account_id = b.id
      where s.unit_id = a.unit_id and s.substitute_id = a.person_id and s.valid_from <= p_day and s.valid_to >= p_day
        and x.valid_from <= p_day and (x.valid_to is null or x.valid_to >= p_day)
    ) h
    join role o on o.code = h.role
    cross join lateral unnest(o.permissions) g (permission)
  ) r on true
  left join lateral (
    select jsonb_agg(distinct q.department_id) as ids
    from position_holder h join position q on q.unit_id = h.unit_id and q.id = h.position_id
    where h.unit_id = a.unit_id and h.person_id = a.person_id and q.department_id is not null
      and h.valid_from <= p_day and (h.valid_to is null or h.valid_to >= p_day)
  ) d on true
  where a.unit_id = p_unit and a.id = p_account and a.disabled_at is null;
end $$;
comment on function account_facts is 'What an account is and may do on a day, with the roles of people it substitutes for then; nothing when it is disabled.';
revoke all on function account_facts from public;

create function find_session(p_token text, p_at timestamptz)
  returns table (session_id uuid, account_id uuid, person_id uuid, unit_id uuid, name text, username text, email text,
    grants jsonb, department_ids jsonb, must_change_password boolean, must_enrol_totp boolean)
  language plpgsql stable security definer set search_path = public as $$
begin
  return query
  select s.id, u.id, f.person_id, u."unitId", f.name, f.username, f.email, f.grants, f.department_ids,
    f.must_change_password, f.needs_totp and not coalesce(u."twoFactorEnabled", false)
  from auth.session s
  join auth."user" u on u.id = s."userId"
  cross join lateral account_facts(u."unitId", u.id, (p_at at time zone 'Asia/Ho_Chi_Minh')::date, null) f
  where s.token = p_token and s."expiresAt" > now();
end $$;
comment on function find_session is 'Who is behind a session token: expiry by the real clock, roles by the day of p_at. A sign-in that waits for its second factor has no session yet.';
revoke all on function find_session from public;
grant execute on function find_session to {app};

create function find_api_token(p_sha256 text, p_at timestamptz)
  returns table (session_id uuid, account_id uuid, person_id uuid, unit_id uuid, name text, username text, email text,
    grants jsonb, department_ids jsonb, must_change_password boolean, must_enrol_totp boolean)
  language plpgsql stable security definer set search_path = public as $$
begin
  return query
  select t.id, t.account_id, f.person_id, t.unit_id, f.name, f.username, f.email, f.grants, f.department_ids,
    f.must_change_password, f.needs_totp and not coalesce(u."twoFactorEnabled", false)
  from api_token t
  join auth."user" u on u.id = t.account_id
  cross join lateral account_facts(t.unit_id, t.account_id, (p_at at time zone 'Asia/Ho_Chi_Minh')::date, t.scopes) f
  where t.sha256 = p_sha256 and t.revoked_at is null and t.expires_at > now();
end $$;
comment on function find_api_token is 'Who is behind a personal token; its permissions are its scopes among those of its owner.';
revoke all on function find_api_token from public;
grant execute on function find_api_token to {app};

create function touch_session(p_session uuid) returns void
  language sql security definer set search_path = public as $$
  update auth.session set "updatedAt" = now(),
    "expiresAt" = greatest("expiresAt", least(now() + interval '12 hours', "createdAt" + interval '30 days'))
  where id = p_session and "expiresAt" > now()
$$;
comment on function touch_session is 'Notes that a session was seen: it lives 12 hours from then, at most 30 days in all.';
create function touch_api_token(p_unit uuid, p_token uuid) returns void
  language sql security definer set search_path = public as $$
  update api_token set last_used_at = now() where unit_id = p_unit and id = p_token
$$;
revoke all on function touch_session, touch_api_token from public;
grant execute on function touch_session, touch_api_token to {app};

create function refuse_other_unit(p_unit uuid) returns void language plpgsql as $$
begin
  if p_unit is distinct from nullif(current_setting('app.unit_id', true), '')::uuid then
    raise exception 'a login of another unit';
  end if;
end $$;

create function make_login(p_unit uuid, p_account uuid, p_username text, p_password_hash text) returns boolean
  language plpgsql security definer set search_path = public as $$
begin
  perform refuse_other_unit(p_unit);
  insert into auth."user" (id, name, email, "emailVerified", username, "displayUsername", "unitId")
  values (p_account, p_username, p_account || '@account.invalid', false, p_username, p_username, p_unit)
  on conflict (username) do nothing;
  if not found then
    return false;
  end if;
  insert into auth.account (id, "accountId", "providerId", "userId", password, "updatedAt")
  values (gen_random_uuid(), p_account::text, 'credential', p_account, p_password_hash, now());
  return true;
end $$;
comment on function make_login is 'Makes the login of a new account in the transaction that makes the account; false when the name is taken.';

create function set_login_password(p_unit uuid, p_account uuid, p_password_hash text) returns boolean
  language plpgsql security definer set search_path = public as $$
begin
  perform refuse_other_unit(p_unit);
  update auth.account a set password = p_password_hash, "updatedAt" = now()
  from auth."user" u
  where u.id = p_account and u."unitId" = p_unit and a."userId" = u.id and a."providerId" = 'credential';
  return found;
end $$;

create function end_sessions(p_unit uuid, p_account uuid, p_only uuid, p_except uuid) returns integer
  language plpgsql security definer set search_path = public as $$
declare ended integer;
begin
  perform refuse_other_unit(p_unit);
  delete from auth.session s using auth."user" u
  where u.id = p_account and u."unitId" = p_unit and s."userId" = u.id
    and (p_only is null or s.id = p_only) and (p_except is null or s.id <> p_except);
  get diagnostics ended = row_count;
  return ended;
end $$;
comment on function end_sessions is 'Ends sessions of an account: one of them, all but one, or all; gives their number.';

create function set_two_factor(p_unit uuid, p_account uuid, p_on boolean) returns boolean
  language plpgsql security definer set search_path = public as $$
begin
  perform refuse_other_unit(p_unit);
  if p_on then
    update auth."twoFactor" t set verified = true, "failedVerificationCount" = 0, "lockedUntil" = null
    from auth."user" u where u.id = p_account and u."unitId" = p_unit and t."userId" = u.id;
  else
    delete from auth."twoFactor" t using auth."user" u where u.id = p_account and u."unitId" = p_unit and t."userId" = u.id;
  end if;
  if p_on and not found then
    return false;
  end if;
  update auth."user" set "twoFactorEnabled" = p_on, "updatedAt" = now() where id = p_account and "unitId" = p_unit;
  return found;
end $$;
comment on function set_two_factor is 'Turns the second factor on once its secret is stored and a code was right, or removes it.';

create function release_lock(p_unit uuid, p_account uuid) returns integer
  language plpgsql security definer set search_path = public as $$
declare released integer;
begin
  perform refuse_other_unit(p_unit);
  update auth."twoFactor" t set "failedVerificationCount" = 0, "lockedUntil" = null
  from auth."user" u where u.id = p_account and u."unitId" = p_unit and t."userId" = u.id;
  delete from auth.failure f using auth."user" u where u.id = p_account and u."unitId" = p_unit and f.username = u.username;
  get diagnostics released = row_count;
  return released;
end $$;
comment on function release_lock is 'Forgets wrong passwords and codes of an account, at all addresses.';

revoke all on function make_login, set_login_password, end_sessions, set_two_factor, release_lock from public;
grant execute on function make_login, set_login_password, end_sessions, set_two_factor, release_lock, refuse_other_unit to {app};
