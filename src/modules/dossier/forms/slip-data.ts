import { type Moment, parseMoment } from '#kernel/moment.ts';
import { formatDate, type PlainDate } from '#kernel/plain-date.ts';
import type { FormContents, FormPerson, IssuedKind } from '../domain/forms/form-content.ts';
import { dateWords, momentWords, weekdayWords } from '../domain/forms/form-moments.ts';
import type { FormName } from '../domain/forms/form-names.ts';
import { moneyWords } from '../domain/forms/money-words.ts';

/** What stands on every slip beside its content. */
export interface SlipHead {
  readonly unit: string;
  readonly parent: string;
  readonly desk: string;
  readonly place: string;
  readonly day: PlainDate;
  readonly number: string;
  readonly name: FormName;
  /** QR as SVG, and where it leads; null on slips without one. */
  readonly qr: string | null;
  readonly checkAt: string;
  readonly phone: string;
}

function at(text: string): Moment {
  const found = parseMoment(text);
  if (found === undefined) throw new RangeError(`not a moment: ${text}`);
  return found;
}

const shown = (text: string | null | undefined) => text ?? '';
const whole = (text: string | null) => (text === null ? '' : weekdayWords(at(text)));
const dayWords = (text: string | null) => (text === null ? '' : formatDate(text as PlainDate));

function personOf({ name, number, address, phone, email }: FormPerson) {
  return { name, number: shown(number), address: shown(address), phone: shown(phone), email: shown(email) };
}

const ways = { counter: 'Trực tiếp tại quầy', postal: 'Qua dịch vụ bưu chính', online: 'Trực tuyến' } as const;
const proofs = {
  'form-01': 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả',
  identity: 'Giấy tờ tùy thân (mất giấy tiếp nhận)',
  authorisation: 'Giấy ủy quyền',
  postal: 'Ký nhận của bưu chính',
  online: 'Tài khoản của người nộp',
} as const;

type Fill = { readonly [K in IssuedKind]: (content: FormContents[K], head: SlipHead) => Record<string, unknown> };

/** What each kind of slip says beside head, owner and subject; the layouts stand in templates/forms. */
const fill: Fill = {
  receipt: (content, head) => ({
    point: content.point,
    components: content.components,
    copies: String(content.copies).padStart(2, '0'),
    term: content.term,
    receivedWords: momentWords(at(content.receivedAt)),
    dueWords: whole(content.dueAt) || 'trả ngay sau khi giải quyết',
    returnAt: content.returnBy === 'counter' ? content.point : ways[content.returnBy],
    book: '',
    explanation: content.explanation,
    next: nextSteps(content.returnBy, head.phone),
    submitterName: content.submitter?.name ?? content.owner.name,
    clerk: content.byName,
  }),
  supplement: (content, head) => ({
    items: content.items.map((item) => (item.note ? `${item.name}: ${item.note}` : item.name)),
    reason: content.reason,
    until: dayWords(content.until),
    contact: content.contact || content.byName,
    contactPhone: head.phone,
    clock:
      content.stage === 'intake'
        ? ''
        : 'Thời hạn giải quyết được tính lại từ đầu sau khi nhận đủ giấy tờ bổ sung; trong lúc chờ, thời hạn không tính.',
    clerk: content.byName,
  }),
  refusal: (content) => ({
    formTitle:
      content.stage === 'intake' ? 'Phiếu từ chối tiếp nhận giải quyết hồ sơ' : 'Phiếu từ chối giải quyết hồ sơ',
    verdict: content.stage === 'intake' ? 'từ chối tiếp nhận hồ sơ' : 'từ chối giải quyết hồ sơ',
    reason: content.reason,
    remedy: 'Nếu không đồng ý, Ông (Bà) có quyền phản ánh, kiến nghị hoặc khiếu nại theo quy định của pháp luật.',
    submitterName: content.submitter?.name ?? content.owner.name,
    signerTitle: content.stage === 'intake' ? 'Người tiếp nhận hồ sơ' : content.byTitle,
    clerk: content.byName,
  }),
  apology: (content, head) => ({
    formTitle: head.name.title,
    receivedDay: momentWords(at(content.receivedAt)).replace(/^.*ngày /, ''),
    dueBefore: whole(content.dueBefore),
    dueAfter: whole(content.dueAfter),
    reason: content.reason,
    signer: content.byName,
    signerTitle: content.byTitle,
  }),
  stop: (content) => ({
    receivedWords: momentWords(at(content.receivedAt)),
    stoppedWords: momentWords(at(content.stoppedAt)),
    basis:
      content.why === 'applicant'
        ? 'đề nghị dừng giải quyết của người nộp hồ sơ'
        : 'hết thời hạn bổ sung mà người nộp chưa hoàn thiện hồ sơ',
    standing: content.standing,
    reason: content.reason,
    givenBack: content.givenBack,
    signer: content.byName,
    signerTitle: content.byTitle,
  }),
  transfer: (content) => ({
    from: content.from,
    to: content.to,
    atWords: momentWords(at(content.at)),
    rows: [
      {
        code: shown(content.code),
        content: content.procedure,
        owner: content.owner.name,
        due: content.dueAt === null ? '' : momentWords(at(content.dueAt)),
      },
    ],
    giver: content.byName,
    taker: '',
  }),
  'result-hand-over': (content) => ({
    toName: content.toName,
    proof: proofs[content.proof],
    way: ways[content.way],
    results: content.results.map((one) => ({
      title: one.title,
      number: shown(one.number),
      day: dayWords(one.signedOn),
    })),
    originals: content.originals,
    atWords: momentWords(at(content.at)),
    clerk: content.byName,
  }),
  'fee-receipt': (content) => {
    const total = content.rows.reduce((sum, row) => sum + row.amount, 0);
    return {
      payer: content.submitter?.name ?? content.owner.name,
      address: shown(content.owner.address),
      rows: content.rows.map((row) => ({ ...row, quantity: String(row.quantity), amount: money(row.amount) })),
      total: money(total),
      totalWords: moneyWords(total),
      way: content.way,
      clerk: content.byName,
    };
  },
};

function money(amount: number): string {
  return `${String(amount).replace(/\B(?=(\d{3})+$)/g, '.')} đ`;
}

function nextSteps(returnBy: 'counter' | 'postal' | 'online', phone: string): string[] {
  const get = {
    counter: 'Đến hẹn, mang giấy này đến nhận kết quả; mất giấy thì mang giấy tờ tùy thân.',
    postal: 'Đến hẹn, bưu chính giao kết quả đến địa chỉ đã đăng ký.',
    online: 'Đến hẹn, kết quả được gửi vào tài khoản của Ông (Bà).',
  }[returnBy];
  const ask = phone ? `Cần hỏi, gọi ${phone} và đọc mã hồ sơ.` : 'Cần hỏi, liên hệ nơi tiếp nhận và đọc mã hồ sơ.';
  return [get, 'Nếu chậm, Ủy ban nhân dân sẽ xin lỗi bằng văn bản và hẹn lại ngày trả.', ask];
}

/** The data of a slip for its layout: head, owner and subject, and what its kind says. */
export function slipData<K extends IssuedKind>(
  kind: K,
  content: FormContents[K],
  head: SlipHead,
): Record<string, unknown> {
  const { name, day, qr, checkAt, number, unit, parent, desk, place } = head;
  return {
    ...{ title: name.title, unit, parent, desk, place, number, checkAt },
    dateWords: dateWords(day),
    ...(qr === null ? {} : { qr }),
    code: shown(content.code),
    procedure: content.procedure,
    request: content.request,
    owner: personOf(content.owner),
    submitter: content.submitter ? { ...personOf(content.submitter), paper: content.submitter.paper } : null,
    ...fill[kind](content, head),
  };
}
