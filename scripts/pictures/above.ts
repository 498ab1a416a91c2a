import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import type { ServerProcess } from '../../src/test/process/server-process.ts';
import { desk, guide, openAs, send, shoot } from './page.ts';

const target = (measure: string, content: string, value: number) => ({
  ...{ kind: 'target', place: 'II.1', content },
  figure: { measure, operator: 'min', value, unit: '%' },
});

/** The picture of our plan beside an invented one of the level above. */
export async function takeAbove(browser: Browser, server: ServerProcess): Promise<void> {
  const focal = await openAs(browser, server, desk, 'Nguyễn Mẫu An', '/ke-hoach');
  const link = focal.getByRole('link', { name: 'Kế hoạch cải cách hành chính năm 2022' }).first();
  const planId = (await link.getAttribute('href'))?.split('/').at(-1) ?? '';
  const head = { year: 2022, issuer: 'UBND huyện (giả định)', number: '201/KH-UBND', day: '2021-12-30' };
  const { id } = await send(focal, '/api/above-plans', { ...head, title: 'Kế hoạch cải cách hành chính năm 2022' });
  const items = [
    target('hồ sơ được giải quyết đúng hạn', 'Tối thiểu 99% hồ sơ được giải quyết đúng hạn', 99),
    target(
      'cán bộ, công chức cấp xã có trình độ chuyên môn',
      '100% cán bộ, công chức cấp xã có trình độ chuyên môn',
      100,
    ),
    { kind: 'task', place: 'PL02/3', content: 'Lắp đặt ki-ốt tra cứu thủ tục hành chính', due: '2022-06-30' },
  ];
  for (const item of items) await send(focal, `/api/above-plans/${id}/items`, item);
  await focal.goto(`/lam-viec/ke-hoach/${planId}/cap-tren`);
  await focal.getByRole('button', { name: /^Ghép \d/ }).click();
  await focal
    .getByText(/^Mức thấp hơn/)
    .first()
    .waitFor();
  await shoot(focal, join(guide, 'work-8-cap-tren.png'));
  await focal.context().close();
}
