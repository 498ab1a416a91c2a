-- Reminders: which output was told to whom at which step before or after its day, so that nothing is late without
-- somebody having been told, and nobody is told the same twice.

create table reminder (
  unit_id uuid not null,
  id uuid not null,
  obligation_id uuid not null,
  account_id uuid not null,
  kind text not null check (kind in ('due', 'approve', 'escalated', 'empty')),
  due date not null,
  step integer not null,
  day date not null,
  once text not null,
  primary key (unit_id, id),
  unique (unit_id, obligation_id, account_id, kind, due, step),
  foreign key (unit_id, obligation_id) references obligation (unit_id, id),
  foreign key (unit_id, account_id) references account (unit_id, id)
);
comment on table reminder is 'One output told to one person at one step; the notice of the day gathers all of a person.';
comment on column reminder.step is 'Days left when it was due to be told: 7, 3, 1, 0; below 0: days late.';
comment on column reminder.due is 'The due day it was about: after an extension the steps begin anew.';
comment on column reminder.once is 'Names the notice that told it (notification.once).';
select own_by_unit('reminder', 'append');

create table reminder_week (
  unit_id uuid not null references unit (id),
  monday date not null,
  made_at timestamptz not null,
  primary key (unit_id, monday)
);
comment on table reminder_week is 'Weeks whose digest was made.';
select own_by_unit('reminder_week', 'append');
