import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ServerProcess } from '../process/server-process.ts';
import { look, signIn, type Visit, visit, type Width, widths } from './browser.ts';
import { openProduct, type Product } from './product.ts';

/** Working the plan of 2022: handing in, returning, accepting, standing in, asking for time and urging, by invented people. */
const chair = 'Lê Mẫu Minh';
const officer = 'Phạm Mẫu Bình';
const standIn = 'Vũ Mẫu Dung';

let product: Product | undefined;
let server: ServerProcess;
let browser: Browser;

beforeAll(async () => {
  product = await openProduct();
  ({ server, browser } = product);
});
afterAll(() => product?.close());

async function as(who: string, width: Width, path: string): Promise<Visit> {
  const on = await visit(browser, server.url, width);
  await signIn(on, who);
  await on.page.goto(`/lam-viec${path}`);
  await on.page.getByRole('heading', { level: 1 }).waitFor();
  await on.quiet();
  return on;
}

async function handInFile(page: Page, name: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: /^Nộp/ });
  await dialog.getByRole('button', { name: 'Đưa tệp lên' }).click();
  const enter = page.getByRole('dialog', { name: 'Nhập tệp minh chứng' });
  await enter
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(`Nội dung giả định của ${name}`) });
  await enter.getByRole('button', { name: 'Nhập tệp' }).click();
  await enter.waitFor({ state: 'hidden' });
  await dialog.getByRole('button', { name: 'Nộp', exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
}

/** The decision on the phone lies behind a tab of its own. */
async function showDecision(page: Page, width: Width): Promise<void> {
  if (width === 360) await page.getByText('Quyết định', { exact: true }).first().click();
}

test.each(widths)(
  'an output is handed in, returned, handed in again and accepted, and the chair sees it, at %i px',
  async (width) => {
    const own = await as(officer, width, '/viec-cua-toi');
    const item = own.page.getByRole('list', { name: 'Việc' }).getByRole('listitem').first();
    await item.waitFor();
    await look(own, 'one’s own work');
    const output = await item.getByRole('link').first().getAttribute('href');
    if (!output) throw new Error('no link to the output');
    await item.getByRole('button', { name: 'Nộp' }).click();
    await look(own, 'handing in');
    await handInFile(own.page, `ban-nhap-${width}.txt`);
    await own.page
      .getByText(/^Đã nộp/)
      .first()
      .waitFor();

    const leader = await as(chair, width, '/cho-duyet');
    await leader.page.getByRole('list', { name: 'Chờ quyết định' }).getByRole('listitem').first().waitFor();
    await look(leader, 'what waits for a decision');
    await showDecision(leader.page, width);
    await leader.page.getByRole('button', { name: 'Trả lại', exact: true }).first().click();
    const why = leader.page.getByRole('dialog', { name: /^Trả lại/ });
    await why.getByLabel('Lý do và cần sửa gì').fill('Thiếu số liệu của thôn 3');
    await why.getByRole('button', { name: 'Trả lại' }).click();
    await leader.page.getByText('Không có gì chờ bạn quyết định').waitFor();

    await own.page.goto(output);
    await own.page.getByText('Thiếu số liệu của thôn 3').first().waitFor();
    await look(own, 'an output that was returned');
    await own.page.getByRole('button', { name: 'Nộp', exact: true }).first().click();
    await handInFile(own.page, `ban-sua-${width}.txt`);

    await leader.page.reload();
    await leader.page.getByRole('list', { name: 'Chờ quyết định' }).getByRole('listitem').first().waitFor();
    if (width === 1280) await leader.page.keyboard.press('a');
    else {
      await showDecision(leader.page, width);
      await leader.page.getByRole('button', { name: 'Chấp nhận', exact: true }).click();
    }
    await leader.page.getByText('Đã chấp nhận 1 sản phẩm.').waitFor();
    await leader.page.goto('/lam-viec/tong-quan');
    await leader.page.getByRole('link', { name: /Đúng hạn/ }).waitFor();
    await look(leader, 'the overview');
    expect(await leader.page.getByRole('link', { name: /Đúng hạn/ }).textContent()).toMatch(/^[1-9]/);
    await own.page.reload();
    await own.page.getByText('Hoàn thành đúng hạn').first().waitFor();
    await own.close();
    await leader.close();
  },
);

test('whoever stands in finds the work apart, hands it in, and it says for whom', async () => {
  const admin = await as('Quản trị', 1280, '/to-chuc/can-bo');
  await admin.page.evaluate(`(async () => {
    const people = (await (await fetch('/api/org/people?size=200')).json()).rows;
    const idOf = (name) => people.find((one) => one.name === name).id;
    const body = { awayId: idOf('${officer}'), substituteId: idOf('${standIn}'), validFrom: '2022-01-10', validTo: '2022-01-10', reason: 'đi tập huấn' };
    const reply = await fetch('/api/org/substitutions', { method: 'POST', headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() }, body: JSON.stringify(body) });
    if (!reply.ok) throw new Error(await reply.text());
  })()`);
  await admin.close();
  const on = await as(standIn, 360, '/viec-cua-toi?ben=thay');
  const list = on.page.getByRole('list', { name: 'Việc' });
  await list.getByText(`làm thay ${officer}`).first().waitFor();
  await look(on, 'work done for somebody away');
  const item = list.getByRole('listitem').first();
  const output = await item.getByRole('link').first().getAttribute('href');
  await item.getByRole('button', { name: 'Nộp' }).click();
  await handInFile(on.page, 'lam-thay.txt');
  await on.page.goto(output ?? '');
  await on.page.getByRole('main').getByText(`làm thay ${officer}`).first().waitFor();
  await on.close();
});

test('more time is asked for and granted; what presses is urged and answered', async () => {
  const own = await as('Hoàng Mẫu Chi', 1280, '/viec-cua-toi');
  await own.page.getByRole('list', { name: 'Việc' }).getByRole('link').first().click();
  await own.page.getByRole('button', { name: 'Xin gia hạn' }).click();
  const ask = own.page.getByRole('dialog');
  await ask.getByPlaceholder('dd/mm/yyyy').fill('15/02/2023');
  await ask.getByRole('textbox').last().fill('Chờ số liệu quyết toán của huyện');
  await ask.getByRole('button', { name: 'Xin gia hạn' }).click();
  await ask.waitFor({ state: 'hidden' });
  const output = own.page.url();

  const leader = await as(chair, 1280, '/cho-duyet');
  const row = leader.page
    .getByRole('list', { name: 'Chờ quyết định' })
    .getByRole('listitem')
    .filter({ hasText: 'Xin gia hạn' });
  await row.getByRole('button').first().click();
  await leader.page.getByText('Chờ số liệu quyết toán của huyện').waitFor();
  await look(leader, 'an extension that was asked for');
  await leader.page.getByRole('button', { name: 'Đồng ý gia hạn' }).click();
  await leader.page.getByText('Đã gia hạn.').waitFor();
  await leader.page.goto(output);
  await leader.page.getByText('15/02/2023').first().waitFor();
  await leader.page.getByRole('button', { name: 'Đôn đốc' }).first().click();
  const urge = leader.page.getByRole('dialog');
  await urge.getByRole('button', { name: 'Đôn đốc' }).click();
  await urge.waitFor({ state: 'hidden' });
  await leader.close();

  await own.page.goto(output);
  await own.page.getByRole('button', { name: 'Trả lời đôn đốc' }).click();
  const answer = own.page.getByRole('dialog');
  await answer.getByRole('textbox').fill('Sẽ nộp trong tuần này');
  await answer.getByRole('button', { name: 'Trả lời đôn đốc' }).click();
  await own.page.getByText('Sẽ nộp trong tuần này').first().waitFor();
  await look(own, 'an output with its extension and urging');
  await own.close();
});

test.each(widths)('what is not done goes on in the plan of the next year, at %i px', async (width) => {
  const on = await as('Nguyễn Mẫu An', width, '/theo-doi/chuyen-tiep');
  const { page } = on;
  if (width === 1280) {
    await look(on, 'no later plan yet');
    await page.evaluate(issueNextYear);
    await page.reload();
  }
  await page.getByLabel('Từ kế hoạch').selectOption({ label: 'Kế hoạch cải cách hành chính năm 2022' });
  await page.getByLabel('Sang kế hoạch').selectOption({ label: 'Kế hoạch cải cách hành chính năm 2023' });
  const tasks = page.getByRole('region', { name: 'Nhiệm vụ chưa xong' }).getByRole('listitem');
  await tasks.first().getByRole('checkbox').check();
  await tasks.first().getByPlaceholder('dd/mm/yyyy').fill('31/03/2023');
  await tasks.nth(1).getByRole('checkbox').check();
  await tasks
    .nth(1)
    .getByPlaceholder(/^Không nối/)
    .click();
  await page
    .locator('.mantine-Select-option:visible')
    .nth(width === 1280 ? 0 : 1)
    .click();
  await page.getByLabel('Lý do').fill('Chưa đủ kinh phí trong năm');
  await look(on, 'carrying over');
  await page.getByRole('button', { name: 'Chuyển 2 nhiệm vụ' }).click();
  await page.getByText(/^Đã chuyển 2 nhiệm vụ, trong đó 1 nối/).waitFor();
  await on.close();
});

/** Writes and issues the plan of 2023 from that of 2022, as the plan's own screens do. */
const issueNextYear = `(async () => {
  const send = async (path, body) => {
    const headers = { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() };
    const reply = await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) });
    if (!reply.ok) throw new Error(await reply.text());
    return reply.json();
  };
  const plans = (await (await fetch('/api/plans?year=2022')).json()).rows;
  const made = await send('/api/plans/' + plans[0].id + '/copy', { year: 2023 });
  const id = made.planId ?? made.id;
  const { revision } = await (await fetch('/api/plans/' + id)).json();
  await send('/api/plans/' + id + '/issue', { revision, decision: { number: '01/QĐ-UBND', date: '2023-01-03' } });
  for (let tries = 0; tries < 100; tries++) {
    const tasks = await (await fetch('/api/work-tasks?planId=' + id)).json();
    if (tasks.total > 0) return;
    await new Promise((wake) => setTimeout(wake, 100));
  }
  throw new Error('the tasks of 2023 did not come');
})()`;
