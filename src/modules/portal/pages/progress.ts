import { html } from 'hono/html';
import { formatDate } from '#kernel/plain-date.ts';
import type { PublishedContent } from '#modules/plan/queries.ts';
import type { FieldProgress, Progress } from '#modules/work/queries.ts';
import type { Html } from '#server/pages/layout.ts';

/** How far the plan is, field by field, with the day of the figures. */
export function progressTable(plan: PublishedContent, { day, fields }: Progress, href: string): Html {
  const known = plan.fields.some(({ code }) => code === 'none');
  const named = known ? plan.fields : [...plan.fields, { code: 'none', name: 'Nhiệm vụ khác' }];
  const rows = named.flatMap(({ code, name }) => {
    const found = fields.find((field) => (field.code ?? 'none') === code);
    return found ? [{ code, name, found }] : [];
  });
  const all = rows.reduce((sum, { found }) => addUp(sum, found), nothing);
  return html`<h2>Tiến độ thực hiện</h2>
<p>Đến ngày ${formatDate(day)}, đã hoàn thành ${all.doneInTime + all.doneLate} trên ${all.total} sản phẩm của kế hoạch (${shareWords(all)}).</p>
<div class="scroll"><table><thead><tr><th scope="col">Lĩnh vực</th><th scope="col">Sản phẩm</th><th scope="col">Xong đúng hạn</th><th scope="col">Xong quá hạn</th><th scope="col">Quá hạn chưa xong</th><th scope="col">Đang thực hiện</th></tr></thead>
<tbody>${rows.map(({ code, name, found }) => html`<tr><th scope="row">${plan.fields.some((field) => field.code === code) ? html`<a href="${href}/${code}">${name}</a>` : name}</th>${figures(found)}</tr>`)}<tr><th scope="row">Cả kế hoạch</th>${figures(all)}</tr></tbody></table></div>`;
}

const nothing: FieldProgress = { code: null, total: 0, doneInTime: 0, doneLate: 0, overdue: 0 };

function addUp(sum: FieldProgress, one: FieldProgress): FieldProgress {
  return {
    code: null,
    total: sum.total + one.total,
    doneInTime: sum.doneInTime + one.doneInTime,
    doneLate: sum.doneLate + one.doneLate,
    overdue: sum.overdue + one.overdue,
  };
}

function figures({ total, doneInTime, doneLate, overdue }: FieldProgress): Html {
  const ahead = total - doneInTime - doneLate - overdue;
  return html`${[total, doneInTime, doneLate, overdue, ahead].map((n) => html`<td>${n}</td>`)}`;
}

function shareWords({ total, doneInTime, doneLate }: FieldProgress): string {
  return `${Math.round(((doneInTime + doneLate) / total) * 100)}%`;
}
