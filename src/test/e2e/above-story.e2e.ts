import { afterAll, beforeAll, expect, test } from 'vitest';
import { look, signIn, type Visit, visit, type Width, widths } from './browser.ts';
import { openProduct, type Product } from './product.ts';

/** What a plan of the level above asks beside ours: written down, compared, explained; by an invented focal point. */
const focal = 'Nguyễn Mẫu An';

let product: Product;
beforeAll(async () => {
  product = await openProduct();
});
afterAll(() => product?.close());

async function openComparison(width: Width): Promise<Visit> {
  const on = await visit(product.browser, product.server.url, width);
  await signIn(on, focal);
  const { page } = on;
  await page.goto('/lam-viec/ke-hoach');
  await page.getByRole('link', { name: 'Kế hoạch cải cách hành chính năm 2022' }).first().click();
  await page.getByRole('link', { name: 'So với cấp trên' }).click();
  await page.getByRole('button', { name: 'Thêm kế hoạch cấp trên' }).waitFor();
  return on;
}

/** The browser tells of a refusal in its console; it was asked for. */
function refusalSeen({ errors }: Visit): void {
  expect(errors.splice(0)).toEqual([expect.stringContaining('409')]);
}

test.each(widths)(
  'a higher plan is written down, and where ours is weaker the reason is asked, at %i px',
  async (width) => {
    const on = await openComparison(width);
    const { page } = on;
    await page.getByRole('button', { name: 'Thêm kế hoạch cấp trên' }).click();
    await page.getByText('Nhập tay').click();
    await page.getByRole('textbox', { name: 'Cơ quan ban hành' }).fill('UBND huyện (giả định)');
    await page.getByRole('textbox', { name: 'Số, ký hiệu' }).fill(`${width}/KH-UBND`);
    await look(on, 'entering a higher plan');
    await page.getByRole('button', { name: 'Ghi kế hoạch' }).click();
    const plan = page.getByRole('listitem').filter({ hasText: `${width}/KH-UBND` });
    await plan.getByRole('button', { name: 'Ghi thêm yêu cầu' }).click();
    const entering = page.getByRole('dialog', { name: 'Ghi yêu cầu của cấp trên' });
    const content = `100% cán bộ, công chức đạt chuẩn chuyên môn, lần ${width}`;
    await entering.getByRole('textbox', { name: 'Nguyên văn của cấp trên' }).fill(content);
    await entering
      .getByRole('textbox', { name: 'Chỉ tiêu đo gì' })
      .fill('cán bộ, công chức cấp xã có trình độ chuyên môn');
    await entering.getByRole('textbox', { name: 'Mức' }).fill('100');
    await entering.getByRole('button', { name: 'Ghi yêu cầu' }).click();
    await page.getByText('Đã ghi yêu cầu của cấp trên').first().waitFor();
    await page.keyboard.press('Escape');
    await entering.waitFor({ state: 'hidden' });

    await page.getByRole('link', { name: new RegExp(content) }).click();
    const panel = page.getByRole('dialog', { name: 'Yêu cầu của cấp trên' });
    await panel.getByRole('button', { name: /^Ghép với/ }).click();
    await look(on, 'naming what of ours carries it out');
    await panel.getByRole('button', { name: 'Lưu' }).click();
    await panel.getByText('Mức thấp hơn: cấp trên giao ≥ 100 %, ta đặt 98 %. Xin ghi lý do').waitFor();
    refusalSeen(on);
    await panel.getByRole('textbox', { name: 'Lý do khác' }).fill('Hai người đang học, xong năm sau');
    await panel.getByRole('button', { name: 'Lưu' }).click();
    await panel.getByText('Khác, có lý do').waitFor();
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'hidden' });
    await look(on, 'our plan beside the higher one');
    expect(await page.getByText('Hai người đang học, xong năm sau').count()).toBeGreaterThan(0);
    await on.close();
  },
);

test.each(widths)('a task says what it carries out of the higher plan, at %i px', async (width) => {
  const on = await openComparison(width);
  const { page } = on;
  const { rows } = await (await page.request.get('/api/work-tasks?size=1')).json();
  await page.goto(`/lam-viec/viec/${rows[0].id}`);
  await page.getByRole('button', { name: 'Ghi yêu cầu của cấp trên' }).click();
  const dialog = page.getByRole('dialog', { name: 'Theo kế hoạch cấp trên' });
  await dialog.getByRole('button', { name: 'Ghi yêu cầu chưa có trong danh sách' }).click();
  const asked = `Cấp trên giao việc này, lần ${width}`;
  await dialog.getByRole('textbox', { name: 'Cấp trên yêu cầu gì' }).last().fill(asked);
  await dialog
    .getByRole('textbox', { name: /^Khác ở đâu/ })
    .last()
    .fill('Chỉ làm ở hai thôn');
  await dialog.getByRole('button', { name: 'Lưu' }).click();
  await dialog.getByText('Chỉ làm ở hai thôn. Xin ghi lý do').waitFor();
  refusalSeen(on);
  await look(on, 'what a task carries out');
  await dialog.getByRole('textbox', { name: 'Lý do khác' }).last().fill('Ba thôn kia đã xong năm trước');
  await dialog.getByRole('button', { name: 'Lưu' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByText(asked).first().waitFor();
  await look(on, 'a task with what the level above asks');
  await on.close();
});
