import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Id } from '#kernel/brands.ts';
import { addDays, type PlainDate } from '#kernel/plain-date.ts';
import { listNotices } from '#modules/notification/contract.ts';
import { newId } from '#server/ids.ts';
import { runInUnit } from '#server/jobs.ts';
import { startTestApp, type TestApp } from '#test/app.ts';
import { anAccount, type TestAccount } from '#test/factories.ts';
import { startMailServer, type TestMailServer } from '#test/mail-server.ts';
import { aPost, aSubstitution } from '#test/staff.ts';
import { listReminders } from './contract.ts';
import { remind } from './jobs.ts';

const monday = '2022-03-14' as PlainDate;
const wednesday = addDays(monday, 2);

let t: TestApp;
let mail: TestMailServer;
let chair: TestAccount;
let officer: TestAccount;
let stopJobs: () => Promise<void>;
let chairPost: Id;
let officerPost: Id;

beforeAll(async () => {
  mail = await startMailServer();
  t = await startTestApp({ smtpUrl: mail.url, now: `${wednesday}T05:00:00+07:00` });
  chair = await anAccount(t.owner, t.unit.id, { roles: ['chair'], email: 'chutich@xa.vn', name: 'Lê Mẫu Chủ' });
  officer = await anAccount(t.owner, t.unit.id, { roles: ['officer'], email: 'congchuc@xa.vn', name: 'Trần Mẫu Chức' });
  chairPost = await aPost(t.owner, t.unit.id, { code: 'chu-tich', leader: true, personId: chair.personId });
  officerPost = await aPost(t.owner, t.unit.id, { code: 'tu-phap', personId: officer.personId });
  stopJobs = await t.startJobs();
});
afterAll(async () => {
  await stopJobs();
  await t.close();
  await mail.stop();
});
afterEach(async () => {
  await t.owner.query(`update obligation set stage = 'void' where unit_id = $1`, [t.unit.id]);
  mail.faults = {};
});

interface Made {
  readonly due: PlainDate;
  readonly position?: Id | null;
  readonly stage?: string;
  readonly approver?: Id;
}

async function anOutput(title: string, { due, position = officerPost, stage = 'open', approver }: Made): Promise<Id> {
  const [task, id] = [newId(), newId()];
  await t.owner.query(
    `insert into work_task (unit_id, id, source, plan_year, content, fold, created_at) values ($1, $2, 'other', 2022, $3, '', now())`,
    [t.unit.id, task, title],
  );
  await t.owner.query(
    `insert into obligation (unit_id, id, task_id, kind, title, due, first_due, due_words, position_id, stage, approver_id)
     values ($1, $2, $3, 'dated', $4, $5, $5, '', $6, $7, $8)`,
    [t.unit.id, id, task, title, due, position, stage, approver ?? null],
  );
  return id;
}

const round = () => runInUnit(t.services, { unitId: t.unit.id, actor: 'test', key: newId() }, remind);
const at = (day: PlainDate, hour = 5) => t.clock.set(`${day}T${String(hour).padStart(2, '0')}:00:00+07:00`);

async function noticesOf(account: TestAccount, kind: string) {
  const { body } = await t.call(listNotices, { query: { size: 200 } }, { as: account });
  return body.rows.filter((one) => one.kind === kind);
}

async function rowsOf(id: Id) {
  const { body } = await t.call(listReminders, { params: { obligationId: id } }, { as: officer });
  return body.rows.map(({ kind, day, name }) => `${kind} ${day} ${name}`);
}

describe('a round', () => {
  test('tells each step once, also when it is run again or was left out for days', async () => {
    const id = await anOutput('Báo cáo quý I', { due: addDays(wednesday, 7) });
    at(wednesday);
    await round();
    await round();
    expect(await rowsOf(id)).toEqual([`due ${wednesday} Trần Mẫu Chức`]);
    at(addDays(wednesday, 2));
    await round();
    expect(await rowsOf(id)).toHaveLength(1);
    at(addDays(wednesday, 6));
    await round();
    expect(await rowsOf(id)).toEqual([`due ${addDays(wednesday, 6)} Trần Mẫu Chức`, `due ${wednesday} Trần Mẫu Chức`]);
    await expect.poll(async () => (await noticesOf(officer, 'reminder.due')).length, { timeout: 10_000 }).toBe(2);
  });

  test('begins anew after an extension', async () => {
    at(wednesday);
    const id = await anOutput('Kế hoạch tuyên truyền', { due: addDays(wednesday, 1) });
    await round();
    await t.owner.query('update obligation set due = $2 where id = $1', [id, addDays(wednesday, 3)]);
    await round();
    expect(await rowsOf(id)).toHaveLength(2);
  });

  test('tells the leaders of what is late and of what nobody answers for', async () => {
    at(wednesday);
    const late = await anOutput('Rà soát văn bản', { due: addDays(wednesday, -3) });
    const empty = await anOutput('Niêm yết thủ tục', { due: addDays(wednesday, 2), position: null });
    await round();
    expect((await rowsOf(late)).sort()).toEqual([
      `due ${wednesday} Trần Mẫu Chức`,
      `escalated ${wednesday} Lê Mẫu Chủ`,
    ]);
    expect(await rowsOf(empty)).toEqual([`empty ${wednesday} Lê Mẫu Chủ`]);
    await expect.poll(async () => (await noticesOf(chair, 'reminder.escalated')).length, { timeout: 10_000 }).toBe(1);
    const [notice] = await noticesOf(chair, 'reminder.escalated');
    expect(notice?.text).toContain('Rà soát văn bản');
    expect(notice?.path).toBe('/tong-quan');
  });

  test('asks those who decide about what was handed in, and leaves paused work alone', async () => {
    at(wednesday);
    const handedIn = await anOutput('Báo cáo tháng', { due: wednesday, stage: 'submitted', approver: chairPost });
    const paused = await anOutput('Tập huấn', { due: wednesday, stage: 'paused' });
    await round();
    expect(await rowsOf(handedIn)).toEqual([`approve ${wednesday} Lê Mẫu Chủ`]);
    expect(await rowsOf(paused)).toEqual([]);
  });

  test('tells whoever stands in, and says for whom', async () => {
    at(wednesday);
    const stand = await anAccount(t.owner, t.unit.id, { roles: ['officer'], name: 'Phạm Mẫu Thay' });
    const day = { away: officer.personId, substitute: stand.personId, from: wednesday };
    await aSubstitution(t.owner, t.unit.id, day);
    const id = await anOutput('Sổ theo dõi', { due: addDays(wednesday, 1) });
    await round();
    expect(await rowsOf(id)).toEqual([`due ${wednesday} Phạm Mẫu Thay`]);
    await expect.poll(async () => (await noticesOf(stand, 'reminder.due')).length, { timeout: 10_000 }).toBe(1);
    expect((await noticesOf(stand, 'reminder.due'))[0]?.text).toContain('làm thay Trần Mẫu Chức');
    await t.owner.query('delete from substitution where unit_id = $1', [t.unit.id]);
  });
});

test('e-mails of a round made at night wait for office hours, survive a day without mail server and go once', async () => {
  const day = addDays(wednesday, 20);
  at(day, 0);
  mail.faults = { busy: ['congchuc@xa.vn'] };
  const lettersOut = () =>
    mail.letters.filter(
      ({ text }) => text?.includes('Báo cáo công khai') && text.includes('còn 1 ngày') && text.includes('Việc của tôi'),
    ).length;
  const before = lettersOut();
  await anOutput('Báo cáo công khai', { due: addDays(day, 1) });
  await round();
  const waiting = async () => {
    const { rows } = await t.owner.query(
      `select d.next_at from delivery d join notification n on n.id = d.notification_id
       where d.account_id = $1 and n.at >= $2 and n.kind = 'reminder.due' and d.state = 'waiting'`,
      [officer.id, `${day}T00:00:00+07:00`],
    );
    return rows.map((row: { next_at: string }) => new Date(row.next_at).toISOString());
  };
  await expect.poll(async () => (await waiting()).length, { timeout: 10_000 }).toBe(1);
  expect(await waiting()).toEqual([new Date(`${day}T07:00:00+07:00`).toISOString()]);
  at(day, 8);
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  expect(lettersOut()).toBe(before);
  mail.faults = {};
  at(addDays(day, 1), 8);
  await expect.poll(() => lettersOut(), { timeout: 20_000 }).toBeGreaterThan(before);
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  expect(lettersOut()).toBe(before + 1);
});

test('the first round of a week tells what it brings, later ones do not', async () => {
  const next = addDays(monday, 70);
  at(next);
  await anOutput('Đối thoại với người dân', { due: addDays(next, 4) });
  await round();
  at(addDays(next, 1));
  await round();
  const week = async (account: TestAccount, kind: string) =>
    (await noticesOf(account, kind)).filter((one) => one.text.includes('Đối thoại')).length;
  await expect.poll(() => week(officer, 'reminder.week'), { timeout: 10_000 }).toBe(1);
  await expect.poll(() => week(chair, 'reminder.unit-week'), { timeout: 10_000 }).toBe(1);
});

test('another unit sees nothing of it', async () => {
  at(wednesday);
  const id = await anOutput('Riêng', { due: wednesday });
  const far = await anAccount(t.owner, t.otherUnit.id, { roles: ['officer'] });
  expect((await t.call(listReminders, { params: { obligationId: id } }, { as: far })).status).toBe(404);
});
