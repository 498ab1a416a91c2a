import { html } from 'hono/html';
import { committeeOf, type Html } from '#server/pages/layout.ts';
import type { PublicUnit } from '../queries.ts';
import { procedureSearch } from './procedures.ts';

/** The unit's first page: the search for a procedure, and its reform plans. */
export function homePage(unit: PublicUnit, base: string): Html {
  const [newest, ...earlier] = unit.plans;
  if (!newest)
    return html`<h1>${committeeOf(unit.name)}</h1>${procedureSearch(base)}<h2>Cải cách hành chính</h2><p>Hiện chưa có kế hoạch nào được công khai ở đây. Mời Ông/Bà quay lại sau, hoặc hỏi trực tiếp tại trụ sở.</p>`;
  const href = `${base}/ke-hoach/${newest.year}`;
  return html`<h1>${committeeOf(unit.name)}</h1>
${procedureSearch(base)}
<h2>${newest.title}</h2>
<p>${decisionWords(newest)} Kế hoạch có ${newest.targetCount} chỉ tiêu và ${newest.taskCount} nhiệm vụ, mỗi nhiệm vụ ghi rõ ai làm và khi nào xong.</p>
<p><a class="button" href="${href}">Xem kế hoạch năm ${newest.year}</a></p>
<form action="${href}" method="get" role="search" aria-label="Tìm trong kế hoạch"><div class="field"><label for="tim">Tìm trong kế hoạch</label><span class="hint">Gõ có dấu hoặc không dấu, ví dụ: một cửa, ISO, hài lòng</span><input type="search" id="tim" name="tim" maxlength="200"></div><button>Tìm</button></form>
${earlier.length > 0 ? html`<h2>Kế hoạch các năm trước</h2><ul>${earlier.map((plan) => html`<li><a href="${base}/ke-hoach/${plan.year}">${plan.title}</a></li>`)}</ul>` : ''}`;
}

/** "Theo Quyết định số …", or that the document leaves the number blank. */
export function decisionWords(plan: {
  decisionNumber: string | null;
  decisionDate: string | null;
  version: number;
}): string {
  const date = plan.decisionDate ? ` ngày ${plan.decisionDate.split('-').reverse().join('/')}` : '';
  const version = plan.version > 1 ? ` Bản hiện hành là phiên bản ${plan.version}.` : '';
  return `${plan.decisionNumber ? `Ban hành theo Quyết định số ${plan.decisionNumber}${date}.` : 'Văn bản công bố chưa ghi số quyết định.'}${version}`;
}

/** How to reach the office; in a demo, that nothing here is real. */
export function contactFoot(unit: PublicUnit, isDemo: boolean): Html {
  const { address, phone, email } = unit.contact;
  const lines = [address, phone && `Điện thoại: ${phone}`, email && `Thư điện tử: ${email}`].filter(Boolean);
  return html`<p>${committeeOf(unit.name)}${lines.map((line) => html`<br>${line}`)}</p>${isDemo ? html`<p><span class="mark">Bản trình diễn</span> Kế hoạch là văn bản thật của năm 2022; người và số liệu khác là giả định.</p>` : ''}`;
}

/** An address that leads nowhere, with the ways on. */
export function lostPage(home: string): Html {
  return html`<h1>Không có trang này</h1><p>Địa chỉ có thể đã gõ nhầm, hoặc nội dung không còn được công khai.</p><p><a class="button" href="${home}">Về trang đầu</a></p>`;
}
