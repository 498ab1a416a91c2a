import { html } from 'hono/html';
import type { ProcedureRow } from '#modules/procedure/contract/catalogue.ts';
import type { LifeEvent } from '#modules/procedure/contract/life-events.ts';
import { termWords } from '#modules/procedure/text.ts';
import type { Html } from '#server/pages/layout.ts';

/** What people asked for, and what there is. */
export interface ShownProcedures {
  readonly words: string;
  readonly field: string | undefined;
  readonly event: LifeEvent | undefined;
  readonly events: readonly LifeEvent[];
  readonly fields: readonly { readonly name: string; readonly count: number }[];
  readonly rows: readonly ProcedureRow[];
  readonly total: number;
  readonly page: number;
  readonly size: number;
}

/** The citizens' first question. */
export function procedureSearch(base: string, words = ''): Html {
  return html`<form action="${base}/thu-tuc" method="get" role="search" aria-label="Tìm thủ tục"><div class="field"><label for="can">Ông/Bà cần làm thủ tục gì?</label><span class="hint">Gõ có dấu hoặc không dấu, ví dụ: khai sinh, chứng thực, giấy phép xây dựng</span><input type="search" id="can" name="tim" value="${words}" maxlength="200"></div><button>Tìm thủ tục</button></form>`;
}

/** Searching and choosing a procedure: by words, by what happened in life, by field. */
export function proceduresPage(shown: ShownProcedures, base: string): Html {
  const isAsked = shown.words !== '' || shown.field !== undefined || shown.event !== undefined;
  return html`<h1>Thủ tục hành chính</h1>${procedureSearch(base, shown.words)}${isAsked ? found(shown, base) : choices(shown, base)}`;
}

function choices({ events, fields }: ShownProcedures, base: string): Html {
  const link = (name: string, value: string) => `${base}/thu-tuc?${name}=${encodeURIComponent(value)}`;
  const seen = events.filter((one) => one.isShown && one.procedureCodes.length > 0);
  return html`<h2>Theo việc của Ông/Bà</h2><ul class="people side">${seen.map((one) => html`<li><a class="button plain full" href="${link('su-kien', one.code)}">${one.name}</a></li>`)}</ul>
<h2>Theo lĩnh vực</h2><ul class="columns">${fields.map((one) => html`<li><a href="${link('linh-vuc', one.name)}">${one.name}</a> (${one.count})</li>`)}</ul>`;
}

function found(shown: ShownProcedures, base: string): Html {
  const { words, event, field, total, rows } = shown;
  const what = event ? `“${event.name}”` : (field ?? `“${words}”`);
  if (total === 0)
    return html`<h2>Không tìm thấy thủ tục nào cho ${what}</h2><p>Mời Ông/Bà thử từ ngắn hơn, <a href="${base}/thu-tuc">chọn theo việc hoặc lĩnh vực</a>, hoặc hỏi trực tiếp tại bộ phận một cửa.</p>`;
  return html`<h2>${total} thủ tục cho ${what}</h2>${rows.map((row) => rowOf(row, base))}${pages(shown, base)}<p><a href="${base}/thu-tuc">Chọn theo việc hoặc lĩnh vực</a></p>`;
}

function rowOf(row: ProcedureRow, base: string): Html {
  return html`<article class="task"><h2><a href="${base}/thu-tuc/${encodeURIComponent(row.code)}">${row.name}</a></h2><p class="dim">${row.field}${row.term ? ` · Thời hạn: ${termWords(row)}` : ''}</p></article>`;
}

function pages({ words, field, event, page, size, total }: ShownProcedures, base: string): Html {
  const last = Math.ceil(total / size);
  if (last <= 1) return html``;
  const to = (at: number) => {
    const query = new URLSearchParams({
      ...(words !== '' && { tim: words }),
      ...(field !== undefined && { 'linh-vuc': field }),
      ...(event && { 'su-kien': event.code }),
      trang: String(at),
    });
    return `${base}/thu-tuc?${query}`;
  };
  return html`<nav aria-label="Trang">${page > 1 ? html`<a href="${to(page - 1)}" rel="prev">← Trang trước</a>` : ''}<span>Trang ${page}/${last}</span> ${page < last ? html`<a href="${to(page + 1)}" rel="next">Trang sau →</a>` : ''}</nav>`;
}
