import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '#test/app.ts';
import { anEvidence, anObligation, anOffice, type TestOffice } from '#test/work-factories.ts';
import { workbookOf } from '#test/workbook.ts';
import { getCalendarFeed, makeCalendarFeed, removeCalendarFeed } from './contract/calendar-feed.ts';
import { exportedLists, exportPaths } from './contract/exports.ts';
import { taskColumns } from './sheet/columns.ts';

let t: TestApp;
let office: TestOffice;
beforeAll(async () => {
  t = await startTestApp();
  office = await anOffice(t);
  const positionId = office.posts.officer;
  await anObligation(t.owner, t.unit.id, {
    positionId,
    title: 'Báo cáo <b>quý</b>',
    due: '2022-03-14',
    content: 'Việc một',
  });
  await anObligation(t.owner, t.unit.id, { positionId, title: '=1+1', due: '2022-06-30', content: 'Việc hai' });
  await anObligation(t.owner, t.unit.id, {
    positionId,
    title: 'đã nộp',
    due: '2022-04-01',
    stage: 'submitted',
    submitted: {
      by: office.officer.personId,
      approverId: office.posts.chair,
      evidenceIds: [await anEvidence(t.owner, t.unit.id)],
    },
  });
  await anObligation(t.owner, t.otherUnit.id, { title: 'của đơn vị khác', due: '2022-03-14' });
});
afterAll(() => t.close());

const open = async (url: string, as: Parameters<TestApp['signInAs']>[0] = office.officer) =>
  t.app.inject({ url, headers: { ...(await t.signInAs(as)).headers, accept: 'text/html' } });

async function cellsOf(url: string, as?: Parameters<TestApp['signInAs']>[0]): Promise<unknown[][]> {
  const reply = await open(url, as);
  expect(reply.statusCode).toBe(200);
  const workbook = await workbookOf(reply.rawPayload);
  const rows: unknown[][] = [];
  workbook.worksheets[0]?.eachRow((row) => rows.push((row.values as unknown[]).slice(1)));
  return rows;
}

describe('the sheet of a list', () => {
  test('has the rows of the screen under the words of its filters; text is never a formula', async () => {
    const rows = await cellsOf(`${exportPaths('obligations').sheet}?state=in-time&sort=title`);
    expect(rows[0]).toEqual(['Sản phẩm đến hạn']);
    expect(rows[1]).toEqual(['Trạng thái: Trong hạn']);
    expect(rows[2]?.slice(0, 3)).toEqual(['TT', 'Sản phẩm', 'Nhiệm vụ']);
    expect(rows.slice(3).map((row) => [row[1], row[2], row[5], row[6]])).toEqual([
      ['=1+1', 'Việc hai', 'Vũ Thị Thử Hộ Tịch – Công chức Tư pháp – hộ tịch', '30/06/2022'],
    ]);
  });

  test('of one’s own work and of decisions is one’s own', async () => {
    const mine = await cellsOf(exportPaths('my-work').sheet);
    expect(mine.slice(2).map((row) => row[1])).toEqual(['Báo cáo <b>quý</b>', '=1+1']);
    const toDecide = await cellsOf(exportPaths('approvals').sheet, office.chair);
    expect(toDecide.slice(2).map((row) => [row[1], row[12]])).toEqual([['đã nộp', 'Chấp nhận sản phẩm']]);
  });

  test('of tasks has the columns that the import reads back, one row for each output', async () => {
    const rows = await cellsOf(`${exportPaths('tasks').sheet}?sort=content`);
    expect(rows[1]).toEqual(taskColumns.map((column) => column.heading));
    expect(
      rows
        .slice(2)
        .filter((row) => String(row[3]).startsWith('Việc'))
        .map((row) => row[4]),
    ).toEqual(['=1+1', 'Báo cáo <b>quý</b>']);
  });
});

describe('the page for the weekly briefing', () => {
  test.each(exportedLists)('of %s is one A4 page without a script, and shows words as words', async (list) => {
    const reply = await open(exportPaths(list).page, list === 'approvals' ? office.chair : office.officer);
    expect(reply.statusCode).toBe(200);
    expect(reply.body).toContain('@page{size:A4');
    expect(reply.body).toContain('Kết luận');
    expect(reply.body).not.toMatch(/<script|<b>quý|của đơn vị khác/);
  });

  test('asks for a session', async () => {
    for (const list of exportedLists) {
      const { sheet, page } = exportPaths(list);
      for (const url of [sheet, page]) expect((await t.app.inject({ url })).statusCode).toBe(401);
    }
  });

  test('of a filter that is none says what is wrong', async () => {
    expect((await open(`${exportPaths('obligations').sheet}?state=khac`)).statusCode).toBe(400);
  });
});

describe('the address of a calendar', () => {
  const read = (url: string) => t.app.inject({ url: new URL(url).pathname });
  const make = async () => (await t.call(makeCalendarFeed, { body: {} }, { as: office.officer })).body.url;

  test('gives one’s live days without a session, and notes that it was used', async () => {
    const reply = await read(await make());
    expect(reply.statusCode).toBe(200);
    expect(reply.headers['content-type']).toBe('text/calendar; charset=utf-8');
    expect(reply.body.match(/BEGIN:VEVENT/g)).toHaveLength(3);
    expect(reply.body).toContain('DTSTART;VALUE=DATE:20220314\r\n');
    expect(reply.body).not.toContain('của đơn vị khác');
    const { feed } = (await t.call(getCalendarFeed, {}, { as: office.officer })).body;
    expect(feed?.usedOn).toBe('2022-03-15');
  });

  test('is another after it was made anew, and none after it was revoked', async () => {
    const [former, next] = [await make(), await make()];
    expect((await read(former)).statusCode).toBe(404);
    expect((await read(next)).statusCode).toBe(200);
    await t.call(removeCalendarFeed, {}, { as: office.officer });
    expect((await read(next)).statusCode).toBe(404);
    expect((await t.call(getCalendarFeed, {}, { as: office.officer })).body.feed).toBeNull();
  });

  test('is kept as a hash only, and dies with the account', async () => {
    const url = await make();
    const { rows } = await t.owner.query('select * from calendar_feed');
    expect(JSON.stringify(rows)).not.toContain(/lich\/(.+)\.ics/.exec(url)?.[1]);
    await t.owner.query('update account set disabled_at = now() where id = $1', [office.officer.id]);
    expect((await read(url)).statusCode).toBe(404);
    await t.owner.query('update account set disabled_at = null where id = $1', [office.officer.id]);
  });

  test('that nobody made leads nowhere', async () => {
    for (const token of ['x', 'A'.repeat(32), encodeURIComponent("' or 1=1")])
      expect((await t.app.inject({ url: `/lich/${token}.ics` })).statusCode).toBe(404);
  });
});
