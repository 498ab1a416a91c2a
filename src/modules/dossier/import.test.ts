import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '#test/app.ts';
import { aDossierOffice, Desk, type DossierOffice } from '#test/dossier-office.ts';
import * as acts from './contract/acts.ts';
import { importDossiers, listImports } from './contract/import.ts';

let t: TestApp;
let office: DossierOffice;
beforeAll(async () => {
  t = await startTestApp();
  office = await aDossierOffice(t);
});
afterAll(() => t.close());
beforeEach(async () => {
  t.clock.set('2022-03-15T09:00:00+07:00');
});

const heads = 'Mã hồ sơ;Tên thủ tục;Lĩnh vực;Chủ hồ sơ;Số CCCD;Ngày tiếp nhận;Ngày hẹn trả;Ngày xử lý xong;Trạng thái';
const line = (number: number, more: Partial<Record<'due' | 'ended' | 'state' | 'owner', string>> = {}) =>
  [
    `H56.14.22-220310-${String(number).padStart(4, '0')}`,
    'Đăng ký khai sinh',
    'Hộ tịch',
    more.owner ?? `Nguyễn Mẫu Số ${number}`,
    '',
    '10/03/2022 08:15',
    more.due ?? '14/03/2022 17:00',
    more.ended ?? '',
    more.state ?? 'Đang xử lý',
  ].join(';');

async function send(
  content: string,
  more: Record<string, string> = {},
  as: Parameters<TestApp['call']>[2] = { as: 'focal' },
) {
  const file = { name: more['name'] ?? 'ngay.csv', content: Buffer.from(content) };
  const { name: _, ...asked } = more;
  const body = { sourceName: 'Một cửa tỉnh', ...asked };
  return await t.call(importDossiers, { body, file } as never, as);
}
const read = async (content: string, more: Record<string, string> = {}) => {
  const { body, error } = await send(content, more);
  if (error) throw new Error(`${error.code}: ${error.message}`);
  return body;
};
const summary = ({ added, changed, same, doubtCount, saved }: Awaited<ReturnType<typeof read>>) => ({
  ...{ added, changed, same, doubtCount, saved },
});
const dossierOf = async (number: number) => {
  const code = `H56.14.22-220310-${String(number).padStart(4, '0')}`;
  const { rows } = await t.owner.query('select * from dossier where code = $1', [code]);
  return rows[0];
};

test('shows first what is new; saved, the same file changes nothing', async () => {
  const content = [heads, line(1), line(2)].join('\r\n');
  expect(summary(await read(content))).toEqual({ added: 2, changed: 0, same: 0, doubtCount: 0, saved: false });
  expect(await dossierOf(1)).toBeUndefined();
  expect(summary(await read(content, { save: 'yes', sourceAt: '2022-03-15T07:00:00+07:00' }))).toMatchObject({
    ...{ added: 2, saved: true },
  });
  expect(await dossierOf(1)).toMatchObject({
    ...{ source: 'imported', source_name: 'Một cửa tỉnh', source_at: '2022-03-15T00:00:00.000Z', state: 'in-process' },
    ...{ owner_number: null, received_at: '2022-03-10T01:15:00.000Z', first_due_at: '2022-03-14T10:00:00.000Z' },
  });
  expect(summary(await read(content, { save: 'yes' }))).toEqual({
    added: 0,
    changed: 0,
    same: 2,
    doubtCount: 0,
    saved: true,
  });
  const { rows } = await t.owner.query(`select count(*)::int as n from dossier_act where act = 'import'`);
  expect(rows[0].n).toBe(2);
});

test('a change is shown with its old and new value; the first date stays, and what ended late owes an apology', async () => {
  const content = [
    heads,
    line(1, { due: '16/03/2022 17:00' }),
    line(2, { state: 'Đã xử lý xong', ended: '15/03/2022 08:00' }),
  ].join('\n');
  const body = await read(content, { save: 'yes' });
  expect(summary(body)).toEqual({ added: 0, changed: 2, same: 0, doubtCount: 0, saved: true });
  expect(body.changes[0]?.fields).toEqual([
    { field: 'dueAt', name: 'Ngày hẹn trả', before: '17:00 ngày 14/03/2022', after: '17:00 ngày 16/03/2022' },
  ]);
  expect(await dossierOf(1)).toMatchObject({
    first_due_at: '2022-03-14T10:00:00.000Z',
    due_at: '2022-03-16T10:00:00.000Z',
  });
  expect(await dossierOf(2)).toMatchObject({ state: 'result-ready', late_first: true, apology_owed: true });
  const counts = await t.owner.query(
    `select state, sum(n)::int as n from dossier_count where position_id is null group by state having sum(n) <> 0`,
  );
  expect(counts.rows).toEqual(
    expect.arrayContaining([
      { state: 'in-process', n: 1 },
      { state: 'result-ready', n: 1 },
    ]),
  );
});

describe('doubts', () => {
  test('each is named by its cell; nothing is saved until it is skipped', async () => {
    const content = [
      'Danh sách hồ sơ ngày 15/03/2022',
      heads,
      line(10),
      line(11, { state: 'Lơ lửng' }),
      line(12, { owner: '' }),
      line(13, { due: '31/02/2022' }),
      line(14, { due: '01/03/2022' }),
      line(15, { state: 'Đã trả kết quả' }),
      line(10),
      'KHONG-PHAI-MA;x;x;Mẫu;;10/03/2022;;;Đang xử lý',
    ].join('\n');
    const body = await read(content, { save: 'yes' });
    expect(body).toMatchObject({ saved: false, doubtCount: 7, refusal: expect.stringContaining('7 ô') });
    expect(body.doubts.map((doubt) => doubt.cell)).toEqual(
      ['I4', 'D5', 'G6', 'G7', 'H8', 'A9', 'A10'].sort((a, b) => Number(a.slice(1)) - Number(b.slice(1))),
    );
    expect(body.doubts[0]?.message).toContain('Lơ lửng');
    expect(await dossierOf(10)).toBeUndefined();
    expect(summary(await read(content, { save: 'yes', skipDoubts: 'yes' }))).toMatchObject({ added: 1, saved: true });
  });

  test('a dossier received here is never changed by a file', async () => {
    const own = await new Desk(t, office).receive();
    const content = [heads, line(1).replace(/^[^;]+/, String(own.code))].join('\n');
    const body = await read(content, { save: 'yes', skipDoubts: 'yes' });
    expect(body.doubts[0]?.message).toContain('được tiếp nhận tại đây');
    const { rows } = await t.owner.query('select source from dossier where id = $1', [own.id]);
    expect(rows[0].source).toBe('own');
  });
});

describe('forms of files', () => {
  test('two rows of headings, and numbers of columns below them', async () => {
    const content = [
      'STT;Mã hồ sơ;Thủ tục;Chủ hồ sơ;Ngày;;;Trạng thái',
      ';;;;Tiếp nhận;Hẹn trả;Trả;',
      '(1);(2);(3);(4);(5);(6);(7);(8)',
      '1;H56.14.22-220311-0001;Khai tử;Trần Mẫu Hai;11/03/2022 09:00;15/03/2022 17:00;;4',
    ].join('\n');
    expect(summary(await read(content))).toMatchObject({ added: 1, doubtCount: 0 });
  });

  test('values that stand one column beside their headings are told of and read', async () => {
    const content = [heads, ...[20, 21, 22].map((number) => `;${line(number)}`)].join('\n');
    expect(await read(content)).toMatchObject({ added: 3, shift: 1, doubtCount: 0 });
  });

  test('JSON, as a list or within an object', async () => {
    const one = {
      'Mã hồ sơ': 'H56.14.22-220312-0001',
      'Tên TTHC': 'Kết hôn',
      'Chủ hồ sơ': 'Lê Mẫu Ba',
      'Ngày nhận': '2022-03-12T08:00:00+07:00',
      'Trạng thái': 2,
    };
    for (const content of [[one], { data: [one] }]) {
      expect(summary(await read(JSON.stringify(content), { name: 'ho-so.json' }))).toMatchObject({
        added: 1,
        doubtCount: 0,
      });
    }
  });

  test('headings of a source of its own are named once and kept', async () => {
    const content = heads.replace('Chủ hồ sơ', 'Tên đương sự');
    const refused = await send([content, line(30)].join('\n'), { sourceName: 'Hệ thống bộ' });
    expect(refused.error).toMatchObject({
      code: 'import-headings-missing',
      message: expect.stringContaining('Chủ hồ sơ'),
    });
    const headings = JSON.stringify({ ownerName: 'Tên đương sự' });
    await read([content, line(30)].join('\n'), { sourceName: 'Hệ thống bộ', headings, save: 'yes' });
    expect(summary(await read([content, line(30)].join('\n'), { sourceName: 'Hệ thống bộ' }))).toMatchObject({
      same: 1,
    });
  });

  test.each([
    ['khong-phai.json', 'xin chào', 'import-unreadable'],
    ['rong.csv', '', 'import-headings-missing'],
    ['gia.xlsx', 'không phải bảng', 'sheet-unreadable'],
  ])('%s is refused with what to do', async (name, content, code) => {
    expect((await send(content, { name })).error?.code).toBe(code);
  });
});

test('only for who may import, in their own unit; acts on such a dossier go to the province', async () => {
  expect((await send([heads, line(40)].join('\n'), {}, { as: 'officer' })).status).toBe(403);
  const elsewhere = await t.account('focal', t.otherUnit);
  expect((await t.call(listImports, {}, { as: elsewhere })).body.total).toBe(0);
  expect((await t.call(listImports, {}, { as: 'focal' })).body.total).toBeGreaterThan(2);
  const { id, version } = await dossierOf(1);
  const refused = await t.call(acts.forward, { params: { dossierId: id }, body: { version } } as never, {
    as: office.chair,
  });
  expect(refused.error?.code).toBe('dossier-is-elsewhere');
});
