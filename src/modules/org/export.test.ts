import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '#test/app.ts';
import { aDepartment, aPerson } from '#test/factories.ts';
import { workbookOf } from '#test/workbook.ts';
import { excelPath } from './contract/exports.ts';
import { type ExportedList, exportedLists } from './domain/exported-lists.ts';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
  await aDepartment(t.owner, t.unit.id, { name: 'Phòng Của Ta' });
  await aPerson(t.owner, t.unit.id, { name: 'Nguyễn Mẫu Ta' });
  await aPerson(t.owner, t.unit.id, { name: '=1+1 Mẫu Công Thức' });
  await aDepartment(t.owner, t.otherUnit.id, { name: 'Phòng Của Họ' });
  await aPerson(t.owner, t.otherUnit.id, { name: 'Nguyễn Mẫu Họ' });
});
afterAll(() => t.close());

async function cellsOf(list: ExportedList, query = ''): Promise<{ text: string; name: string }> {
  const { headers } = await t.signInAs('viewer');
  const reply = await t.app.inject({ method: 'GET', url: `${excelPath(list)}${query}`, headers });
  expect(reply.statusCode).toBe(200);
  const book = await workbookOf(reply.rawPayload);
  const cells: string[] = [];
  book.worksheets[0]?.eachRow((row) => row.eachCell((cell) => void cells.push(String(cell.value))));
  return { text: cells.join('|'), name: String(reply.headers['content-disposition']) };
}

test.each(exportedLists)('%s goes out as Excel', async (list) => {
  expect((await cellsOf(list)).text).toContain('Vào ngày 15/03/2022');
});

test('holds exactly the list: its search, its unit', async () => {
  const { text, name } = await cellsOf('people', '?q=mau%20ta&every=yes');
  expect(text).toContain('Nguyễn Mẫu Ta');
  expect(text).toContain('Mọi thời kỳ; 1 dòng|Tìm: mau ta');
  expect(name).toContain('can-bo-cong-chuc.xlsx');
  const all = await cellsOf('people');
  expect(all.text).not.toContain('Mẫu Họ');
  expect(all.text).toContain('=1+1 Mẫu Công Thức');
  expect((await cellsOf('departments')).text).not.toContain('Phòng Của Họ');
});

test('is refused like the list itself', async () => {
  expect((await t.app.inject({ method: 'GET', url: excelPath('people') })).statusCode).toBe(401);
  const { headers } = await t.signInAs('viewer');
  const unknown = await t.app.inject({ method: 'GET', url: '/api/org/exports/accounts', headers });
  expect(unknown.statusCode).toBe(400);
});
