import { html, raw } from 'hono/html';
import { formatDate, type PlainDate } from '#kernel/plain-date.ts';
import { type AskedComponent, componentsFor } from '#modules/procedure/domain/components-for.ts';
import type { Answers } from '#modules/procedure/domain/condition.ts';
import { feeRulesOf } from '#modules/procedure/domain/fees-for.ts';
import { mayReplacePaper } from '#modules/procedure/domain/may-replace-paper.ts';
import type { Channel } from '#modules/procedure/domain/procedure-content.ts';
import { termFor } from '#modules/procedure/domain/term-for.ts';
import type { ProcedureFor, PublicPlace } from '#modules/procedure/queries.ts';
import {
  amountWords,
  begun,
  channelName,
  codeWords,
  databaseWords,
  reasonWords,
  termWords,
} from '#modules/procedure/text.ts';
import type { Html } from '#server/pages/layout.ts';

/** What somebody chose on the page, from its address. */
export interface Chosen {
  readonly channel: Channel;
  readonly caseCode: string | null;
  readonly answers: Answers;
  /** The day the page is read. */
  readonly day: PlainDate;
}

/** One procedure for everybody: what to bring, where, how long, how much. */
export function procedurePage(found: ProcedureFor, places: readonly PublicPlace[], chosen: Chosen, base: string): Html {
  const { content, code } = found;
  const back = html`<p><a href="${base}/thu-tuc">← Tìm thủ tục khác</a></p>`;
  if (found.abolished) {
    const instead = found.successorCode
      ? html`<p>Thủ tục thay thế: <a href="${base}/thu-tuc/${encodeURIComponent(found.successorCode)}">${found.successorCode}</a>.</p>`
      : '';
    return html`${back}<h1>${content.name}</h1><p>Thủ tục này đã bị bãi bỏ${found.effectiveFrom ? ` từ ngày ${formatDate(found.effectiveFrom)}` : ''}.</p>${instead}`;
  }
  return html`${back}<h1>${content.name}</h1>
<p class="dim">${begun(codeWords(code))} · ${content.field}</p>
${found.isOn ? '' : html`<p><span class="mark">Tạm chưa tiếp nhận</span> Hiện đơn vị chưa tiếp nhận thủ tục này. Mời Ông/Bà hỏi bộ phận một cửa.</p>`}
${content.verified ? '' : html`<p><span class="mark">Đang đối chiếu</span> Nội dung này chưa được đối chiếu xong với quyết định công bố. Mời Ông/Bà hỏi bộ phận một cửa trước khi đi.</p>`}
${found.unitNote ? html`<p>${found.unitNote}</p>` : ''}
<h2>Bao lâu có kết quả</h2>${terms(found)}
<h2>Phí, lệ phí</h2>${fees(found)}
<h2>Giấy tờ cần chuẩn bị</h2>${questions(found, chosen, base)}${papers(componentsFor(content, chosen.answers, chosen.channel, chosen.caseCode), chosen.day)}
<h2>Nộp ở đâu</h2>${where(found, places)}
<h2>Kết quả nhận được</h2>${content.results.length > 0 ? html`<ul>${content.results.map((one) => html`<li>${one.name}</li>`)}</ul>` : html`<p>Danh mục không ghi.</p>`}
${content.decision ? html`<p class="dim">Theo Quyết định công bố ${content.decision}.</p>` : ''}`;
}

function terms(found: ProcedureFor): Html {
  const { content } = found;
  const said = content.channels.map((channel) => ({ channel, found: termFor(found, channel, null) }));
  const words = (one: (typeof said)[number]) =>
    one.found.ok ? termWords({ term: one.found.term, bareMilli: null }) : 'xin hỏi bộ phận một cửa';
  const all = new Set(said.map(words));
  const note = said[0]?.found.ok ? said[0].found.note : null;
  const cases = content.terms.filter((rule) => rule.case !== null && rule.term);
  const nameOf = (code: string | null) => content.cases.find((one) => one.code === code)?.name ?? '';
  return html`${all.size === 1 ? html`<p><b>${begun([...all][0] ?? '')}</b>, tính từ khi nhận đủ hồ sơ.</p>` : html`<ul>${said.map((one) => html`<li>Nộp ${channelName(one.channel)}: <b>${words(one)}</b></li>`)}</ul>`}
${cases.length > 0 ? html`<ul>${cases.map((rule) => html`<li>${nameOf(rule.case)}${rule.channel ? ` (nộp ${channelName(rule.channel)})` : ''}: ${termWords(rule)}</li>`)}</ul>` : ''}${note ? html`<p class="dim">${note}</p>` : ''}`;
}

function fees(found: ProcedureFor): Html {
  const rules = feeRulesOf(found);
  if (rules.length === 0) return html`<p>Danh mục không ghi phí, lệ phí; mời Ông/Bà hỏi bộ phận một cửa.</p>`;
  return html`<ul>${rules.map(
    (rule) =>
      html`<li>${rule.name}${rule.channel ? ` (nộp ${channelName(rule.channel)})` : ''}: <b>${amountWords(rule.amount, rule.basis)}</b>${rule.exemptions.map((one) => html`; ${reasonWords[one.reason]}: ${amountWords(one.amount, rule.basis)}`)}${rule.note && rule.amount !== null && rule.amount > 0 && rule.basis === 'dossier' ? html`. <span class="dim">${rule.note}</span>` : ''}</li>`,
  )}</ul>`;
}

/** A small form that narrows the list of papers; works without JavaScript. */
function questions({ code, content }: ProcedureFor, chosen: Chosen, base: string): Html {
  if (content.questions.length + content.cases.length === 0 && content.channels.length < 2) return html``;
  const option = (value: string, label: string, now: string | null | undefined) =>
    html`<option value="${value}"${(now ?? '') === value ? raw(' selected') : ''}>${label}</option>`;
  const select = (name: string, label: string, options: readonly Html[]) =>
    html`<div class="field"><label for="${name}">${label}</label><select id="${name}" name="${name}">${options}</select></div>`;
  return html`<form action="${base}/thu-tuc/${encodeURIComponent(code)}" method="get">
${
  content.channels.length > 1
    ? select(
        'kenh',
        'Ông/Bà nộp bằng cách nào?',
        content.channels.map((one) => option(one, begun(channelName(one)), chosen.channel)),
      )
    : ''
}
${content.cases.length > 0 ? select('truong-hop', 'Ông/Bà thuộc trường hợp nào?', [option('', 'Chưa chọn', chosen.caseCode), ...content.cases.map((one) => option(one.code, one.name, chosen.caseCode))]) : ''}
${content.questions.map((one) => select(`hoi.${one.code}`, one.text, [option('', 'Chưa trả lời', chosen.answers[one.code]), ...one.options.map((each) => option(each.code, each.name, chosen.answers[one.code]))]))}
<button>Xem giấy tờ cần chuẩn bị</button></form>`;
}

function papers(list: readonly AskedComponent[], day: PlainDate): Html {
  if (list.length === 0) return html`<p>Danh mục không ghi giấy tờ nào; mời Ông/Bà hỏi bộ phận một cửa.</p>`;
  return html`<ol>${list.map((one) => html`<li>${one.name}<br><span class="dim">${paperWords(one, day)}</span></li>`)}</ol>`;
}

function paperWords(one: AskedComponent, day: PlainDate): string {
  const count = [one.originals > 0 && `${one.originals} bản chính`, one.copies > 0 && `${one.copies} bản sao`];
  return [
    one.presentOnly ? 'Chỉ cần xuất trình' : begun(count.filter(Boolean).join(', ')),
    !one.required && 'nếu thuộc trường hợp này',
    one.isOpen && 'tùy câu trả lời ở trên',
    one.replaceableBy &&
      mayReplacePaper(one, day) &&
      `không phải nộp nếu đã có trong cơ sở dữ liệu ${databaseWords[one.replaceableBy]}`,
  ]
    .filter(Boolean)
    .join('; ');
}

function where({ content }: ProcedureFor, places: readonly PublicPlace[]): Html {
  const online = content.channels.includes('online')
    ? html`<p>Nộp trực tuyến tại Cổng Dịch vụ công quốc gia: <a href="https://dichvucong.gov.vn" rel="noopener">dichvucong.gov.vn</a></p>`
    : '';
  return html`<ul>${content.channels.map((one) => html`<li>${begun(channelName(one))}</li>`)}</ul>${places.map(
    (one) =>
      html`<p><b>${one.name}</b><br>${one.address}${one.hours ? html`<br>${one.hours}` : ''}${one.phone ? html`<br>Điện thoại: <a href="tel:${one.phone.replace(/[^\d+]/g, '')}">${one.phone}</a>` : ''}</p>`,
  )}${online}`;
}
