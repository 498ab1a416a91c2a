import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Id } from '#kernel/brands.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { listNotices } from '#modules/notification/contract.ts';
import { getObligation } from '#modules/work/contract/reads.ts';
import { newId } from '#server/ids.ts';
import { runInUnit } from '#server/jobs.ts';
import { startTestApp, type TestApp } from '#test/app.ts';
import { aDocument, aFile } from '#test/evidence-acts.ts';
import { anAccount, type TestAccount } from '#test/factories.ts';
import { aPost } from '#test/staff.ts';
import {
  acceptSection,
  assignSection,
  getReport,
  listMySections,
  listReports,
  listReportTerms,
  returnSection,
  saveSection,
  setReportTerm,
  signReport,
  submitSection,
  urgeMissing,
  urgeSection,
  withdrawSection,
} from './contract.ts';
import { keepReports } from './jobs.ts';

let t: TestApp;
let focal: TestAccount;
let officer: TestAccount;
let idle: TestAccount;
let officerPost: Id;
let idlePost: Id;
let stopJobs: () => Promise<void>;

beforeAll(async () => {
  t = await startTestApp({ now: '2022-03-08T09:00:00+07:00' });
  const make = (role: string, name: string) => anAccount(t.owner, t.unit.id, { roles: [role], name });
  focal = await make('focal', 'Đỗ Mẫu Mối');
  officer = await make('officer', 'Trần Mẫu Chức');
  idle = await make('officer', 'Vũ Mẫu Khác');
  await aPost(t.owner, t.unit.id, { code: 'van-phong', personId: focal.personId, duty: 'cchc' });
  officerPost = await aPost(t.owner, t.unit.id, {
    code: 'tu-phap',
    title: 'Công chức Tư pháp',
    personId: officer.personId,
  });
  idlePost = await aPost(t.owner, t.unit.id, { code: 'khac', personId: idle.personId });
  await aPlanWithReports();
  await keep();
  stopJobs = await t.startJobs();
});
afterAll(async () => {
  await stopJobs();
  await t.close();
});

const keep = () => runInUnit(t.services, { unitId: t.unit.id, actor: 'test', key: newId() }, keepReports);

/** A plan of 2022 whose reports on law are of the officer, those on procedures of nobody. */
async function aPlanWithReports(): Promise<void> {
  const plan = newId();
  const unit = t.unit.id;
  await t.owner.query(
    `insert into plan (unit_id, id, year, title, issuer, version, fold, created_at) values ($1, $2, 2022, 'Kế hoạch', 'UBND', 1, '', now())`,
    [unit, plan],
  );
  for (const [field, post] of [
    ['the-che', officerPost],
    ['thu-tuc', null],
  ] as const) {
    const task = newId();
    await t.owner.query(
      `insert into work_task (unit_id, id, source, plan_id, plan_year, field_code, content, fold, created_at)
       values ($1, $2, 'plan', $3, 2022, $4, 'Việc của lĩnh vực', '', now())`,
      [unit, task, plan, field],
    );
    for (const period of ['2022-Q1', '2022-6M']) {
      await t.owner.query(
        `insert into obligation (unit_id, id, task_id, plan_id, kind, title, period, report, due, first_due, due_words, position_id, field_code)
         values ($1, $2, $3, $4, 'dated', 'Báo cáo kết quả thực hiện', $5, true, '2022-03-31', '2022-03-31', '', $6, $7)`,
        [unit, newId(), task, plan, period, post, field],
      );
    }
  }
}

async function reportOf(period: string) {
  const { body } = await t.call(listReports, {}, { as: focal });
  const row = body.rows.find((one) => one.period === period);
  if (!row) throw new Error(`no report of ${period}`);
  return (await t.call(getReport, { params: { reportId: row.id } }, { as: focal })).body;
}

async function sectionOf(period: string, field: string) {
  const section = (await reportOf(period)).sections.find((one) => one.fieldCode === field);
  if (!section) throw new Error(`no section of ${field}`);
  return section;
}

const written = { content: 'Đã rà soát 05 văn bản.', nothingNew: false };

describe('reports of a plan', () => {
  test('are four, with the days of the calendar of reports rolled back to working days', async () => {
    const { body } = await t.call(listReports, { query: { year: 2022 } }, { as: officer });
    expect(body.rows.map(({ period, cutOff, due, innerDue }) => [period, cutOff, due, innerDue])).toEqual([
      ['2022-Q1', '2022-03-14', '2022-03-18', '2022-03-15'],
      ['2022-6M', '2022-06-14', '2022-06-20', '2022-06-15'],
      ['2022-9M', '2022-09-14', '2022-09-20', '2022-09-15'],
      ['2022-Y', '2022-12-14', '2022-12-20', '2022-12-15'],
    ]);
    await keep();
    expect((await t.call(listReports, {}, { as: officer })).body.total).toBe(4);
  });

  test('have a section for each field, of the post that leads its reports, or of nobody', async () => {
    const { sections, compiler } = await reportOf('2022-Q1');
    expect(sections.map(({ fieldCode, owner }) => [fieldCode, owner.people[0]?.name ?? null])).toEqual([
      ['the-che', 'Trần Mẫu Chức'],
      ['thu-tuc', null],
    ]);
    expect(compiler.people[0]?.name).toBe('Đỗ Mẫu Mối');
  });
});

describe('a section', () => {
  test('is seen by its owner alone as "Phần của tôi"', async () => {
    const { body } = await t.call(listMySections, {}, { as: officer });
    expect(body.rows.map(({ period }) => period)).toEqual(['2022-Q1', '2022-6M', '2022-9M', '2022-Y']);
    expect((await t.call(listMySections, {}, { as: idle })).body.rows).toEqual([]);
  });

  test('is written, handed in, returned with a reason, handed in again and accepted', async () => {
    const { id, version } = await sectionOf('2022-Q1', 'the-che');
    const params = { sectionId: id };
    const empty = await t.call(submitSection, { params, body: { version, content: ' ' } }, { as: officer });
    expect([empty.status, empty.error?.code]).toEqual([409, 'section-empty']);
    const saved = await t.call(saveSection, { params, body: { version, ...written } }, { as: officer });
    expect(saved.body.state).toBe('draft');
    const first = { version: saved.body.version, ...written };
    const handed = await t.call(submitSection, { params, body: first }, { as: officer });
    expect(handed.body.state).toBe('submitted');
    const again = await t.call(
      submitSection,
      { params, body: { ...first, version: handed.body.version } },
      { as: officer },
    );
    expect(again.error?.code).toBe('section-submit-not-now');
    const reason = 'Thiếu số liệu theo dõi thi hành';
    const returned = await t.call(
      returnSection,
      { params, body: { version: handed.body.version, reason } },
      { as: focal },
    );
    expect(returned.body.state).toBe('returned');
    await expect
      .poll(async () => (await t.call(listNotices, {}, { as: officer })).body.rows.map(({ text }) => text).join(), {
        timeout: 10_000,
      })
      .toContain(reason);
    const second = { version: returned.body.version, ...written };
    const anew = await t.call(submitSection, { params, body: second }, { as: officer });
    const accepted = await t.call(acceptSection, { params, body: { version: anew.body.version } }, { as: focal });
    expect(accepted.body.state).toBe('accepted');
  });

  test('refuses others, with words on the grey button, and a stale page', async () => {
    const section = await sectionOf('2022-6M', 'the-che');
    const params = { sectionId: section.id };
    const body = { version: section.version, ...written };
    const other = await t.call(submitSection, { params, body }, { as: idle });
    expect([other.status, other.error?.code]).toEqual([409, 'section-owner-only']);
    expect(section.acts.find(({ act }) => act === 'accept')?.why).toBe('Chỉ chấp nhận được phần đã nộp.');
    const notHis = await t.call(acceptSection, { params, body: { version: section.version } }, { as: officer });
    expect(notHis.status).toBe(403);
    await t.call(saveSection, { params, body }, { as: officer });
    const stale = await t.call(saveSection, { params, body }, { as: officer });
    expect([stale.status, stale.error?.code]).toEqual([409, 'stale-version']);
    expect(stale.error?.details).toMatchObject({ current: { content: written.content } });
    const far = await anAccount(t.owner, t.otherUnit.id, { roles: ['focal'] });
    expect((await t.call(urgeSection, { params, body: { version: 2 } }, { as: far })).status).toBe(404);
  });

  test('can be withdrawn until it is accepted', async () => {
    const { id, version } = await sectionOf('2022-9M', 'the-che');
    const params = { sectionId: id };
    const body = { version, content: '', nothingNew: true };
    const handed = await t.call(submitSection, { params, body }, { as: officer });
    expect(handed.body.state).toBe('submitted');
    const back = await t.call(withdrawSection, { params, body: { version: handed.body.version } }, { as: officer });
    expect(back.body.state).toBe('draft');
  });

  test('that nobody owns is named when the rest is urged, and can be given to a post', async () => {
    const { report } = await reportOf('2022-6M');
    const asked = await t.call(urgeMissing, { params: { reportId: report.id }, body: {} }, { as: focal });
    expect(asked.body).toEqual({ urged: 1, nobody: ['Cải cách thủ tục hành chính'] });
    const { id, version } = await sectionOf('2022-6M', 'thu-tuc');
    const params = { sectionId: id };
    const nobody = await t.call(urgeSection, { params, body: { version } }, { as: focal });
    expect(nobody.error?.code).toBe('section-nobody');
    const given = await t.call(assignSection, { params, body: { version, positionId: idlePost } }, { as: focal });
    expect(given.status).toBe(200);
    const urged = await t.call(urgeSection, { params, body: { version: given.body.version } }, { as: focal });
    expect(urged.status).toBe(200);
    expect((await t.call(listMySections, {}, { as: idle })).body.rows).toHaveLength(1);
  });
});

describe('signing', () => {
  test('needs a numbered document and names what is missing', async () => {
    const { report, outputs } = await reportOf('2022-Q1');
    expect(outputs).toHaveLength(2);
    const params = { reportId: report.id };
    const document = await aDocument(t, focal);
    const body = { version: report.version, evidenceId: document.id };
    const open = await t.call(signReport, { params, body }, { as: focal });
    expect([open.status, open.error?.code]).toEqual([409, 'report-open-sections']);
    expect(open.error?.message).toContain('Cải cách thủ tục hành chính');
    const file = await aFile(t, focal);
    const wrong = await t.call(
      signReport,
      { params, body: { ...body, evidenceId: file.id, despiteMissing: true } },
      { as: focal },
    );
    expect(wrong.error?.code).toBe('report-sign-document');
    const signed = await t.call(signReport, { params, body: { ...body, despiteMissing: true } }, { as: focal });
    expect(signed.body).toMatchObject({ serves: 2 });
    const closed = async () => (await reportOf('2022-Q1')).outputs.map((one) => one.closed);
    await expect.poll(closed, { timeout: 10_000 }).toEqual([true, true]);
    const [output] = (await reportOf('2022-Q1')).outputs;
    if (!output) throw new Error('no output');
    const { body: page } = await t.call(getObligation, { params: { obligationId: output.id } }, { as: officer });
    expect(page.obligation).toMatchObject({ state: 'done-in-time', doneOn: '2022-03-14' });
    expect(page.submissions.map((one) => one.evidence.map(({ id }) => id))).toEqual([[document.id]]);
    expect(page.closedTogether).toHaveLength(1);
    const twice = await t.call(
      signReport,
      { params, body: { ...body, version: signed.body.version, despiteMissing: true } },
      { as: focal },
    );
    expect(twice.error?.code).toBe('report-signed');
    const { id, version } = await sectionOf('2022-Q1', 'thu-tuc');
    const late = await t.call(urgeSection, { params: { sectionId: id }, body: { version } }, { as: focal });
    expect(late.error?.code).toBe('report-signed');
  });
});

describe('the calendar of reports', () => {
  const usual = { cutMonth: 6, cutDay: 14, dueMonth: 6, dueDay: 10, innerDays: 2, citation: 'Công văn giả định' };

  test('says where its days come from, and refuses a due day before the cut-off unless figures are estimates', async () => {
    const { body } = await t.call(listReportTerms, {}, { as: officer });
    expect(body.rows.map(({ version }) => version)).toEqual([0, 0, 0, 0]);
    expect(body.rows[0]?.citation).toContain('chưa kiểm chứng');
    const params = { period: '6M' } as const;
    const validFrom = '2022-01-01' as PlainDate;
    const early = await t.call(setReportTerm, { params, body: { ...usual, validFrom } }, { as: focal });
    expect(early.error?.code).toBe('report-term-too-soon');
    const marked = await t.call(
      setReportTerm,
      { params, body: { ...usual, validFrom, estimated: true } },
      { as: focal },
    );
    expect(marked.status).toBe(200);
    const { report } = await reportOf('2022-6M');
    expect(report).toMatchObject({ due: '2022-06-10', innerDue: '2022-06-08', estimated: true });
    expect((await reportOf('2022-Q1')).report.due).toBe('2022-03-18');
  });
});
