import type { Id } from '#kernel/brands.ts';
import type { DossierPage } from '../../shared/rows.ts';
import type { AskedField, Given } from './asking.ts';

export const noteText = { label: 'Ghi chú (không bắt buộc)', least: 0 };
export const reasonText = { label: 'Lý do', least: 5 };
export const byNote = ({ text }: Given) => (text === '' ? {} : { note: text });
export const byReason = ({ text }: Given) => ({ reason: text });
export const orNull = (value: string | undefined) => (value ? value : null);

export const moved: AskedField = {
  name: 'moved',
  label: 'Chuyển bằng',
  kind: 'choice',
  isNeeded: true,
  options: [
    { value: 'electronic', label: 'Điện tử' },
    { value: 'paper', label: 'Hồ sơ giấy (người nhận xác nhận bàn giao)' },
  ],
  initial: () => 'electronic',
};
export const step: AskedField = { name: 'stepNo', label: 'Bước và người nhận', kind: 'step', isNeeded: false };
export const until: AskedField = { name: 'until', label: 'Đề nghị bổ sung trước ngày', kind: 'day', isNeeded: false };
export const items: AskedField = {
  name: 'items',
  label: 'Nội dung cần bổ sung, mỗi dòng một nội dung',
  hint: 'Ghi đầy đủ trong một lần.',
  kind: 'lines',
  isNeeded: true,
};
export const number: AskedField = { name: 'number', label: 'Số văn bản', kind: 'line', isNeeded: false };
export const evidence: AskedField = { name: 'evidenceId', label: 'Tệp kết quả', kind: 'evidence', isNeeded: false };
export const title: AskedField = {
  name: 'title',
  label: 'Tên kết quả',
  kind: 'line',
  isNeeded: true,
  initial: (page) => `Kết quả ${page.procedureName.replace(/^Thủ tục /i, '')}`,
};

export const itemsOf = (text: string | undefined) =>
  (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((name) => ({ name, note: '' }));

export const toOf = (values: Given['values']) => {
  const [no, positionId] = (values['stepNo'] ?? '').split('|');
  return no ? { to: { stepNo: Number(no), ...(positionId && { positionId: positionId as Id }) } } : {};
};

export const draftOf = (page: DossierPage, kind: 'supplement' | 'apology') =>
  kind === 'supplement'
    ? page.supplements.find((one) => one.state === 'draft')?.id
    : page.extensions.find((one) => one.state === 'draft')?.id;

export const givenBack = 'Giấy tờ và phí, lệ phí trả lại';
