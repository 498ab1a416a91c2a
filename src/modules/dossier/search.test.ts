import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Id } from '#kernel/brands.ts';
import { type Moment, moment, wholeDay } from '#kernel/moment.ts';
import { startTestApp, type TestApp } from '#test/app.ts';
import { aDossier, dossiersOf } from '#test/dossier-factories.ts';
import { aDepartment, anAccount } from '#test/factories.ts';
import { listDossiers, searchDossiers } from './contract/reads.ts';

const now = moment(Date.parse('2022-03-14T09:00:00+07:00'));
const number = '038085001234';
let t: TestApp;
let thu: Id;
let old: Id;
beforeAll(async () => {
  t = await startTestApp();
  thu = await aDossier(t.owner, t.unit.id, {
    code: '000.00.17.H56-220314-0007',
    ownerName: 'Đặng Thị Mẫu Thu',
    ownerNumber: number,
    ownerPhone: '0912345678',
    procedureName: 'Chứng thực bản sao từ bản chính',
    summary: 'Bằng tốt nghiệp',
    otherCodes: ['H56.99-220314-9001'],
  });
  old = await aDossier(t.owner, t.unit.id, {
    ownerName: 'Đặng Văn Mẫu Thủy',
    procedureName: 'Đăng ký khai sinh',
    receivedAt: (now - 300 * wholeDay) as Moment,
    state: 'returned',
  });
  await aDossier(t.owner, t.otherUnit.id, { ownerName: 'Đặng Thị Mẫu Thu', ownerNumber: number });
});
afterAll(() => t.close());

const search = (q: string, more: object = {}) =>
  t.call(searchDossiers, { body: { q, ...more } }, { as: 'clerk' }).then(({ body }) => body.rows.map((row) => row.id));
const list = (q: string) => t.call(listDossiers, { query: { q } }, { as: 'clerk' });

describe('a search', () => {
  test.each([
    ['đặng thị mẫu thu', ['thu']],
    ['DANG THI MAU', ['thu']],
    ['dang mau', ['thu', 'old']],
    ['mẫu thu', ['thu']],
    ['mẫu th', ['thu', 'old']],
    ['thủy', ['old']],
    ['khai sinh đặng', ['old']],
    ['bằng tốt', ['thu']],
    ['ang', []],
    ['100%', []],
    ["' or 1=1 --", []],
    ['000.00.17.H56-220314-0007', ['thu']],
    ['000.00.17.h56-2203', ['thu']],
    ['220314-0007', ['thu']],
    ['H56.99-220314-9001', ['thu']],
    ['0007', []],
  ] as const)('%s finds %j by a body and by an address', async (q, wanted) => {
    const ids = wanted.map((one) => (one === 'thu' ? thu : old));
    expect(await search(q)).toEqual(ids);
    expect((await list(q)).body.rows.map((row) => row.id)).toEqual(ids);
  });

  test.each([number, '038 085 001 234', '038085', '0912345678', '0912 345 678', '+84 912 345 678'])(
    'by a number (%s) finds its dossier',
    async (q) => {
      expect(await search(q)).toEqual([thu]);
    },
  );

  test.each([number, '038 085 001 234', '123456789', 'Mẫu 038085001234', '+84 912 345 678'])(
    'by an address with a personal number (%s) is refused',
    async (q) => {
      const { status, error } = await list(q);
      expect([status, error?.code]).toEqual([400, 'number-in-address']);
    },
  );

  test('finds within the list and the filters only', async () => {
    expect(await search('dang mau', { list: 'running' })).toEqual([thu]);
    expect(await search('dang mau', { to: '2022-01-01' })).toEqual([old]);
    expect(await search(number, { list: 'ended' })).toEqual([]);
  });

  test('shows numbers masked', async () => {
    const { body } = await t.call(searchDossiers, { body: { q: number } }, { as: 'clerk' });
    expect(body.rows[0]?.ownerNumberMasked).toBe('••••••••1234');
    expect(JSON.stringify(body)).not.toContain(number);
    expect(JSON.stringify(body)).not.toContain('0912345678');
  });

  test('finds for an officer only what the officer may read', async () => {
    const officer = await anAccount(t.owner, t.unit.id, { roles: ['officer'] });
    const asOfficer = (q: string) => t.call(searchDossiers, { body: { q } }, { as: officer });
    expect((await asOfficer('dang mau')).body.total).toBe(0);
    expect((await asOfficer(number)).body.total).toBe(0);
    expect((await asOfficer('220314-0007')).body.total).toBe(0);
  });
});

describe('among ten thousand dossiers', () => {
  beforeAll(async () => {
    const department = await aDepartment(t.owner, t.unit.id);
    for (let part = 0; part < 10; part++) {
      await dossiersOf(
        t.owner,
        t.unit.id,
        Array.from({ length: 1_000 }, (_, nth) => ({
          code: `000.00.18.H56-220101-${part}${String(nth).padStart(4, '0')}`,
          ownerName: nth % 10 === 0 ? `Phạm Quân Mẫu ${part}` : nth === 5 && part === 0 ? 'Lý Hiếm Mẫu' : 'Trần An Mẫu',
          receivedAt: (now - (100 + part) * wholeDay) as Moment,
          departmentId: department,
        })),
      );
    }
    await t.owner.query('analyze dossier');
  }, 60_000);

  test('the list counts no further than it need and goes on page by page', async () => {
    const first = await t.call(listDossiers, { query: { size: 200 } }, { as: 'clerk' });
    expect([first.body.rows.length, first.body.total, first.body.totalIsAtLeast]).toEqual([200, 1_000, true]);
    const last = await t.call(listDossiers, { query: { size: 200, page: 51 } }, { as: 'clerk' });
    expect([last.body.rows.length, last.body.total, last.body.totalIsAtLeast]).toEqual([2, 10_002, false]);
    expect(last.body.rows.at(-1)?.id).toBe(old);
    const beyond = await t.call(listDossiers, { query: { size: 200, page: 52 } }, { as: 'clerk' });
    expect([beyond.status, beyond.body.rows]).toEqual([200, []]);
  });

  test.each([
    ['tran an', 100],
    ['pham quan', 40],
    ['hiem', 1],
  ] as const)('a search for %s finds as many as there are, newest first, each once', async (q, pages) => {
    const ids: Id[] = [];
    for (let page = 1; page <= pages + 1; page++) {
      const { body } = await t.call(
        searchDossiers,
        { body: { q, page, size: q === 'tran an' ? 90 : 25 } },
        { as: 'clerk' },
      );
      ids.push(...body.rows.map((row) => row.id));
    }
    const { rows } = await t.owner.query<{ id: Id }>(
      `select id from dossier where unit_id = $1 and fold like all ($2) order by received_on desc, id desc`,
      [t.unit.id, q.split(' ').map((word) => `% ${word}%`)],
    );
    expect(ids).toEqual(rows.map((row) => row.id));
  });
});
