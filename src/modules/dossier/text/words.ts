import { parseMoment, writeMoment } from '#kernel/moment.ts';
import { dossierStates } from '../domain/states.ts';
import { journalActs } from '../domain/transitions.ts';
import { actWords } from './act-words.ts';
import { stateWords } from './state-words.ts';

/** What the permissions of this module allow. */
export const permissions = {
  'dossier.own': 'Xem và xử lý hồ sơ của bộ phận mình, của vị trí mình giữ hoặc làm thay.',
  'dossier.read': 'Xem mọi hồ sơ thủ tục hành chính của đơn vị.',
  'dossier.import': 'Nhập hồ sơ từ tệp của hệ thống tỉnh.',
  'dossier.receive': 'Tiếp nhận, yêu cầu bổ sung, từ chối, chuyển xử lý và dừng hồ sơ tại Bộ phận Một cửa.',
  'dossier.handle': 'Thụ lý hồ sơ được giao.',
  'dossier.lead': 'Phân công thụ lý, duyệt yêu cầu bổ sung, xác nhận hồ sơ nhập bù.',
  'dossier.sign': 'Ký kết quả, từ chối giải quyết, ký phiếu xin lỗi, đính chính kết quả.',
  'dossier.hand-over': 'Trả kết quả cho tổ chức, cá nhân.',
  'dossier.watch': 'Kiểm soát số liệu đúng hạn của hồ sơ.',
  'dossier.configure': 'Đặt mã định danh, biểu mẫu và cách tiếp nhận hồ sơ của đơn vị.',
};

/** Events this module leaves; payloads hold ids only. */
export const topics = {
  'dossier.changed': 'Một hồ sơ vừa có thao tác.',
  'dossier.received': 'Một hồ sơ được tiếp nhận.',
  'dossier.moved': 'Một hồ sơ được chuyển, phân công hoặc trả lại bước.',
  'dossier.supplement-asked': 'Đã yêu cầu bổ sung, hoàn thiện một hồ sơ.',
  'dossier.supplement-received': 'Đã nhận giấy tờ bổ sung của một hồ sơ.',
  'dossier.extended': 'Đã xin lỗi và hẹn lại ngày trả kết quả của một hồ sơ.',
  'dossier.ended': 'Một hồ sơ đã giải quyết xong, chờ trả kết quả.',
  'dossier.returned': 'Đã trả kết quả của một hồ sơ.',
  'dossier.stopped': 'Một hồ sơ dừng hoặc đóng lại khi chưa có kết quả.',
  'dossier.refused': 'Một hồ sơ bị từ chối tiếp nhận hoặc từ chối giải quyết.',
  'dossier.imported': 'Đã nhập hồ sơ từ tệp của hệ thống tỉnh.',
  'dossier.reprojected': 'Đã tính lại hạn của các hồ sơ đang mở sau khi sửa lịch làm việc.',
  'dossier.explained': 'Đã giải trình một dấu hiệu của kiểm soát số liệu đúng hạn.',
};

/** Acts in the log. */
export const actions: Readonly<Record<string, string>> = {
  ...Object.fromEntries(journalActs.map((act) => [`dossier.${act}`, actWords[act]])),
  'dossier-import.taken': 'nhập hồ sơ từ tệp của hệ thống tỉnh',
  'dossier.watched': 'rà soát số liệu đúng hạn',
  'dossier.explained': 'giải trình dấu hiệu số liệu đúng hạn',
  'dossier-draft.kept': 'giữ bản nháp hồ sơ',
  'dossier-draft.dropped': 'bỏ bản nháp hồ sơ',
  'reserved-codes.reserved': 'giữ trước mã hồ sơ cho bộ dự phòng',
  'reserved-codes.unused': 'đánh dấu mã dự phòng không dùng',
  'reserved-codes.confirmed': 'xác nhận hồ sơ nhập bù',
};

const instantText = (value: unknown) => {
  const at = typeof value === 'string' ? parseMoment(value) : undefined;
  return at === undefined ? String(value ?? '') : writeMoment(at);
};
const stateText = (value: unknown) =>
  stateWords[dossierStates.find((one) => one === value) ?? 'submitted'] ?? String(value ?? '');

/** Fields of records, in words. */
export const fields = {
  code: 'Mã hồ sơ',
  state: { name: 'Trạng thái', value: stateText },
  procedure: 'Thủ tục hành chính',
  owner: 'Chủ hồ sơ',
  step: 'Bước',
  holder: 'Người giữ',
  receivedAt: { name: 'Tiếp nhận lúc', value: instantText },
  dueAt: { name: 'Hạn trả kết quả', value: instantText },
  firstDueAt: { name: 'Hạn đầu tiên', value: instantText },
  forms: 'Phiếu đã lập',
  codes: 'Mã đã giữ',
  title: 'Tên',
  number: 'Số văn bản',
  note: 'Ghi chú',
};

/** Records whose history people read. */
export const records = {
  dossier: { name: 'hồ sơ thủ tục hành chính', permission: 'dossier.read' },
  'dossier-reprojection': { name: 'lần tính lại hạn', permission: 'dossier.watch' },
  'dossier-import': { name: 'lần nhập hồ sơ', permission: 'dossier.import' },
  'dossier-watch': { name: 'kiểm soát số liệu đúng hạn', permission: 'dossier.watch' },
  'dossier-draft': { name: 'bản nháp hồ sơ', permission: 'dossier.receive' },
  'reserved-code': { name: 'mã hồ sơ dự phòng', permission: 'dossier.receive' },
};
