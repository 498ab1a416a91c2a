import type pg from 'pg';
import type { Id, UnitId } from '#kernel/brands.ts';
import { fold } from '#kernel/fold.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { newId } from '#server/ids.ts';

/** How much work is made, and the day it is seen on. */
export interface WorkSize {
  readonly tasks: number;
  readonly obligations: number;
  readonly posts: number;
  readonly today: PlainDate;
}

export interface BigWork {
  readonly planId: Id;
  readonly posts: readonly Id[];
  /** Who holds the post of the same place. */
  readonly people: readonly Id[];
}

const contents = [
  'Tham mưu ban hành kế hoạch kiểm soát thủ tục hành chính',
  'Rà soát, đánh giá văn bản quy phạm pháp luật',
  'Tuyên truyền cải cách hành chính trên hệ thống truyền thanh',
  'Cập nhật quy trình nội bộ theo tiêu chuẩn ISO',
  'Khảo sát sự hài lòng của người dân về dịch vụ hành chính công',
  'Báo cáo kết quả thực hiện cải cách hành chính',
  'Bồi dưỡng nghiệp vụ cho cán bộ, công chức',
];
const places = ['thôn Đông', 'thôn Tây', 'thôn Nam', 'thôn Bắc', 'khu chợ', 'bến cá', 'làng nghề', 'ven biển'];
const fields = ['the-che', 'thu-tuc', 'bo-may', 'cong-vu', 'tai-chinh', 'chinh-quyen-so', 'dieu-hanh'];

/** A unit's posts, tasks and obligations of a year that is nearly over: most of what was due is done, some of it late. */
export async function makeBigWork(owner: pg.Pool, unitId: UnitId, size: WorkSize): Promise<BigWork> {
  const posts = Array.from({ length: size.posts }, newId);
  const people = Array.from({ length: size.posts }, newId);
  const planId = newId();
  await makePosts(owner, unitId, posts, people);
  await owner.query(
    `insert into plan (unit_id, id, year, title, issuer, version, fold, created_at)
     values ($1, $2, extract(year from $3::date), 'Kế hoạch cải cách hành chính', 'UBND xã', 1, 'ke hoach', $3::date)`,
    [unitId, planId, size.today],
  );
  await makeTasks(owner, unitId, planId, posts, size);
  await makeObligations(owner, unitId, size);
  await countThem(owner, unitId, size.today);
  await owner.query('vacuum analyze');
  return { planId, posts, people };
}

async function makePosts(owner: pg.Pool, unitId: UnitId, posts: readonly Id[], people: readonly Id[]): Promise<void> {
  const departments = Array.from({ length: 8 }, newId);
  const long = [unitId, '2000-01-01'];
  await owner.query(
    `insert into department (unit_id, id, code, name, valid_from, fold)
     select $1, id, 'bo-phan-' || nth, 'Bộ phận số ' || nth, $2, 'bo phan so ' || nth
     from unnest($3::uuid[]) with ordinality d (id, nth)`,
    [...long, departments],
  );
  await owner.query(
    `insert into person (unit_id, id, name, valid_from, fold)
     select $1, id, 'Người Thử Số ' || nth, $2, 'nguoi thu so ' || nth from unnest($3::uuid[]) with ordinality d (id, nth)`,
    [...long, people],
  );
  await owner.query(
    `insert into position (unit_id, id, code, title, department_id, leader, sort, valid_from, fold)
     select $1, id, 'chuc-danh-' || nth, 'Chức danh số ' || nth, ($4::uuid[])[1 + nth % 8], nth <= 2, nth, $2,
       'chuc danh so ' || nth
     from unnest($3::uuid[]) with ordinality d (id, nth)`,
    [...long, posts, departments],
  );
  await owner.query(
    `insert into position_holder (unit_id, id, position_id, person_id, mode, valid_from)
     select $1, uuidv7(), post, person, 'holder', $2 from unnest($3::uuid[], $4::uuid[]) d (post, person)`,
    [...long, posts, people],
  );
}

async function makeTasks(owner: pg.Pool, unitId: UnitId, planId: Id, posts: readonly Id[], size: WorkSize) {
  await owner.query(
    `insert into work_task (unit_id, id, source, plan_id, plan_year, place, number, field_code, content, position_id,
       holder_name, fold, created_at)
     select $1::uuid, uuidv7(), 'plan', $2, extract(year from $3::date), 'PL0' || 1 + i % 8, i::text,
       ($4::text[])[1 + i % 7], ($5::text[])[1 + i % 7] || ' tại ' || ($6::text[])[1 + i % 8] || ', tổ số ' || i % 1009,
       ($7::uuid[])[1 + (i * 7 + i / 40) % $8], 'Chức danh', ($9::text[])[1 + i % 7] || ' tai ' || ($10::text[])[1 + i % 8]
         || ', to so ' || i % 1009, $3::date
     from generate_series(0, $11::integer - 1) i`,
    [
      ...[unitId, planId, size.today, fields, contents, places, posts, posts.length],
      ...[contents.map(fold), places.map(fold), size.tasks],
    ],
  );
}

/** Due days from ten months back to two months on; what is past is mostly accepted, some of it handed in late. */
async function makeObligations(owner: pg.Pool, unitId: UnitId, { tasks, obligations, today }: WorkSize): Promise<void> {
  const days = 365;
  await owner.query(
    `insert into obligation (unit_id, id, task_id, plan_id, output_id, kind, title, period, due, first_due, due_words,
       position_id, department_id, field_code, stage, done_on, approver_id, state)
     select m.*, obligation_state(stage, true, due, done_on, $5::date, 7) from (
       select t.unit_id, uuidv7(), t.id, t.plan_id, uuidv7(), 'dated',
         'Văn bản triển khai đợt ' || n, '', d.due, d.due as first_due, 'ngày ' || d.due, t.position_id,
         p.department_id, t.field_code, s.stage,
         case when s.stage = 'accepted' then d.due - 2 + case when d.h % 11 = 0 then 5 else 0 end end as done_on,
         case when s.stage = 'submitted' then (select id from position where unit_id = $1 order by sort limit 1) end
       from work_task t
       join position p on p.unit_id = t.unit_id and p.id = t.position_id
       cross join generate_series(1, $2::integer) n
       cross join lateral (select abs(hashtext(t.id::text || n)) as h,
         $5::date - 300 + abs(hashtext(n || t.id::text)) % $4::integer as due) d
       cross join lateral (select case
         when d.due < $5::date then case when d.h % 100 < 88 then 'accepted' when d.h % 100 < 95 then 'open' else 'started' end
         when d.h % 100 < 2 then 'submitted' when d.h % 100 < 20 then 'started' else 'open' end as stage) s
       where t.unit_id = $1 and t.number::integer < $3
     ) m`,
    [unitId, obligations / tasks, tasks, days, today],
  );
}

/** The counts and the day they hold for, as the nightly derivation leaves them. */
async function countThem(owner: pg.Pool, unitId: UnitId, today: PlainDate): Promise<void> {
  await owner.query(
    `insert into work_count (unit_id, id, plan_id, field_code, position_id, person_id, department_id, month, state, n)
     select $1, uuidv7(), plan_id, field_code, position_id, person_id, department_id,
       date_trunc('month', due)::date, state, count(*)
     from obligation where unit_id = $1 group by plan_id, field_code, position_id, person_id, department_id, 8, state`,
    [unitId],
  );
  await owner.query(`insert into work_day (unit_id, derived_for, derived_at) values ($1, $2, $2::date)`, [
    unitId,
    today,
  ]);
}
