import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { moment } from '#kernel/moment.ts';
import { newId } from '#server/ids.ts';
import { startTestApp, type TestApp } from '#test/app.ts';
import { aDossier, dossiersOf } from '#test/dossier-factories.ts';
import { workbookOf } from '#test/workbook.ts';
import { exportPaths } from './contract/exports.ts';
import { listDossiers, listRegister } from './contract/reads.ts';
import { registerColumns } from './text/register-words.ts';

const at = (text: string) => moment(Date.parse(`${text}:00+07:00`));
let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
  await aDossier(t.owner, t.unit.id, {
    code: '000.00.17.H56-220310-0001',
    ownerName: '=cmd()|A1',
    ownerNumber: '038085001234',
    ownerPhone: '0912345678',
    receivedAt: at('2022-03-10T09:30'),
    dueAt: at('2022-03-14T17:00'),
  });
  const returned = await aDossier(t.owner, t.unit.id, {
    code: '000.00.17.H56-220311-0002',
    ownerName: 'Trần Văn <b>Mẫu</b>',
    state: 'returned',
    receivedAt: at('2022-03-11T08:00'),
    dueAt: at('2022-03-14T17:00'),
    endedAt: at('2022-03-15T08:00'),
    lateFirst: true,
    field: 'Hộ tịch',
  });
  await t.owner.query(
    `insert into dossier_hand_over (unit_id, id, dossier_id, way, to_name, proof, at, day, by_name)
     values ($1, $2, $3, 'counter', 'Trần Thị Nhận', 'form-01', '2022-03-15T08:30+07:00', '2022-03-15', 'Cán bộ Mẫu')`,
    [t.unit.id, newId(), returned],
  );
  await dossiersOf(t.owner, t.unit.id, [{ state: 'submitted', receivedAt: at('2022-03-12T08:00') }]);
  await dossiersOf(t.owner, t.otherUnit.id, [{ receivedAt: at('2022-03-10T09:30') }]);
});
afterAll(() => t.close());

const open = async (url: string, as: 'clerk' | 'viewer' | 'officer' = 'clerk') =>
  t.app.inject({ url, headers: { ...(await t.signInAs(as)).headers, accept: 'text/html' } });

async function rowsOf(url: string, as?: 'officer'): Promise<unknown[][]> {
  const reply = await open(url, as);
  expect(reply.statusCode).toBe(200);
  const rows: unknown[][] = [];
  const workbook = await workbookOf(reply.rawPayload);
  workbook.worksheets[0]?.eachRow((row) => rows.push((row.values as unknown[]).slice(1)));
  return rows;
}

describe('a list', () => {
  test('goes out as Excel with the rows it shows, without numbers, its text never a formula', async () => {
    const shown = await t.call(listDossiers, { query: { list: 'overdue' } }, { as: 'clerk' });
    const rows = await rowsOf(`${exportPaths.dossiers.sheet}?list=overdue`);
    expect(rows[0]).toEqual(['Hồ sơ quá hạn']);
    expect(rows.slice(2).map((row) => row[1])).toEqual(shown.body.rows.map((row) => row.code));
    expect(rows[2]?.[4]).toBe('=cmd()|A1');
    expect(rows[2]?.[6]).toBe('17:00 ngày 14/03/2022');
    expect(JSON.stringify(rows)).not.toContain('038085001234');
  });

  test('says by what it was narrowed', async () => {
    const rows = await rowsOf(`${exportPaths.dossiers.sheet}?field=${encodeURIComponent('Hộ tịch')}&q=mau`);
    expect(rows.slice(1, 3)).toEqual([['Lĩnh vực: Hộ tịch'], ['Tìm: “mau”']]);
    expect(rows.length).toBe(5);
  });

  test('with the longest name goes out too', async () => {
    expect((await rowsOf(`${exportPaths.dossiers.sheet}?list=last-day-to-apologise`)).length).toBe(2);
  });

  test('is printed on paper, its text never markup', async () => {
    const { body, statusCode } = await open(`${exportPaths.dossiers.page}?list=all`);
    expect(statusCode).toBe(200);
    expect(body).toContain('Trần Văn &lt;b&gt;Mẫu&lt;/b&gt;');
    expect(body).not.toContain('038085001234');
  });

  test('is as empty for who may read nothing of it, and closed for who has no right', async () => {
    expect((await rowsOf(exportPaths.dossiers.sheet, 'officer')).length).toBe(2);
    expect((await open(exportPaths.dossiers.sheet, 'viewer')).statusCode).toBe(403);
    expect((await open(`${exportPaths.dossiers.page}?q=038085001234`)).statusCode).toBe(400);
  });
});

describe('the register', () => {
  const year = 'from=2022-01-01&to=2022-12-31';

  test('has what was accepted, in the order of receipt, with all columns of the form', async () => {
    const rows = await rowsOf(`${exportPaths.register.sheet}?${year}`);
    expect(rows[2]).toEqual(registerColumns.map((column) => column.heading));
    expect(rows.slice(3).map((row) => [row[0], row[1], row[6], row[7], row[11] ?? '', row[12] ?? ''])).toEqual([
      [1, '000.00.17.H56-220310-0001', '09:30 ngày 10/03/2022', '17:00 ngày 14/03/2022', '', ''],
      [2, '000.00.17.H56-220311-0002', '08:00 ngày 11/03/2022', '17:00 ngày 14/03/2022', 'Trần Thị Nhận', 'Quá hạn'],
    ]);
  });

  test('goes on counting on its next page', async () => {
    const query = { from: '2022-01-01', to: '2022-12-31', size: 1, page: 2 } as never;
    const { body } = await t.call(listRegister, { query }, { as: 'clerk' });
    expect([body.total, body.rows.map((row) => row.place)]).toEqual([2, [2]]);
  });

  test('is of a year at most, and of one field when asked', async () => {
    const { statusCode } = await open(`/api/dossiers/register?from=2020-01-01&to=2022-12-31`);
    expect(statusCode).toBe(400);
    const rows = await rowsOf(`${exportPaths.register.sheet}?${year}&field=${encodeURIComponent('Hộ tịch')}`);
    expect(rows.length).toBe(5);
  });
});
