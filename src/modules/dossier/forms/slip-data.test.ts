import { describe, expect, test } from 'vitest';
import type { PlainDate } from '#kernel/plain-date.ts';
import { readDocument } from '#server/documents/read-document.ts';
import { printTypst } from '#server/typst.ts';
import type { FormCommon, FormContents, IssuedKind } from '../domain/forms/form-content.ts';
import { formName } from '../domain/forms/form-names.ts';
import { slipData } from './slip-data.ts';

const person = { name: 'Nguyễn Mẫu An', number: '038000000001', address: 'Thôn Mẫu 1', phone: null, email: null };
const common: FormCommon = {
  code: 'H56.14.22-220110-0001',
  procedure: 'Thủ tục đăng ký khai sinh',
  request: 'Đăng ký khai sinh cho con',
  owner: person,
  submitter: null,
  byName: 'Phạm Mẫu Bình',
  byTitle: 'Chủ tịch',
};
const at = '2022-01-10T08:15:00+07:00';
const due = '2022-01-13T17:00:00+07:00';

const contents: FormContents = {
  receipt: {
    ...common,
    submitter: { ...person, name: 'Lê Mẫu Nộp Thay', paper: 'Giấy ủy quyền số 1' },
    point: 'Bộ phận Một cửa',
    components: [{ name: 'Tờ khai', note: '', originals: 1, copies: 0 }],
    copies: 1,
    term: '3 ngày làm việc',
    receivedAt: at,
    dueAt: due,
    returnBy: 'counter',
    explanation: ['Không tính ngày nhận'],
  },
  supplement: {
    ...common,
    stage: 'after-examination',
    items: [{ name: 'Giấy chứng sinh', note: 'bản chính' }],
    reason: 'Thiếu giấy tờ bắt buộc',
    until: '2022-02-10',
    contact: '',
  },
  refusal: { ...common, stage: 'intake', reason: 'Không thuộc thẩm quyền' },
  apology: { ...common, receivedAt: at, dueBefore: due, dueAfter: '2022-01-18T17:00:00+07:00', reason: 'Chờ xác minh' },
  stop: {
    ...common,
    why: 'applicant',
    receivedAt: at,
    stoppedAt: due,
    standing: 'Đang xử lý',
    reason: 'Không còn nhu cầu',
    givenBack: 'Tờ khai',
  },
  transfer: { ...common, from: 'Bộ phận Một cửa', to: 'Tư pháp – hộ tịch', at, dueAt: due },
  'result-hand-over': {
    ...common,
    toName: 'Nguyễn Mẫu An',
    proof: 'form-01',
    way: 'counter',
    at: due,
    results: [{ title: 'Giấy khai sinh', number: '12/2022', signedOn: '2022-01-12' }],
    originals: ['Giấy chứng sinh'],
  },
  'fee-receipt': {
    ...common,
    rows: [{ name: 'Lệ phí hộ tịch', note: '', quantity: 1, amount: 8_000 }],
    way: 'Tiền mặt',
    at,
  },
};

async function textOf<K extends IssuedKind>(kind: K, content: FormContents[K]): Promise<string> {
  const name = formName('tt01-2018', kind);
  const data = slipData(kind, content, {
    unit: 'Ủy ban nhân dân xã Mẫu',
    parent: 'Ủy ban nhân dân huyện Mẫu',
    desk: 'Bộ phận Tiếp nhận và Trả kết quả',
    place: 'Xã Mẫu',
    day: '2022-01-10' as PlainDate,
    number: `7/${name.symbol}`,
    name,
    qr: null,
    checkAt: 'mau.vn/kiem-tra',
    phone: '0237 000 000',
  });
  const pdf = await printTypst(`forms/${kind}.typ`, data, 1_641_780_000_000);
  const read = await readDocument(pdf, `${kind}.pdf`);
  return JSON.stringify(read).normalize('NFC').replaceAll(/\s+/g, ' ');
}

describe('a slip printed', () => {
  test.each([
    ['receipt', ['H56.14.22-220110-0001', '17 giờ 00 phút, thứ Năm, ngày 13/01/2022', 'Lê Mẫu Nộp Thay', 'Tờ khai']],
    ['supplement', ['Giấy chứng sinh: bản chính', 'Thiếu giấy tờ bắt buộc', '10/02/2022', 'tính lại từ đầu']],
    ['refusal', ['Không thuộc thẩm quyền', '038000000001']],
    [
      'apology',
      ['17 giờ 00 phút, thứ Ba, ngày 18/01/2022', 'Chờ xác minh', '17 giờ 00 phút, thứ Năm, ngày 13/01/2022'],
    ],
    ['stop', ['Không còn nhu cầu', 'Đang xử lý']],
    ['transfer', ['Tư pháp – hộ tịch', 'H56.14.22-220110-0001']],
    ['result-hand-over', ['Giấy khai sinh', '12/2022', 'Giấy chứng sinh']],
    ['fee-receipt', ['8.000 đ', 'Tám nghìn đồng']],
  ] as const)('%s says what it must', async (kind, said) => {
    const text = await textOf(kind, contents[kind]);
    for (const words of said) expect(text).toContain(words);
  });

  test('letters of a citizen are printed as they are, and do nothing', async () => {
    const owner = { ...person, name: '#panic("x") *đậm* $x$ "An"' };
    expect(await textOf('refusal', { ...contents.refusal, owner })).toContain('#panic');
  });

  test('a missing field is refused, not printed as nothing', async () => {
    await expect(printTypst('forms/refusal.typ', { title: 'x' }, 0)).rejects.toThrow('refusal.typ');
  });
});
