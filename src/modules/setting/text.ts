import { formatDate } from '#kernel/plain-date.ts';
import { type AgencyCodeSetting, findContactLine, type OfficeContact, type SettingKey } from './domain/settings.ts';

/** Each setting as people read it: its name, and what it does. */
export const settingWords: Readonly<Record<SettingKey, { readonly name: string; readonly effect: string }>> = {
  'mail.enabled': {
    name: 'Gửi thư điện tử',
    effect: 'Tắt thì đơn vị không gửi thư nào; thông báo trên màn hình vẫn có.',
  },
  'mail.sender-name': { name: 'Tên người gửi', effect: 'Tên hiện ở dòng "Từ" của thư. Để trống thì dùng tên đơn vị.' },
  'mail.reply-to': { name: 'Địa chỉ nhận trả lời', effect: 'Người nhận bấm "Trả lời" thì thư đi tới địa chỉ này.' },
  'office.contact': {
    name: 'Thông tin liên hệ',
    effect: 'Hiện ở cuối mỗi thư và trên trang công khai của đơn vị.',
  },
  'public.plan': {
    name: 'Công khai kế hoạch',
    effect: 'Tắt thì người dân không xem được kế hoạch trên trang công khai.',
  },
  'public.progress': {
    name: 'Công khai tiến độ',
    effect: 'Tắt thì trang công khai chỉ có nội dung kế hoạch, không có tiến độ theo lĩnh vực.',
  },
  'work.soon-days': {
    name: 'Sắp đến hạn trước mấy ngày',
    effect: 'Sản phẩm còn từng này ngày hoặc ít hơn được xếp vào "Sắp đến hạn".',
  },
  'reminder.hour': {
    name: 'Giờ gửi nhắc việc',
    effect: 'Thư nhắc việc trong ngày được gửi từ giờ này; ai đặt giờ yên lặng thì gửi sau giờ đó.',
  },
  'reminder.escalate-after-days': {
    name: 'Báo lãnh đạo khi quá hạn mấy ngày',
    effect: 'Sản phẩm quá hạn từ từng này ngày được báo cho lãnh đạo.',
  },
  'dossier.agency-codes': {
    name: 'Mã định danh điện tử của đơn vị',
    effect: 'Đứng đầu mã hồ sơ thủ tục hành chính; mỗi mã dùng từ ngày ghi bên cạnh.',
  },
};

export const permissions = { 'setting.manage': 'Đổi cài đặt của đơn vị và xem việc gửi thư' };

export const topics = { 'setting.changed': 'Một cài đặt của đơn vị đã đổi.' };

export const actions = { 'setting.changed': 'đổi cài đặt' };

export const fields = {
  ...Object.fromEntries(Object.entries(settingWords).map(([key, words]) => [key, words.name])),
  'office.contact': {
    name: settingWords['office.contact'].name,
    value: (contact: unknown) => findContactLine(contact as OfficeContact) ?? '(để trống)',
  },
  'dossier.agency-codes': {
    name: settingWords['dossier.agency-codes'].name,
    value: (codes: unknown) =>
      (codes as readonly AgencyCodeSetting[]).map(({ from, code }) => `${code} từ ${formatDate(from)}`).join('; ') ||
      '(để trống)',
  },
};

export const records = { setting: { name: 'cài đặt', permission: 'setting.manage' } };
