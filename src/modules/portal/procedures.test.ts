import { setImmediate as breathe } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { changeProcedureSettings, switchProcedure } from '#modules/procedure/contract/catalogue.ts';
import { newId } from '#server/ids.ts';
import { startTestApp, type TestApp } from '#test/app.ts';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());

const open = async (url: string) => {
  const reply = await t.app.inject({ url, headers: { accept: 'text/html' } });
  return { status: reply.statusCode, text: reply.body, bytes: Buffer.byteLength(reply.body) };
};

test('the first page asks what somebody needs', async () => {
  const page = await open('/');
  expect(page.text).toContain('Ông/Bà cần làm thủ tục gì?');
  expect(page.text).toContain('action="/thu-tuc"');
});

test('a procedure is found without diacritics, by life event and by field', async () => {
  const choices = await open('/thu-tuc');
  expect(choices.text).toContain('Sinh con, nuôi con nhỏ');
  expect(choices.text).toContain('Hộ tịch');
  expect(choices.text).not.toContain('<script');
  const found = await open('/thu-tuc?tim=dang%20ky%20khai%20sinh');
  expect(found.text).toContain('href="/thu-tuc/1.001193"');
  expect((await open('/thu-tuc?su-kien=ket-hon')).text).toContain('href="/thu-tuc/1.000894"');
  const civil = await open(`/thu-tuc?linh-vuc=${encodeURIComponent('Hộ tịch')}`);
  expect(civil.text).toContain('37 thủ tục');
  const odd = await open(`/thu-tuc?tim=${encodeURIComponent('<script>alert(1)</script>')}`);
  expect(odd.text).not.toContain('<script>alert');
  expect(odd.text).toContain('Không tìm thấy');
});

test('a long list goes on, page by page', async () => {
  const first = await open('/thu-tuc?tim=thu');
  expect(first.text).toContain('Trang sau');
  const second = await open('/thu-tuc?tim=thu&trang=2');
  expect(second.text).toContain('Trang trước');
  for (const page of [first, second]) expect(page.bytes).toBeLessThan(60_000);
});

test('every procedure has a page below 60 kB that says what to bring, how long, how much and where', async () => {
  const { rows } = await t.owner.query<{ code: string }>('select code from national_procedure order by code');
  expect(rows.length).toBe(198);
  for (const { code } of rows) {
    const page = await open(`/thu-tuc/${code}`);
    await breathe();
    expect([code, page.status]).toEqual([code, 200]);
    expect(page.bytes).toBeLessThan(60_000);
    for (const words of ['Bao lâu có kết quả', 'Phí, lệ phí', 'Giấy tờ cần chuẩn bị', 'Nộp ở đâu']) {
      expect(page.text).toContain(words);
    }
    expect(page.text).not.toMatch(/undefined|\[object|NaN/);
  }
});

test('answers choose the papers, without a script', async () => {
  const all = await open('/thu-tuc/1.001193');
  expect(all.text).toContain('trẻ em bị bỏ rơi');
  const papers = (text: string) => text.match(/<ol>.*<\/ol>/s)?.[0].match(/<li>/g)?.length ?? 0;
  const query = 'kenh=counter&hoi.hoi-1=khong&hoi.uy-quyen=khong&hoi.hoi-3=khong';
  const chosen = await open(`/thu-tuc/1.001193?${query}`);
  expect(papers(chosen.text)).toBe(papers(all.text) - 3);
  const strange = await open('/thu-tuc/1.001193?kenh=gio&truong-hop=x&hoi.hoi-1=co-le');
  expect(papers(strange.text)).toBe(papers(all.text));
});

test('what is not settled is said: no unit of the term, not compared, switched off', async () => {
  expect((await open('/thu-tuc/1.000894')).text).toContain('Đang đối chiếu');
  expect((await open('/thu-tuc/1.000894')).text).toContain('Xin hỏi bộ phận một cửa');
  const params = { code: '1.004873' };
  const body = { isOn: false, reason: 'đang chuyển hệ thống', version: 0 };
  expect((await t.call(switchProcedure, { params, body }, { as: 'focal' })).status).toBe(200);
  expect((await open('/thu-tuc/1.004873')).text).toContain('Tạm chưa tiếp nhận');
  expect((await open('/thu-tuc?tim=1.004873')).text).toContain('Không tìm thấy');
  expect((await open('/xa/xa-thu-khac/thu-tuc?tim=1.004873')).text).toContain('/xa/xa-thu-khac/thu-tuc/1.004873');
});

test('the reception point of the unit stands on the page, with its telephone', async () => {
  const id = newId();
  await t.owner.query(
    `insert into reception_point (unit_id, id, code, name, address, phone, hours, sort, valid_from, fold)
     values ($1, $2, 'diem-thu', 'Điểm tiếp nhận thôn Thử', 'Nhà văn hóa thôn Thử', '0900 000 000', '07:00–11:00', 1, '2020-01-01', 'x')`,
    [t.unit.id, id],
  );
  const settings = { terms: [], fees: [], citation: null, note: 'Xin mang theo <b>bản gốc</b>.', positionId: null };
  const body = { ...settings, departmentId: null, receptionPointIds: [id], version: 0 };
  const saved = await t.call(changeProcedureSettings, { params: { code: '2.000815' }, body }, { as: 'focal' });
  expect(saved.error).toBeUndefined();
  const page = await open('/thu-tuc/2.000815');
  expect(page.text).toContain('Điểm tiếp nhận thôn Thử');
  expect(page.text).toContain('href="tel:0900000000"');
  expect(page.text).toContain('&lt;b&gt;');
});

test.each(['/thu-tuc/9.999999', '/thu-tuc/khong%20phai%20ma', '/thu-tuc/..%2f', '/xa/khong-co/thu-tuc'])(
  '%s leads nowhere, as a page',
  async (url) => {
    const page = await open(url);
    expect(page.status).toBe(404);
    expect(page.text).toContain('Không có trang này');
  },
);
