import { foldWords } from '#kernel/fold.ts';
import type { DossierState } from '../states.ts';

const words: Readonly<Record<string, DossierState>> = {
  'moi dang ky': 'submitted',
  'cho tiep nhan': 'submitted',
  'duoc tiep nhan': 'accepted',
  'da tiep nhan': 'accepted',
  'moi tiep nhan': 'accepted',
  'khong duoc tiep nhan': 'refused',
  'tu choi tiep nhan': 'refused',
  'bi tu choi': 'refused',
  'dang xu ly': 'in-process',
  'dang giai quyet': 'in-process',
  'yeu cau bo sung giay to': 'wait-supplement',
  'yeu cau bo sung': 'wait-supplement',
  'cho bo sung': 'wait-supplement',
  'yeu cau thuc hien nghia vu tai chinh': 'wait-payment',
  'yeu cau nghia vu tai chinh': 'wait-payment',
  'cho thuc hien nghia vu tai chinh': 'wait-payment',
  'cong dan yeu cau rut ho so': 'stopped',
  'cong dan yeu cau rut': 'stopped',
  'rut ho so': 'stopped',
  'dung xu ly': 'closed-no-supplement',
  'da xu ly xong': 'result-ready',
  'xu ly xong': 'result-ready',
  'cho tra ket qua': 'result-ready',
  'da co ket qua': 'result-ready',
  'da tra ket qua': 'returned',
  'da tra': 'returned',
  'hoan thanh': 'returned',
};
const byCode: readonly DossierState[] = [
  'submitted',
  'accepted',
  'refused',
  'in-process',
  'wait-supplement',
  'wait-payment',
  'stopped',
  'closed-no-supplement',
  'result-ready',
  'returned',
];

/** The state that the province's words or the national portal's number (1–10) mean; undefined for unknown words. */
export function readState(text: string): DossierState | undefined {
  const number = /^(\d{1,2})(?:\s*[-.:]|$)/.exec(text.trim());
  if (number) return byCode[Number(number[1]) - 1];
  return words[foldWords(text)];
}
