import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type pg from 'pg';
import type { UnitId } from '#kernel/brands.ts';
import { addDays } from '#kernel/plain-date.ts';
import { modules } from '#modules/index.server.ts';
import { remind } from '#modules/reminder/jobs.ts';
import { systemClock } from '#server/clock.ts';
import { newId } from '#server/ids.ts';
import { runInUnit, startJobs } from '#server/jobs.ts';
import { aUnit } from '#test/factories.ts';
import type { BenchRow } from './bench-row.ts';
import { type MailRig, startMailRig } from './mail/mail-rig.ts';

export const title = 'Nhắc việc: 10.000 thư tới 10.000 người, tiến trình gửi bị kill -9 giữa chừng';

const people = Number(process.env.BENCH_LETTERS ?? 10_000);
const lanes = 8;
const senderFile = fileURLToPath(new URL('../src/test/mail-sender-process.ts', import.meta.url));

/** Reminds everybody of one output each, through the jobs of the product, with a sender that is killed once. */
export async function run(): Promise<BenchRow[]> {
  const rig = await startMailRig();
  const { services, owner, urls } = rig;
  const children: ChildProcess[] = [];
  const startSender = () => {
    const now = new Date().toISOString();
    const args = [senderFile, urls.app, urls.worker, services.config.smtpUrl ?? '', now, String(lanes)];
    const child = spawn(process.execPath, args, { stdio: 'ignore' });
    children.push(child);
    return child;
  };
  try {
    const unit = await aUnit(owner, { code: 'xa-do-nhac', name: 'xã Đo Nhắc', shortName: 'Đo Nhắc' });
    await fill(owner, unit.id);
    return await measure(rig, unit.id, startSender);
  } finally {
    for (const child of children) child.kill('SIGKILL');
    await rig.stop();
  }
}

/** People with an account, each with work of their own due in three days, and e-mails allowed at any hour. */
async function fill(owner: pg.Pool, unitId: UnitId): Promise<void> {
  const ids = () => Array.from({ length: people }, () => newId());
  const [persons, accounts, tasks] = [ids(), ids(), ids()];
  await owner.query(
    `insert into person (unit_id, id, name, email, valid_from, fold)
     select $1, id, 'Người nhận ' || n, 'u' || n || '@xa.vn', '2000-01-01', '' from unnest($2::uuid[]) with ordinality as a (id, n)`,
    [unitId, persons],
  );
  await owner.query(
    `insert into account (unit_id, id, username, person_id, fold)
     select $1, id, 'thu.' || n, person, '' from unnest($2::uuid[], $3::uuid[]) with ordinality as a (id, person, n)`,
    [unitId, accounts, persons],
  );
  await owner.query(
    `insert into work_task (unit_id, id, source, plan_year, content, fold, created_at)
     select $1, id, 'other', 2022, 'Việc ' || n, '', now() from unnest($2::uuid[]) with ordinality as a (id, n)`,
    [unitId, tasks],
  );
  await owner.query(
    `insert into obligation (unit_id, id, task_id, kind, title, due, first_due, due_words, person_id)
     select $1, id, task, 'dated', 'Báo cáo kết quả thực hiện ' || n, $5, $5, '', person
     from unnest($2::uuid[], $3::uuid[], $4::uuid[]) with ordinality as a (id, task, person, n)`,
    [unitId, ids(), tasks, persons, addDays(systemClock.today(), 3)],
  );
  await owner.query(`insert into unit_setting (unit_id, key, value) values ($1, 'reminder.hour', '0')`, [unitId]);
  await owner.query(
    `insert into reminder_week (unit_id, monday, made_at) values ($1, date_trunc('week', $2::date), now())`,
    [unitId, systemClock.today()],
  );
  await owner.query('analyze');
}

async function measure(
  { services, owner, mail }: MailRig,
  unitId: UnitId,
  startSender: () => ChildProcess,
): Promise<BenchRow[]> {
  const onError = (error: Error) => void process.stderr.write(`${error.message}\n`);
  const withoutSender = modules.map(({ background: _, ...module }) => module);
  const jobs = await startJobs(withoutSender, services, onError);
  const count = async (where: string) =>
    (await owner.query<{ n: number }>(`select count(*)::int as n from delivery where ${where}`)).rows[0]?.n ?? 0;
  const begun = performance.now();
  await runInUnit(services, { unitId, actor: 'bench', key: newId() }, remind);
  while ((await count('true')) < people) await sleep(50);
  const composed = performance.now();
  const first = startSender();
  while (mail.seen.length < people / 2) await sleep(20);
  first.kill('SIGKILL');
  startSender();
  while ((await count(`state <> 'sent'`)) > 0) await sleep(100);
  const done = performance.now();
  await runInUnit(services, { unitId, actor: 'bench', key: newId() }, remind);
  await sleep(1_000);
  await jobs.stop();
  const repeats = (await owner.query<{ n: number }>('select sum(repeats)::int as n from delivery')).rows[0]?.n ?? 0;
  const distinct = new Set(mail.seen).size;
  const doubled = mail.seen.length - distinct;
  const composing = (composed - begun) / 1_000;
  const all = (done - begun) / 1_000;
  return [
    row(`Soạn ${people} thư nhắc`, 'trong 60 giây chung', composing, composing <= 60),
    row(`Soạn và trao ${people} thư cho máy chủ SMTP, kể cả khởi động lại sau kill -9`, '≤ 60 giây', all, all <= 60),
    {
      name: 'Thư mất; nhắc lại cùng một bước khi chạy lại',
      asked: '0; 0',
      measured: `${people - distinct}; ${(await count('true')) - people}`,
      pass: distinct === people && (await count('true')) === people,
    },
    {
      name: `Thư trùng vì đang trên đường đúng lúc kill -9 (${lanes} luồng; mang cùng Message-ID, có đánh dấu)`,
      asked: `≤ ${lanes}, đều đánh dấu`,
      measured: `${doubled} (đánh dấu ${repeats})`,
      pass: doubled <= lanes && doubled <= repeats,
    },
  ];
}

function row(name: string, asked: string, seconds: number, pass: boolean): BenchRow {
  return { name, asked, measured: `${seconds.toFixed(1).replace('.', ',')} giây`, pass };
}
