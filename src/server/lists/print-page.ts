import { html, raw } from 'hono/html';
import { formatDate, type PlainDate } from '#kernel/plain-date.ts';
import { committeeOf, type Html, page } from '../pages/layout.ts';
import type { ListSheet } from './list-sheet.ts';

const style = `@page{size:A4 landscape;margin:12mm}
main{max-width:none}.sheet{font-family:"Times New Roman",Tinos,serif;font-size:.8rem}
.sheet h1{text-align:center;text-transform:uppercase;font-size:1.1rem;margin:.5rem 0}.sheet .lines{text-align:center;margin:0 0 .75rem}
.sheet th,.sheet td{border:1px solid #000;padding:.2rem .35rem}.sheet th{text-align:center}.sheet tr{break-inside:avoid}.sheet thead{display:table-header-group}
.sheet td:first-child{text-align:center}
@media print{.top,.no-print{display:none}.sheet{font-size:9.5pt}}`.replaceAll('\n', '');

/** A list on A4 for the weekly briefing; the browser prints it, with a column to write the conclusion in. */
export async function printPage(sheet: ListSheet, unitName: string, today: PlainDate): Promise<string> {
  return page({ title: sheet.title, unitName, body: bodyOf(sheet, unitName, today), hidden: true });
}

function bodyOf({ title, lines, columns, rows }: ListSheet, unitName: string, today: PlainDate): Html {
  const said = [`Ngày ${formatDate(today)}`, `${rows.length} dòng`, ...lines].join(' · ');
  return html`${raw(`<style>${style}</style>`)}<p class="no-print dim">Bấm Ctrl+P (trên máy Mac: ⌘P) để in hoặc lưu thành PDF.</p>
<div class="sheet"><p><b>${committeeOf(unitName)}</b></p><h1>${title}</h1><p class="lines">${said}</p>
${
  rows.length === 0
    ? html`<p>Không có mục nào.</p>`
    : html`<table><thead><tr>${columns.map(({ heading }) => html`<th scope="col">${heading}</th>`)}<th scope="col">Kết luận</th></tr></thead>
<tbody>${rows.map((cells) => html`<tr>${cells.map((cell) => html`<td>${cell ?? ''}</td>`)}<td></td></tr>`)}</tbody></table>`
}</div>`;
}
