-- Long plans, faster: pages in the order of the plan or of a field come from an index alone, and a search for a number
-- uses the index of words.

drop index plan_task_in_order;
create index plan_task_in_order on plan_task (unit_id, plan_id, position, id) include (from_version, to_version, field_code, ours, due_months, change);
drop index plan_task_by_field;
create index plan_task_by_field on plan_task (unit_id, plan_id, field_code, position, id) include (from_version, to_version, ours, due_months, change);

-- Rows of all units and of issued versions: what is searched is no part of what was issued.
alter table plan_task disable trigger keeps;
alter table plan_task no force row level security;
update plan_task set fold = ' ' || regexp_replace(fold, '([^a-z0-9 ])(?=[0-9])', '\1 ', 'g');
alter table plan_task force row level security;
alter table plan_task enable trigger keeps;
comment on column plan_task.fold is 'Folded content, outputs, leads and coordinators with a space before each number: what the list searches.';
