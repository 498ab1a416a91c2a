import { amountKind, hourMillis } from '../domain/amount.ts';
import type { Finding, FindingKind } from '../domain/finding.ts';
import { amountWords, differenceWords, sumWords } from './amounts.ts';
import { conditionNames } from './names.ts';

type Words = (finding: Finding) => string;

const step = ({ stepNo }: Finding) => (stepNo === undefined ? 'Một bước' : `Bước ${stepNo}`);
const param = ({ params }: Finding, name: string) => String(params?.[name] ?? '');
const declared = (finding: Finding) => (finding.declared ? amountWords(finding.declared) : 'không rõ');
const computed = (finding: Finding) => (finding.computed ? amountWords(finding.computed) : 'không rõ');

const sentences: Readonly<Record<FindingKind, Words>> = {
  'no-steps': () => 'Quy trình chưa có bước nào. Xin thêm các bước.',
  'sum-mismatch': (finding) =>
    `Tổng thời gian các bước không khớp: khai ${declared(finding)}, cộng các bước được ${computed(finding)}${by(finding)}.`,
  'sum-over-term': (finding) =>
    `Tổng thời gian các bước là ${computed(finding)}, vượt thời hạn giải quyết ${declared(finding)}${by(finding)}. Xin rút ngắn các bước.`,
  'sum-under-term': (finding) =>
    `Tổng thời gian các bước là ${computed(finding)}, ngắn hơn thời hạn giải quyết ${declared(finding)}${by(finding)}. Xin ghi tổng thời gian theo quyết định, hoặc nêu lý do.`,
  'declared-over-term': (finding) =>
    `Tổng thời gian khai ${computed(finding)} dài hơn thời hạn giải quyết ${declared(finding)}.`,
  'units-mixed': mixedWords,
  'unit-unclear': () =>
    'Chỗ ghi “ngày”, chỗ ghi “ngày làm việc” hoặc “giờ làm việc”: tổng chỉ khớp khi “ngày” là ngày làm việc. Xin ghi rõ đơn vị.',
  'declared-missing': () => 'Bảng không ghi tổng thời gian nên không đối chiếu được với tổng các bước.',
  'declared-unread': (finding) => `Không đọc được tổng thời gian “${param(finding, 'words')}”. ${howToWrite(finding)}`,
  'term-unknown': () =>
    'Danh mục thủ tục chưa có thời hạn giải quyết của thủ tục này nên không đối chiếu được. Xin bổ sung thời hạn, hoặc nêu lý do.',
  'duration-missing': (finding) =>
    param(finding, 'taken') === 'uncounted'
      ? `${step(finding)} không ghi thời gian, coi là không tính thời gian. Xin ghi rõ “không tính thời gian”.`
      : `${step(finding)} thiếu thời gian thực hiện. Xin ghi thời gian, hoặc “không tính thời gian”.`,
  'duration-unread': (finding) =>
    `${step(finding)}: không đọc được thời gian “${param(finding, 'words')}”. ${howToWrite(finding)}`,
  'duration-zero': (finding) => `${step(finding)} ghi thời gian bằng 0. Nếu không tính thời gian, xin ghi rõ như vậy.`,
  'number-missing': (finding) => {
    const label = param(finding, 'label');
    return `Bước thứ ${param(finding, 'place')} trong bảng ${label === '' ? 'không có số thứ tự' : `có số thứ tự không đọc được “${label}”`}.`;
  },
  'number-repeated': (finding) => `Số thứ tự ${finding.stepNo} dùng cho nhiều bước. Xin đánh số lại.`,
  'number-slipped': (finding) =>
    param(finding, 'before') === 'none'
      ? `Số thứ tự bắt đầu từ ${finding.stepNo}, không phải từ 1.`
      : `Số thứ tự nhảy từ ${param(finding, 'before')} đến ${finding.stepNo}: thiếu bước hoặc đánh số nhầm.`,
  'name-missing': (finding) => `${step(finding)} chưa có nội dung công việc.`,
  'actor-missing': (finding) => `${step(finding)} chưa có người chịu trách nhiệm.`,
  'actor-unknown': (finding) =>
    `${step(finding)}: chưa rõ “${param(finding, 'words')}” thuộc vai trò nào. Xin chọn vai trò trong danh sách.`,
  'post-unknown': (finding) =>
    `${step(finding)} giao cho chức danh không còn vào ngày quy trình có hiệu lực. Xin chọn lại.`,
  'district-ended': (finding) =>
    `${step(finding)} do cấp huyện thực hiện, nhưng từ 01/07/2025 không còn cấp huyện (Luật số 72/2025/QH15). Xin chuyển sang cấp xã hoặc cấp tỉnh, hoặc đặt ngày hết hiệu lực 30/06/2025.`,
  'no-final-step': () => 'Không có bước kết thúc. Xin đánh dấu bước kết thúc, thường là trả kết quả.',
  'final-goes-on': (finding) =>
    `${step(finding)} là bước kết thúc nhưng còn đường đi tiếp. Xin bỏ đường đi hoặc bỏ dấu kết thúc.`,
  'dead-end': (finding) => `${step(finding)} không có bước tiếp theo và không phải bước kết thúc: hồ sơ sẽ dừng ở đây.`,
  unreachable: (finding) => `${step(finding)} không bao giờ được đi tới từ bước đầu.`,
  loop: (finding) =>
    `Từ bước ${finding.stepNo} đường đi tiếp vòng lại chính nó. Muốn cho quay lại, xin dùng “trả lại bước”.`,
  'next-to-nowhere': (finding) => `${step(finding)} đi tới bước ${param(finding, 'to')}, nhưng không có bước này.`,
  'return-to-nowhere': (finding) => `${step(finding)} trả lại bước ${param(finding, 'to')}, nhưng không có bước này.`,
  'return-forward': (finding) =>
    `${step(finding)} trả lại bước ${param(finding, 'to')}, nhưng bước đó không đứng trước nó. Xin chọn một bước trước.`,
  'condition-unknown': (finding) =>
    `${step(finding)} rẽ nhánh theo điều kiện không có trong danh sách (“${param(finding, 'condition')}”). Xin chọn điều kiện trong danh sách.`,
  'condition-twice': (finding) =>
    `${step(finding)} có nhiều nhánh cùng điều kiện “${conditionName(param(finding, 'condition'))}”. Xin bỏ bớt, hoặc đánh dấu các bước đó là song song.`,
  'branch-open': (finding) =>
    `${step(finding)} chỉ có nhánh có điều kiện: khi không điều kiện nào đúng, hồ sơ không có đường đi. Xin thêm đường đi mặc định.`,
  'fork-not-parallel': (finding) =>
    `${step(finding)} có nhiều bước tiếp theo không điều kiện. Xin đặt điều kiện, hoặc đánh dấu các bước đó là liên thông song song.`,
  'code-missing': () => 'Quy trình không ghi mã thủ tục.',
  'code-repeated': (finding) =>
    `Mã ${param(finding, 'code')} với cùng tên đã có ở quy trình thứ ${param(finding, 'place')} trong tệp.`,
  'cell-merged': (finding) =>
    `Ô ${finding.cell ?? ''} gộp nhiều dòng có thời gian: một thời gian chung cho nhiều bước, chỉ tính một lần ở bước đầu.`,
};

/** What a finding says, as a sentence: what is wrong and what to do. */
export function findingWords(finding: Finding): string {
  return sentences[finding.kind](finding);
}

function conditionName(code: string): string {
  return Object.entries(conditionNames).find(([one]) => one === code)?.[1] ?? code;
}

/** By how much two times that can be compared differ. */
function by({ declared: one, computed: other }: Finding): string {
  if (!one || !other || amountKind(one) === null || amountKind(one) !== amountKind(other)) return '';
  const word = hourMillis(other) > hourMillis(one) ? 'thừa' : 'thiếu';
  return `, ${word} ${differenceWords(one, other)}`;
}

function howToWrite(finding: Finding): string {
  return param(finding, 'why') === 'unit'
    ? 'Xin ghi rõ đơn vị: ngày làm việc, giờ làm việc, ngày, giờ, hoặc “không tính thời gian”.'
    : 'Xin ghi một số, ví dụ 0,5, kèm đơn vị.';
}

function mixedWords(finding: Finding): string {
  const working = Number(finding.params?.['working'] ?? 0);
  const clock = Number(finding.params?.['clock'] ?? 0);
  if (param(finding, 'of') === 'steps') {
    return `Các bước dùng hai loại thời gian không cộng được với nhau: ${sumWords(working, 'working')} và ${sumWords(clock, 'clock')} theo lịch. Xin dùng một loại, hoặc nêu lý do.`;
  }
  const what = param(finding, 'of') === 'term' ? 'thời hạn giải quyết' : 'tổng khai';
  return `Không đối chiếu được: các bước cộng được ${computed(finding)}, ${what} là ${declared(finding)}; thời gian làm việc và thời gian theo lịch không cộng, không so với nhau được. Xin ghi cùng một loại đơn vị.`;
}
