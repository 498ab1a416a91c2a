import type { Finding, Kind } from './finding.ts';
import type { Outcome } from './verify-log.ts';

const kinds: Record<Kind, string> = {
  altered: 'BỊ SỬA trong cơ sở dữ liệu',
  removed: 'BỊ XÓA khỏi cơ sở dữ liệu',
  reordered: 'BỊ ĐỔI THỨ TỰ trong cơ sở dữ liệu',
  'detail-altered': 'NỘI DUNG CHI TIẾT BỊ SỬA (không khớp cam kết băm của mục)',
  'detail-removed': 'NỘI DUNG CHI TIẾT BỊ XÓA mà không có mục nhật ký ghi việc xóa',
  unplaced: 'KHÔNG CÓ CHỖ trong cây và không nằm trong hàng đợi',
  'tiles-altered': 'TỆP MÃ BĂM BỊ SỬA (cơ sở dữ liệu vẫn khớp đầu cây đã ký)',
  'tiles-missing': 'THIẾU trong tệp mã băm',
  'lines-altered': 'TỆP NỘI DUNG (leaves/*.jsonl) BỊ SỬA',
  'head-forged': 'ĐẦU CÂY GIẢ: chữ ký không đúng',
  'head-mismatch': 'ĐẦU CÂY ĐÃ KÝ KHÔNG KHỚP với nhật ký hiện có: lịch sử đã bị viết lại',
  'head-beyond': 'NHẬT KÝ BỊ CẮT NGẮN: đầu cây đã ký có nhiều mục hơn',
  'head-removed': 'ĐẦU CÂY ĐÃ KÝ BỊ XÓA hoặc bị thay trong cơ sở dữ liệu',
  'head-added': 'ĐẦU CÂY có trong cơ sở dữ liệu nhưng không có trong heads.jsonl',
  'head-unreadable': 'DÒNG ĐẦU CÂY không đọc được',
};

const fields: Record<string, string> = {
  action: 'hành vi',
  actor: 'người thực hiện',
  at: 'thời điểm',
  before: 'cam kết trước',
  after: 'cam kết sau',
  context: 'cam kết hoàn cảnh',
  recordType: 'loại bản ghi',
  recordId: 'mã bản ghi',
  id: 'mã mục',
  unit: 'đơn vị',
  leaf: 'mã băm',
};

/** One finding in a sentence. */
export function sayFinding(finding: Finding): string {
  const place = finding.index === null ? '' : `Mục số ${finding.index}`;
  const about = [
    finding.id && `mã ${finding.id}`,
    finding.action && `hành vi "${finding.action}"`,
    finding.record && `bản ghi ${finding.record}`,
    finding.at && `lúc ${finding.at}`,
  ].filter(Boolean);
  const head = [place, about.length > 0 ? `(${about.join(', ')})` : ''].filter(Boolean).join(' ');
  const note = finding.note === null ? '' : ` — ${noteOf(finding.kind, finding.note)}`;
  const changes = finding.differences.map(
    ({ field, was, is }) =>
      `\n      ${fields[field] ?? field}: ${was === null ? '' : `trước là ${show(was)}, `}nay là ${show(is)}`,
  );
  const unit = finding.unit === null ? '' : `\n      đơn vị ${finding.unit}`;
  return `${head ? `${head}: ` : ''}${kinds[finding.kind]}${note}.${unit}${changes.join('')}`;
}

function noteOf(kind: Kind, note: string): string {
  if (kind === 'reordered') return `nay ở vị trí ${note}`;
  if (kind.startsWith('head-')) return kind === 'head-unreadable' ? `dòng ${note}` : `đầu cây ${note}`;
  return note;
}

function show(value: string | null): string {
  if (value === null) return '(trống)';
  return value.length > 200 ? `"${value.slice(0, 200)}…"` : `"${value}"`;
}

/** The whole outcome for people. */
export function sayOutcome(outcome: Outcome): string {
  const number = (value: number): string => value.toLocaleString('vi-VN');
  const seconds = (outcome.ms / 1000).toLocaleString('vi-VN', { maximumFractionDigits: 1 });
  const erased = outcome.erased ? `, ${number(outcome.erased)} mục có chi tiết đã xóa hợp lệ` : '';
  const pending = outcome.pending ? `, ${number(outcome.pending)} mục đang chờ ký` : '';
  const lines = [
    `Đã đối chiếu ${number(outcome.entries)} mục của ${number(outcome.units)} đơn vị${erased}${pending};`,
    `${number(outcome.heads)} đầu cây, ${number(outcome.joints)} đầu cây chung; ${outcome.withDatabase ? 'cơ sở dữ liệu, tệp mã băm và đầu cây' : 'chỉ tệp mã băm và đầu cây'}; ${seconds} giây.`,
  ];
  if (outcome.findings.length === 0) return [...lines, 'Nhật ký NGUYÊN VẸN.'].join('\n');
  const list = outcome.findings.map((finding, i) => `  ${i + 1}. ${sayFinding(finding)}`);
  const more = outcome.more ? [`  … và ${number(outcome.more)} sai lệch nữa phía sau.`] : [];
  return [...lines, 'PHÁT HIỆN SAI LỆCH, sai lệch đầu tiên ghi trước:', ...list, ...more].join('\n');
}
