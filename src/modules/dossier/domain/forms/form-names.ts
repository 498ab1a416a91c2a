import type { PlainDate } from '#kernel/plain-date.ts';
import type { FormKind } from '../states.ts';

/** Which circular numbers the slips: Circular 01/2018/TT-VPCP, or 03/2025/TT-VPCP from 15/09/2025. */
export type FormRegime = 'tt01-2018' | 'tt03-2025';

const secondRegimeFrom = '2025-09-15' as PlainDate;

/** The regime of slips on the day of issue. */
export function formRegimeOn(day: PlainDate): FormRegime {
  return day >= secondRegimeFrom ? 'tt03-2025' : 'tt01-2018';
}

/** The number and title of a kind of slip under a regime; without number where it is no statutory form. */
export interface FormName {
  readonly number: string | null;
  readonly title: string;
  /** Sign behind the running number: `12/BPTNTKQ`. */
  readonly symbol: string;
}

const same = {
  receipt: { number: '01', title: 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả', symbol: 'TNHS' },
  supplement: { number: '02', title: 'Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ', symbol: 'PBS' },
  refusal: { number: '03', title: 'Phiếu từ chối tiếp nhận giải quyết hồ sơ', symbol: 'PTC' },
  transfer: { number: null, title: 'Phiếu bàn giao hồ sơ', symbol: 'PBG' },
  'fee-receipt': { number: null, title: 'Phiếu thu phí, lệ phí', symbol: 'PT' },
  'result-hand-over': { number: null, title: 'Giấy biên nhận trả kết quả', symbol: 'PTKQ' },
} as const;

const names: Readonly<Record<FormRegime, Readonly<Record<FormKind, FormName>>>> = {
  'tt01-2018': {
    ...same,
    apology: { number: '04', title: 'Phiếu xin lỗi và hẹn lại ngày trả kết quả', symbol: 'PXL' },
    stop: { number: null, title: 'Thông báo dừng giải quyết hồ sơ', symbol: 'TBD' },
    control: { number: '05', title: 'Phiếu kiểm soát quá trình giải quyết hồ sơ', symbol: 'PKS' },
    register: { number: '06', title: 'Sổ theo dõi hồ sơ', symbol: '' },
  },
  'tt03-2025': {
    ...same,
    apology: { number: '04', title: 'Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết', symbol: 'PXL' },
    stop: { number: '05', title: 'Thông báo dừng giải quyết hồ sơ', symbol: 'TBD' },
    control: { number: '06', title: 'Phiếu kiểm soát quá trình giải quyết hồ sơ', symbol: 'PKS' },
    register: { number: '07', title: 'Sổ theo dõi hồ sơ', symbol: '' },
  },
};

/** What a kind of slip is called and numbered under a regime. */
export function formName(regime: FormRegime, kind: FormKind): FormName {
  return names[regime][kind];
}
