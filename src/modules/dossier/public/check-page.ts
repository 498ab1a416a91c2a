import { html } from 'hono/html';
import { type Moment, parseMoment, writeMoment } from '#kernel/moment.ts';
import { formatDate, type PlainDate } from '#kernel/plain-date.ts';
import type { Html } from '#server/pages/layout.ts';
import { formName } from '../domain/forms/form-names.ts';
import { nationalCodes, nationalLabels } from '../domain/states.ts';
import type { TokenFound } from './find-token.ts';

const moment = (text: string) => writeMoment(parseMoment(text) ?? (0 as Moment));
const day = (text: string) => formatDate(text as PlainDate);

/** What a person sees who scans the QR of a slip or a result. */
export function checkPage(found: TokenFound): Html {
  return html`<h1>${titleOf(found)}</h1>
<p>${found.result ? resultWords(found.result) : 'Phiếu này có thật: do hệ thống của đơn vị lập và ghi vào nhật ký.'}</p>
<table><tbody>${factsOf(found).map(([label, value]) => html`<tr><th scope="row">${label}</th><td>${value}</td></tr>`)}</tbody></table>
<h2>Bằng chứng trong nhật ký</h2>
${
  found.log
    ? html`<p>Việc này là mục số <b>${found.log.index + 1}</b> trong nhật ký của đơn vị, nằm dưới gốc đã ký lúc ${moment(found.log.headAt)} (${found.log.size} mục):</p>
<p><code style="overflow-wrap:anywhere">${found.log.root}</code></p>
<p class="dim">Nhật ký là cây băm: không ai, kể cả người quản trị, sửa hay bỏ được một mục mà không làm đổi gốc đã ký.</p>`
    : html`<p class="dim">Việc này vừa được ghi; gốc nhật ký được ký trong vòng một phút. Xin tải lại trang sau ít phút.</p>`
}
<p class="dim">Trang này không hiện thông tin cá nhân. Muốn xem nội dung hồ sơ, cần mã hồ sơ và thông tin của người nộp.</p>`;
}

function titleOf({ slip, result }: TokenFound): string {
  if (slip) return formName(slip.regime, slip.kind).title;
  return result?.negative ? 'Văn bản từ chối giải quyết' : 'Kết quả giải quyết thủ tục hành chính';
}

function resultWords(result: NonNullable<TokenFound['result']>): string {
  if (result.corrected) return 'Kết quả này đã được đính chính bằng một kết quả khác.';
  return 'Kết quả này có thật: do đơn vị ban hành và ghi vào nhật ký.';
}

function factsOf(found: TokenFound): [string, string][] {
  const facts: [string, string | null][] = [
    ['Lập lúc', moment(found.at)],
    ['Tiếp nhận ngày', found.receivedOn && day(found.receivedOn)],
    ['Hẹn trả', found.firstDueAt && moment(found.firstDueAt)],
    ['Hẹn lại (có xin lỗi)', found.extended && found.dueAt ? moment(found.dueAt) : null],
    ['Trạng thái bây giờ', found.state && nationalLabels[nationalCodes[found.state]]],
    ['Xử lý xong ngày', found.endedOn && day(found.endedOn)],
    ['Đã trả lúc', found.returnedAt && moment(found.returnedAt)],
    ['Ký ngày', found.result?.signedOn ? day(found.result.signedOn) : null],
    ['Có giá trị đến', found.result?.validUntil ? day(found.result.validUntil) : null],
  ];
  return facts.filter((fact): fact is [string, string] => typeof fact[1] === 'string');
}

/** Said when no slip bears this code. */
export function noSuchCodePage(): Html {
  return html`<h1>Không có phiếu mang mã này</h1>
<p>Mã có thể bị quét thiếu, hoặc phiếu không do đơn vị này lập.</p>
<p>Xin quét lại mã ở nơi đủ sáng, hoặc hỏi tại bộ phận một cửa. Đừng dùng phiếu này để nhận kết quả hay nộp tiền cho ai khác.</p>`;
}
