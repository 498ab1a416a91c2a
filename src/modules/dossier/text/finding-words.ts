import { parseMoment, writeMoment } from '#kernel/moment.ts';
import { formatDate, parsePlainDate } from '#kernel/plain-date.ts';
import type { FindingKind } from '../domain/watch/finding-kinds.ts';

type Facts = Readonly<Record<string, unknown>>;

const at = (value: unknown) => {
  const moment = parseMoment(String(value ?? ''));
  return moment === undefined ? '' : writeMoment(moment);
};
const on = (value: unknown) => {
  const day = parsePlainDate(String(value ?? ''));
  return day === undefined ? '' : formatDate(day);
};

/** Kinds of findings by name. */
export const findingNames: Readonly<Record<FindingKind, string>> = {
  'due-edited': 'Sửa hạn không có phiếu xin lỗi',
  reopened: 'Đóng rồi mở lại',
  'result-before-signature': 'Có kết quả trước khi ký',
  'intake-delayed': 'Nhập tiếp nhận chậm',
  'dummy-number': 'Số định danh giả',
  'state-not-so': 'Trạng thái không đúng thực tế',
};

const sentences: Readonly<Record<FindingKind, (facts: Facts) => string>> = {
  'due-edited': ({ before, after, by }) =>
    `Hạn đổi từ ${at(before)} sang ${at(after)} mà không có phiếu xin lỗi đã ký (${String(by ?? '')}).`,
  reopened: ({ at: when, by, reason }) =>
    `Đã có kết quả rồi mở lại lúc ${at(when)} (${String(by ?? '')})${reason ? `: ${String(reason)}` : ''}.`,
  'result-before-signature': ({ endedOn, signedOn }) =>
    `Ghi xử lý xong ngày ${on(endedOn)} nhưng kết quả ký ngày ${on(signedOn)}.`,
  'intake-delayed': ({ receivedAt, recordedAt }) =>
    `Nhận lúc ${at(receivedAt)} nhưng đến ${at(recordedAt)} mới nhập, không có lý do nhập bù.`,
  'dummy-number': () => 'Số định danh của chủ hồ sơ là dãy số giả. Không có số thì để trống.',
  'state-not-so': ({ waitsSince }) => `Ghi đã có kết quả trong khi vẫn chờ người nộp từ ${at(waitsSince)}.`,
};

/** A finding in words; a kind of an earlier release is shown by its code. */
export function findingWords(kind: string, facts: unknown): string {
  const say = Object.hasOwn(sentences, kind) ? sentences[kind as FindingKind] : undefined;
  return say ? say((facts ?? {}) as Facts) : kind;
}
