import type { Book } from './domain/tariff.ts';

/** The books by name. */
export const bookWords: Readonly<Record<Book, string>> = {
  copy: 'Chứng thực bản sao từ bản chính',
  'electronic-copy': 'Chứng thực bản sao điện tử',
  signature: 'Chứng thực chữ ký',
  contract: 'Chứng thực hợp đồng, giao dịch',
};

export const permissions = {
  'certification.read': 'Xem sổ chứng thực.',
  'certification.enter': 'Vào sổ chứng thực, gạch số ghi sai.',
  'certification.configure': 'Nhập mức phí chứng thực.',
} as const;

export const topics = {
  'certification.entered': 'Đã vào sổ chứng thực.',
  'certification.voided': 'Đã gạch một số chứng thực.',
  'certification.tariff-set': 'Đã nhập mức phí chứng thực.',
} as const;

export const actions = {
  'certification.entered': 'vào sổ chứng thực',
  'certification.voided': 'gạch số chứng thực',
  'certification-tariff.set': 'nhập mức phí chứng thực',
} as const;

export const fields = {
  book: { name: 'Sổ', value: (value: unknown) => bookWords[value as Book] ?? String(value ?? '') },
  pages: 'Số trang',
  copies: 'Số bản',
  fee: 'Phí',
} as const;

export const records = {
  certification: { name: 'Số chứng thực', permission: 'certification.read' },
  'certification-tariff': { name: 'Mức phí chứng thực', permission: 'certification.read' },
} as const;

export const errors = {
  'certification-voided': 'Số này đã bị gạch.',
  'certification-own-signature': 'Người ký chứng thực không thể là người yêu cầu. Xin chọn người ký khác.',
} as const;
